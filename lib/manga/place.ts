// A place of the story, described once; scenes and pictures refer to it by id.
import * as z from "zod";
import { HourSchema, OpenWordSchema, SaidSchema } from "./staging.ts";

/** `l1`, `l2` … in the order of their first appearance. */
export const PlaceIdSchema = z.string().regex(/^l\d+$/);

/** A feature by which readers recognise the place, and its side as seen by the viewer: `a clock over the door`, `left`. */
export const LandmarkSchema = z.object({ what: OpenWordSchema, side: OpenWordSchema.optional() });

export const PlaceSchema = z.object({
  id: PlaceIdSchema,
  /** The text's name for it, in the text's language; empty where the text has none. */
  name: z.string().max(120),
  /** Kind of place: `street`, `bakery`, `engine room of a spaceship`. */
  kind: OpenWordSchema,
  /** Region or era of its architecture, as far as the text tells: `Japanese`, `Western`, `ancient Rome`. */
  culture: OpenWordSchema.optional(),
  /** Its condition: `run-down`, `freshly painted`. */
  state: OpenWordSchema.optional(),
  /** The floor or ground, where the text tells it: `tatami`, `sand`. */
  floor: OpenWordSchema.optional(),
  /** The positions of its parts, so that every picture shows them alike. */
  layout: SaidSchema.optional(),
  landmarks: z.array(LandmarkSchema).max(8),
  /** The light at an hour, where the text tells it: `night` → `a single lamp`. */
  light: z.partialRecord(HourSchema, OpenWordSchema).optional(),
  /** Number that picks among equal variants of a place; from the session's seed. */
  look: z.int().nonnegative(),
});
export type Place = z.infer<typeof PlaceSchema>;
