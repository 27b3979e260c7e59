// Plans a book as one column to scroll: its panels in reading order, laid out again for the column, with white between them for pacing, in
// strips that are cut in the white.

import { appendPanel, appendRoom, type PlacedPanel, type Strip } from "../drawing/column/cut-column.ts";
import { CREDIT_HEIGHT } from "../drawing/column/paint-column.ts";
import { inColumn, type Marks } from "../drawing/column/panel-in-column.ts";
import type { FontFiles } from "../drawing/drafter.ts";
import type { Book, BookPage } from "../manga/book.ts";
import { COLUMN_MARGIN, COLUMN_WIDTH, gapBetween } from "../manga/column-gap.ts";
import { letteringSeed } from "../manga/seed.ts";
import type { Panel } from "../manga/storyboard.ts";

/** Pixels. WEBTOON accepts uploads of up to 800 × 1280 as one image. */
export const STRIP = { width: COLUMN_WIDTH, maxHeight: 1280 } as const;

export interface BookPanel extends PlacedPanel {
  page: BookPage;
}

type PlannedBook = Pick<Book, "pages" | "language" | "direction" | "colorMode" | "dropPunctuation" | "seed">;

/** Loads each page's marks once, in order. Rethrows errors of the marks and of loading a font. */
export async function planStrips(
  book: PlannedBook,
  loadMarks: (number: number) => Promise<Marks>,
  fonts?: FontFiles,
): Promise<Strip<BookPanel>[]> {
  const { language, direction, colorMode, dropPunctuation, seed } = book;
  const { maxHeight } = STRIP;
  const strips: Strip<BookPanel>[] = [{ height: 0, panels: [] }];
  let before: Panel | undefined;
  let count = 0;
  for (const page of book.pages) {
    const { number } = page;
    const marks = await loadMarks(number);
    const look = { language, direction, colorMode, dropPunctuation, ...(fonts && { fonts }) };
    const brief = { number, ...look, seed: letteringSeed(seed, number) };
    for (const panel of page.panels) {
      // Narrow panels alternate sides, beginning on the side where reading starts.
      const side = (count % 2 === 0) === (direction === "ltr") ? "left" : "right";
      const placed = await inColumn(panel, marks, { page: brief, side });
      const gap = before === undefined ? COLUMN_MARGIN : gapBetween(before, panel);
      appendPanel(strips, { page, ...placed }, { gap, maxHeight });
      before = panel;
      count++;
    }
  }
  if (before === undefined) return [];
  appendRoom(strips, CREDIT_HEIGHT, maxHeight);
  return strips;
}
