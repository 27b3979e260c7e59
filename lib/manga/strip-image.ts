// A page in the webtoon layout: its panels as one scrollable column, in images that follow each other without a gap.
import * as z from "zod";

/** The most panels of a page, and so of images, since each image has at least one panel. */
const MOST_PANELS = 9;

export const StripImageSchema = z.object({
  /** sha-256 of the WebP. */
  image: z.string(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** Tops of the panels in pixels. The line that names the book's makers may have an image of its own, without panels. */
  places: z.array(z.object({ panel: z.string(), y: z.int().nonnegative() })).max(MOST_PANELS),
});
export type StripImage = z.infer<typeof StripImageSchema>;

/** From top to bottom. */
export const StripSchema = z
  .array(StripImageSchema)
  .min(1)
  .max(MOST_PANELS + 1);
