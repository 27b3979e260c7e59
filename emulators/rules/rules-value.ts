// The values of the rules language, and one more kind for queries: a value of which only facts from the query's filters are known.
// https://firebase.google.com/docs/reference/rules

export type RulesValue =
  | { readonly type: "null" }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "int"; readonly value: bigint }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "bytes"; readonly value: Buffer }
  /** Nanoseconds since 1970. */
  | { readonly type: "timestamp"; readonly value: bigint }
  /** Nanoseconds. */
  | { readonly type: "duration"; readonly value: bigint }
  | { readonly type: "latlng"; readonly latitude: number; readonly longitude: number }
  | PathValue
  | ListValue
  | SetValue
  | MapValue
  | { readonly type: "map_diff"; readonly before: MapValue; readonly after: MapValue }
  | UnknownValue;

export interface ListValue {
  readonly type: "list";
  readonly items: readonly RulesValue[];
}

export interface SetValue {
  readonly type: "set";
  readonly items: readonly RulesValue[];
}

export interface PathValue {
  readonly type: "path";
  readonly segments: readonly string[];
}

export interface MapValue {
  readonly type: "map";
  readonly entries: ReadonlyMap<string, RulesValue>;
  /** Whether there may be further, unknown entries. */
  readonly isPartial?: boolean;
}

export interface Bound {
  readonly value: RulesValue;
  readonly isInclusive: boolean;
}

/** The facts about an unknown value. */
export interface UnknownValue {
  readonly type: "unknown";
  readonly min?: Bound;
  readonly max?: Bound;
  /** The value equals none of these. */
  readonly excluded?: readonly RulesValue[];
  /** The value is a list that contains these items. */
  readonly contains?: readonly RulesValue[];
}

/** A boolean that may be unknown. */
export type Truth = boolean | "unknown";

/** An error of an expression, which then does not allow. */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
  /** Line of the expression, set when the error propagates. */
  line: number | null = null;
}

export const NULL_VALUE: RulesValue = { type: "null" };
export const UNKNOWN: UnknownValue = { type: "unknown" };

export const boolOf = (value: Truth): RulesValue => (value === "unknown" ? UNKNOWN : { type: "bool", value });
export const stringOf = (value: string): RulesValue => ({ type: "string", value });
export const floatOf = (value: number): RulesValue => ({ type: "float", value });
export const listOf = (items: readonly RulesValue[]): RulesValue => ({ type: "list", items });

/** Throws if the integer does not fit 64 bits. */
export function intOf(value: bigint | number): RulesValue {
  const exact = BigInt(value);
  if (BigInt.asIntN(64, exact) !== exact) throw new EvaluationError("the integer does not fit 64 bits");
  return { type: "int", value: exact };
}

/** The range of google.protobuf.Timestamp: the years 1 to 9999. */
const FIRST_TIME = -62_135_596_800_000_000_000n;
const LAST_TIME = 253_402_300_799_999_999_999n;
/** The range of google.protobuf.Duration: ten thousand years. */
const LONGEST = 315_576_000_000_000_000_000n;

export function timestampOf(nanos: bigint): RulesValue {
  if (nanos < FIRST_TIME || nanos > LAST_TIME) throw new EvaluationError("a timestamp is out of range");
  return { type: "timestamp", value: nanos };
}

export function durationOf(nanos: bigint): RulesValue {
  if (nanos < -LONGEST || nanos > LONGEST) throw new EvaluationError("a duration is out of range");
  return { type: "duration", value: nanos };
}

export function mapOf(entries: Iterable<readonly [string, RulesValue]>): MapValue {
  return { type: "map", entries: new Map(entries) };
}

export function setOf(items: readonly RulesValue[]): SetValue {
  const distinct: RulesValue[] = [];
  for (const item of items) if (includes(distinct, item) !== true) distinct.push(item);
  return { type: "set", items: distinct };
}

/** Whether the value is unknown in whole or in part. */
export function isOpaque(value: RulesValue): boolean {
  switch (value.type) {
    case "unknown":
      return true;
    case "list":
    case "set":
      return value.items.some(isOpaque);
    case "map":
      return value.isPartial === true || [...value.entries.values()].some(isOpaque);
    case "map_diff":
      return isOpaque(value.before) || isOpaque(value.after);
    default:
      return false;
  }
}

export function not(truth: Truth): Truth {
  return truth === "unknown" ? truth : !truth;
}

