// The undocumented budget of a response schema. Google publishes no numbers. These are below every schema that users reported as refused
// (googleapis/python-genai#660, #950, #2133, #2170; vercel/ai#21192; googleapis/python-aiplatform#4301).
import { type GoogleError, invalid } from "./google-error.ts";
import type { JsonSchema } from "./wire.ts";

export const SCHEMA_BUDGET = {
  /** Maximum number of values of all enums together. */
  enumValues: 120,
  /** Maximum number of values of one enum. */
  valuesOfOneEnum: 40,
  /** Maximum characters of all enum values together. */
  enumCharacters: 1_000,
  /** Maximum nesting of objects and arrays, including the outermost. */
  depth: 6,
  /** Maximum number of optional properties. */
  optionalProperties: 8,
} as const;

/** Keywords that models refuse, although the schema's reference lists some of them. */
const REFUSED_KEYWORDS = [
  ...(["minItems", "maxItems", "minimum", "maximum"] as const),
  ...(["minLength", "maxLength", "pattern"] as const),
];

const TOO_MANY_STATES =
  "The specified schema produces a constraint that has too many states for serving. Typical causes of this error are schemas with lots of text (for example, very long property or enum names), schemas with long array length limits (especially when nested), or schemas using complex value matchers (for example, integers or numbers with minimum/maximum bounds or strings with complex formats like date-time)";

/** States per enum value, from the one report with numbers: 44 values, 6,336 states. */
const STATES_OF_A_VALUE = 144;
const MOST_STATES = 5_888;

/** The measured size of a schema. */
export interface SchemaCost {
  enums: readonly number[];
  enumCharacters: number;
  depth: number;
  optionalProperties: number;
  /** The keywords of `REFUSED_KEYWORDS` in the schema. */
  bounds: readonly string[];
}

export function costOf(schema: JsonSchema): SchemaCost {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items === undefined ? [] : [schema.items]),
    ...(schema.prefixItems ?? []),
    ...(schema.anyOf ?? []),
  ].map(costOf);
  const values = schema.enum ?? [];
  const required = new Set(schema.required ?? []);
  const optional = Object.keys(schema.properties ?? {}).filter((name) => !required.has(name));
  const isContainer = schema.properties !== undefined || schema.items !== undefined;
  return {
    enums: [...(schema.enum === undefined ? [] : [values.length]), ...inner.flatMap(({ enums }) => enums)],
    enumCharacters:
      values.reduce<number>((sum, value) => sum + String(value).length, 0) +
      inner.reduce((sum, { enumCharacters }) => sum + enumCharacters, 0),
    depth: (isContainer ? 1 : 0) + Math.max(0, ...inner.map(({ depth }) => depth)),
    optionalProperties:
      optional.length + inner.reduce((sum, { optionalProperties }) => sum + optionalProperties, 0),
    bounds: [
      ...REFUSED_KEYWORDS.filter((keyword) => schema[keyword] !== undefined),
      ...inner.flatMap(({ bounds }) => bounds),
    ],
  };
}

/** Google's error for a schema over the budget. Undefined for a schema within it. */
export function overBudget(schema: JsonSchema): GoogleError | undefined {
  const { enums, enumCharacters, depth, optionalProperties, bounds } = costOf(schema);
  if (bounds.length > 0) return invalid();
  if (depth > SCHEMA_BUDGET.depth) {
    return invalid("A schema in GenerationConfig in the request exceeds the maximum allowed nesting depth.");
  }
  if (optionalProperties > SCHEMA_BUDGET.optionalProperties) return invalid();
  if (sum(enums) > SCHEMA_BUDGET.enumValues) return invalid(TOO_MANY_STATES);
  const largest = Math.max(0, ...enums);
  if (largest > SCHEMA_BUDGET.valuesOfOneEnum) {
    const states = largest * STATES_OF_A_VALUE;
    return invalid(`The constraint is too tall: ${states} (vs max of ${MOST_STATES})`);
  }
  if (enumCharacters > SCHEMA_BUDGET.enumCharacters) return invalid();
  return undefined;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
