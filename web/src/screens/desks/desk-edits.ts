// The edits of the page desk that are not applied yet.
import { editFrames, type FrameEdit } from "../../../../lib/manga/frame-edits.ts";
import type { GutterEdit } from "../../../../lib/manga/frame-gutters.ts";
import { FrameEditError } from "../../../../lib/manga/frame-page.ts";
import type { StoryboardPage } from "../../documents.ts";

/** Undefined where an edit does not fit the page. */
export function tried(
  stored: StoryboardPage,
  edits: readonly FrameEdit[],
  direction: "rtl" | "ltr",
): StoryboardPage | undefined {
  try {
    return editFrames(stored, edits, { direction });
  } catch (failed) {
    if (failed instanceof FrameEditError) return undefined;
    throw failed;
  }
}

/** Steps of one edge are one edit, however often a key was pressed. */
export function withLast(edits: readonly FrameEdit[], edit: FrameEdit): FrameEdit[] {
  const last = edits.at(-1);
  if (last === undefined || !isOfEdge(last) || !isOfEdge(edit)) return [...edits, edit];
  const isSame = (["kind", "panel", "side"] as const).every((key) => last[key] === edit[key]);
  if (!isSame || Boolean(last.alone) !== Boolean(edit.alone)) return [...edits, edit];
  const by = last.by + edit.by;
  return by === 0 ? edits.slice(0, -1) : [...edits.slice(0, -1), { ...edit, by }];
}

const isOfEdge = (edit: FrameEdit): edit is GutterEdit => edit.kind === "move" || edit.kind === "tilt";
