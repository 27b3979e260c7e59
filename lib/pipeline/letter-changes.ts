// Changes of a storyboard's lettering by a person. Pure.
import { editLettering, type LetterEdit, LetterEditError } from "../manga/letter-edits.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { EditRefusedError } from "./step-editor.ts";

/** Throws `EditRefusedError` with the place of the edit that cannot be made: `edits.1`, and why: `overlap: …`. */
export function changeLettering(output: unknown, edits: readonly LetterEdit[]): StoryboardPage {
  let page = StoryboardPageSchema.parse(output);
  for (const [index, edit] of edits.entries()) {
    try {
      page = editLettering(page, [edit]);
    } catch (error) {
      if (!(error instanceof LetterEditError)) throw error;
      const code = error.fault === "unknown" ? "not-found" : "invalid-edit";
      throw new EditRefusedError(code, `edits.${index}`, `${error.fault}: ${error.message}`);
    }
  }
  return page;
}