/** True if any operand is true, else unknown if any is unknown. */
export function anyOf<T>(items: Iterable<T>, test: (item: T) => Truth): Truth {
  let result: Truth = false;
  for (const item of items) {
    const truth = test(item);
    if (truth === true) return true;
    if (truth === "unknown") result = truth;
  }
  return result;
}

export function allOf<T>(items: Iterable<T>, test: (item: T) => Truth): Truth {
  return not(anyOf(items, (item) => not(test(item))));
}

export function includes(items: readonly RulesValue[], wanted: RulesValue): Truth {
  return anyOf(items, (item) => equals(item, wanted));
}

/** Values of different types are unequal. Integers and floats are compared by number. */
export function equals(left: RulesValue, right: RulesValue): Truth {
  if (left.type === "unknown") return equalsUnknown(left, right);
  if (right.type === "unknown") return equalsUnknown(right, left);
  switch (left.type) {
    case "null":
      return right.type === "null";
    case "int":
    case "float":
      // JavaScript compares a bigint with a number exactly.
      return (
        (right.type === "int" || right.type === "float") && compareNumbers(left.value, right.value) === 0
      );
    case "bool":
    case "string":
    case "timestamp":
    case "duration":
      return right.type === left.type && right.value === left.value;
    case "bytes":
      return right.type === "bytes" && left.value.equals(right.value);
    case "latlng":
      return (
        right.type === "latlng" && right.latitude === left.latitude && right.longitude === left.longitude
      );
    case "path":
      return right.type === "path" && right.segments.join("/") === left.segments.join("/");
    case "list":
      if (right.type !== "list" || right.items.length !== left.items.length) return false;
      return allOf(left.items.keys(), (index) =>
        equals(left.items[index] ?? UNKNOWN, right.items[index] ?? UNKNOWN),
      );
    case "set":
      if (right.type !== "set") return false;
      return allOf([left, right], (one) =>
        allOf(one.items, (item) => includes((one === left ? right : left).items, item)),
      );
    case "map":
      return right.type === "map" && equalMaps(left, right);
    case "map_diff":
      if (right.type !== "map_diff") return false;
      return allOf(["before", "after"] as const, (side) => equalMaps(left[side], right[side]));
  }
}

function equalMaps(left: MapValue, right: MapValue): Truth {
  const keys = new Set([...left.entries.keys(), ...right.entries.keys()]);
  const truth = allOf(keys, (key) => {
    const [a, b] = [left.entries.get(key), right.entries.get(key)];
    if (a !== undefined && b !== undefined) return equals(a, b);
    return (a === undefined ? left : right).isPartial === true ? "unknown" : false;
  });
  return truth === true && (left.isPartial === true || right.isPartial === true) ? "unknown" : truth;
}

function equalsUnknown(unknown: UnknownValue, value: RulesValue): Truth {
  if (value.type === "unknown") return "unknown";
  if (anyOf(unknown.excluded ?? [], (each) => equals(each, value)) === true) return false;
  if (unknown.contains !== undefined && value.type !== "list") return false;
  const { min, max } = unknown;
  if (min !== undefined && max !== undefined && min.isInclusive && max.isInclusive) {
    if (equals(min.value, value) === true && equals(max.value, value) === true) return true;
  }
  for (const [bound, beyond] of [
    [min, -1],
    [max, 1],
  ] as const) {
    if (bound === undefined) continue;
    const order = compareOrNull(value, bound.value);
    // A bound implies the type.
    if (order === null || order === beyond || (order === 0 && !bound.isInclusive)) return false;
  }
  return "unknown";
}

function compareNumbers(left: bigint | number, right: bigint | number): -1 | 0 | 1 | null {
  if (left < right) return -1;
  // Equal, unless one of them is NaN.
  return left > right ? 1 : Number.isNaN(left) || Number.isNaN(right) ? null : 0;
}

/** Null if the language does not order two known values (such as NaN). */
export function compareOrNull(left: RulesValue, right: RulesValue): -1 | 0 | 1 | null {
  const isNumber = (value: RulesValue) => value.type === "int" || value.type === "float";
  if ((left.type === "int" || left.type === "float") && (right.type === "int" || right.type === "float")) {
    return compareNumbers(left.value, right.value);
  }
  if (isNumber(left) || isNumber(right)) return null;
  if (left.type === "string" && right.type === "string") {
    return Math.sign(Buffer.compare(Buffer.from(left.value), Buffer.from(right.value))) as -1 | 0 | 1;
  }
  if (
    (left.type === "timestamp" && right.type === "timestamp") ||
    (left.type === "duration" && right.type === "duration")
  ) {
    return compareNumbers(left.value, right.value);
  }
  return null;
}
