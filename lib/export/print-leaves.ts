// The pages of a printed book in order: the cover's two front pages; title page, story, colophon, and fly-leaves (遊び紙) up to a multiple of
// four; the cover's two back pages.
import type { Book, BookPage } from "../manga/book.ts";

/** `folio` counts every page of the printed book from 1; the cover is a sheet of its own and has none. */
export type Leaf =
  | ({ folio: number } & (
      | { kind: "title" }
      | { kind: "blank" }
      | { kind: "story"; page: BookPage }
      | { kind: "colophon" }
    ))
  | { kind: "cover"; side: "front" | "inner-front" | "inner-back" | "back" };

/** Presses print sheets that are folded to four pages. */
const SHEET_PAGES = 4;

/**
 * Title page and an empty back come first: two pages, so that the story's odd pages keep the side for which their page turns were planned.
 * The colophon (奥付) follows the story, fly-leaves come last. The cover is four pages around them, so the number of pages stays a multiple
 * of four and every page keeps its side.
 */
export function planLeaves(book: Book): Leaf[] {
  const kinds = [
    { kind: "title" as const },
    { kind: "blank" as const },
    ...book.pages.map((page) => ({ kind: "story" as const, page })),
    { kind: "colophon" as const },
  ];
  const missing = (SHEET_PAGES - (kinds.length % SHEET_PAGES)) % SHEET_PAGES;
  const blanks = Array.from({ length: missing }, () => ({ kind: "blank" as const }));
  const block = [...kinds, ...blanks].map((leaf, index) => ({ folio: index + 1, ...leaf }));
  if (book.cover === undefined) return block;
  const [front, innerFront, innerBack, back] = (["front", "inner-front", "inner-back", "back"] as const).map(
    (side) => ({ kind: "cover" as const, side }),
  );
  return [front, innerFront, ...block, innerBack, back].filter((leaf) => leaf !== undefined);
}
