// Matches a pattern with a path. Of a query's path only a part is known, and the pattern must cover every document that the query
// may return.
import { type RulesValue, stringOf, UNKNOWN } from "./rules-value.ts";
import type { PathPattern } from "./syntax-tree.ts";

/** Any one segment. */
export const ANY_SEGMENT = { any: "one" } as const;
/** Any number of segments. At most once in a path. */
export const ANY_SEGMENTS = { any: "many" } as const;

/** A segment of the request's path. */
export type PathSegment = string | typeof ANY_SEGMENT | typeof ANY_SEGMENTS;

/** The value of each part of the pattern (for a literal its name). Null if the pattern does not cover the path. */
export function bindPattern(
  pattern: readonly PathPattern[],
  path: readonly PathSegment[],
): readonly RulesValue[] | null {
  const many = pattern.findIndex(({ kind }) => kind === "many");
  if (many === -1) return path.length === pattern.length ? bindEach(pattern, path) : null;
  const after = pattern.length - many - 1;
  const end = path.length - after;
  if (end < many) return null;
  const start = bindEach(pattern.slice(0, many), path.slice(0, many));
  const rest = bindEach(pattern.slice(many + 1), path.slice(end));
  if (start === null || rest === null) return null;
  return [...start, pathOf(path.slice(many, end)), ...rest];
}

function pathOf(segments: readonly PathSegment[]): RulesValue {
  const known = segments.filter((segment) => typeof segment === "string");
  return known.length === segments.length ? { type: "path", segments: known } : UNKNOWN;
}

function bindEach(pattern: readonly PathPattern[], path: readonly PathSegment[]): RulesValue[] | null {
  const bound: RulesValue[] = [];
  for (const [index, each] of pattern.entries()) {
    const segment = path[index];
    if (segment === undefined || segment === ANY_SEGMENTS) return null;
    if (each.kind === "literal" && each.name !== segment) return null;
    bound.push(typeof segment === "string" ? stringOf(segment) : UNKNOWN);
  }
  return bound;
}
