// Applies wishes about pages and panels: content, shot size, setting, positions of people, and panel size.
import { inHandsOf } from "../../../manga/moment.ts";
import type { Place } from "../../../manga/place.ts";
import { type Shot, ShotSchema } from "../../../manga/staging.ts";
import type { Figure, Panel } from "../../../manga/storyboard.ts";
import { inWantedStaging } from "../../../manga/wanted-staging.ts";
import type { ResultChange } from "../../../pipeline/reviser.ts";
import { languageOf } from "../words/lexicon.ts";
import { SHOWN } from "../words/shown-words.ts";
import {
  answerOf,
  type Board,
  boardsOf,
  changePages,
  changePanels,
  conceptOf,
  findMentionedPerson,
  keepPages,
  type Outcome,
  onPanels,
  onPicture,
  PLOT,
  plotOf,
  type WishRequest,
} from "./book-parts.ts";
import type { IntentOf, Setting, WantedActing } from "./intent.ts";
import { placeLike, replot, restageBook } from "./plot.ts";

export function redraw({ wish, book, page, panel }: WishRequest): Outcome {
  const { character } = wish.target;
  const takes = book.standing.filter((ref) => {
    if (ref.of === "character") return ref.character === character;
    return ref.of === "panel" && ref.page === page && (panel === undefined || ref.panel === panel);
  });
  if (takes.length > 0) return { kind: "change", takes };
  return page === undefined && character === undefined ? "which" : "nothing-to-change";
}

/** Changes the target panel, or all panels of the page. */
export async function changeMeant(request: WishRequest, change: (panel: Panel) => Panel): Promise<Outcome> {
  return request.page === undefined ? "which" : onPanels(request, change);
}

/** Changes place, hour or weather of a panel, a page or the whole book. */
export async function changeSetting(
  { kind: _kind, place: named, ...others }: IntentOf<"setting">,
  { book, page, panel }: WishRequest,
): Promise<Outcome> {
  // A place is named only if the wish uses the book's own language.
  const isOwn = named !== undefined && languageOf(named.name) === book.params.language;
  const wanted: Setting = {
    ...others,
    ...(named && { place: isOwn ? named : { ...named, name: "" } }),
  };
  const plot = await plotOf(book);
  if (page === undefined || plot === undefined) return restageBook(book, wanted);
  const place = wanted.place && placeLike(plot.places, wanted.place);
  const moved = place && { place: place.id };
  const boards = changePanels(await boardsOf(book, page), panel, (one) =>
    onPicture(one, (picture) => ({ ...inWantedStaging(picture, wanted), ...moved })),
  );
  if (boards.length === 0 || place === undefined || plot.places.includes(place)) return answerOf(boards);
  // The plot gets the new place. No other page changes for it.
  const plotted = { ref: PLOT, change: () => ({ ...plot, places: [...plot.places, place] }) };
  return answerOf([plotted, ...keepPages(book, boards)]);
}

/** The usual things of a kind of place, in words that any artist understands. Empty for an unknown kind. */
export function furnishingsOf(kind: string): readonly string[] {
  const place = SHOWN.find(kind, "place").at(-1)?.value;
  return SHOWN.first(place ?? kind, "usual")?.split(" ") ?? [];
}

/** Maximum number of things in a picture. */
const MOST_THINGS = 16;

/** Adds things of the place: first its landmarks, then the usual things of its kind. */
export function withMoreThings(panel: Panel, place: Place | undefined, most: number): Panel {
  const { things, figures } = panel.picture;
  const there = new Set([...things.map(({ what }) => what), ...figures.flatMap(inHandsOf)]);
  const usual = [
    ...(place?.landmarks ?? []).map(({ what, side }) => ({ what, ...(side && { where: side }) })),
    ...furnishingsOf(place?.kind ?? "").map((what) => ({ what })),
  ];
  const added = usual.filter(({ what }) => !there.has(what)).slice(0, most);
  const more = [...things, ...added].slice(0, MOST_THINGS);
  return onPicture(panel, (picture) => ({ ...picture, things: more }));
}

/** Adds background things to the target panel, or to all panels of the page. */
export async function addBackgroundThings(most: number, request: WishRequest): Promise<Outcome> {
  const places = (await plotOf(request.book))?.places ?? [];
  const placeOf = ({ picture }: Panel) => places.find(({ id }) => id === picture.place);
  return changeMeant(request, (panel) => withMoreThings(panel, placeOf(panel), most));
}

/** Weights and loudness are from 1 to 5. */
export const fromOneToFive = (value: number) => Math.max(1, Math.min(5, value));

/** Makes one panel or beat larger or smaller. What exceeds the range is taken from the others. */
function resized<T extends Pick<Panel, "id" | "weight">>(all: readonly T[], id: string, steps: number): T[] {
  const now = all.find((one) => one.id === id)?.weight;
  if (now === undefined) return [...all];
  const rest = now + steps - fromOneToFive(now + steps);
  const weightOf = (one: T) => fromOneToFive(one.id === id ? one.weight + steps : one.weight - rest);
  return all.map((one) => ({ ...one, weight: weightOf(one) }));
}

/** Moves the emphasis of the page to another panel: the named one, or the one after the largest. */
function moveEmphasis(panels: readonly Panel[], panelId: string | undefined): Panel[] {
  const most = Math.max(...panels.map(({ weight }) => weight));
  const largest = panels.findIndex(({ weight }) => weight === most);
  const next = panelId ?? panels[(largest + 1) % panels.length]?.id;
  return panels.map((panel) => ({ ...panel, weight: panel.id === next ? 5 : Math.min(panel.weight, 3) }));
}

