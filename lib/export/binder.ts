// The port through which the last phase binds the finished pages into files.
import type { Book } from "../manga/book.ts";

export const EXPORT_FORMATS = ["pdf", "cbz", "png"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface BoundPage {
  number: number;
  png: Uint8Array;
  widthPx: number;
  heightPx: number;
}

export interface Binder {
  /**
   * One file of the whole book: a PDF in the book's reading direction with searchable text, or a CBZ with `ComicInfo.xml`.
   * Pages are asked for one at a time, so that a long book does not need its length in memory. Deterministic.
   */
  bind(
    format: "pdf" | "cbz",
    book: Book,
    loadPage: (number: number) => Promise<BoundPage>,
  ): Promise<Uint8Array>;
}
