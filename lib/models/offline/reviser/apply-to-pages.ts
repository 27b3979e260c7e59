// Applies wishes about pages and panels: what they show, from how near, in which setting, how people stand, and how large they are.
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

/** Changes the panel that is meant, or all of the page. */
export async function changeMeant(request: WishRequest, change: (panel: Panel) => Panel): Promise<Outcome> {
  return request.page === undefined ? "which" : onPanels(request, change);
}

/** Another place, hour or weather: of a panel or page, or of the whole book. */
export async function changeSetting(
  { kind: _kind, place: named, ...others }: IntentOf<"setting">,
  { book, page, panel }: WishRequest,
): Promise<Outcome> {
  // The name of a place stands in the book's own language, or not at all.
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
  // The place is new: the plot has it, and no other page is written again for that.
  const plotted = { ref: PLOT, change: () => ({ ...plot, places: [...plot.places, place] }) };
  return answerOf([plotted, ...keepPages(book, boards)]);
}

/** What such a place usually has, in words which any artist reads; nothing of a kind that no word is known of. */
export function furnishingsOf(kind: string): readonly string[] {
  const place = SHOWN.find(kind, "place").at(-1)?.value;
  return SHOWN.first(place ?? kind, "usual")?.split(" ") ?? [];
}

/** As many things as a picture has. */
const MOST_THINGS = 16;

/** More of what stands in such a place: first what it is known by, then what such places usually have. */
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

/** One panel or beat larger or smaller; where it cannot be more so itself, the others give way. */
function resized<T extends Pick<Panel, "id" | "weight">>(all: readonly T[], id: string, steps: number): T[] {
  const now = all.find((one) => one.id === id)?.weight;
  if (now === undefined) return [...all];
  const rest = now + steps - fromOneToFive(now + steps);
  const weightOf = (one: T) => fromOneToFive(one.id === id ? one.weight + steps : one.weight - rest);
  return all.map((one) => ({ ...one, weight: weightOf(one) }));
}

/** Another panel carries the page: the named one, or the one after the largest. */
function moveEmphasis(panels: readonly Panel[], panelId: string | undefined): Panel[] {
  const most = Math.max(...panels.map(({ weight }) => weight));
  const largest = panels.findIndex(({ weight }) => weight === most);
  const next = panelId ?? panels[(largest + 1) % panels.length]?.id;
  return panels.map((panel) => ({ ...panel, weight: panel.id === next ? 5 : Math.min(panel.weight, 3) }));
}

/** Pages with other weights, laid out anew: their panels come without frames. */
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

/** The heaviest item; of equal ones the later, because stories rise. */
function peakOf<T extends { weight: number }>(all: readonly T[]): T | undefined {
  const most = Math.max(...all.map(({ weight }) => weight));
  return all.findLast(({ weight }) => weight === most);
}

/** Gives the climax more room on its page, or less: by the weights of the plot where there are no storyboard pages. */
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
    // A detail shows a thing, not somebody from nearer: people end at their faces.
    const nearest = picture.figures.length > 0 ? Math.min(now, SHOTS.indexOf("close")) : 0;
    const shot = SHOTS[Math.max(nearest, Math.min(SHOTS.length - 1, now - steps))] ?? picture.shot;
    return { ...picture, shot };
  });

/** Left and right exchanged. */
export const mirrored = (panel: Panel): Panel =>
  onFigures(panel, (figure) => ({
    ...figure,
    side: Math.round((1 - figure.side) * 100) / 100,
    facing: figure.facing === "left" ? "right" : "left",
  }));

/** Those who are meant act otherwise. What belongs to their old doing or feeling goes with it. */
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

/** Hands keep what they have, and somebody who is led is led on. */
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
