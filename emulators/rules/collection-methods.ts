// The methods of lists, sets, maps and map diffs.
import {
  allOf,
  anyOf,
  boolOf,
  EvaluationError,
  equals,
  includes,
  intOf,
  isOpaque,
  type ListValue,
  listOf,
  type MapValue,
  type RulesValue,
  type SetValue,
  setOf,
  stringOf,
  UNKNOWN,
  type UnknownValue,
} from "./rules-value.ts";

/** A method's result for its arguments. Undefined if there is no such method with this number of arguments. */
export type Result = RulesValue | undefined;

/** The items of an argument that must be a list or a set. Null if they are unknown. */
function itemsOf(value: RulesValue | undefined): readonly RulesValue[] | null {
  if (value?.type === "list" || value?.type === "set") return value.items;
  if (value?.type === "unknown") return null;
  throw new EvaluationError(`expected a list or a set, not ${value?.type ?? "nothing"}`);
}

export function collectionMethod(
  receiver: ListValue | SetValue,
  name: string,
  [first, ...others]: readonly RulesValue[],
): Result {
  const { items } = receiver;
  if (others.length > 0) return undefined;
  if (first === undefined) {
    if (name === "size") return intOf(items.length);
    if (name === "toSet" && receiver.type === "list") return items.some(isOpaque) ? UNKNOWN : setOf(items);
    return undefined;
  }
  if (name === "join" && receiver.type === "list") return join(items, first);
  const isList = receiver.type === "list" && ["concat", "removeAll"].includes(name);
  const isSet = receiver.type === "set" && ["difference", "intersection", "union"].includes(name);
  const isQuestion = ["hasAll", "hasAny", "hasOnly"].includes(name);
  if (!isList && !isSet && !isQuestion) return undefined;
  const given = itemsOf(first);
  if (given === null) return UNKNOWN;
  if (name === "hasAll") return boolOf(allOf(given, (each) => includes(items, each)));
  if (name === "hasAny") return boolOf(anyOf(given, (each) => includes(items, each)));
  if (name === "hasOnly") return boolOf(allOf(items, (each) => includes(given, each)));
  if (name === "concat") return listOf([...items, ...given]);
  if (items.some(isOpaque) || given.some(isOpaque)) return UNKNOWN;
  if (name === "union") return setOf([...items, ...given]);
  const isShared = (each: RulesValue) => includes(given, each) === true;
  if (name === "intersection") return setOf(items.filter(isShared));
  const rest = items.filter((each) => !isShared(each));
  return receiver.type === "list" ? listOf(rest) : setOf(rest);
}

function join(items: readonly RulesValue[], separator: RulesValue): Result {
  if (separator.type !== "string") throw new EvaluationError("the separator of join must be a string");
  if (items.some(isOpaque)) return UNKNOWN;
  const texts = items.map((item) => {
    if (item.type !== "string") throw new EvaluationError(`join takes only strings, not ${item.type}`);
    return item.value;
  });
  return stringOf(texts.join(separator.value));
}

/** A method of a list of which only facts from a query's filters are known. */
export function unknownMethod(
  { contains = [] }: UnknownValue,
  name: string,
  args: readonly RulesValue[],
): RulesValue {
  const [first] = args;
  const given = first?.type === "list" || first?.type === "set" ? first.items : null;
  if (given === null || args.length !== 1) return UNKNOWN;
  const isSure = (each: RulesValue) => includes(contains, each) === true;
  if (name === "hasAll" && given.every(isSure)) return boolOf(true);
  return name === "hasAny" && given.some(isSure) ? boolOf(true) : UNKNOWN;
}

export function mapMethod(map: MapValue, name: string, args: readonly RulesValue[]): Result {
  const [first, second] = args;
  if (name === "get" && first !== undefined && second !== undefined && args.length === 2) {
    return getOrDefault(map, first, second);
  }
  if (name === "diff" && first !== undefined && args.length === 1) {
    if (first.type === "unknown") return UNKNOWN;
    if (first.type !== "map")
      throw new EvaluationError(`the argument of diff must be a map, not ${first.type}`);
    return { type: "map_diff", after: map, before: first };
  }
  if (args.length > 0) return undefined;
  const keys = [...map.entries.keys()].map(stringOf);
  switch (name) {
    case "keys":
      return map.isPartial === true ? { type: "unknown", contains: keys } : listOf(keys);
    case "values":
      return map.isPartial === true ? UNKNOWN : listOf([...map.entries.values()]);
    case "size":
      return map.isPartial === true ? UNKNOWN : intOf(map.entries.size);
    default:
      return undefined;
  }
}

