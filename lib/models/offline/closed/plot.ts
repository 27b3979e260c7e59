// What phase 3 gives: scenes, and the story's beats put on pages. Every unit of the story is in a beat or in `leftOut`.
import * as z from "zod";
import { LineSchema, SoundSchema } from "../../../manga/plot.ts";
import { QualityRepairSchema } from "../../../manga/quality.ts";
import { CharacterIdSchema } from "./concept.ts";
import {
  EffectSchema,
  ExpressionSchema,
  HourSchema,
  MoodSchema,
  PlaceSchema,
  PoseSchema,
  PropSchema,
  SaidSchema,
  SeasonSchema,
  WeatherSchema,
} from "./staging.ts";

export type { Line, Sound, Voice } from "../../../manga/plot.ts";

export const SceneSchema = z.object({
  id: z.string().regex(/^s\d+$/),
  place: PlaceSchema,
  hour: HourSchema,
  weather: WeatherSchema,
  season: SeasonSchema,
  mood: MoodSchema,
  people: z.array(CharacterIdSchema),
});
export type Scene = z.infer<typeof SceneSchema>;

/** One moment of the story: what a panel, or two, will show. */
export const BeatSchema = z.object({
  id: z.string().regex(/^b\d+$/),
  scene: z.string(),
  kind: z.enum(["establish", "action", "dialogue", "reaction", "silence", "narration"]),
  /** Story units told by this beat, in order; a silent beat may have none. */
  units: z.array(z.string()),
  people: z.array(
    z.object({
      character: CharacterIdSchema,
      pose: PoseSchema,
      expression: ExpressionSchema,
      /** What they have in the hand; absent where the story does not say it. */
      holds: PropSchema.optional(),
      /** What they have in the other hand at the same time. */
      alsoHolds: PropSchema.optional(),
      /** What they do, feel and hold, where the four fields above say less. */
      words: SaidSchema.optional(),
    }),
  ),
  props: z.array(PropSchema),
  /** What else is seen, props included, where `props` and `effects` say less. */
  things: SaidSchema.optional(),
  lines: z.array(LineSchema),
  /** The heading of the chapter that begins here; absent elsewhere. */
  chapter: z.string().min(1).optional(),
  /** Caption text, cut from the story's own narration; empty where the picture says it all. */
  caption: z.string(),
  sounds: z.array(SoundSchema),
  effects: z.array(EffectSchema),
  /** What happens, in the story's own words. */
  action: z.string(),
  /** 1 (passing) to 5 (the peak of the book). */
  weight: z.int().min(1).max(5),
});
export type Beat = z.infer<typeof BeatSchema>;

export const PlotPageSchema = z.object({
  number: z.int().positive(),
  /** True when it is one of two facing pages drawn as one; the even and the odd page of it both say so. */
  spread: z.boolean(),
  /** How much of the two pages' height their common picture takes; both pages of a spread say the same. */
  spreadShare: z.number().min(0.3).max(0.8).optional(),
  /** The last panel before a page is turned wants to make the reader turn it. */
  hook: z.boolean(),
  /** The titles of the page's strips, in the order of reading, where it is a page of 4-koma: each strip has four of the beats. */
  strips: z.array(z.string()).min(1).max(2).optional(),
  beats: z.array(BeatSchema).min(1),
  /** Why some of its beats went to the pages beside it; absent where none had to. */
  repairs: z.array(QualityRepairSchema).optional(),
});
export type PlotPage = z.infer<typeof PlotPageSchema>;

export const PlotSchema = z.object({
  scenes: z.array(SceneSchema).min(1),
  pages: z.array(PlotPageSchema).min(1),
  /** Units of the story that no page has room for, in order. */
  leftOut: z.array(z.string()),
});
export type Plot = z.infer<typeof PlotSchema>;
