// JSON merge patch (RFC 7386): objects are merged, `null` removes a member, anything else replaces what is there.
import { EditRefusedError } from "./step-editor.ts";

/** No result of a phase has more than a dozen levels. */
const MOST_NESTED = 64;

/**
 * What a patch makes of a value; neither is changed. Throws `EditRefusedError` for a patch that is nested too deep, before the recursion
 * through it can exhaust the stack.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (isNestedDeeper(patch, MOST_NESTED)) {
    throw new EditRefusedError("invalid-edit", "", `a patch nests at most ${MOST_NESTED} deep`);
  }
  return merged(target, patch);
}

/** Level by level, hence without recursion. */
function isNestedDeeper(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}

function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const members = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) members.delete(name);
    else members.set(name, merged(members.get(name), value));
  }
  return Object.fromEntries(members);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
