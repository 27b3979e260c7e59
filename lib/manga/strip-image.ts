// A page in the webtoon layout: its panels as one column to scroll, in images that stand below each other without a gap.
import * as z from "zod";

/** Panels of a page at most: an image has one of them at least. */
const MOST = 9;

export const StripImageSchema = z.object({
  /** sha-256 of the WebP. */
  image: z.string(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** Where panels begin, from the top, in pixels. A line that says who made the book may stand in an image of its own. */
  places: z.array(z.object({ panel: z.string(), y: z.int().nonnegative() })).max(MOST),
});
export type StripImage = z.infer<typeof StripImageSchema>;

/** From top to bottom. */
export const StripSchema = z
  .array(StripImageSchema)
  .min(1)
  .max(MOST + 1);
