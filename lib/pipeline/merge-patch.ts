// JSON merge patch (RFC 7386): objects are merged, `null` removes a member, anything else replaces what is there.
import { EditRefusedError } from "./step-editor.ts";

/** No result of a phase has more than a dozen levels, a list of more than a few hundred items, or a text of more than a page. */
const MOST = { levels: 64, items: 2_000, characters: 10_000 } as const;

/** The value with the patch applied; neither argument is changed. Throws `EditRefusedError` for a patch beyond the limits of any result. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  const excess = excessOf(patch);
  if (excess !== undefined) throw new EditRefusedError("invalid-edit", "", excess);
  return merged(target, patch);
}

/** The limit that a patch exceeds. The patch is walked level by level, because recursion could exhaust the stack. */
function excessOf(patch: unknown): string | undefined {
  let level = [patch];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST.levels) return `a patch may nest at most ${MOST.levels} levels deep`;
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === "string" && value.length > MOST.characters) {
        return `a text in a patch may have at most ${MOST.characters} characters`;
      }
      if (typeof value !== "object" || value === null) continue;
      const parts = Object.values(value);
      if (parts.length > MOST.items)
        return `a list or an object in a patch may have at most ${MOST.items} members`;
      below.push(...parts);
    }
    level = below;
  }
  return undefined;
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
