// Applies wishes about pages and panels: content, camera and size.
import type { Panel } from "../../../manga/storyboard.ts";
import { inWantedStaging } from "../../../manga/wanted-staging.ts";
import type { Answer } from "../../../pipeline/reviser.ts";
import { languageOf } from "../words/lexicon.ts";
import {
  answerOf,
  boardsOf,
  conceptOf,
  findMentionedPerson,
  keepPages,
  PLOT,
  plotOf,
  targetOf,
  type WishRequest,
} from "./book-parts.ts";
import type { Setting, WantedActing } from "./intent.ts";
import {
  changePanels,
  changeWeights,
  moveEmphasis,
  onPanels,
  onPicture,
  resized,
  withActing,
  withMoreThings,
} from "./page-changes.ts";
import { emphasizeBeat, peakOf, placeLike, restageBook } from "./plot.ts";
import { refuse } from "./refusals.ts";

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
export async function changeMeant(request: WishRequest, change: (panel: Panel) => Panel): Promise<Answer> {
  const target = targetOf(request);
  if (target.page === undefined) return refuse("which", request.book);
  return onPanels(request.book, target, change);
}

/** Another place, hour or weather: of a panel or page, or of the whole book. */
export async function changeSetting(
  { kind: _kind, place: named, ...others }: Setting & { kind: "setting" },
  request: WishRequest,
): Promise<Answer> {
  const { book } = request;
  const { page, panel } = targetOf(request);
  // The name of a place stands in the book's own language, or not at all.
  const isOwn = named !== undefined && languageOf(named.name) === book.params.language;
  const wanted: Setting = {
    ...others,
    ...(named && { place: isOwn ? named : { ...named, name: "" } }),
  };
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
    return answerOf(boards, book);
  }
  // The place is new: the plot has it, and no other page is written again for that.
  const plotted = { ref: PLOT, change: () => ({ ...plot, places: [...plot.places, place] }) };
  return { kind: "change", results: [plotted, ...keepPages(book, boards)] };
}

/** Adds background things to the target panel, or to all panels of the page. */
export async function addBackgroundThings(most: number, request: WishRequest): Promise<Answer> {
  const places = (await plotOf(request.book))?.places ?? [];
  const placeOf = ({ picture }: Panel) => places.find(({ id }) => id === picture.place);
  return changeMeant(request, (panel) => withMoreThings(panel, placeOf(panel), most));
}

/** Lays the page out again with other weights: `weigh` gets the panel that is meant, where one is. */
async function reweigh(
  request: WishRequest,
  weigh: (panels: readonly Panel[], panel: string | undefined) => number[],
): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (page === undefined) return refuse("which", request.book);
  const boards = await boardsOf(request.book, page);
  return answerOf(
    changeWeights(boards, (panels) => weigh(panels, panel)),
    request.book,
  );
}

/** Makes the target panel larger or smaller. */
export async function resizePanel(steps: number, request: WishRequest): Promise<Answer> {
  const { panel } = targetOf(request);
  if (panel === undefined) return refuse("which", request.book);
  return reweigh(request, (panels) =>
    panels.some(({ id }) => id === panel)
      ? resized(panels, panel, steps)
      : panels.map(({ weight }) => weight),
  );
}

/** Lays the page out again: all panels equal, or with the emphasis on another panel. */
export const changeLayout = (even: boolean, request: WishRequest): Promise<Answer> =>
  reweigh(request, (panels, panel) => (even ? panels.map(() => 3) : moveEmphasis(panels, panel)));

/** Gives the climax more room on its page, or less. */
export async function emphasizeClimax(steps: number, { book }: WishRequest): Promise<Answer> {
  const boards = await boardsOf(book);
  const peak = peakOf(boards.flatMap((board) => board.page.panels.map((panel) => ({ ...panel, board }))));
  if (peak === undefined) return emphasizeBeat(steps, book);
  return answerOf(
    changeWeights([peak.board], (all) => resized(all, peak.id, steps)),
    book,
  );
}

/** Changes a figure's pose, expression or view. */
export async function changeActing(
  { acting, said }: { acting: WantedActing; said: string },
  request: WishRequest,
): Promise<Answer> {
  const { book, wish } = request;
  const { page, panel } = targetOf(request);
  if (page === undefined || panel === undefined) return refuse("which", book);
  const who = wish.target.character ?? findMentionedPerson(said, (await conceptOf(book)).people)?.id;
  const panels = (await boardsOf(book, page)).flatMap((board) => board.page.panels);
  const { length } = panels.find(({ id }) => id === panel)?.picture.figures ?? [];
  if (length === 0) return refuse("nothing-to-change", book);
  if (who === undefined && length > 1) return refuse("which", book);
  return changeMeant(request, (one) => withActing(one, who, acting));
}
