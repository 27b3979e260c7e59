// Repairs an answer to fit its zod schema, so that one wrong word does not cost the whole answer. A value that cannot be repaired is
// dropped with the smallest enclosing part that may be missing: an optional property, an item of a list. Pure.
import * as z from "zod";
import {
  boundOf,
  checkRepaired,
  countFault,
  type RepairLog,
  type RepairSite,
  reject,
  type Schema,
  UNREPAIRABLE,
} from "./repair-log.ts";
import { repairScalar } from "./repair-scalar.ts";
import type { RepairCounter } from "./text-question.ts";

export type RepairedAnswer<Answer> =
  | { kind: "fits"; answer: Answer }
  /** One sentence per fault, with its path. */
  | { kind: "unusable"; faults: string[] };

/**
 * Returns a value that fits unchanged. Otherwise, by kind of schema:
 * - object: drops unknown properties and matches misspelt ones; unwraps a list around the object, or wraps a list given instead of its only
 *   list property. Unrepairable if it has no property of the schema, or if a required property is unrepairable;
 * - array: missing becomes empty, a single item becomes an array, unrepairable and surplus items are dropped. Unrepairable if too few are
 *   left;
 * - string: missing becomes empty if allowed, numbers and lists of strings are converted, a long string is cut at a word;
 * - number: parsed from a string, rounded, clamped to its bounds; missing becomes 0 or the nearest bound;
 * - enum: the option with the nearest spelling, else the first option, which is the default;
 * - boolean: "true", "yes" and 1 are true; missing becomes false;
 * - optional or nullable: absent or null instead of unrepairable.
 */
export function repairAnswer<Answer>(
  schema: z.ZodType<Answer>,
  value: unknown,
  repairs: RepairCounter,
): RepairedAnswer<Answer> {
  const repairLog: RepairLog = { counted: [], faults: [] };
  const repaired = repair(schema, value, { ...repairLog, path: [] });
  const parsed = repaired === UNREPAIRABLE ? undefined : schema.safeParse(repaired);
  if (parsed === undefined || !parsed.success) {
    return { kind: "unusable", faults: repairLog.faults.length > 0 ? repairLog.faults : ["it is no answer"] };
  }
  for (const fault of repairLog.counted) repairs.count(fault);
  return { kind: "fits", answer: parsed.data };
}

/** The repaired value as input of the schema; undefined if it is absent. */
function repair(schema: Schema, value: unknown, at: RepairSite): unknown {
  if (z.safeParse(schema, value).success) return value;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return orElse(undefined, schema.unwrap(), value, at);
  }
  if (schema instanceof z.ZodNullable) return orElse(null, schema.unwrap(), value, at);
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodLazy) {
    return repair(schema.unwrap(), value, at);
  }
  if (schema instanceof z.ZodUnion) return repairUnion(schema, value, at);
  if (schema instanceof z.ZodObject) return repairObject(schema, value, at);
  if (schema instanceof z.ZodArray) return repairArray(schema, value, at);
  return repairScalar(schema, value, at);
}

/** A missing or unrepairable value becomes absent or null, as its schema allows. */
function orElse(absent: undefined | null, inner: Schema, value: unknown, at: RepairSite): unknown {
  if (value === undefined || value === null) {
    countFault(at, "missing");
    return absent;
  }
  const before = at.counted.length;
  const repaired = repair(inner, value, at);
  if (repaired !== UNREPAIRABLE) return repaired;
  at.counted.length = before;
  countFault(at, "unusable");
  return absent;
}

function repairUnion({ options }: z.ZodUnion, value: unknown, at: RepairSite): unknown {
  const tried = options.map((option) => {
    const repairLog = { ...at, counted: [], faults: [] };
    return { repaired: repair(option, value, repairLog), ...repairLog };
  });
  const [best] = tried
    .filter(({ repaired }) => repaired !== UNREPAIRABLE)
    .toSorted((a, b) => a.counted.length - b.counted.length);
  if (best === undefined) return reject(at, "it has none of the forms that are allowed");
  at.counted.push(...best.counted);
  return best.repaired;
}

