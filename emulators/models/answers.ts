// Answers that fit a response schema: a minimal value generated from the schema, or a given value reduced to the schema's properties.
import type { JsonSchema, OpenApiSchema } from "./wire.ts";

/** Converts the OpenAPI subset to JSON Schema. */
export function jsonSchemaOf(schema: OpenApiSchema): JsonSchema {
  const { type, nullable, items, properties, ...rest } = schema;
  const name = type.toLowerCase();
  return {
    ...rest,
    type: nullable === true ? [name, "null"] : name,
    ...(items === undefined ? {} : { items: jsonSchemaOf(items) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, value]) => [key, jsonSchemaOf(value)]),
          ),
        }),
  };
}

/** Generates a minimal value that fits the schema. */
export function sample(schema: JsonSchema): unknown {
  if (schema.anyOf?.[0] !== undefined) return sample(schema.anyOf[0]);
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  switch (typesOf(schema)[0]) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sample(schema.properties?.[key] ?? { type: "string" })]),
      );
    case "array":
      return Array.from({ length: 1 }, () => sample(schema.items ?? { type: "string" }));
    case "integer":
    case "number":
      return 1;
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return "text";
  }
}

/** Removes properties that the schema does not define. */
export function cutTo(schema: JsonSchema, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => cutTo(schema.items ?? {}, item));
  if (typeof value !== "object" || value === null) return value;
  const properties =
    schema.properties ?? schema.anyOf?.find(({ properties }) => properties !== undefined)?.properties;
  if (properties === undefined) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const known = properties[key];
      return known === undefined ? [] : [[key, cutTo(known, item)]];
    }),
  );
}

/** Orders the properties as the models write them: the required ones in the order of `required`, then the others. */
export function inSchemaOrder(schema: JsonSchema, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => inSchemaOrder(schema.items ?? {}, item));
  if (typeof value !== "object" || value === null) return value;
  const known =
    schema.properties === undefined
      ? (schema.anyOf?.find(({ properties }) => properties !== undefined) ?? schema)
      : schema;
  const required = known.required ?? [];
  const placeOf = (key: string) => (required.includes(key) ? required.indexOf(key) : required.length);
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([first], [second]) => placeOf(first) - placeOf(second))
      .map(([key, item]) => [key, inSchemaOrder(known.properties?.[key] ?? {}, item)]),
  );
}

/** The place at which a value does not fit the schema. Undefined if it fits. */
export function misfit(schema: JsonSchema, value: unknown, at = "$"): string | undefined {
  if (schema.anyOf !== undefined) {
    const found = schema.anyOf.map((option) => misfit(option, value, at));
    return found.includes(undefined) ? undefined : found[0];
  }
  const types = typesOf(schema);
  // OpenAPI's `nullable` allows null beside an enum that does not list it.
  if (value === null && types.includes("null")) return undefined;
  if (schema.enum !== undefined && !schema.enum.some((known) => known === value))
    return `${at} is not in its enum`;
  if (types.length > 0 && !types.some((type) => isOf(type, value)))
    return `${at} is no ${types.join(" or ")}`;
  if (Array.isArray(value)) {
    return firstOf(value.map((item, index) => misfit(schema.items ?? {}, item, `${at}[${index}]`)));
  }
  if (typeof value === "object" && value !== null) {
    const missing = (schema.required ?? []).find((key) => !Object.hasOwn(value, key));
    if (missing !== undefined) return `${at}.${missing} is missing`;
    return firstOf(
      Object.entries(value).map(([key, item]) => {
        const known = schema.properties?.[key];
        if (known !== undefined) return misfit(known, item, `${at}.${key}`);
        return schema.additionalProperties === false ? `${at}.${key} is unknown` : undefined;
      }),
    );
  }
  return undefined;
}

const firstOf = (found: (string | undefined)[]) => found.find((one) => one !== undefined);

function typesOf({ type }: JsonSchema): string[] {
  if (type === undefined) return [];
  return typeof type === "string" ? [type] : type;
}

function isOf(type: string, value: unknown): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
