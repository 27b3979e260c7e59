// Mends an answer towards the zod schema that it has to fit, so that one wrong word does not cost a whole answer. What cannot be mended
// takes the smallest thing around it that may be missing along: an optional property, an item of a list. Pure.
import * as z from "zod";
import { toDotPath } from "zod/v4/core";
import { nearestWord } from "./nearest-word.ts";
import type { Mends } from "./text-question.ts";

type Schema = z.core.$ZodType;

export type Mended<Answer> =
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
export function mendAnswer<Answer>(schema: z.ZodType<Answer>, value: unknown, mends: Mends): Mended<Answer> {
  const mending: Mending = { counted: [], faults: [] };
  const mended = mend(schema, value, { ...mending, path: [] });
  const parsed = mended === FALLEN ? undefined : schema.safeParse(mended);
  if (parsed === undefined || !parsed.success) {
    return { kind: "unusable", faults: mending.faults.length > 0 ? mending.faults : ["it is no answer"] };
  }
  for (const fault of mending.counted) mends.count(fault);
  return { kind: "fits", answer: parsed.data };
}

interface Mending {
  counted: string[];
  faults: string[];
}
interface At extends Mending {
  path: readonly (string | number)[];
}

/** What a value becomes that cannot be mended. */
const FALLEN = Symbol("fallen");

/** The mended value as the schema's input; undefined where it is absent. */
function mend(schema: Schema, value: unknown, at: At): unknown {
  if (z.safeParse(schema, value).success) return value;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return orElse(undefined, schema.unwrap(), value, at);
  }
  if (schema instanceof z.ZodNullable) return orElse(null, schema.unwrap(), value, at);
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodLazy) {
    return mend(schema.unwrap(), value, at);
  }
  if (schema instanceof z.ZodUnion) return mendUnion(schema, value, at);
  if (schema instanceof z.ZodObject) return mendObject(schema, value, at);
  if (schema instanceof z.ZodArray) return mendArray(schema, value, at);
  return mendPlain(schema, value, at);
}

/** What is not there, or cannot be mended, is absent or null, as its schema allows. */
function orElse(absent: undefined | null, inner: Schema, value: unknown, at: At): unknown {
  if (value === undefined || value === null) {
    count(at, "missing");
    return absent;
  }
  const before = at.counted.length;
  const mended = mend(inner, value, at);
  if (mended !== FALLEN) return mended;
  at.counted.length = before;
  count(at, "unusable");
  return absent;
}

function mendUnion({ options }: z.ZodUnion, value: unknown, at: At): unknown {
  const tried = options.map((option) => {
    const mending = { ...at, counted: [], faults: [] };
    return { mended: mend(option, value, mending), ...mending };
  });
  const [best] = tried
    .filter(({ mended }) => mended !== FALLEN)
    .toSorted((a, b) => a.counted.length - b.counted.length);
  if (best === undefined) return fall(at, "it has none of the forms that are allowed");
  at.counted.push(...best.counted);
  return best.mended;
}

const RecordSchema = z.record(z.string(), z.unknown());

function mendObject(schema: z.ZodObject, value: unknown, at: At): unknown {
  const found = objectIn(schema, value, at);
  if (found === undefined) return fall(at, "it must be an object");
  if (!mayBeMeant(found, schema, at)) {
    return fall(at, `it must have ${Object.keys(schema.shape).join(", ")}`);
  }
  const before = at.counted.length;
  const kept: Record<string, unknown> = {};
  let falls = false;
  for (const [key, inner] of Object.entries(schema.shape)) {
    const mended = mend(inner, propertyOf(found, key, at), { ...at, path: [...at.path, key] });
    if (mended === FALLEN) falls = true;
    else if (mended !== undefined) kept[key] = mended;
  }
  const settled = falls ? FALLEN : settle(schema, kept, at);
  if (settled === FALLEN) at.counted.length = before;
  return settled;
}

/** An object with nothing of the schema is another thing; an empty one is meant as a property alone. */
function mayBeMeant(found: Record<string, unknown>, { shape }: z.ZodObject, { path }: At): boolean {
  if (Object.keys(found).length === 0) return typeof path.at(-1) === "string";
  return Object.keys(shape).some((key) => keyIn(found, key) !== undefined);
}

/** The object itself, or the one that a list around it or instead of it stands for. */
function objectIn({ shape }: z.ZodObject, value: unknown, at: At): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return {};
  if (!Array.isArray(value)) return RecordSchema.safeParse(value).data;
  const [only, second] = value;
  const inner = RecordSchema.safeParse(only).data;
  if (second === undefined && inner !== undefined && Object.keys(shape).some((key) => key in inner)) {
    count(at, "misplaced");
    return inner;
  }
  const [list, another] = Object.keys(shape).filter((key) => shape[key] instanceof z.ZodArray);
  if (list === undefined || another !== undefined) return undefined;
  count(at, "misplaced");
  return { [list]: value };
}

function propertyOf(found: Record<string, unknown>, key: string, at: At): unknown {
  const own = keyIn(found, key);
  if (own === undefined) return undefined;
  if (own !== key) count(at, "misspelt key of");
  return found[own];
}

/** The key itself, or the only one with the same letters: `also_holds` for `alsoHolds`. */
function keyIn(found: Record<string, unknown>, key: string): string | undefined {
  if (Object.hasOwn(found, key)) return key;
  const [alike, second] = Object.keys(found).filter((one) => lettersOf(one) === lettersOf(key));
  return second === undefined ? alike : undefined;
}

const lettersOf = (key: string) => key.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();

