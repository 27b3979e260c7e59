// Converts a schema to OpenAI's structured outputs: every object closed, every property required. Source:
// https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
import * as z from "zod";
import type { JsonSchema } from "./model.ts";

const NodeSchema = z.record(z.string(), z.unknown());

/** `schema`: as `json-schema.ts` gives it. An optional property becomes required too; an empty text means "not told". */
export function strictSchema(schema: JsonSchema): Record<string, unknown> {
  const { propertyOrdering: _google, properties, required: _some, items, anyOf, ...kept } = schema;
  return {
    ...kept,
    ...(items === undefined ? {} : { items: strictSchema(NodeSchema.parse(items)) }),
    ...(Array.isArray(anyOf) ? { anyOf: anyOf.map((one) => strictSchema(NodeSchema.parse(one))) } : {}),
    ...(properties === undefined ? {} : closed(NodeSchema.parse(properties))),
  };
}

function closed(properties: Record<string, unknown>): Record<string, unknown> {
  return {
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, strictSchema(NodeSchema.parse(one))]),
    ),
    required: Object.keys(properties),
    additionalProperties: false,
  };
}
