// Plans edits of a page's lettering and of the lettering styles of a book. Only words and their type change, so no picture is drawn; for
// another style, only pages with lines in it are lettered again.
import type { LetterStyles } from "../manga/hand-lettering.ts";
import type { LetterEdit } from "../manga/letter-edits.ts";
import { editStyles, isStyleEdit, withStyles } from "../manga/letter-styles.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { canonicalJson } from "./canonical-json.ts";
import { carryResult, editResult } from "./edit-result.ts";
import { survey } from "./graph.ts";
import { loadOutput } from "./load-output.ts";
import { checkFonts } from "./plan-fonts.ts";
import type { BookChange, ResultEdit } from "./plan-revision.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";

export interface LetteringChange {
  page: number;
  /** All or none, each on the page that the one before left. */
  edits: readonly LetterEdit[];
  /** Hash of the storyboard that the person changed, where it is known. */
  base?: string | undefined;
}

type Ports = Pick<Services, "blobs"> & { editor: StepEditor };

/** Throws as `editResult` and `StepEditor.changeLettering` do, and `EditRefusedError` for the style of an unknown person. */
export async function planLettering(
  ports: Ports,
  schedule: Schedule,
  { page, edits, base }: LetteringChange,
): Promise<BookChange> {
  checkPeople(schedule, edits);
  checkFonts(schedule, edits);
  const change = (output: unknown) => ports.editor.changeLettering(output, edits);
  const isOfPage = !edits.every(isStyleEdit);
  const boards = isOfPage
    ? [await editResult(ports, schedule, { ref: boardOf(page), change, seen: base })]
    : [];
  if (!edits.some(isStyleEdit)) return { results: boards };
  const letterStyles = editStyles(schedule.params.letterStyles, edits);
  const except = isOfPage ? page : undefined;
  const carried = await carriedPages(ports, schedule, { letterStyles, except });
  return { results: [...boards, ...carried], letterStyles: letterStyles ?? null };
}

const boardOf = (page: number) => ({ phase: "storyboard", of: "page", page }) as const;

/** Throws `EditRefusedError` for a person whom the book does not have. */
export function checkPeople(schedule: Schedule, edits: readonly LetterEdit[]): void {
  const people = survey(schedule).shape.characters() ?? [];
  for (const [index, edit] of edits.entries()) {
    if (!isStyleEdit(edit) || edit.of === "book" || people.includes(edit.of)) continue;
    throw new EditRefusedError("not-found", `edits.${index}`, `unknown: this book has no person ${edit.of}`);
  }
}

/** The letterings that stay as they are under other styles. */
async function carriedPages(
  { blobs }: Ports,
  schedule: Schedule,
  { letterStyles, except }: { letterStyles: LetterStyles | undefined; except: number | undefined },
): Promise<ResultEdit[]> {
  const { sessionId, params } = schedule;
  const { shape } = survey(schedule);
  const carried: ResultEdit[] = [];
  for (let page = 1; page <= (shape.pages() ?? 0); page++) {
    const ref: WorkRef = { phase: "lettering", of: "page", page };
    const result = page === except ? undefined : carryResult(schedule, ref);
    const hash = survey(schedule).resultOf(nodeOf(boardOf(page)))?.output;
    if (result === undefined || hash === undefined) continue;
    const load = (one: string) => loadJson(blobs, sessionId, one);
    const output = await loadOutput(load, schedule, { ref: boardOf(page), hash });
    const { panels } = StoryboardPageSchema.parse(output);
    const wordsIn = (styles: LetterStyles | undefined) =>
      canonicalJson(withStyles(panels, styles).map(({ words }) => words));
    if (wordsIn(params.letterStyles) === wordsIn(letterStyles)) carried.push(result);
  }
  return carried;
}
