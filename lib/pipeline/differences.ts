// The differences of two JSON values, path by path: of an edit, or between two versions.
import { canonicalJson } from "./canonical-json.ts";
import { isObject } from "./merge-patch.ts";

export interface Difference {
  /** `panels/0/words/texts/1/text`; empty when the values differ as a whole. */
  path: string;
  /** Absent where the first value has nothing. */
  old?: unknown;
  /** Absent where the second value has nothing. */
  new?: unknown;
}

/** The smallest parts that differ, in the order of the first value. Lists are compared place by place. */
export function differences(old: unknown, now: unknown, path = ""): Difference[] {
  if (old === now) return [];
  const below = membersOf(old, now);
  if (below === undefined) return canonicalJson(old) === canonicalJson(now) ? [] : [{ path, old, new: now }];
  return below.flatMap(({ name, ...pair }) => {
    const at = path === "" ? name : `${path}/${name}`;
    if (!("old" in pair)) return [{ path: at, new: pair.new }];
    if (!("new" in pair)) return [{ path: at, old: pair.old }];
    return differences(pair.old, pair.new, at);
  });
}

type Member = { name: string; old?: unknown; new?: unknown };

function membersOf(old: unknown, now: unknown): Member[] | undefined {
  const isPair = Array.isArray(old) ? Array.isArray(now) : isObject(old) && isObject(now);
  if (!isPair) return undefined;
  const members = new Map<string, Member>();
  for (const [name, value] of Object.entries(old as object)) members.set(name, { name, old: value });
  for (const [name, value] of Object.entries(now as object)) {
    members.set(name, { ...(members.get(name) ?? { name }), new: value });
  }
  return [...members.values()].filter((member) => member.old !== undefined || member.new !== undefined);
}
