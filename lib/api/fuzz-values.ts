// Values for a fuzzer: from a JSON schema, one that matches it or one that does not. All randomness comes from one seed.

export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  below(count: number): number;
  pick<T>(options: readonly T[]): T;
  /** True with probability `share`. */
  happens(share: number): boolean;
}

/** 32-bit xorshift generator, https://en.wikipedia.org/wiki/Xorshift. */
export function chanceOf(seed: number): Chance {
  let state = (seed ^ 0x9e37_79b9) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    pick(options) {
      const [first] = options;
      const chosen = options[below(options.length)] ?? first;
      if (chosen === undefined) throw new RangeError("nothing to pick from");
      return chosen;
    },
    happens: (share) => next() < share,
  };
}

/** The parts of a JSON schema in the OpenAPI document that the fuzzer uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
}

/** Meaningful values by field name, which a schema cannot express. Undefined: the schema alone decides. */
export type Known = (name: string, chance: Chance) => unknown;

export interface Values {
  fitting(schema: Schema, name?: string): unknown;
  /** A valid value with one part of it broken. */
  broken(schema: Schema, name?: string): unknown;
}

const WORDS = [
  "雨",
  "x",
  "Mina",
  "ニャー！",
  "a b",
  "🐈",
  "¿?",
  "\u200d",
  "%2e%2e",
  "' OR 1=1",
  "<b>",
  "$ne",
  "\\u0000",
];
const MONSTERS: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 1e308, -0, 2 ** 53, "", " ", "\u0000", "\ud800", "x".repeat(70_000)],
  ...[
    [],
    {},
    [[[[]]]],
    { __proto__: { a: 1 }, constructor: 1 },
    { a: { b: { c: null } } },
    "NaN",
    "../../etc/passwd",
  ],
];

export function valuesOf(
  resolve: (ref: string) => Schema,
  { chance, known }: { chance: Chance; known: Known },
): Values {
  function fitting(schema: Schema, name = ""): unknown {
    const meant = known(name, chance);
    if (meant !== undefined && chance.happens(0.8)) return meant;
    if (schema.$ref !== undefined) return fitting(resolve(schema.$ref), name);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return chance.pick(schema.enum);
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices !== undefined) return fitting(chance.pick(choices), name);
    if (schema.allOf !== undefined)
      return Object.assign({}, ...schema.allOf.map((part) => fitting(part, name)));
    switch (typeof schema.type === "string" ? schema.type : chance.pick(schema.type ?? ["object"])) {
      case "string":
        return fittingText(schema);
      case "integer":
        return Math.floor(fittingNumber(schema));
      case "number":
        return fittingNumber(schema);
      case "boolean":
        return chance.happens(0.5);
      case "null":
        return null;
      case "array": {
        const { items = {}, minItems = 0, maxItems = minItems + 3 } = schema;
        const length = minItems + chance.below(Math.min(3, maxItems - minItems) + 1);
        return Array.from({ length }, () => fitting(items, name));
      }
      default:
        return fittingObject(schema);
    }
  }

  function fittingObject({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const chosen = Object.entries(properties).filter(
      ([name]) => required.includes(name) || chance.happens(0.4),
    );
    return Object.fromEntries(chosen.map(([name, schema]) => [name, fitting(schema, name)]));
  }

  function fittingNumber({ minimum, exclusiveMinimum, maximum }: Schema): number {
    const from = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
    const to = Math.min(maximum ?? from + 12, 2 ** 31);
    return chance.happens(0.2) ? chance.pick([from, to]) : from + chance.next() * (to - from);
  }

  function fittingText({ minLength = 0, maxLength = minLength + 20, pattern, format }: Schema): string {
    if (format === "email") return `p${chance.below(5)}@example.com`;
    if (format === "date-time") return "2026-11-24T12:00:00.000Z";
    if (pattern !== undefined) {
      return pattern
        .replace(/^\^|\$$/g, "")
        .replaceAll("\\d+", String(1 + chance.below(4)))
        .replaceAll(/\[([^\]])[^\]]*\]/g, "$1");
    }
    let text = "";
    while ([...text].length < Math.max(minLength, 1)) text += chance.pick(WORDS);
    return [...text].slice(0, maxLength).join("");
  }

  function broken(schema: Schema, name = ""): unknown {
    const value = fitting(schema, name);
    if (typeof value !== "object" || value === null || chance.happens(0.15)) return chance.pick(MONSTERS);
    if (Array.isArray(value)) return [...value, chance.pick(MONSTERS)];
    const fields = Object.keys(value);
    const field = fields.length === 0 ? "text" : chance.pick(fields);
    const { [field]: _gone, ...rest } = value as Record<string, unknown>;
    if (chance.happens(0.3)) return rest;
    if (chance.happens(0.4))
      return { ...value, [chance.pick(["extra", "__proto__", "", "id"])]: chance.pick(MONSTERS) };
    return { ...value, [field]: chance.pick(MONSTERS) };
  }

  return { fitting, broken };
}
