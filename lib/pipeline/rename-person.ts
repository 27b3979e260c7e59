// Renames a character of a book, in every text that uses the name. No picture is drawn again.
import { renamed, renamedResult } from "../manga/rename.ts";
import type { Answer, BookView, ResultChange } from "./reviser.ts";
import { EditRefusedError } from "./step-editor.ts";

/** Each step that reads the story applies all renames. */
const MOST_RENAMES = 100;
const MOST_CHARACTERS = 60;

/** `from` as in the story. Throws `EditRefusedError` for a name that is too long, and when there are too many renames. */
export function renameEverywhere(rename: { from: string; to: string }, book: BookView): Answer {
  const { renames = [], title } = book.params;
  for (const field of ["from", "to"] as const) {
    if (rename[field].length > MOST_CHARACTERS) {
      throw new EditRefusedError(
        "invalid-edit",
        field,
        `a name may have at most ${MOST_CHARACTERS} characters`,
      );
    }
  }
  if (renames.length >= MOST_RENAMES) {
    throw new EditRefusedError("invalid-edit", "to", `a book may have at most ${MOST_RENAMES} changed names`);
  }
  const results = book.standing.flatMap((ref): ResultChange[] => {
    if (ref.phase === "lettering" || ref.phase === "finish") return [];
    const isPicture = ref.of === "character" || ref.of === "panel";
    return [isPicture ? { ref } : { ref, change: (output) => renamedResult(output, [rename]) }];
  });
  const params = { renames: [...renames, rename], ...(title && { title: renamed(title, [rename]) }) };
  return { kind: "change", params, results };
}
