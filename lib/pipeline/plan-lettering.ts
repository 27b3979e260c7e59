// Plans edits of a page's lettering. Only the words of its panels change, so no picture is drawn.
import type { LetterEdit } from "../manga/letter-edits.ts";
import { editResult } from "./edit-result.ts";
import type { BookChange } from "./plan-revision.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import type { StepEditor } from "./step-editor.ts";

export interface LetteringChange {
  page: number;
  /** All or none, each on the page that the one before left. */
  edits: readonly LetterEdit[];
  /** Hash of the storyboard that the person changed, where it is known. */
  base?: string | undefined;
}

/** Throws as `editResult` and `StepEditor.changeLettering` do. */
export async function planLettering(
  ports: Pick<Services, "blobs"> & { editor: StepEditor },
  schedule: Schedule,
  { page, edits, base }: LetteringChange,
): Promise<BookChange> {
  const change = (output: unknown) => ports.editor.changeLettering(output, edits);
  const ref = { phase: "storyboard", of: "page", page } as const;
  return { results: [await editResult(ports, schedule, { ref, change, seen: base })] };
}
