// Mends an answer towards the zod schema that it has to fit, so that one wrong word does not cost a whole answer. What cannot be mended
// takes the smallest thing around it that may be missing along: an optional property, an item of a list. Pure.
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
  /** Faults are sentences with the path of what is wrong. */
  | { kind: "unusable"; faults: string[] };

/**
 * What fits already is given as it is. Else, by the kind of the schema:
 * - an object: properties that the schema does not know are dropped, misspelt ones are found; a list around it or instead of its only
 *   list is taken apart; it falls when it has nothing of the schema, or when a property that must be there falls;
 * - a list: a missing one is empty, a single item makes a list, items that fall are dropped, those too many are cut off; it falls when
 *   too few are left;
 * - a text: a missing one is empty where that is allowed, numbers and lists of texts become texts, one too long is cut at a word;
 * - a number: read out of a text, rounded, and moved into its bounds; a missing one is 0, or the bound that is nearest to it;
 * - an enum: the nearest option by letters, else the first one, which is its default;
 * - a truth: "true", "yes" and 1 are true; a missing one is false;
 * - what may be null or absent becomes so instead of falling.
 */
export function repairAnswer<Answer>(
  schema: z.ZodType<Answer>,
  value: unknown,
  mends: RepairCounter,
): RepairedAnswer<Answer> {
  const mending: RepairLog = { counted: [], faults: [] };
  const mended = repair(schema, value, { ...mending, path: [] });
  const parsed = mended === UNREPAIRABLE ? undefined : schema.safeParse(mended);
  if (parsed === undefined || !parsed.success) {
    return { kind: "unusable", faults: mending.faults.length > 0 ? mending.faults : ["it is no answer"] };
  }
  for (const fault of mending.counted) mends.count(fault);
  return { kind: "fits", answer: parsed.data };
}

/** The mended value as the schema's input; undefined where it is absent. */
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

/** What is not there, or cannot be mended, is absent or null, as its schema allows. */
function orElse(absent: undefined | null, inner: Schema, value: unknown, at: RepairSite): unknown {
  if (value === undefined || value === null) {
    countFault(at, "missing");
    return absent;
  }
  const before = at.counted.length;
  const mended = repair(inner, value, at);
  if (mended !== UNREPAIRABLE) return mended;
  at.counted.length = before;
  countFault(at, "unusable");
  return absent;
}

function repairUnion({ options }: z.ZodUnion, value: unknown, at: RepairSite): unknown {
  const tried = options.map((option) => {
    const mending = { ...at, counted: [], faults: [] };
    return { mended: repair(option, value, mending), ...mending };
  });
  const [best] = tried
    .filter(({ mended }) => mended !== UNREPAIRABLE)
    .toSorted((a, b) => a.counted.length - b.counted.length);
  if (best === undefined) return reject(at, "it has none of the forms that are allowed");
  at.counted.push(...best.counted);
  return best.mended;
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
    const mended = repair(inner, propertyOf(found, key, at), { ...at, path: [...at.path, key] });
    if (mended === UNREPAIRABLE) falls = true;
    else if (mended !== undefined) kept[key] = mended;
  }
  const settled = falls ? UNREPAIRABLE : checkRepaired(schema, kept, at);
  if (settled === UNREPAIRABLE) at.counted.length = before;
  return settled;
}

/** An object with nothing of the schema is another thing; an empty one is meant as a property alone. */
function mayBeMeant(found: Record<string, unknown>, { shape }: z.ZodObject, { path }: RepairSite): boolean {
  if (Object.keys(found).length === 0) return typeof path.at(-1) === "string";
  return Object.keys(shape).some((key) => keyIn(found, key) !== undefined);
}

/** The object itself, or the one that a list around it or instead of it stands for. */
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
    const mended = repair(schema.element, item, { ...at, path: [...at.path, index] });
    if (mended !== UNREPAIRABLE) kept.push(mended);
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
