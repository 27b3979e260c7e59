// Plans changes of pages: texts, a panel drawn again or returned to a version's picture, two panels exchanged.

import { bookView } from "./book-view.ts";
import { type Change, carryResult, editResult } from "./edit-result.ts";
import {
  checkTextSeen,
  contentOf,
  type PanelContent,
  type TextChange,
  type TextSeen,
  withContent,
  withPictureOf,
} from "./page-edits.ts";
import { pageThen } from "./page-places.ts";
import type { BookChange, ResultEdit } from "./plan-revision.ts";
import { lastShape } from "./progress.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import { hasOwnArt, nodeOf, type WorkRef } from "./step-kinds.ts";
import { loadVersion } from "./versions.ts";

type Ports = Pick<Services, "blobs"> & { editor: StepEditor };

const COVER: WorkRef = { phase: "lettering", of: "cover" };
const board = (page: number): WorkRef => ({ phase: "storyboard", of: "page", page });
const art = (page: number, panel: string) => nodeOf({ phase: "artwork", of: "panel", page, panel });

export interface TextEdit {
  page: number;
  /** `k2/w1`, or `k2/s1` for a sound. */
  text: string;
  change: TextChange;
  /** The text as the person saw it; absent: any present text is replaced. */
  seen?: TextSeen | undefined;
}

/** All of them or none. Throws as `editResult` does, and `EditConflictError`. */
export async function planTexts(
  ports: Ports,
  schedule: Schedule,
  edits: readonly TextEdit[],
): Promise<BookChange> {
  const byPage = Map.groupBy(edits, ({ page }) => page);
  const results: ResultEdit[] = [];
  for (const [page, ofPage] of byPage) {
    const change: Change = (output) => {
      for (const { text, change, seen } of ofPage) {
        if (seen !== undefined) checkTextSeen(output, text, { change, seen });
      }
      return ofPage.reduce((edited, one) => ports.editor.changeText(edited, one.text, one.change), output);
    };
    results.push(await editResult(ports, schedule, { ref: board(page), change }));
  }
  // The words of panels are not on the cover.
  const cover = carryResult(schedule, COVER);
  return { results: cover === undefined ? results : [...results, cover] };
}

export interface PanelRef {
  page: number;
  panel: string;
}

export interface Redraw extends PanelRef {
  prompt?: string | undefined;
  /** An earlier take, by the number of the version that asked for it; 0 is the first. */
  take?: number | undefined;
  /** The chosen picture of an edit or a choice, from 1; with `take` or `version`. */
  pick?: number | undefined;
  /** How many pictures to draw, to choose from; default 1. */
  takes?: number | undefined;
  /** A version whose picture the panel gets again, whatever changed it since. */
  version?: number | undefined;
  /** All panels of the scene are drawn again: the first picture in reading order is the others' anchor again. */
  scene?: true | undefined;
}

export async function planRedraw(ports: Ports, schedule: Schedule, redraw: Redraw): Promise<BookChange> {
  const { page, panel, prompt, take, pick, takes = 1, version, scene } = redraw;
  const { id } = art(page, panel);
  // While its page is made again, the panel's earlier data count.
  const known = lastShape(schedule)
    .panels(page)
    ?.find((one) => one.id === panel);
  if (known === undefined) {
    throw new EditRefusedError("not-found", "", `page ${page} has no panel ${panel}`);
  }
  if (version !== undefined) return planPictureOf(ports, schedule, { page, panel, version, pick });
  if (scene) return { takes: sceneSteps(schedule, { page, panel }) };
  const picture: BookChange = {
    ...(take === undefined ? { takes: [id] } : { earlier: { step: id, take } }),
    ...(take !== undefined && pick !== undefined && { pick: { step: id, take, pick } }),
    ...(takes > 1 && { choice: { node: art(page, panel), count: takes } }),
  };
  // Another picture is drawn for the frame that the panel has now; an earlier one is as it was.
  const isOld = take !== undefined || !known.reframed;
  if (prompt === undefined && isOld) return picture;
  const change: Change = (output) => {
    const refitted = isOld ? output : ports.editor.refitPanels(output, [panel]).page;
    return prompt === undefined ? refitted : ports.editor.describePanel(refitted, panel, prompt);
  };
  return { ...picture, results: [await editResult(ports, schedule, { ref: board(page), change })] };
}

