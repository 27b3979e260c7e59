// Chooses the pictures for the cover, its back and the title page among the book's panels. No picture is drawn for them.
import type { Cast } from "./cast.ts";
import { boundingBox } from "./geometry.ts";
import type { Shot } from "./staging.ts";
import type { Panel } from "./storyboard.ts";

/** A picture's place in the book. */
export interface KeyPicture {
  page: number;
  panel: string;
}

/** How well a shot shows the main characters, 0 to 1. */
const SHOT_SCORE: Record<Shot, number> = {
  ...{ detail: -2, close: 0.4, bust: 1, half: 1.6, full: 1.4, long: 0.4, establishing: -0.5 },
};
const PEOPLE = [-1.5, 1, 1.8, 1.4, 0.8] as const;

/** The aspect ratio of a cover's picture; a picture of another ratio is cropped and enlarged. */
const ASPECT = 1.15;

/** Typical area of a cover's picture under a title of two lines, in units. */
export const COVER_FRAME = { width: 1880, height: 1700, hidden: 60 } as const;

type Pages = readonly { number: number; panels: readonly Panel[] }[];

/** The pictures for the cover, best first: with the main characters, at a strong moment, and not from the book's end. */
export function rankCovers(pages: Pages, cast: Cast): KeyPicture[] {
  const lead = cast.characters[0]?.id;
  const worths = pages.flatMap(({ number, panels }) =>
    panels.map((panel) => ({
      key: { page: number, panel: panel.id },
      worth: worthOf(panel, lead) - (number / pages.length > 0.7 ? 0.6 : 0),
    })),
  );
  return worths.toSorted((a, b) => b.worth - a.worth).map(({ key }) => key);
}

/** The picture for the title page: the largest view of a place, preferably with a character; else the first picture. */
export function chooseTitlePicture(pages: Pages): KeyPicture | undefined {
  const places = pages
    .flatMap(({ panels }) => panels)
    .filter(({ picture }) => picture.shot === "establishing");
  const most = Math.max(...places.map(({ weight }) => weight));
  return (
    firstOf(pages, (panel) => places.includes(panel) && panel.picture.figures.length > 0) ??
    firstOf(pages, (panel) => places.includes(panel) && panel.weight === most) ??
    firstOf(pages, () => true)
  );
}

/** The picture for the back cover: a thing, else a place, else a character, but not the title page's picture. */
export function chooseBackPicture(pages: Pages): KeyPicture | undefined {
  const title = chooseTitlePicture(pages);
  const isOther = (panel: Panel, page: number) => page !== title?.page || panel.id !== title.panel;
  return (
    firstOf(pages, ({ picture }) => picture.shot === "detail") ??
    firstOf(pages, (panel, page) => panel.picture.figures.length === 0 && isOther(panel, page)) ??
    firstOf(pages, isOther)
  );
}

function firstOf(pages: Pages, isWanted: (panel: Panel, page: number) => boolean): KeyPicture | undefined {
  for (const { number, panels } of pages) {
    const panel = panels.find((candidate) => isWanted(candidate, number));
    if (panel !== undefined) return { page: number, panel: panel.id };
  }
  return undefined;
}

function worthOf({ picture, weight, frame }: Panel, lead: string | undefined): number {
  const { width, height } = boundingBox(frame.corners);
  const people = PEOPLE[Math.min(picture.figures.length, PEOPLE.length - 1)] ?? 0;
  const hasLead = picture.figures.some(({ character, view }) => character === lead && view !== "back");
  return (
    weight * 0.6 +
    SHOT_SCORE[picture.shot] +
    people +
    (hasLead ? 1.2 : 0) -
    Math.abs(Math.log(width / height / ASPECT)) * 1.5 +
    Math.min(1, (width * height) / 1_000_000)
  );
}
