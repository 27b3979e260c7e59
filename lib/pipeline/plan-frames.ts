// Plans edits of a page's frames, and pictures that are drawn for the frames that a person gave them. An edit of frames draws nothing: a
// picture stays that of its first frame (`frame.drawn`) until the person asks for another.
import type { FrameEdit } from "../manga/frame-edits.ts";
import { layoutDirection } from "../manga/language.ts";
import { bookView } from "./book-view.ts";
import { type Change, editResult } from "./edit-result.ts";
import { pastReviews } from "./graph.ts";
import type { PanelRef } from "./plan-page-change.ts";
import type { BookChange, ResultEdit } from "./plan-revision.ts";
import { lastShape } from "./progress.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";

type Ports = Pick<Services, "blobs"> & { editor: StepEditor };

const board = (page: number): WorkRef => ({ phase: "storyboard", of: "page", page });
const art = (page: number, panel: string) => nodeOf({ phase: "artwork", of: "panel", page, panel });

export interface FramesChange {
  page: number;
  /** All or none, each on the page that the one before left. */
  edits: readonly FrameEdit[];
  /** Hash of the storyboard that the person changed, where it is known. */
  base?: string | undefined;
}

/** Throws as `editResult` and `StepEditor.changeFrames` do. */
export async function planFrames(
  ports: Ports,
  schedule: Schedule,
  { page, edits, base }: FramesChange,
): Promise<BookChange> {
  const { results, inFlight, params } = schedule;
  const hasPicture = (panel: string) => {
    const { id } = art(page, panel);
    return results[id] !== undefined || inFlight[id] !== undefined;
  };
  const context = { direction: layoutDirection(params), hasPicture };
  const change: Change = (output) => ports.editor.changeFrames(output, edits, context);
  return { results: [await editResult(ports, schedule, { ref: board(page), change, seen: base })] };
}

/**
 * Draws panels for their present frames; absent: all whose picture does not fit its frame. Panels that show the picture of one of them get
 * their own. Throws `EditRefusedError` where there is none.
 */
export async function planRefit(
  ports: Ports,
  schedule: Schedule,
  panels?: readonly PanelRef[],
): Promise<BookChange> {
  const wanted = panels ?? (await misfits(ports, schedule));
  const results: ResultEdit[] = [];
  const pointedAt: string[] = [];
  for (const [page, ofPage] of Map.groupBy(wanted, (one) => one.page)) {
    const ids = ofPage.map(({ panel }) => panel);
    let drawn: readonly string[] = [];
    const change: Change = (output) => {
      const refitted = ports.editor.refitPanels(output, ids);
      drawn = refitted.drawn;
      return refitted.page;
    };
    results.push(await editResult(ports, schedule, { ref: board(page), change }));
    pointedAt.push(...drawn.map((id) => art(page, id).id));
  }
  if (pointedAt.length === 0) {
    throw new EditRefusedError("invalid-edit", "panels", "no picture of these waits for another frame");
  }
  return { results, pointedAt };
}

/** Throws as `bookView` does. */
async function misfits(ports: Ports, read: Schedule): Promise<PanelRef[]> {
  const schedule = pastReviews(read);
  const view = bookView(ports, schedule);
  const standing = new Set(view.standing.map((ref) => nodeOf(ref).id));
  const shape = lastShape(schedule);
  const found: PanelRef[] = [];
  for (let page = 1; page <= (shape.pages() ?? 0); page++) {
    const isMarked = shape.panels(page)?.some(({ reframed }) => reframed);
    if (!isMarked || !standing.has(nodeOf(board(page)).id)) continue;
    const ids = ports.editor.misfitPanels(await view.output(board(page)));
    found.push(...ids.map((panel) => ({ page, panel })));
  }
  return found;
}