const RecordSchema = z.record(z.string(), z.unknown());

function repairObject(schema: z.ZodObject, value: unknown, at: RepairSite): unknown {
  const found = objectIn(schema, value, at);
  if (found === undefined) return reject(at, "it must be an object");
  if (!mayBeMeant(found, schema, at)) {
    return reject(at, `it must have ${Object.keys(schema.shape).join(", ")}`);
  }
  const before = at.counted.length;
  const kept: Record<string, unknown> = {};
  let falls = false;
  for (const [key, inner] of Object.entries(schema.shape)) {
    const repaired = repair(inner, propertyOf(found, key, at), { ...at, path: [...at.path, key] });
    if (repaired === UNREPAIRABLE) falls = true;
    else if (repaired !== undefined) kept[key] = repaired;
  }
  const settled = falls ? UNREPAIRABLE : checkRepaired(schema, kept, at);
  if (settled === UNREPAIRABLE) at.counted.length = before;
  return settled;
}

/** Whether an object may be meant for the schema: it has one of its properties, or it is an empty object given for a property. */
function mayBeMeant(found: Record<string, unknown>, { shape }: z.ZodObject, { path }: RepairSite): boolean {
  if (Object.keys(found).length === 0) return typeof path.at(-1) === "string";
  return Object.keys(shape).some((key) => keyIn(found, key) !== undefined);
}

/** The object itself, or the one that a list around it or in place of it implies. */
function objectIn(
  { shape }: z.ZodObject,
  value: unknown,
  at: RepairSite,
): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return {};
  if (!Array.isArray(value)) return RecordSchema.safeParse(value).data;
  const [only, second] = value;
  const inner = RecordSchema.safeParse(only).data;
  if (second === undefined && inner !== undefined && Object.keys(shape).some((key) => key in inner)) {
    countFault(at, "misplaced");
    return inner;
  }
  const [list, another] = Object.keys(shape).filter((key) => shape[key] instanceof z.ZodArray);
  if (list === undefined || another !== undefined) return undefined;
  countFault(at, "misplaced");
  return { [list]: value };
}

function propertyOf(found: Record<string, unknown>, key: string, at: RepairSite): unknown {
  const own = keyIn(found, key);
  if (own === undefined) return undefined;
  if (own !== key) countFault(at, "misspelt key of");
  return found[own];
}

/** The key itself, or the only one with the same letters: `also_holds` for `alsoHolds`. */
function keyIn(found: Record<string, unknown>, key: string): string | undefined {
  if (Object.hasOwn(found, key)) return key;
  const [alike, second] = Object.keys(found).filter((one) => lettersOf(one) === lettersOf(key));
  return second === undefined ? alike : undefined;
}

const lettersOf = (key: string) => key.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();

function repairArray(schema: z.ZodArray, value: unknown, at: RepairSite): unknown {
  const before = at.counted.length;
  const items = listOf(schema, value, at);
  const kept: unknown[] = [];
  for (const [index, item] of items.entries()) {
    const counted = at.counted.length;
    const repaired = repair(schema.element, item, { ...at, path: [...at.path, index] });
    if (repaired !== UNREPAIRABLE) kept.push(repaired);
    else {
      at.counted.length = counted;
      countFault(at, "unusable");
    }
  }
  const most = boundOf(schema, kept, "too_big");
  if (most !== undefined) {
    countFault(at, "too many", kept.length - most.limit);
    kept.length = most.limit;
  }
  const settled = checkRepaired(schema, kept, at);
  if (settled === UNREPAIRABLE) at.counted.length = before;
  return settled;
}

function listOf({ element }: z.ZodArray, value: unknown, at: RepairSite): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === undefined || value === null) {
    countFault(at, "missing");
    return [];
  }
  countFault(at, "single");
  const isOfTexts = typeof value === "string" && !(element instanceof z.ZodObject);
  return isOfTexts ? value.split(/[,、，]\s*/) : [value];
}
