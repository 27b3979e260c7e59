// Result of phase 7: hashes of the book and its files. Each format that is exported later has a result of its own.
import * as z from "zod";
import { BookFormatSchema, BoundFormatSchema, SheetFormatSchema } from "./export-formats.ts";
import { QualityReportSchema } from "./quality.ts";
import { RenditionsSchema } from "./rendition.ts";

export const FinishedBookSchema = z.object({
  title: z.string(),
  /** sha-256 of `book.json`. */
  book: z.string(),
  /** sha-256 of each exported file. */
  files: z.partialRecord(BookFormatSchema, z.string()),
  /** sha-256 of each file of a folder, in order. Empty in books from before folders existed. */
  sheets: z.partialRecord(SheetFormatSchema, z.array(z.string())).default({}),
  /** sha-256 of the cover's PNG. Absent in books from before covers existed. */
  cover: z.string().optional(),
  /** The cover for screens. Absent in books from before renditions existed. */
  coverRenditions: RenditionsSchema.optional(),
  /** sha-256 of `reader.json`, which names pictures by their hashes. Absent in books from before renditions existed. */
  reader: z.string().optional(),
  /** sha-256 of each page's PNG, in order. */
  pages: z.array(z.string()),
  panels: z.int().nonnegative(),
  leftOut: z.int().nonnegative(),
  /** As in `book.json`, with only the first repairs and findings, because a client's document must be small. */
  quality: QualityReportSchema.optional(),
});
export type FinishedBook = z.infer<typeof FinishedBookSchema>;

/** Result of one more export: a file for the whole book, or a folder's files in order, by sha-256. */
export const ExportedSchema = z.object({ format: BoundFormatSchema, files: z.array(z.string()) });
