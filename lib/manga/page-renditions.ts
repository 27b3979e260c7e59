// A page's files for screens: its renditions, and its panels as one scrollable column. Made by a step of their own, in parallel with other
// pages' lettering.
import * as z from "zod";
import { RenditionsSchema } from "./rendition.ts";
import { StripSchema } from "./strip-image.ts";

export const PageRenditionsSchema = z.object({
  number: z.int().positive(),
  /** sha-256 of the composed page from which they were made. */
  image: z.string(),
  renditions: RenditionsSchema,
  strip: StripSchema,
});
export type PageRenditions = z.infer<typeof PageRenditionsSchema>;
