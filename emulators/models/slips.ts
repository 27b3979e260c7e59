// Slips: the typical small errors of models in JSON answers, inserted at set rates. They are placed by the schema's types and by the
// names of keys, so they work for any schema.
import type { Random } from "./random.ts";
import type { JsonSchema } from "./wire.ts";

export const SLIPS = [
  ...(["units-out-of-order", "unit-twice", "speech-unsaid", "letters-changed", "text-too-long"] as const),
  ...(["name-for-id", "fenced", "empty-string", "extra-items"] as const),
  ...(["number-as-string", "unknown-enum-word", "optional-missing"] as const),
] as const;
export type Slip = (typeof SLIPS)[number];

export interface SlipOptions {
  random: Random;
  /** Share of answers with each slip. */
  rateOf(slip: Slip): number;
  /** Names by id, such as `c1`: Mina. */
  names: ReadonlyMap<string, string>;
}

/** Inserts slips. Returns the answer's text and the inserted slips. Mutates `value`. */
export function withSlips(
  value: unknown,
  schema: JsonSchema,
  { random, rateOf, names }: SlipOptions,
): { text: string; slips: Slip[] } {
  const wanted = SLIPS.filter((slip) => random.isTrue(rateOf(slip)));
  const slips = wanted.filter((slip) => {
    if (slip === "fenced") return true;
    const applicable = sitesOf(schema, value).flatMap((site) => CHANGES[slip](site, { random, names }) ?? []);
    if (applicable.length === 0) return false;
    random.pick(applicable)();
    return true;
  });
  const text = JSON.stringify(value);
  return { text: slips.includes("fenced") ? fenced(text, random) : text, slips };
}

function fenced(text: string, random: Random): string {
  const lead = random.pick(["", "", "Here is the JSON you asked for:\n\n"]);
  return `${lead}\`\`\`json\n${text}\n\`\`\``;
}

/** A value and its container, in which it can be replaced or removed. */
interface ValueSite {
  /** The nearest property's name. */
  key: string;
  value: unknown;
  schema: JsonSchema;
  optional: boolean;
  replace(value: unknown): void;
  remove(): void;
}

function sitesOf(schema: JsonSchema, value: unknown, key = ""): ValueSite[] {
  const solid = schema.anyOf?.find(({ type }) => type !== "null") ?? schema;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const site: ValueSite = {
        ...{ key, value: item, schema: solid.items ?? {}, optional: false },
        replace: (other) => value.splice(index, 1, other),
        remove: () => value.splice(index, 1),
      };
      return [site, ...sitesOf(solid.items ?? {}, item, key)];
    });
  }
  if (!isObject(value)) return [];
  const required = new Set(solid.required ?? []);
  return Object.entries(value).flatMap(([name, item]) => {
    const inner = solid.properties?.[name] ?? {};
    const site: ValueSite = {
      ...{ key: name, value: item, schema: inner, optional: !required.has(name) },
      replace: (other) => {
        value[name] = other;
      },
      remove: () => {
        delete value[name];
      },
    };
    return [site, ...sitesOf(inner, item, name)];
  });
}

type Change = (site: ValueSite, options: Pick<SlipOptions, "random" | "names">) => (() => void) | undefined;

/** The change that each slip makes at a site. Undefined if it does not apply. */
const CHANGES: Record<Exclude<Slip, "fenced">, Change> = {
  "units-out-of-order": ({ key, value, replace }, { random }) => {
    if (key === "units" && Array.isArray(value) && value.length > 1) {
      return () => {
        const at = random.between(0, value.length - 2);
        value.splice(at, 2, value[at + 1], value[at]);
      };
    }
    const number = ENDS.test(key) && typeof value === "string" ? UNIT_ID.exec(value)?.[1] : undefined;
    if (number === undefined) return undefined;
    const other = Math.max(1, Number(number) + random.pick([-2, -1, 1, 2]));
    return () => replace(`u${String(other).padStart(number.length, "0")}`);
  },
  "unit-twice": ({ key, value }, { random }) => {
    if (key !== "units" || !Array.isArray(value) || value.length === 0) return undefined;
    return () => value.push(random.pick(value));
  },
  "speech-unsaid": ({ value, remove }) =>
    isObject(value) && typeof value.unit === "string" ? remove : undefined,
  "letters-changed": ({ key, value, replace }, { random }) => {
    if (!SAID.test(key) || typeof value !== "string" || value.length < 4) return undefined;
    return () => replace(misspelt(value, random));
  },
  "text-too-long": ({ key, value, replace, schema }) => {
    if (!(SAID.test(key) || TOLD.test(key)) || typeof value !== "string" || schema.enum !== undefined)
      return undefined;
    return () => replace(`${value} ${value} ${value} `.repeat(3).trim());
  },
  "name-for-id": ({ value, replace }, { names }) => {
    const name = typeof value === "string" ? names.get(value) : undefined;
    return name === undefined ? undefined : () => replace(name);
  },
  "empty-string": ({ key, value, replace, schema }) => {
    if (typeof value !== "string" || key === "id" || key === "unit" || key === "units") return undefined;
    return schema.enum === undefined ? () => replace("") : undefined;
  },
  "extra-items": ({ key, value }) => {
    if (!Array.isArray(value) || value.length === 0 || key === "units") return undefined;
    return () => value.push(structuredClone(value.at(-1)));
  },
  "number-as-string": ({ value, replace }) =>
    typeof value === "number" ? () => replace(String(value)) : undefined,
  "unknown-enum-word": ({ value, replace, schema }, { random }) => {
    if (typeof value !== "string" || schema.enum === undefined) return undefined;
    const capital = value.slice(0, 1).toUpperCase() + value.slice(1);
    return () => replace(random.pick([capital, value.replaceAll("-", " "), `very ${value}`, "other"]));
  },
  "optional-missing": ({ optional, remove }) => (optional ? remove : undefined),
};

/** Keys whose value is the first or last unit of something. */
const ENDS = /^(?:from|to|first|last)$/;
const UNIT_ID = /^u(\d+)$/;
/** Keys of verbatim speech. */
const SAID = /^(?:text|line|caption|quote|said)$/;
/** Keys of free text. */
const TOLD = /^(?:action|what|description|world|place|look|moment)$/;

/** Drops or doubles a letter, swaps two letters, or changes the final punctuation mark. */
function misspelt(text: string, random: Random): string {
  const letters = [...text];
  const at = random.between(1, letters.length - 2);
  const before = letters.slice(0, at);
  const [here = "", next = "", ...after] = letters.slice(at);
  const misspellings = [
    [...before, next, ...after],
    [...before, here, here, next, ...after],
    [...before, next, here, ...after],
    [...letters.slice(0, -1), random.pick(["…", "!", "。", "."])],
  ];
  return random.pick(misspellings.map((spelt) => spelt.join("")).filter((spelt) => spelt !== text));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
