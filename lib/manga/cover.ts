// Which of a book's own pictures stand on its cover and its title page. Nothing is drawn anew for them.
import type { Cast } from "./cast.ts";
import { boundingBox } from "./geometry.ts";
import type { Shot } from "./staging.ts";
import type { Panel } from "./storyboard.ts";

/** Where a picture is in the book. */
export interface KeyPicture {
  page: number;
  panel: string;
}

/** How well a shot shows who the book is about. */
const SHOWS: Record<Shot, number> = {
  ...{ detail: -2, close: 0.4, bust: 1, half: 1.6, full: 1.4, long: 0.4, establishing: -0.5 },
};
const PEOPLE = [-1.5, 1, 1.8, 1.4, 0.8] as const;

/** A cover's picture is about as wide as it is high; one that is far from that is cut, and enlarged. */
const ASPECT = 1.15;

/** About what a cover's picture fills under a title of two lines, in units. */
export const COVER_FRAME = { width: 1880, height: 1700, hidden: 60 } as const;

type Pages = readonly { number: number; panels: readonly Panel[] }[];

/** The pictures that show what the book is about, the best first: its first people, a strong moment, and not how it ends. */
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

/** For the title page: where the story happens, with somebody in it or as large as the book shows it, or else its first picture. */
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

/** For the back of the cover: a thing, or else a place, or else somebody, but not what the title page shows. */
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
    SHOWS[picture.shot] +
    people +
    (hasLead ? 1.2 : 0) -
    Math.abs(Math.log(width / height / ASPECT)) * 1.5 +
    Math.min(1, (width * height) / 1_000_000)
  );
}
