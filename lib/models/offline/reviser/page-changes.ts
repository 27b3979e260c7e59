// Changes of what a storyboard page shows: how near a panel looks, in which setting and mood, how people stand, how large it is.
import type { Language } from "../../../manga/language.ts";
import { inHandsOf } from "../../../manga/moment.ts";
import type { Place } from "../../../manga/place.ts";
import { type Shot, ShotSchema, type View } from "../../../manga/staging.ts";
import {
  type Figure,
  type Panel,
  type StoryboardPage,
  StoryboardPageSchema,
} from "../../../manga/storyboard.ts";
import type { WantedStaging } from "../../../manga/wanted-staging.ts";
import type { ResultChange } from "../../../pipeline/reviser.ts";
import type { WorkRef } from "../../../pipeline/step-kinds.ts";
import { furnishingsOf } from "./furnishings.ts";
import type { Intent } from "./intent.ts";

/** A page's storyboard, as the book has it. */
export interface Board {
  ref: WorkRef;
  page: StoryboardPage;
}

/** What pages should become; those that stay as they are are not changed. */
export function changePages(
  boards: readonly Board[],
  change: (page: StoryboardPage) => StoryboardPage,
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

/** Pages with other weights, laid out anew: their panels come without frames. */
export function changeWeights(
  boards: readonly Board[],
  weigh: (panels: readonly Panel[]) => readonly number[],
): ResultChange[] {
  return boards.flatMap(({ ref, page }): ResultChange[] => {
    const weights = weigh(page.panels);
    if (page.panels.every(({ weight }, index) => weight === weights[index])) return [];
    const change = (output: unknown) => {
      const { panels, ...rest } = StoryboardPageSchema.parse(output);
      return {
        ...rest,
        panels: panels.map(({ frame: _frame, ...panel }, index) => ({
          ...panel,
          weight: weights[index] ?? panel.weight,
        })),
      };
    };
    return [{ ref, change }];
  });
}

const clamp = (weight: number) => Math.max(1, Math.min(5, weight));

/** One panel larger or smaller; where it cannot be more so itself, the others give way. */
export function resized(
  panels: readonly Pick<Panel, "id" | "weight">[],
  panelId: string,
  steps: number,
): number[] {
  const own = panels.find(({ id }) => id === panelId)?.weight ?? 3;
  const rest = own + steps - clamp(own + steps);
  return panels.map(({ id, weight }) => (id === panelId ? clamp(own + steps) : clamp(weight - rest)));
}

/** Another panel carries the page: the named one, or the one after the largest. */
export function moveEmphasis(panels: readonly Panel[], panelId: string | undefined): number[] {
  const most = Math.max(...panels.map(({ weight }) => weight));
  const largest = panels.findIndex(({ weight }) => weight === most);
  const next = panelId ?? panels[(largest + 1) % panels.length]?.id;
  return panels.map(({ id, weight }) => (id === next ? 5 : Math.min(weight, 3)));
}

/** From nearest to farthest. */
const SHOTS: readonly Shot[] = ShotSchema.options;

export function withShot(panel: Panel, steps: number): Panel {
  const now = SHOTS.indexOf(panel.picture.shot);
  // A detail shows a thing, not somebody from nearer: people end at their faces.
  const nearest = panel.picture.figures.length > 0 ? Math.min(now, SHOTS.indexOf("close")) : 0;
  const shot = SHOTS[Math.max(nearest, Math.min(SHOTS.length - 1, now - steps))] ?? panel.picture.shot;
  return { ...panel, picture: { ...panel.picture, shot } };
}

export type Setting = Intent & { kind: "setting" };

/** The name of a place stands in the book's own language, or not at all. */
export function wantedSetting({ place, hour, weather }: Setting, language: Language): WantedStaging {
  return {
    ...(place && { place: { kind: place.kind, name: place.language === language ? place.name : "" } }),
    ...(hour && { hour }),
    ...(weather && { weather }),
  };
}

/** The panel with what it shows changed. */
export function onPicture(panel: Panel, change: (picture: Panel["picture"]) => Panel["picture"]): Panel {
  return { ...panel, picture: change(panel.picture) };
}

/** Left and right exchanged. */
export function mirrored(panel: Panel): Panel {
  const figures = panel.picture.figures.map(
    (figure): Figure => ({
      ...figure,
      side: Math.round((1 - figure.side) * 100) / 100,
      facing: figure.facing === "left" ? "right" : "left",
    }),
  );
  return { ...panel, picture: { ...panel.picture, figures } };
}

/** How somebody should act, in the words of `Acting` of a moment, and from where they should be seen. */
export interface WantedActing {
  doing?: string | undefined;
  feeling?: string | undefined;
  view?: View | undefined;
}

/** Those who are meant act otherwise. What belongs to their old doing or feeling goes with it. */
export function withActing(
  panel: Panel,
  character: string | undefined,
  { doing, feeling, view }: WantedActing,
): Panel {
  const figures = panel.picture.figures.map((figure): Figure => {
    if (character !== undefined && figure.character !== character) return figure;
    const felt = feeling === undefined ? figure : { ...withoutFeeling(figure), feeling };
    const done = doing === undefined ? felt : { ...withoutDoing(felt), doing };
    return view === undefined ? done : { ...done, view };
  });
  return { ...panel, picture: { ...panel.picture, figures } };
}

const withoutFeeling = ({ face: _face, ...rest }: Figure): Figure => rest;

/** Hands keep what they have, and somebody who is led is led on. */
function withoutDoing({ posture: _1, seat: _2, mount: _3, carriedBy: _4, to: _5, ...rest }: Figure): Figure {
  return rest;
}

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

/** As many things as a picture has. */
const MOST_THINGS = 16;
