// Renditions: a page or cover as WebP in several widths for screens. Readers load one of them, never the composed PNG.
import * as z from "zod";

/** Widths in pixels besides the full one: a thumbnail, and a page on a phone or in half a window. */
export const RENDITION_WIDTHS = [360, 1080] as const;

export const RenditionSchema = z.object({
  /** sha-256 of the WebP. */
  image: z.string(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
});
export type Rendition = z.infer<typeof RenditionSchema>;

/** By increasing width; the last one has the picture's full width. */
export const RenditionsSchema = z
  .array(RenditionSchema)
  .min(1)
  .max(RENDITION_WIDTHS.length + 1);
