// The target versions of undo and redo, from the list of versions alone. Pure functions.
import type { Version } from "../../documents.ts";

type Step = Pick<Version, "number" | "of">;

export interface UndoRedo {
  /** Version numbers; undefined if there is nothing to undo or redo. */
  before: number | undefined;
  after: number | undefined;
}

/**
 * Versions in order of creation. Nothing can be undone or redone while the list does not end with the book's current version: it is
 * requested after a listener has shown that version, and until then it would undo another change. A restore (`of`) moves to its position in the history. A change is appended after the current position,
 * and drops the versions that were undone there.
 */
export function undoRedoOf(versions: readonly Step[], current: number): UndoRedo {
  if (versions.at(-1)?.number !== current) return { before: undefined, after: undefined };
  let line: number[] = [];
  let at = -1;
  for (const version of versions) {
    const origin = originOf(version, versions);
    const place = version.of === undefined ? -1 : line.indexOf(origin);
    if (place >= 0) at = place;
    else {
      line = [...line.slice(0, at + 1), origin];
      at = line.length - 1;
    }
  }
  return { before: line[at - 1], after: line[at + 1] };
}

/** The version that has the same content: a restore counts as its source, transitively. */
function originOf({ number, of }: Step, versions: readonly Step[]): number {
  if (of === undefined) return number;
  const restored = versions.find((one) => one.number === of);
  return restored === undefined ? of : originOf(restored, versions);
}
