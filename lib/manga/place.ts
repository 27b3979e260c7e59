// A place of the story, named once and referred to by scenes and pictures.
import * as z from "zod";
import { HourSchema, OpenWordSchema, SaidSchema } from "./staging.ts";

/** `l1`, `l2` … in the order in which the story comes to them. */
export const PlaceIdSchema = z.string().regex(/^l\d+$/);

/** Something by which the place is known again, and where it stands as one looks at it: `a clock over the door`, `left`. */
export const LandmarkSchema = z.object({ what: OpenWordSchema, side: OpenWordSchema.optional() });

export const PlaceSchema = z.object({
  id: PlaceIdSchema,
  /** As the text calls it, in its language; empty where the text names none. */
  name: z.string().max(120),
  /** What kind of place it is: `street`, `bakery`, `engine room of a spaceship`. */
  kind: OpenWordSchema,
  /** Where in the world or in which age its builders lived, as far as it is told: `Japanese`, `Western`, `ancient Rome`. */
  culture: OpenWordSchema.optional(),
  /** What has become of it: `run-down`, `freshly painted`. */
  state: OpenWordSchema.optional(),
  /** What one stands on there, where it is told: `tatami`, `sand`. */
  floor: OpenWordSchema.optional(),
  /** What is where, for whoever draws it again and again. */
  layout: SaidSchema.optional(),
  landmarks: z.array(LandmarkSchema).max(8),
  /** What lights it at an hour, where that is told: `night` → `a single lamp`. */
  light: z.partialRecord(HourSchema, OpenWordSchema).optional(),
  /** Number that picks among equal variants of such a place; from the session's seed. */
  look: z.int().nonnegative(),
});
export type Place = z.infer<typeof PlaceSchema>;