/** The picture steps of all panels of a panel's scene. */
function sceneSteps(schedule: Schedule, { page, panel }: PanelRef): string[] {
  const shape = lastShape(schedule);
  const scene = shape.panels(page)?.find(({ id }) => id === panel)?.scene;
  if (scene === undefined) {
    const message = "this book's storyboard was made before scenes were stored: redraw its panels one by one";
    throw new EditRefusedError("not-editable", "scene", message);
  }
  return allPanels(schedule).flatMap(({ page, panel }) => {
    const isOfIt = shape.panels(page)?.some((one) => one.id === panel && one.scene === scene);
    return isOfIt ? [art(page, panel).id] : [];
  });
}

/** Panels with a picture of their own, in reading order; while a page is made again, its earlier panels count. */
function allPanels(schedule: Schedule): PanelRef[] {
  const shape = lastShape(schedule);
  const pages = Array.from({ length: shape.pages() ?? 0 }, (_, index) => index + 1);
  return pages.flatMap((page) =>
    (shape.panels(page) ?? []).filter(hasOwnArt).map(({ id }) => ({ page, panel: id })),
  );
}

/** Every kept panel, or all panels where none is kept, drawn again by another artist over its present picture. */
export function planFinals(
  schedule: Schedule,
  final: Pick<NonNullable<BookChange["finals"]>, "artist" | "slow">,
): BookChange {
  const all = allPanels(schedule).map(({ page, panel }) => art(page, panel).id);
  if (all.length === 0) {
    throw new EditRefusedError("not-found", "", "there is no panel yet to draw again");
  }
  const kept = all.filter((step) => schedule.kept?.includes(step));
  return { finals: { ...final, steps: kept.length > 0 ? kept : all } };
}

async function planPictureOf(
  ports: Ports,
  schedule: Schedule,
  { page, panel, version, pick }: PanelRef & { version: number; pick?: number | undefined },
): Promise<BookChange> {
  const then = await loadVersion(ports, schedule, version);
  const { sessionId } = schedule;
  const pageOfThen = pageThen(page, schedule, then);
  const before = await bookView(ports, { ...then, sessionId }).output(board(pageOfThen));
  const { picture } = contentOf(before, panel);
  const { id } = art(page, panel);
  const idThen = art(pageOfThen, panel).id;
  const take = then.takes[idThen] ?? 0;
  const change: Change = (output) => withPictureOf(withContent(output, panel, { picture }), panel, before);
  return {
    results: [await editResult(ports, schedule, { ref: board(page), change })],
    wish: { step: id, earlier: then.pictures?.[idThen] },
    earlier: { step: id, take },
    ...(pick !== undefined && { pick: { step: id, take, pick } }),
  };
}

/** Exchanges the contents of two panels; their places on the pages stay, so each is drawn for its new one. Throws as `editResult` does. */
export async function planSwap(
  ports: Ports,
  schedule: Schedule,
  { a, b }: { a: PanelRef; b: PanelRef },
): Promise<BookChange> {
  const view = bookView(ports, schedule);
  // In its new place a picture continues no other one.
  const content = async ({ page, panel }: PanelRef) => {
    const { picture, ...rest } = contentOf(await view.output(board(page)), panel);
    const { continuesFrom: _before, ...alone } = picture;
    return { ...rest, picture: alone };
  };
  const [ofA, ofB] = await Promise.all([content(a), content(b)]);
  const puts: (PanelRef & { content: PanelContent })[] = [
    { ...a, content: ofB },
    { ...b, content: ofA },
  ];
  const results: ResultEdit[] = [];
  for (const [page, ofPage] of Map.groupBy(puts, (put) => put.page)) {
    const change: Change = (output) =>
      ofPage.reduce((edited: unknown, one) => withContent(edited, one.panel, one.content), output);
    results.push(await editResult(ports, schedule, { ref: board(page), change }));
  }
  return { results };
}
