// Applies wishes about pages and panels: content, camera and size.
import type { Panel } from "../../../manga/storyboard.ts";
import { inWantedStaging } from "../../../manga/wanted-staging.ts";
import type { Answer, ResultChange } from "../../../pipeline/reviser.ts";
import { emphasizeBeat, peakOf, plotOf, restageBook } from "./apply-to-plot.ts";
import {
  boardsOf,
  conceptOf,
  findMentionedPerson,
  keepPages,
  PLOT,
  targetOf,
  type WishRequest,
} from "./book-parts.ts";
import {
  changePanels,
  changeWeights,
  moveEmphasis,
  onPicture,
  resized,
  type Setting,
  type WantedActing,
  wantedSetting,
  withActing,
  withMoreThings,
} from "./page-changes.ts";
import { placeLike } from "./plot-changes.ts";
import { refuse } from "./refusals.ts";

const changed = (results: readonly ResultChange[], { book }: WishRequest): Answer =>
  results.length > 0 ? { kind: "change", results } : refuse("nothing-to-change", book);

export function redraw(request: WishRequest): Answer {
  const { wish, book } = request;
  const { page, panel } = targetOf(request);
  const { character } = wish.target;
  const takes = book.standing.filter((ref) => {
    if (ref.of === "character") return ref.character === character;
    return ref.of === "panel" && ref.page === page && (panel === undefined || ref.panel === panel);
  });
  if (takes.length > 0) return { kind: "change", takes };
  return refuse(page === undefined && character === undefined ? "which" : "nothing-to-change", book);
}

/** Changes the panel that is meant, or all of the page. */
export async function onPanels(request: WishRequest, change: (panel: Panel) => Panel): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (page === undefined) return refuse("which", request.book);
  return changed(changePanels(await boardsOf(request.book, page), panel, change), request);
}

/** Another place, hour or weather: of a panel or page, or of the whole book. */
export async function changeSetting(setting: Setting, request: WishRequest): Promise<Answer> {
  const { book } = request;
  const { page, panel } = targetOf(request);
  const wanted = wantedSetting(setting, book.params.language);
  const plot = await plotOf(book);
  if (page === undefined || plot === undefined) return restageBook(book, { wanted });
  const place = wanted.place && placeLike(plot.places, wanted.place);
  const boards = changePanels(await boardsOf(book, page), panel, (one) =>
    onPicture(one, (picture) => ({
      ...inWantedStaging(picture, wanted),
      ...(place && { place: place.id }),
    })),
  );
  if (boards.length === 0 || place === undefined || plot.places.includes(place)) {
    return changed(boards, request);
  }
  // The place is new: the plot has it, and no other page is written again for that.
  const plotted = { ref: PLOT, change: () => ({ ...plot, places: [...plot.places, place] }) };
  return { kind: "change", results: [plotted, ...keepPages(book, boards)] };
}

/** Adds background things to the target panel, or to all panels of the page. */
export async function addBackgroundThings(most: number, request: WishRequest): Promise<Answer> {
  const places = (await plotOf(request.book))?.places ?? [];
  return onPanels(request, (panel) =>
    withMoreThings(
      panel,
      places.find(({ id }) => id === panel.picture.place),
      most,
    ),
  );
}

/** Makes the target panel larger or smaller. */
export async function resizePanel(steps: number, request: WishRequest): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (page === undefined || panel === undefined) return refuse("which", request.book);
  const boards = (await boardsOf(request.book, page)).filter((board) =>
    board.page.panels.some(({ id }) => id === panel),
  );
  return changed(
    changeWeights(boards, (panels) => resized(panels, panel, steps)),
    request,
  );
}

/** Lays the page out again: all panels equal, or with the emphasis on another panel. */
export async function changeLayout(even: boolean, request: WishRequest): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (page === undefined) return refuse("which", request.book);
  const weigh = (panels: readonly Panel[]) => (even ? panels.map(() => 3) : moveEmphasis(panels, panel));
  return changed(changeWeights(await boardsOf(request.book, page), weigh), request);
}

/** Gives the climax more room on its page, or less. */
export async function emphasizeClimax(steps: number, request: WishRequest): Promise<Answer> {
  const boards = await boardsOf(request.book);
  const panels = boards.flatMap((board) =>
    board.page.panels.map(({ id, weight }) => ({ board, id, weight })),
  );
  const peak = peakOf(panels);
  if (peak === undefined) return emphasizeBeat(steps, request.book);
  return changed(
    changeWeights([peak.board], (all) => resized(all, peak.id, steps)),
    request,
  );
}

/** Changes a figure's pose, expression or view. */
export async function changeActing(
  { acting: wanted, said }: { acting: WantedActing; said: string },
  request: WishRequest,
): Promise<Answer> {
  const { book, wish } = request;
  const { page, panel } = targetOf(request);
  if (page === undefined || panel === undefined) return refuse("which", book);
  const { people } = await conceptOf(book);
  const who = wish.target.character ?? findMentionedPerson(said, people)?.id;
  const boards = await boardsOf(book, page);
  const there = boards.flatMap((board) => board.page.panels).find(({ id }) => id === panel)?.picture.figures;
  if (there === undefined || there.length === 0) return refuse("nothing-to-change", book);
  if (who === undefined && there.length > 1) return refuse("which", book);
  return onPanels(request, (one) => withActing(one, who, wanted));
}
