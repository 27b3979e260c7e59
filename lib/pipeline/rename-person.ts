// What it takes to give somebody of a book another name: every text that calls them by it. No picture is made anew.
import { renamed, renamedResult } from "../manga/rename.ts";
import type { Answer, BookView, ResultChange } from "./reviser.ts";

/** `from` as the story spells it. */
export function renameEverywhere(rename: { from: string; to: string }, book: BookView): Answer {
  const { renames = [], title } = book.params;
  const results = book.standing.flatMap((ref): ResultChange[] => {
    if (ref.phase === "lettering" || ref.phase === "finish") return [];
    const isPicture = ref.of === "character" || ref.of === "panel";
    return [isPicture ? { ref } : { ref, change: (output) => renamedResult(output, [rename]) }];
  });
  const params = { renames: [...renames, rename], ...(title && { title: renamed(title, [rename]) }) };
  return { kind: "change", params, results };
}
