// What phase 7 gives: the hashes of the bound book and its files, and of each file that is bound later.
import * as z from "zod";
import { BookFormatSchema, BoundFormatSchema, SheetFormatSchema } from "./export-formats.ts";
import { QualityReportSchema } from "./quality.ts";
import { RenditionsSchema } from "./rendition.ts";

export const FinishedBookSchema = z.object({
  title: z.string(),
  /** sha-256 of `book.json`. */
  book: z.string(),
  /** sha-256 of each bound file. */
  files: z.partialRecord(BookFormatSchema, z.string()),
  /** sha-256 of each file of a folder, in order. Books of before there were folders have none. */
  sheets: z.partialRecord(SheetFormatSchema, z.array(z.string())).default({}),
  /** sha-256 of the cover's PNG. Books of before there were covers have none. */
  cover: z.string().optional(),
  /** The cover for screens. Books of before there were renditions have none. */
  coverRenditions: RenditionsSchema.optional(),
  /** sha-256 of `reader.json`, whose pictures are named by their hashes. Books of before there were renditions have none. */
  reader: z.string().optional(),
  /** sha-256 of each page's PNG, in order. */
  pages: z.array(z.string()),
  panels: z.int().nonnegative(),
  leftOut: z.int().nonnegative(),
  /** As in `book.json`, the first of the repairs and of the findings: a client's document is small. */
  quality: QualityReportSchema.optional(),
});
export type FinishedBook = z.infer<typeof FinishedBookSchema>;

/** What one more format gave: a file of the whole book, or a folder's files in order, by their sha-256. */
export const ExportedSchema = z.object({ format: BoundFormatSchema, files: z.array(z.string()) });
