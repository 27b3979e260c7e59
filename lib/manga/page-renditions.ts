// What a page has for screens: its renditions, and its panels as one column to scroll. Made beside the lettering, by a step of its own.
import * as z from "zod";
import { RenditionsSchema } from "./rendition.ts";
import { StripSchema } from "./strip-image.ts";

export const PageRenditionsSchema = z.object({
  number: z.int().positive(),
  /** sha-256 of the composed page that they show. */
  image: z.string(),
  renditions: RenditionsSchema,
  strip: StripSchema,
});
export type PageRenditions = z.infer<typeof PageRenditionsSchema>;
