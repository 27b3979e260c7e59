// Port for export: makes the files of a finished book. The last phase uses it.
import type { FontFiles, PaintedArt, PictureBrief } from "../drawing/drafter.ts";
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

/** Loads the blobs that a book's data names by hash. One page at a time, so that memory does not grow with the book. */
export interface BookSources {
  /** A composed page at screen size. */
  loadPage(number: number): Promise<BoundPage>;
  /** The cover at screen size; undefined for books made before covers existed. */
  loadCover(): Promise<BoundImage | undefined>;
  /** The art of a page by panel id. `k0`: a spread's picture that begins on the page before. */
  loadArt(number: number): Promise<ReadonlyMap<string, PaintedArt>>;
  /** The art of one panel, its faces and its areas to keep clear. Throws a RangeError if the page has no such panel. */
  loadPicture(page: number, panel: string): Promise<Pick<PictureBrief, "art" | "faces" | "keep">>;
  /** The faces and the areas to keep clear of a page's own panels, by their ids. */
  loadMarks(number: number): Promise<ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>>;
  /** The files of the fonts that the book's owner supplied; undefined where no text is set in one. */
  loadFonts(): Promise<FontFiles | undefined>;
  /** The stored picture of a sheet, by its step. Throws a RangeError if the book lists no such step. */
  loadSheet(step: string): Promise<Uint8Array>;
  /** Experimental features that the user enabled by name. */
  experimental?: readonly Experiment[] | undefined;
}

/** Deterministic: the same book gives the same bytes on the same machine. Rethrows errors of its sources. */
export interface Binder {
  /** Preloads the code for these formats, so that `bind` and `sheets` do not wait for it. */
  ready(formats: readonly BoundFormat[]): Promise<void>;
  /**
   * One file of the whole book: a PDF to read and search, a PDF for the press with title page, colophon and bleed,
   * a CBZ with `ComicInfo.xml`, an EPUB 3 with a fixed layout, the words as a table, or the settei sheet.
   * Lazy: a page is made when the consumer has taken the bytes before it.
   */
  bind(format: BookFormat, book: Book, sources: BookSources): AsyncIterable<Uint8Array>;
  /** The files of a folder in order. Lazy: each is made when the consumer asks for it. */
  sheets(format: SheetFormat, book: Book, sources: BookSources): AsyncIterable<Uint8Array>;
}
