// Changes of what a storyboard page shows: how near a panel looks, in which setting and mood, how people stand, how large it is.
import { inHandsOf } from "../../../manga/moment.ts";
import type { Place } from "../../../manga/place.ts";
import { type Shot, ShotSchema } from "../../../manga/staging.ts";
import {
  type Figure,
  type Panel,
  type StoryboardPage,
  StoryboardPageSchema,
} from "../../../manga/storyboard.ts";
import type { Answer, BookView, ResultChange } from "../../../pipeline/reviser.ts";
import { answerOf, type Board, boardsOf } from "./book-parts.ts";
import { furnishingsOf } from "./furnishings.ts";
import type { WantedActing } from "./intent.ts";

/** What pages should become; those that stay as they are are not changed. */
export function changePages(
  boards: readonly Board[],
  change: (page: StoryboardPage) => object,
): ResultChange[] {
  return boards
    .filter(({ page }) => JSON.stringify(change(page)) !== JSON.stringify(page))
    .map(({ ref }) => ({ ref, change: (output) => change(StoryboardPageSchema.parse(output)) }));
}

/** What some panels should become; those that stay as they are change no page. */
export function changePanels(
  boards: readonly Board[],
  panelId: string | undefined,
  change: (panel: Panel) => Panel,
): ResultChange[] {
  return changePages(boards, (page) => ({
    ...page,
    panels: page.panels.map((panel) =>
      panelId === undefined || panel.id === panelId ? change(panel) : panel,
    ),
  }));
}

/** Changes a panel, all of a page, or all of the book. */
export const onPanels = async (
  book: BookView,
  { page, panel }: { page?: number | undefined; panel?: string | undefined },
  change: (panel: Panel) => Panel,
): Promise<Answer> => answerOf(changePanels(await boardsOf(book, page), panel, change), book);

/** Pages with other weights, laid out anew: their panels come without frames. */
export const changeWeights = (
  boards: readonly Board[],
  weigh: (panels: readonly Panel[]) => readonly number[],
): ResultChange[] =>
  changePages(boards, (page) => {
    const weights = weigh(page.panels);
    if (page.panels.every(({ weight }, index) => weight === weights[index])) return page;
    const weighed = ({ frame: _frame, ...panel }: Panel, index: number) => ({
      ...panel,
      weight: weights[index] ?? panel.weight,
    });
    return { ...page, panels: page.panels.map(weighed) };
  });

/** Weights and loudness are from 1 to 5. */
export const fromOneToFive = (value: number) => Math.max(1, Math.min(5, value));

/** One panel larger or smaller; where it cannot be more so itself, the others give way. */
export function resized(
  panels: readonly Pick<Panel, "id" | "weight">[],
  panelId: string,
  steps: number,
): number[] {
  const wanted = (panels.find(({ id }) => id === panelId)?.weight ?? 3) + steps;
  const rest = wanted - fromOneToFive(wanted);
  return panels.map(({ id, weight }) => fromOneToFive(id === panelId ? wanted : weight - rest));
}

/** Another panel carries the page: the named one, or the one after the largest. */
export function moveEmphasis(panels: readonly Panel[], panelId: string | undefined): number[] {
  const most = Math.max(...panels.map(({ weight }) => weight));
  const largest = panels.findIndex(({ weight }) => weight === most);
  const next = panelId ?? panels[(largest + 1) % panels.length]?.id;
  return panels.map(({ id, weight }) => (id === next ? 5 : Math.min(weight, 3)));
}

/** The panel with what it shows changed. */
export const onPicture = (panel: Panel, change: (picture: Panel["picture"]) => Panel["picture"]): Panel => ({
  ...panel,
  picture: change(panel.picture),
});

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
  return onPicture(panel, (picture) => ({
    ...picture,
    things: [...things, ...added].slice(0, MOST_THINGS),
  }));
}
