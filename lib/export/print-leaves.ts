// The pages of a printed book in order: title page, story, colophon, and fly-leaves (遊び紙) up to a multiple of four.
import type { Book, BookPage } from "../manga/book.ts";

/** `folio` counts every page of the printed book from 1. */
export type Leaf = { folio: number } & (
  | { kind: "title" }
  | { kind: "blank" }
  | { kind: "story"; page: BookPage }
  | { kind: "colophon" }
);

/** Presses print sheets that are folded into four pages. */
const SHEET_PAGES = 4;

/**
 * Title page and an empty back come first: two pages, so that the story's odd pages stay on the side for which
 * their page turns were planned. The colophon (奥付) follows the story, fly-leaves come last.
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
  return [...kinds, ...blanks].map((leaf, index) => ({ folio: index + 1, ...leaf }));
}