/** Pages with new weights. Their panels have no frames, so they are laid out again. */
const changeWeights = (
  boards: readonly Board[],
  weigh: (panels: readonly Panel[]) => readonly Panel[],
): ResultChange[] =>
  changePages(boards, (page) => {
    const panels = weigh(page.panels);
    if (panels.every(({ weight }, index) => weight === page.panels[index]?.weight)) return page;
    return { ...page, panels: panels.map(({ frame: _frame, ...panel }) => panel) };
  });

/** Makes the target panel larger or smaller. */
export async function resizePanel(steps: number, { book, page, panel }: WishRequest): Promise<Outcome> {
  if (panel === undefined || page === undefined) return "which";
  return answerOf(changeWeights(await boardsOf(book, page), (panels) => resized(panels, panel, steps)));
}

/** Lays the page out again: all panels equal, or with the emphasis on another panel. */
export async function changeLayout(even: boolean, { book, page, panel }: WishRequest): Promise<Outcome> {
  if (page === undefined) return "which";
  const weigh = (panels: readonly Panel[]) =>
    even ? panels.map((one) => ({ ...one, weight: 3 })) : moveEmphasis(panels, panel);
  return answerOf(changeWeights(await boardsOf(book, page), weigh));
}

/** The item with the greatest weight. Of equals the last, because stories rise towards their end. */
function peakOf<T extends { weight: number }>(all: readonly T[]): T | undefined {
  const most = Math.max(...all.map(({ weight }) => weight));
  return all.findLast(({ weight }) => weight === most);
}

/** Gives the climax more or less room on its page. Without storyboard pages it changes the weights of the plot. */
export async function emphasizeClimax(steps: number, { book }: WishRequest): Promise<Outcome> {
  const boards = await boardsOf(book);
  const peak = peakOf(boards.flatMap((board) => board.page.panels.map((panel) => ({ ...panel, board }))));
  if (peak !== undefined) return answerOf(changeWeights([peak.board], (all) => resized(all, peak.id, steps)));
  return replot(book, (plot) => {
    const beat = peakOf(plot.pages.flatMap(({ beats }) => beats));
    const pages = plot.pages.map((page) =>
      beat && page.beats.includes(beat) ? { ...page, beats: resized(page.beats, beat.id, steps) } : page,
    );
    return { ...plot, pages };
  });
}

const onFigures = (panel: Panel, change: (figure: Figure) => Figure): Panel =>
  onPicture(panel, (picture) => ({ ...picture, figures: picture.figures.map(change) }));

/** From nearest to farthest. */
const SHOTS: readonly Shot[] = ShotSchema.options;

export const withShot = (panel: Panel, steps: number): Panel =>
  onPicture(panel, (picture) => {
    const now = SHOTS.indexOf(picture.shot);
    // People end at the size of a close-up, because a detail shows a thing.
    const nearest = picture.figures.length > 0 ? Math.min(now, SHOTS.indexOf("close")) : 0;
    const shot = SHOTS[Math.max(nearest, Math.min(SHOTS.length - 1, now - steps))] ?? picture.shot;
    return { ...picture, shot };
  });

/** Exchanges left and right. */
export const mirrored = (panel: Panel): Panel =>
  onFigures(panel, (figure) => ({
    ...figure,
    side: Math.round((1 - figure.side) * 100) / 100,
    facing: figure.facing === "left" ? "right" : "left",
  }));

/** Changes the acting of the target people. Details of their old action or feeling are removed. */
export const withActing = (
  panel: Panel,
  character: string | undefined,
  { doing, feeling, view }: WantedActing,
): Panel =>
  onFigures(panel, (figure) => {
    if (character !== undefined && figure.character !== character) return figure;
    const felt = feeling === undefined ? figure : { ...withoutFeeling(figure), feeling };
    const done = doing === undefined ? felt : { ...withoutDoing(felt), doing };
    return view === undefined ? done : { ...done, view };
  });

const withoutFeeling = ({ face: _face, ...rest }: Figure): Figure => rest;

/** Removes the details of an action. Hands keep what they hold, and a person who is led stays led. */
const withoutDoing = ({ posture: _1, seat: _2, mount: _3, carriedBy: _4, to: _5, ...rest }: Figure): Figure =>
  rest;

/** Adds a figure where the panel has most room between its figures. */
export function withFigure(panel: Panel, character: string): Panel {
  const { figures } = panel.picture;
  if (figures.some((one) => one.character === character) || figures.length >= 5) return panel;
  const room = (side: number) => Math.min(1, ...figures.map((one) => Math.abs(one.side - side)));
  const side = [0.5, 0.2, 0.8, 0.35, 0.65].toSorted((a, b) => room(b) - room(a))[0] ?? 0.5;
  const figure: Figure = {
    ...{ character, side, doing: "stand", feeling: "calm", hands: [], view: "three-quarter", depth: 1 },
    facing: side > 0.5 ? "left" : "right",
  };
  return onPicture(panel, (picture) => ({ ...picture, figures: [...figures, figure] }));
}

/** Changes a figure's pose, expression or view. */
export async function changeActing(
  { acting, said }: IntentOf<"acting">,
  request: WishRequest,
): Promise<Outcome> {
  const { book, wish, page, panel } = request;
  if (page === undefined || panel === undefined) return "which";
  const who = wish.target.character ?? findMentionedPerson(said, (await conceptOf(book)).people)?.id;
  const panels = (await boardsOf(book, page)).flatMap((board) => board.page.panels);
  const { length } = panels.find(({ id }) => id === panel)?.picture.figures ?? [];
  if (length === 0) return "nothing-to-change";
  if (who === undefined && length > 1) return "which";
  return onPanels(request, (one) => withActing(one, who, acting));
}
