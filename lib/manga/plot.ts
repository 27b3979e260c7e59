// What phase 3 gives: scenes, and the story's beats put on pages. Every unit of the story is in a beat or in `leftOut`.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { ActingSchema, MOMENT, ThingSchema } from "./moment.ts";
import { PlaceIdSchema, PlaceSchema } from "./place.ts";
import { QualityRepairSchema } from "./quality.ts";
import { HourSchema, MoodSchema, OpenWordSchema, SeasonSchema, WeatherSchema } from "./staging.ts";
import { RubySchema } from "./story.ts";

/** A stretch of the story in one place and at one hour. */
export const SceneSchema = z.object({
  id: z.string().regex(/^s\d+$/),
  place: PlaceIdSchema,
  hour: HourSchema,
  weather: WeatherSchema,
  season: SeasonSchema,
  mood: MoodSchema,
  people: z.array(CharacterIdSchema),
});
export type Scene = z.infer<typeof SceneSchema>;

/** How a line is uttered; decides its balloon. */
export const VoiceSchema = z.enum([
  "speech",
  "shout",
  "whisper",
  "thought",
  "unease",
  "machine",
  "phone",
  "cry",
]);
export type Voice = z.infer<typeof VoiceSchema>;

export const LineSchema = z.object({
  /** The unit of the story that it is. */
  unit: z.string(),
  text: z.string().min(1),
  ruby: z.array(RubySchema),
  /** Null where nobody who has a name can have said it. */
  speaker: CharacterIdSchema.nullable(),
  /** True where the text does not say who speaks and turn-taking decided. */
  guessed: z.boolean(),
  voice: VoiceSchema,
  /** What the speaker does and shows while saying it, where that comes of this line alone. */
  doing: OpenWordSchema.optional(),
  feeling: OpenWordSchema.optional(),
});
export type Line = z.infer<typeof LineSchema>;

export const SoundSchema = z.object({
  text: z.string().min(1).max(12),
  /** 1 (faint) to 5 (deafening). */
  loudness: z.int().min(1).max(5),
  /** Hard sounds take hard shapes. */
  hard: z.boolean(),
});
export type Sound = z.infer<typeof SoundSchema>;

/** One moment of the story: what a panel, or two, will show. */
export const BeatSchema = z.object({
  id: z.string().regex(/^b\d+$/),
  scene: z.string(),
  kind: z.enum(["establish", "action", "dialogue", "reaction", "silence", "narration"]),
  /** Story units told by this beat, in order; a silent beat may have none. */
  units: z.array(z.string()),
  /** Who is seen, the most important first. */
  figures: z.array(ActingSchema),
  /** Who else is there and does nothing of note: seen only where the whole place is. */
  around: z.array(ActingSchema).max(8).optional(),
  /** What stands about from before: seen only where the place is. */
  standing: z.array(ThingSchema).max(8).optional(),
  lines: z.array(LineSchema),
  /** The heading of the chapter that begins here; absent elsewhere. */
  chapter: z.string().min(1).optional(),
  /** Caption text, cut from the story's own narration; empty where the picture says it all. */
  caption: z.string(),
  /** Readings of the caption's words; absent: none. */
  captionRuby: z.array(RubySchema).optional(),
  sounds: z.array(SoundSchema),
  ...MOMENT,
  /** What a look from near would be at, where the text has one: `hands`, `feet`, `eyes`, or a thing. */
  focus: OpenWordSchema.optional(),
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
  places: z.array(PlaceSchema).min(1),
  scenes: z.array(SceneSchema).min(1),
  pages: z.array(PlotPageSchema).min(1),
  /** Units of the story that no page has room for, or that say no more than who speaks, in order. */
  leftOut: z.array(z.string()),
});
export type Plot = z.infer<typeof PlotSchema>;
