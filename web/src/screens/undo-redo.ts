// Which version undo and redo lead to, from the list of versions alone. Pure.
import type { Version } from "../documents.ts";

type Step = Pick<Version, "number" | "of">;

export interface UndoRedo {
  /** Numbers of versions; undefined where there is nothing to undo, or to do again. */
  before: number | undefined;
  after: number | undefined;
}

/**
 * Versions in the order in which they were made. One that restores an earlier one (`of`) goes to its place in the line; one that
 * changes something is put after the place where it was made, and what had been undone there cannot be done again.
 */
export function undoRedoOf(versions: readonly Step[]): UndoRedo {
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

/** The version whose state another one has: a restored one counts as the one that it restored, as far back as is known. */
function originOf({ number, of }: Step, versions: readonly Step[]): number {
  if (of === undefined) return number;
  const restored = versions.find((one) => one.number === of);
  return restored === undefined ? of : originOf(restored, versions);
}