function mendArray(schema: z.ZodArray, value: unknown, at: At): unknown {
  const before = at.counted.length;
  const items = listOf(schema, value, at);
  const kept: unknown[] = [];
  for (const [index, item] of items.entries()) {
    const counted = at.counted.length;
    const mended = mend(schema.element, item, { ...at, path: [...at.path, index] });
    if (mended !== FALLEN) kept.push(mended);
    else {
      at.counted.length = counted;
      count(at, "unusable");
    }
  }
  const most = boundOf(schema, kept, "too_big");
  if (most !== undefined) {
    count(at, "too many", kept.length - most.limit);
    kept.length = most.limit;
  }
  const settled = settle(schema, kept, at);
  if (settled === FALLEN) at.counted.length = before;
  return settled;
}

function listOf({ element }: z.ZodArray, value: unknown, at: At): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === undefined || value === null) {
    count(at, "missing");
    return [];
  }
  count(at, "single");
  const isOfTexts = typeof value === "string" && !(element instanceof z.ZodObject);
  return isOfTexts ? value.split(/[,、，]\s*/) : [value];
}

function mendPlain(schema: Schema, value: unknown, at: At): unknown {
  switch (schema._zod.def.type) {
    case "string":
      return mendString(schema, value, at);
    case "number":
      return mendNumber(schema, value, at);
    case "boolean":
      return mendBoolean(value, at);
    case "enum":
    case "literal":
      return mendEnum(schema, value, at);
    default:
      return settle(schema, value, at);
  }
}

function mendString(schema: Schema, value: unknown, at: At): unknown {
  const text = textOf(value);
  if (text === undefined) return fall(at, "it must be a text");
  if (typeof value !== "string") count(at, value === undefined || value === null ? "missing" : "mistyped");
  const most = boundOf(schema, text, "too_big");
  if (most !== undefined) {
    count(at, "too long");
    return settle(schema, cutText(text, most.limit), at);
  }
  if (z.safeParse(schema, text).success) return text;
  const tidy = [text.trim(), text.trim().toLowerCase()].find((one) => z.safeParse(schema, one).success);
  if (tidy === undefined) return settle(schema, text, at);
  count(at, "misspelt");
  return tidy;
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(" ");
  return typeof value === "string" ? value : undefined;
}

/** At most so many UTF-16 units, ending at the end of a sentence or a word where there is one in the second half. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  if (cut === text) return text;
  const endings = [/^.*[。．.!?！？」』”"]/s, /^.*(?=\s)/s].map((ending) => ending.exec(cut)?.[0] ?? "");
  return endings.find((ending) => ending.length > most / 2) ?? cut;
}

function mendNumber(schema: Schema, value: unknown, at: At): unknown {
  let number = numberOf(value);
  if (number === undefined) return fall(at, "it must be a number");
  if (typeof value !== "number") count(at, typeof value === "string" ? "mistyped" : "missing");
  if (!z.safeParse(schema, number).success) {
    // A bound that is not inclusive is moved past by one: such bounds stand on whole numbers.
    const isFraction = z.safeParse(schema, number).error?.issues.some(({ code }) => code === "invalid_type");
    if (isFraction) number = Math.round(number);
    const most = boundOf(schema, number, "too_big");
    if (most !== undefined) number = most.isInclusive ? most.limit : most.limit - 1;
    const least = boundOf(schema, number, "too_small");
    if (least !== undefined) number = least.isInclusive ? least.limit : least.limit + 1;
    if (typeof value === "number") count(at, "out of range");
  }
  return settle(schema, number, at);
}

function numberOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const [digits, second] = value.normalize("NFKC").match(/-?\d+(?:\.\d+)?/g) ?? [];
  return digits === undefined || second !== undefined ? undefined : Number(digits);
}

const YES = new Set<unknown>(["true", "yes", "はい", "1", 1]);

function mendBoolean(value: unknown, at: At): boolean {
  count(at, value === undefined || value === null ? "missing" : "mistyped");
  return YES.has(typeof value === "string" ? value.trim().toLowerCase() : value);
}

function mendEnum(schema: Schema, value: unknown, at: At): unknown {
  const options = [...(schema._zod.values ?? [])];
  const words = options.filter((option) => typeof option === "string");
  const nearest = typeof value === "string" ? nearestWord(value, words) : undefined;
  if (nearest !== undefined) count(at, "misspelt");
  else count(at, value === undefined || value === null ? "missing" : "unknown");
  return settle(schema, nearest ?? options[0], at);
}

interface Limit {
  limit: number;
  isInclusive: boolean;
}

/** The bound of the schema itself that the value is beyond. */
function boundOf(schema: Schema, value: unknown, code: "too_big" | "too_small"): Limit | undefined {
  for (const issue of z.safeParse(schema, value).error?.issues ?? []) {
    if (issue.path.length > 0 || issue.code !== code) continue;
    const limit = issue.code === "too_big" ? issue.maximum : issue.minimum;
    return { limit: Number(limit), isInclusive: issue.inclusive !== false };
  }
  return undefined;
}

/** The value if it fits by now; else it falls, and its faults are kept. */
function settle(schema: Schema, value: unknown, at: At): unknown {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return value;
  for (const issue of parsed.error.issues)
    fall({ ...at, path: [...at.path, ...pathOf(issue)] }, issue.message);
  return FALLEN;
}

const pathOf = ({ path }: z.core.$ZodIssue) =>
  path.map((key) => (typeof key === "symbol" ? String(key) : key));

function fall({ faults, path }: At, message: string): typeof FALLEN {
  faults.push(path.length === 0 ? message : `${toDotPath(path)}: ${message}`);
  return FALLEN;
}

/** Faults are counted by kind and by the name of the property, wherever in the answer it stands: `unknown place`. */
function count({ counted, path }: At, kind: string, times = 1): void {
  const name = path.findLast((key) => typeof key === "string") ?? "answer";
  for (let time = 0; time < times; time += 1) counted.push(`${kind} ${name}`);
}
