// Changes of a storyboard's frames: a person's edits, and pictures that are drawn for them. Pure.
import { misfitOf } from "../manga/drawn-frame.ts";
import { editFrames, type FrameEdit } from "../manga/frame-edits.ts";
import { FrameEditError } from "../manga/frame-page.ts";
import type { Direction } from "../manga/language.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { drawnForFrames } from "./page-edits.ts";
import { EditRefusedError } from "./step-editor.ts";

export interface FrameContext {
  /** In which the page was laid out. */
  direction: Direction;
  /** Whether a panel was drawn, or is being drawn: before that, it is drawn for whatever frame it has. */
  hasPicture(panel: string): boolean;
}

/** Throws `EditRefusedError` with the place of the edit that cannot be made: `edits.1`, and why: `overlap: …`. */
export function changeFrames(
  output: unknown,
  edits: readonly FrameEdit[],
  { direction, hasPicture }: FrameContext,
): StoryboardPage {
  let page = StoryboardPageSchema.parse(output);
  for (const [index, edit] of edits.entries()) {
    try {
      page = editFrames(page, [edit], { direction });
    } catch (error) {
      if (!(error instanceof FrameEditError)) throw error;
      const code = error.fault === "unknown" ? "not-found" : "invalid-edit";
      throw new EditRefusedError(code, `edits.${index}`, `${error.fault}: ${error.message}`);
    }
  }
  const undrawn = page.panels.filter(({ id, frame }) => !hasPicture(frame.drawn?.of ?? id));
  return drawnForFrames(
    page,
    undrawn.map(({ id }) => id),
  );
}

/** The page with pictures to be drawn for these panels' frames, and the panels that are drawn for it. */
export function refitPanels(
  output: unknown,
  panels: readonly string[],
): { page: StoryboardPage; drawn: string[] } {
  const before = StoryboardPageSchema.parse(output);
  const page = drawnForFrames(before, panels);
  const drawn = page.panels.filter((one, index) => one !== before.panels[index]);
  return { page, drawn: drawn.map(({ id }) => id) };
}

/** The panels whose pictures do not fit their frames. */
export function misfitPanels(output: unknown): string[] {
  const { panels } = StoryboardPageSchema.parse(output);
  return panels.filter(({ frame }) => misfitOf(frame) !== undefined).map(({ id }) => id);
}
