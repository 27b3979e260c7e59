// The port through which the last phase makes files of the finished book.
import type { PaintedArt, PictureBrief } from "../drawing/drafter.ts";
import type { Artwork } from "../manga/artwork.ts";
import type { Book } from "../manga/book.ts";
import type { BookFormat, BoundFormat, Experiment, SheetFormat } from "../manga/export-formats.ts";

export interface BoundImage {
  png: Uint8Array;
  widthPx: number;
  heightPx: number;
}

export interface BoundPage extends BoundImage {
  number: number;
}

/** What stands behind the hashes of a book's data. Asked page by page, so that a long book does not need its length in memory. */
export interface BookSources {
  /** A composed page as it is read on screens. */
  loadPage(number: number): Promise<BoundPage>;
  /** The cover as it is seen on screens; undefined for a book of before there were covers. */
  loadCover(): Promise<BoundImage | undefined>;
  /** The art of what is painted on a page, by the panels' ids; `k0` is a picture that began on the page before. */
  loadArt(number: number): Promise<ReadonlyMap<string, PaintedArt>>;
  /** What one of a page's own panels shows, and what matters in it. A panel that the page lacks is a RangeError. */
  loadPicture(page: number, panel: string): Promise<Pick<PictureBrief, "art" | "faces" | "keep">>;
  /** The faces and the areas to keep clear of a page's own panels, by their ids. */
  loadMarks(number: number): Promise<ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>>;
  /** The stored picture of one of the book's sheets, by its step. A step that the book does not list is a RangeError. */
  loadSheet(step: string): Promise<Uint8Array>;
  /** What was asked for by name although it may not work in every program. */
  experimental?: readonly Experiment[] | undefined;
}

/** Deterministic: the same book gives the same bytes on the same machine. Throws what its sources throw. */
export interface Binder {
  /** Loads what makes these formats, beside other work: `bind` and `sheets` would have to wait for it. */
  ready(formats: readonly BoundFormat[]): Promise<void>;
  /**
   * One file of the whole book: a PDF to read and search, a PDF for the press with title page, colophon and bleed,
   * a CBZ with `ComicInfo.xml`, an EPUB 3 with a fixed layout, the words as a table, or the settei sheet.
   * A page is made when what came before it was taken.
   */
  bind(format: BookFormat, book: Book, sources: BookSources): AsyncIterable<Uint8Array>;
  /** A folder's files in order, each made when it is asked for. */
  sheets(format: SheetFormat, book: Book, sources: BookSources): AsyncIterable<Uint8Array>;
}
