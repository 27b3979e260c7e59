// Zod schemas in the subset of JSON Schema that Google's models take (https://ai.google.dev/gemini-api/docs/structured-output).
// What the subset cannot say (patterns, lengths) is left to the validation of the answer.
import * as z from "zod";
import type { JsonSchema } from "./model.ts";

const KEPT = new Set([
  ...["type", "format", "title", "description", "enum", "required", "additionalProperties"],
  ...["minItems", "maxItems", "minimum", "maximum"],
]);

export function answerSchema(schema: z.ZodType): JsonSchema {
  return subset(z.toJSONSchema(schema, { io: "input" }));
}

const NodeSchema = z.record(z.string(), z.unknown());

function subset(value: unknown): JsonSchema {
  const node = NodeSchema.parse(value);
  const kept: JsonSchema = {};
  for (const [keyword, content] of Object.entries(node)) {
    if (keyword === "properties") {
      const properties = Object.entries(NodeSchema.parse(content));
      kept.properties = Object.fromEntries(properties.map(([name, inner]) => [name, subset(inner)]));
      // Models write in this order, which is the order in which they think.
      kept.propertyOrdering = properties.map(([name]) => name);
    } else if (keyword === "items") kept.items = subset(content);
    else if (keyword === "anyOf" || keyword === "oneOf")
      kept.anyOf = z.array(z.unknown()).parse(content).map(subset);
    else if (keyword === "const") kept.enum = [content];
    else if (keyword === "exclusiveMinimum" && node.type === "integer") kept.minimum = Number(content) + 1;
    // Zod's limits of safe integers tell a model nothing.
    else if (KEPT.has(keyword) && Math.abs(Number(content)) !== Number.MAX_SAFE_INTEGER)
      kept[keyword] = content;
  }
  return kept;
}

const OPENAPI_TYPES = new Set(["string", "number", "integer", "boolean", "array", "object"]);

/** The same in `responseSchema`'s words, for the client that knows no other: types in capitals, `nullable`, no unions. */
export function openApiSchema(schema: JsonSchema): JsonSchema {
  const { anyOf, type, properties, items, additionalProperties: _closed, ...rest } = schema;
  if (Array.isArray(anyOf)) {
    const options = anyOf.map((option) => NodeSchema.parse(option));
    const [solid, second] = options.filter((option) => option.type !== "null");
    if (solid === undefined || second !== undefined) throw new RangeError("responseSchema knows no unions");
    const nullable = options.length > 1 ? { nullable: true } : {};
    return { ...openApiSchema(solid), ...nullable };
  }
  const types = [type].flat();
  const [solid, second] = types.filter((name) => name !== "null");
  if (typeof solid !== "string" || second !== undefined || !OPENAPI_TYPES.has(solid)) {
    throw new RangeError(`responseSchema has no type ${JSON.stringify(type)}`);
  }
  const nullable = types.includes("null") ? { nullable: true } : {};
  const converted: JsonSchema = { ...rest, type: solid.toUpperCase(), ...nullable };
  delete converted.propertyOrdering;
  if (properties !== undefined) {
    const entries = Object.entries(NodeSchema.parse(properties));
    converted.properties = Object.fromEntries(
      entries.map(([name, inner]) => [name, openApiSchema(NodeSchema.parse(inner))]),
    );
  }
  if (items !== undefined) converted.items = openApiSchema(NodeSchema.parse(items));
  return converted;
}
