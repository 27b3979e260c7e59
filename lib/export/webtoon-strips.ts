// Plans a book as one column to scroll: its panels in reading order, laid out anew for the column, with white between them that
// lets time pass, in strips that are cut in the white.
import type { Book, BookPage } from "../manga/book.ts";
import { boundingBox } from "../manga/geometry.ts";
import { letteringSeed } from "../manga/seed.ts";
import type { Panel } from "../manga/storyboard.ts";
import { COLUMN_SCALE, COLUMN_WIDTH, type ColumnPanel, inColumn, type Marks } from "./webtoon-column.ts";

/** Pixels. 800 × 1280 is what WEBTOON's uploads take as one image. */
export const STRIP = { width: COLUMN_WIDTH, maxHeight: 1280 } as const;

/** White above a panel: beside its predecessor on the page, below it, before the peak, and where a scene begins. More white, more time. */
const GAP = { beside: 90, below: 160, peak: 260, scene: 420 } as const;
const MARGIN = 60;

/** Room at the end for the line that says who made the book. */
export const CREDIT_HEIGHT = 160;

/** Half of a border lies outside its frame, and a little white belongs to what is cut out. */
const BORDER = 6;

export interface PlacedPanel extends ColumnPanel {
  page: BookPage;
  /** Of the panel's area, in pixels of the strip. */
  top: number;
}

export interface Strip {
  height: number;
  panels: PlacedPanel[];
}

type PlannedBook = Pick<Book, "pages" | "language" | "direction" | "colorMode" | "dropPunctuation" | "seed">;

/** Asks for each page's marks once, in order. Throws what they and loading a font throw. */
export async function planStrips(
  book: PlannedBook,
  loadMarks: (number: number) => Promise<Marks>,
): Promise<Strip[]> {
  const { language, direction, colorMode, dropPunctuation, seed } = book;
  const strips: Strip[] = [{ height: 0, panels: [] }];
  let before: Panel | undefined;
  let count = 0;
  for (const page of book.pages) {
    const { number } = page;
    const marks = await loadMarks(number);
    const look = { language, direction, colorMode, dropPunctuation };
    const brief = { number, ...look, seed: letteringSeed(seed, number) };
    for (const panel of page.panels) {
      // Narrow panels stand by turns, first on the side where reading starts.
      const side = (count % 2 === 0) === (direction === "ltr") ? "left" : "right";
      const placed = await inColumn(panel, marks, { page: brief, side });
      append(strips, { page, ...placed }, before === undefined ? MARGIN : gapBetween(before, panel));
      before = panel;
      count++;
    }
  }
  if (before === undefined) return [];
  whiten(strips, CREDIT_HEIGHT);
  return strips;
}

/** Puts a panel below what is there; where the strip ends before it, the white is cut. */
function append(strips: Strip[], panel: Omit<PlacedPanel, "top">, gap: number): void {
  const height = Math.ceil(panel.area.height * COLUMN_SCALE) + 2 * BORDER;
  const last = lastOf(strips);
  if (last.height + gap + height > STRIP.maxHeight && last.height > 0) {
    const here = Math.min(gap, STRIP.maxHeight - last.height);
    last.height += here;
    strips.push({ height: Math.min(gap - here, STRIP.maxHeight - height), panels: [] });
  } else last.height += Math.min(gap, STRIP.maxHeight - height - last.height);
  const strip = lastOf(strips);
  strip.panels.push({ ...panel, top: strip.height + BORDER });
  strip.height += height;
}

/** White that is not cut. */
function whiten(strips: Strip[], height: number): void {
  if (lastOf(strips).height + height > STRIP.maxHeight) strips.push({ height: 0, panels: [] });
  lastOf(strips).height += height;
}

function lastOf(strips: Strip[]): Strip {
  const last = strips.at(-1);
  if (last === undefined) throw new RangeError("a column has a strip");
  return last;
}

/** Panels stand beside each other where their heights overlap by half of the lower one. */
function gapBetween(before: Panel, panel: Panel): number {
  if (before.picture.scene !== panel.picture.scene) return GAP.scene;
  if (panel.weight === 5) return GAP.peak;
  const [a, b] = [boundingBox(before.frame.corners), boundingBox(panel.frame.corners)];
  const overlap = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return overlap > Math.min(a.height, b.height) / 2 ? GAP.beside : GAP.below;
}
