// The cover of a book: which of its own pictures it shows. Nothing is drawn anew for it.
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

/** The picture that shows best what the book is about: its first people, a strong moment, and not how it ends. */
export function chooseCover(
  pages: readonly { number: number; panels: readonly Panel[] }[],
  cast: Cast,
): KeyPicture | undefined {
  const lead = cast.characters[0]?.id;
  const worths = pages.flatMap(({ number, panels }) =>
    panels.map((panel) => ({
      key: { page: number, panel: panel.id },
      worth: worthOf(panel, lead) - (number / pages.length > 0.7 ? 0.6 : 0),
    })),
  );
  return worths.toSorted((a, b) => b.worth - a.worth)[0]?.key;
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
