// Converts zod schemas to the subset of JSON Schema that Google's models accept (https://ai.google.dev/gemini-api/docs/structured-output).
// Limits are not sent as keywords, because some models answer 400 to them and all of them count towards a hidden budget
// (`schema-budget.ts`). They are sent in words in `description`, and zod enforces them in the answer.
import * as z from "zod";
import type { JsonSchema } from "./model.ts";

const KEPT = ["type", "title", "enum"];
const known = new WeakMap<z.ZodType, JsonSchema>();

/**
 * The schema in its sent form. Properties, `required` and `propertyOrdering` have the order of the zod shape, with optional ones last,
 * because models write in this order. A property with a default is required of the model, but may be missing in its answer.
 */
export function answerSchema(schema: z.ZodType): JsonSchema {
  const made =
    known.get(schema) ??
    subset(
      z.toJSONSchema(schema, {
        io: "input",
        override({ zodSchema, jsonSchema }) {
          if (!(zodSchema instanceof z.ZodObject)) return;
          const shape = Object.entries(zodSchema.shape);
          jsonSchema.required = shape.flatMap(([key, one]) => (one instanceof z.ZodOptional ? [] : [key]));
        },
      }),
    );
  known.set(schema, made);
  return made;
}

const NodeSchema = z.record(z.string(), z.unknown());
const NamesSchema = z.array(z.string());

function subset(value: unknown): JsonSchema {
  const node = NodeSchema.parse(value);
  const kept: JsonSchema = {};
  for (const keyword of KEPT) if (node[keyword] !== undefined) kept[keyword] = node[keyword];
  if (node.const !== undefined) kept.enum = [node.const];
  const description = [node.description, ...boundsOf(node)].filter((text) => text !== undefined).join("; ");
  if (description !== "") kept.description = description;
  if (node.items !== undefined) kept.items = subset(node.items);
  const options = node.anyOf ?? node.oneOf;
  if (options !== undefined) kept.anyOf = z.array(z.unknown()).parse(options).map(subset);
  if (node.properties !== undefined) {
    const properties = NodeSchema.parse(node.properties);
    const required = NamesSchema.parse(node.required ?? []);
    const order = [...required, ...Object.keys(properties).filter((name) => !required.includes(name))];
    kept.properties = Object.fromEntries(order.map((name) => [name, subset(properties[name])]));
    kept.required = required;
    kept.propertyOrdering = order;
  } else if (node.type === "object") {
    throw new RangeError("the models accept no objects with free keys; use a list of pairs");
  }
  return kept;
}

/** Numeric limits, lengths and patterns of one node, in words. */
function boundsOf(node: z.infer<typeof NodeSchema>): string[] {
  const numbers = between(
    bound(node.minimum) ?? above(node.exclusiveMinimum, "more than "),
    bound(node.maximum) ?? above(node.exclusiveMaximum, "less than "),
    "",
  );
  return [
    ...numbers,
    ...between(bound(node.minItems), bound(node.maxItems), " items"),
    ...between(bound(node.minLength), bound(node.maxLength), " characters"),
    ...(typeof node.pattern === "string" ? [`matches ${node.pattern}`] : []),
  ];
}

type Bound = string | undefined;

/** Zod's default limits (safe integers) are omitted, because they do not help a model. */
const bound = (limit: unknown): Bound =>
  typeof limit === "number" && Math.abs(limit) !== Number.MAX_SAFE_INTEGER ? String(limit) : undefined;

function above(limit: unknown, words: string): Bound {
  const number = bound(limit);
  return number === undefined ? undefined : words + number;
}

function between(least: Bound, most: Bound, unit: string): string[] {
  if (least !== undefined && least === most) return [`exactly ${least}${unit}`];
  if (least === "1" && unit !== "") return most === undefined ? ["not empty"] : [`1 to ${most}${unit}`];
  if (least !== undefined && most !== undefined) return [`${least} to ${most}${unit}`];
  if (most !== undefined) return [most.startsWith("less") ? `${most}${unit}` : `at most ${most}${unit}`];
  if (least !== undefined) return [least.startsWith("more") ? `${least}${unit}` : `at least ${least}${unit}`];
  return [];
}

const OPENAPI_TYPES = new Set(["string", "number", "integer", "boolean", "array", "object"]);

/**
 * The schema in the notation of `responseSchema`, for the older client: types in capitals, `nullable`, no unions. `propertyOrdering` is a
 * field of Vertex AI's Schema (https://cloud.google.com/vertex-ai/docs/reference/rest/v1/Schema).
 */
export function openApiSchema(schema: JsonSchema): JsonSchema {
  const { anyOf, type, properties, items, ...rest } = schema;
  if (Array.isArray(anyOf)) {
    const options = anyOf.map((option) => NodeSchema.parse(option));
    const [solid, second] = options.filter((option) => option.type !== "null");
    if (solid === undefined || second !== undefined)
      throw new RangeError("responseSchema supports no unions");
    const nullable = options.length > 1 ? { nullable: true } : {};
    return { ...openApiSchema(solid), ...rest, ...nullable };
  }
  const types = [type].flat();
  const [solid, second] = types.filter((name) => name !== "null");
  if (typeof solid !== "string" || second !== undefined || !OPENAPI_TYPES.has(solid)) {
    throw new RangeError(`responseSchema supports no type ${JSON.stringify(type)}`);
  }
  const nullable = types.includes("null") ? { nullable: true } : {};
  const converted: JsonSchema = { ...rest, type: solid.toUpperCase(), ...nullable };
  if (properties !== undefined) {
    const entries = Object.entries(NodeSchema.parse(properties));
    converted.properties = Object.fromEntries(
      entries.map(([name, inner]) => [name, openApiSchema(NodeSchema.parse(inner))]),
    );
  }
  if (items !== undefined) converted.items = openApiSchema(NodeSchema.parse(items));
  return converted;
}
