// The values in a draft that a field changed.
import { keyOf } from "./requests.ts";

/** A value without members, and the way to it; items of lists by their id, number or character, else by their index. */
export interface Leaf {
  path: readonly string[];
  /** Undefined: it was taken away. */
  value: unknown;
}

function leavesOf(value: unknown, path: readonly string[] = []): Leaf[] {
  if (Array.isArray(value))
    return value.flatMap((item, at) => leavesOf(item, [...path, keyOf(item) ?? String(at)]));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
  return [{ path, value }];
}

/** The leaves of `after` that `before` has not, or has with another value, and those that are gone. */
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