/** `get("a", default)`, or `get(["a", "b"], default)` for a nested key. */
function getOrDefault(map: MapValue, key: RulesValue, fallback: RulesValue): RulesValue {
  const keys = key.type === "list" ? key.items : [key];
  let current: RulesValue = map;
  for (const each of keys) {
    if (each.type === "unknown" || current.type === "unknown") return UNKNOWN;
    if (each.type !== "string") throw new EvaluationError(`a key must be a string, not ${each.type}`);
    if (current.type !== "map") return fallback;
    const found: RulesValue | undefined = current.entries.get(each.value);
    if (found === undefined) return current.isPartial === true ? UNKNOWN : fallback;
    current = found;
  }
  return current;
}

/** Sets of the keys that differ between two maps. */
export function diffMethod(before: MapValue, after: MapValue, name: string): Result {
  const all = [...new Set([...before.entries.keys(), ...after.entries.keys()])];
  const isKept = (key: string) => before.entries.has(key) && after.entries.has(key);
  const isSame = (key: string) =>
    equals(before.entries.get(key) ?? UNKNOWN, after.entries.get(key) ?? UNKNOWN) === true;
  const tests: Readonly<Record<string, (key: string) => boolean>> = {
    addedKeys: (key) => !before.entries.has(key),
    removedKeys: (key) => !after.entries.has(key),
    changedKeys: (key) => isKept(key) && !isSame(key),
    unchangedKeys: (key) => isKept(key) && isSame(key),
    affectedKeys: (key) => !isKept(key) || !isSame(key),
  };
  const test = Object.hasOwn(tests, name) ? tests[name] : undefined;
  return test === undefined ? undefined : setOf(all.filter(test).map(stringOf));
}

/** The value at a key. Throws if there is none. */
export function memberOf(object: RulesValue, name: string): RulesValue {
  if (object.type === "unknown") return UNKNOWN;
  if (object.type !== "map") throw new EvaluationError(`${object.type} has no property "${name}"`);
  const value = object.entries.get(name);
  if (value !== undefined) return value;
  if (object.isPartial === true) return UNKNOWN;
  throw new EvaluationError(`there is no property "${name}"`);
}

export function itemAt(object: RulesValue, index: RulesValue): RulesValue {
  if (object.type === "unknown" || index.type === "unknown") return UNKNOWN;
  if (object.type === "map" && index.type === "string") return memberOf(object, index.value);
  if (index.type === "int") {
    const at = Number(index.value);
    if (object.type === "list" && at >= 0 && at < object.items.length) return object.items[at] ?? UNKNOWN;
    if (object.type === "path" && at >= 0 && at < object.segments.length) {
      return stringOf(object.segments[at] ?? "");
    }
    if (object.type === "string" && at >= 0 && at < object.value.length) {
      return stringOf(object.value[at] ?? "");
    }
  }
  throw new EvaluationError(`${object.type} has no element at this ${index.type}`);
}

/** The slice `[from:to]` of a list or a string. */
export function slice(object: RulesValue, from: RulesValue, to: RulesValue): RulesValue {
  if ([object, from, to].some(isOpaque)) return UNKNOWN;
  if (from.type !== "int" || to.type !== "int")
    throw new EvaluationError("the bounds of a range must be integers");
  const [start, end] = [Number(from.value), Number(to.value)];
  const length =
    object.type === "list" ? object.items.length : object.type === "string" ? object.value.length : -1;
  if (start < 0 || start > end || end > length)
    throw new EvaluationError(`the range is outside of the ${object.type}`);
  if (object.type === "list") return listOf(object.items.slice(start, end));
  return object.type === "string" ? stringOf(object.value.slice(start, end)) : UNKNOWN;
}
