// The file formats of a book, and the names of its files.
import * as z from "zod";

/** Formats with one file for the whole book. `sheets` is the settei sheet: characters, places and the style. */
export const BookFormatSchema = z.enum(["pdf", "print-pdf", "cbz", "epub", "csv", "sheets"]);
export type BookFormat = z.infer<typeof BookFormatSchema>;

/** Formats with a folder of images, made from the finished book. */
export const SheetFormatSchema = z.enum(["webp", "psd", "webtoon"]);
export type SheetFormat = z.infer<typeof SheetFormatSchema>;

/** `psd-vertical-text`: the live text of Japanese balloons in PSD files is vertical. */
export const ExperimentSchema = z.enum(["psd-vertical-text"]);
export type Experiment = z.infer<typeof ExperimentSchema>;

/** `png` are the composed pages, which exist before any export. */
export const ExportFormatSchema = z.enum([...BookFormatSchema.options, "png", ...SheetFormatSchema.options]);
export type ExportFormat = z.infer<typeof ExportFormatSchema>;

/** Formats that are made from the finished book: all but the composed pages. */
export const BoundFormatSchema = z.enum([...BookFormatSchema.options, ...SheetFormatSchema.options]);
export type BoundFormat = z.infer<typeof BoundFormatSchema>;

/** Formats that are made where nobody chooses: those for reading on screens. */
export const DEFAULT_FORMATS = ["pdf", "cbz", "png"] as const satisfies readonly ExportFormat[];

export const BOOK_FILES: Record<BookFormat, { name: string; contentType: string }> = {
  pdf: { name: "book.pdf", contentType: "application/pdf" },
  "print-pdf": { name: "book-print.pdf", contentType: "application/pdf" },
  cbz: { name: "book.cbz", contentType: "application/vnd.comicbook+zip" },
  epub: { name: "book.epub", contentType: "application/epub+zip" },
  csv: { name: "lettering.csv", contentType: "text/csv; charset=utf-8" },
  sheets: { name: "settei.pdf", contentType: "application/pdf" },
};

export const SHEET_FILES: Record<
  SheetFormat | "png",
  { folder: string; extension: string; contentType: string }
> = {
  png: { folder: "pages", extension: "png", contentType: "image/png" },
  psd: { folder: "psd", extension: "psd", contentType: "image/vnd.adobe.photoshop" },
  webtoon: { folder: "webtoon", extension: "png", contentType: "image/png" },
  webp: { folder: "pages", extension: "webp", contentType: "image/webp" },
};

/** The file beside the folder of pages. */
export const COVER_FILE = "cover.png";

/** The file that `<mekuri-reader>` reads. */
export const READER_FILE = "reader.json";

/** Path of a page or the cover in one width: `pages/001-1080.webp`, `cover-1080.webp`. */
export function renditionPath(
  { cover, label = "" }: { cover?: true; label?: string },
  { width, type }: { width: number; type: string },
): string {
  const name = cover ? "cover" : `pages/${label.padStart(3, "0")}`;
  return `${name}-${width}.${type === "image/webp" ? "webp" : "png"}`;
}

/** Path of the strip's image: `strip/001.webp` for the first. */
export function stripPath(index: number): string {
  return `strip/${String(index + 1).padStart(3, "0")}.webp`;
}

/** Path of a folder's image: `pages/001.webp` for the first. */
export function sheetPath(format: SheetFormat | "png", index: number): string {
  const { folder, extension } = SHEET_FILES[format];
  return `${folder}/${String(index + 1).padStart(3, "0")}.${extension}`;
}
