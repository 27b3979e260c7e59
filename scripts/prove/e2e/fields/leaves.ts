// The primitive values in a draft that differ after a field was changed.
import { keyOf } from "./requests.ts";

/** A primitive value and its path. Items of lists are named by their id, number or character, otherwise by their index. */
export interface Leaf {
  path: readonly string[];
  /** Undefined if the value was removed. */
  value: unknown;
}

function leavesOf(value: unknown, path: readonly string[] = []): Leaf[] {
  if (Array.isArray(value))
    return value.flatMap((item, at) => leavesOf(item, [...path, keyOf(item) ?? String(at)]));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
  return [{ path, value }];
}

/** The leaves of `after` that are new or have another value than in `before`, and the removed leaves, with the value undefined. */
export function changedLeaves(before: unknown, after: unknown): Leaf[] {
  const was = new Map(leavesOf(before).map(({ path, value }) => [path.join(" "), value]));
  const is = leavesOf(after);
  const kept = new Set(is.map(({ path }) => path.join(" ")));
  const gone = [...was.keys()].filter((path) => !kept.has(path));
  return [
    ...is.filter(({ path, value }) => was.get(path.join(" ")) !== value),
    ...gone.map((path) => ({ path: path.split(" "), value: undefined })),
  ];
}
