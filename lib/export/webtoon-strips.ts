// Plans a book as one column to scroll: its panels in reading order, each as wide as the column, in strips that are cut between them.
import type { Book, BookPage } from "../manga/book.ts";
import { type Box, boundingBox, type Point } from "../manga/geometry.ts";
import type { Panel } from "../manga/storyboard.ts";

/** Pixels. 800 × 1280 is what WEBTOON's uploads take as one image. */
export const STRIP = { width: 800, maxHeight: 1280 } as const;
const COLUMN = { width: 760, bleeding: STRIP.width } as const;

/** Pixels for one unit at most: letters of 12 pt become 42 pixels, and small panels stay narrower than the column. */
const MAX_SCALE = 1;

/** White above a panel: beside its predecessor on the page, below it, and where a scene begins. More white, more time. */
const GAP = { beside: 40, below: 80, scene: 160 } as const;
const MARGIN = 40;

/** Room at the end for the line that says who made the book. */
export const CREDIT_HEIGHT = 120;

/** Half of a border lies outside its frame. */
const BORDER_MARGIN = 6;

export interface PlacedPanel {
  page: BookPage;
  panel: BookPage["panels"][number];
  /** What of the page is shown, in units: the panel, and its own words where they reach out of it. */
  area: Box;
  /** Pixels for one unit. */
  scale: number;
  /** Of the area, in pixels of the strip. */
  left: number;
  top: number;
}

export interface Strip {
  height: number;
  panels: PlacedPanel[];
}

/** A strip holds as many panels as fit; the white above a panel goes with it. */
export function planStrips(book: Pick<Book, "pages">): Strip[] {
  const strips: Strip[] = [];
  let before: Panel | undefined;
  for (const page of book.pages) {
    for (const panel of page.panels) {
      const gap = before === undefined ? MARGIN : gapBetween(before, panel);
      const { area, scale } = placeInColumn(page, panel, STRIP.maxHeight - gap);
      const height = gap + Math.ceil(area.height * scale);
      let strip = strips.at(-1);
      if (strip === undefined || strip.height + height > STRIP.maxHeight) {
        strip = { height: 0, panels: [] };
        strips.push(strip);
      }
      const left = Math.round((STRIP.width - area.width * scale) / 2);
      strip.panels.push({ page, panel, area, scale, left, top: strip.height + gap });
      strip.height += height;
      before = panel;
    }
  }
  const last = strips.at(-1);
  if (last === undefined) return [];
  if (last.height + CREDIT_HEIGHT > STRIP.maxHeight) strips.push({ height: CREDIT_HEIGHT, panels: [] });
  else last.height += CREDIT_HEIGHT;
  return strips;
}

function placeInColumn(page: BookPage, panel: Panel, roomHeight: number): { area: Box; scale: number } {
  const frame = boundingBox(panel.frame.corners);
  const texts = page.texts.filter((text) => text.panel === panel.id).map(({ box }) => box);
  const margin = panel.frame.bleeds ? 0 : BORDER_MARGIN;
  const area = boundingBox([
    ...cornersOf(frame, margin),
    ...texts.flatMap((box) => cornersOf(box, BORDER_MARGIN)),
  ]);
  const width = panel.frame.bleeds ? COLUMN.bleeding : COLUMN.width;
  return { area, scale: Math.min(MAX_SCALE, width / area.width, roomHeight / area.height) };
}

function cornersOf({ x, y, width, height }: Box, margin: number): Point[] {
  return [
    { x: x - margin, y: y - margin },
    { x: x + width + margin, y: y + height + margin },
  ];
}

/** Panels stand beside each other where their heights overlap by half of the lower one. */
function gapBetween(before: Panel, panel: Panel): number {
  if (before.picture.scene.id !== panel.picture.scene.id) return GAP.scene;
  const [a, b] = [boundingBox(before.frame.corners), boundingBox(panel.frame.corners)];
  const overlap = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return overlap > Math.min(a.height, b.height) / 2 ? GAP.beside : GAP.below;
}
