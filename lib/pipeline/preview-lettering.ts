// Letters one page as an edit would have it, without changing or storing anything, for an editor who waits. Reads the schedule, the page's
// storyboard and the marks of its pictures; the latter two are kept for the next edit of the page.
import type * as z from "zod";
import { ArtworkSchema } from "../manga/artwork.ts";
import type { FontSample, SampleText } from "../manga/font-samples.ts";
import type { LetterEdit } from "../manga/letter-edits.ts";
import { editStyles } from "../manga/letter-styles.ts";
import type { LetteredText } from "../manga/lettering.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import type { BlobStore } from "./blob-store.ts";
import { refusal } from "./edit-result.ts";
import { loadOutput } from "./load-output.ts";
import { mergePatch } from "./merge-patch.ts";
import type { TextChange } from "./page-edits.ts";
import { checkFonts } from "./plan-fonts.ts";
import { checkPeople } from "./plan-lettering.ts";
import { recentFonts, recentOutputs, recentParts } from "./recent-outputs.ts";
import type { Schedule } from "./schedule.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";

/** A page as an edit would have it: its stored storyboard with a merge patch, then with changed texts, then with edited lettering and styles. */
export interface LetteringEdit {
  page: number;
  patch?: unknown;
  texts: readonly { text: string; change: TextChange }[];
  edits?: readonly LetterEdit[] | undefined;
}

export interface LetteringPreviews {
  /** Throws `EditRefusedError` where the page is not drawn, or the edit is not possible. */
  letter(schedule: Schedule, edit: LetteringEdit): Promise<readonly LetteredText[]>;
  /** A text in each typeface of the book. */
  samples(schedule: Schedule, sample: SampleText): Promise<readonly FontSample[]>;
}

/** What lettering reads of a picture. */
const MarksSchema = ArtworkSchema.pick({ faces: true, keep: true });
type Marks = z.infer<typeof MarksSchema>;

/** Pictures whose marks are kept: those of about a hundred pages. */
const MOST_MARKS = 700;

export function letteringPreviews({
  blobs,
  editor,
}: {
  blobs: BlobStore;
  editor: StepEditor;
}): LetteringPreviews {
  const boards = recentOutputs(blobs);
  const fonts = recentFonts(blobs);
  const marks = recentParts(blobs, { kept: MOST_MARKS, part: (art) => MarksSchema.parse(art) });
  return {
    samples: ({ sessionId, params }, sample) =>
      editor.letterSamples(sample, { params, getFont: (hash) => fonts.read(sessionId, hash) }),
    async letter(schedule, { page, patch, texts, edits = [] }) {
      const { sessionId } = schedule;
      checkPeople(schedule, edits);
      checkFonts(schedule, edits);
      const letterStyles = editStyles(schedule.params.letterStyles, edits);
      const params = { ...schedule.params, letterStyles };
      const ref: WorkRef = { phase: "storyboard", of: "page", page };
      const load = (one: string) => boards.read(sessionId, one);
      const before = await loadOutput(load, schedule, { ref, hash: outputOf(schedule, ref) });
      const patched = patch === undefined ? before : mergePatch(before, patch);
      const retyped = texts.reduce(
        (edited, { text, change }) => editor.changeText(edited, text, change),
        patched,
      );
      const board = edits.length === 0 ? retyped : editor.changeLettering(retyped, edits);
      const edited = StoryboardPageSchema.safeParse(board);
      if (!edited.success) throw refusal(edited.error);
      if (edited.data.number !== page) {
        throw new EditRefusedError("invalid-edit", "number", `this is page ${page}`);
      }
      const drawn = await Promise.all(
        edited.data.panels.map(async ({ id, frame }): Promise<[string, Marks]> => {
          const art: WorkRef = { phase: "artwork", of: "panel", page, panel: frame.drawn?.of ?? id };
          return [id, await marks.read(sessionId, outputOf(schedule, art))];
        }),
      );
      return editor.letter(edited.data, {
        params,
        marks: new Map(drawn),
        getBlob: (hash) => blobs.get(sessionId, hash),
        getFont: (hash) => fonts.read(sessionId, hash),
      });
    },
  };
}

/** The newest output, also while another one is being made. */
function outputOf({ results }: Schedule, ref: WorkRef): string {
  const { id } = nodeOf(ref);
  const output = results[id]?.output;
  if (output === undefined) throw new EditRefusedError("not-found", "", `${id} has no result yet`);
  return output;
}
