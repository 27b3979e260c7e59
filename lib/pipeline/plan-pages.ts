// Plans another order of a book's pages. Plot and storyboards are changed together, and each page's pictures go with it: nothing is drawn.
import { layoutDirection } from "../manga/language.ts";
import { faultOfOrder, inOrder, type PageOrder, pageAt } from "../manga/page-order.ts";
import { plotForPage } from "../manga/page-plot.ts";
import { type Plot, PlotSchema } from "../manga/plot.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { bookView } from "./book-view.ts";
import { canonicalJson } from "./canonical-json.ts";
import { editResult } from "./edit-result.ts";
import { pastReviews, survey } from "./graph.ts";
import type { BookChange, ResultEdit } from "./plan-revision.ts";
import { MovedOnError } from "./refusals.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";

type Ports = Pick<Services, "blobs"> & { editor: StepEditor };

const PLOT: WorkRef = { phase: "plot", of: "book" };
const board = (page: number): WorkRef => ({ phase: "storyboard", of: "page", page });
const art = (page: number, panel: string) => nodeOf({ phase: "artwork", of: "panel", page, panel }).id;

export interface OrderChange {
  order: PageOrder;
  /** Hash of the plot whose pages the person saw, where it is known. */
  base?: string | undefined;
}

/** Throws as `editResult` does, and `MovedOnError` while one of the pages is being drawn: its picture would be paid for twice. */
export async function planPages(
  ports: Ports,
  read: Schedule,
  { order, base }: OrderChange,
): Promise<BookChange> {
  const schedule = pastReviews(read);
  const view = bookView(ports, schedule);
  const plot = PlotSchema.parse(await view.output(PLOT));
  const { pages } = plot;
  refuseFault(pages, order);
  const places = order.flatMap((from, index) => (from === index + 1 ? [] : [{ from, to: index + 1 }]));
  if (places.length === 0) return {};
  checkIsAtRest(schedule, new Set(places.map(({ from }) => from)));
  const last = order.length;
  const direction = layoutDirection(schedule.params);
  const boards = new Map<number, StoryboardPage>();
  for (const { from } of places) boards.set(from, StoryboardPageSchema.parse(await view.output(board(from))));

  const reorder = (plot: Plot) => ({ ...plot, pages: inOrder(plot.pages, order).map(renumbered) });
  const results: ResultEdit[] = [
    await editResult(ports, schedule, {
      ref: PLOT,
      change: (output) => reorder(PlotSchema.parse(output)),
      seen: base,
    }),
  ];
  const moved = new Map<string, string>();
  for (const { from, to } of places) {
    const page = boards.get(from);
    if (page === undefined) continue;
    const change = () => pageAt(page, { number: to, last: to === last, direction });
    const made = await editResult(ports, schedule, {
      ...{ ref: board(to), change, beside: results, keepsFrames: true },
    });
    const { madeBy: _ofPlace, ...result } = made.result;
    const { madeBy } = survey(schedule).resultOf(nodeOf(board(from))) ?? {};
    results.push({ ...made, result: { ...result, ...(madeBy && { madeBy }) } });
    for (const { id } of page.panels) moved.set(art(from, id), art(to, id));
  }
  // A page that stays has others before and after it now. Its storyboard stays as it is too.
  const next = reorder(plot);
  for (const { number } of pages.filter(({ number }) => order[number - 1] === number)) {
    if (isSame(plotForPage(plot, number), plotForPage(next, number))) continue;
    const ref = board(number);
    // One that is being made reads the new plot.
    if (survey(schedule).resultOf(nodeOf(ref)) === undefined) continue;
    const change = (output: unknown) => output;
    results.push(await editResult(ports, schedule, { ref, change, beside: results, keepsFrames: true }));
  }
  return { results, moved };
}

const isSame = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

/** A repair names the page on which it was made. */
function renumbered<
  P extends { number: number; repairs?: readonly { page?: number | undefined }[] | undefined },
>(page: P): P {
  if (page.repairs === undefined) return page;
  return { ...page, repairs: page.repairs.map((one) => ({ ...one, page: page.number })) };
}

function refuseFault(pages: Parameters<typeof faultOfOrder>[0], order: PageOrder): void {
  const fault = faultOfOrder(pages, order);
  if (fault === undefined) return;
  const message =
    fault === "incomplete"
      ? `the order names each of the pages 1 to ${pages.length} once`
      : "two pages that share a picture stay side by side, the first of them on an even page";
  throw new EditRefusedError("invalid-edit", "order", message);
}

function checkIsAtRest({ inFlight }: Schedule, pages: ReadonlySet<number>): void {
  const isOf = (step: string) => {
    const [phase, page = ""] = step.split("/");
    return (phase === "artwork" || phase === "storyboard") && pages.has(Number(page.slice(1)));
  };
  const busy = Object.keys(inFlight).find(isOf);
  if (busy !== undefined) throw new MovedOnError(`${busy} is being made`);
}
