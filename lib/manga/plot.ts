// Result of phase 3: scenes, and the story's beats on pages. Every unit of the story is in a beat or in `leftOut`.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { ActingSchema, MOMENT, ThingSchema } from "./moment.ts";
import { PlaceIdSchema, PlaceSchema } from "./place.ts";
import { QualityRepairSchema } from "./quality.ts";
import { HourSchema, MoodSchema, OpenWordSchema, SeasonSchema, WeatherSchema } from "./staging.ts";
import { RubySchema } from "./story.ts";

/** A part of the story in one place and at one hour. */
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

/** How a line is said; decides the form of its balloon. */
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
  /** The unit of the story that the line is. */
  unit: z.string(),
  text: z.string().min(1),
  ruby: z.array(RubySchema),
  /** Null where no named character can have said it. */
  speaker: CharacterIdSchema.nullable(),
  /** True where the text does not name the speaker and turn-taking decided. */
  guessed: z.boolean(),
  voice: VoiceSchema,
  /** The speaker's deed while saying it, where this line alone implies it. */
  doing: OpenWordSchema.optional(),
  feeling: OpenWordSchema.optional(),
});
export type Line = z.infer<typeof LineSchema>;

export const SoundSchema = z.object({
  text: z.string().min(1).max(12),
  /** 1 (faint) to 5 (deafening). */
  loudness: z.int().min(1).max(5),
  /** Whether the sound is hard, which gives it hard shapes. */
  hard: z.boolean(),
});
export type Sound = z.infer<typeof SoundSchema>;

/** One moment of the story, shown by one or two panels. */
export const BeatSchema = z.object({
  id: z.string().regex(/^b\d+$/),
  scene: z.string(),
  kind: z.enum(["establish", "action", "dialogue", "reaction", "silence", "narration"]),
  /** Story units told by this beat, in order; a silent beat may have none. */
  units: z.array(z.string()),
  /** Visible characters, the most important first. */
  figures: z.array(ActingSchema),
  /** Characters who are present without a notable deed; shown only in views of the whole place. */
  around: z.array(ActingSchema).max(8).optional(),
  /** Things left from earlier beats; shown only where the place is. */
  standing: z.array(ThingSchema).max(8).optional(),
  lines: z.array(LineSchema),
  /** The heading of the chapter that begins here; absent elsewhere. */
  chapter: z.string().min(1).optional(),
  /** Caption text, cut from the story's narration; empty where the picture tells everything. */
  caption: z.string(),
  /** Readings of the caption's words; absent: none. */
  captionRuby: z.array(RubySchema).optional(),
  sounds: z.array(SoundSchema),
  ...MOMENT,
  /** Subject of a close shot, where the text names one: `hands`, `feet`, `eyes`, or a thing. */
  focus: OpenWordSchema.optional(),
  /** 1 (passing) to 5 (the peak of the book). */
  weight: z.int().min(1).max(5),
});
export type Beat = z.infer<typeof BeatSchema>;

export const PlotPageSchema = z.object({
  number: z.int().positive(),
  /** Its first number, where pages were put in another order since. */
  origin: z.int().positive().optional(),
  /** Whether the page is half of a spread. Both its even and its odd page have it. */
  spread: z.boolean(),
  /** Share of the two pages' height that the common picture takes; both pages of a spread have the same. */
  spreadShare: z.number().min(0.3).max(0.8).optional(),
  /** Whether the last panel before a page turn should make the reader turn the page. */
  hook: z.boolean(),
  /** Titles of the page's 4-koma strips in reading order; each strip has four of the beats. Absent on other pages. */
  strips: z.array(z.string()).min(1).max(2).optional(),
  beats: z.array(BeatSchema).min(1),
  /** Why some beats moved to neighbouring pages; absent where none did. */
  repairs: z.array(QualityRepairSchema).optional(),
});
export type PlotPage = z.infer<typeof PlotPageSchema>;

export const PlotSchema = z.object({
  places: z.array(PlaceSchema).min(1),
  scenes: z.array(SceneSchema).min(1),
  pages: z.array(PlotPageSchema).min(1),
  /** Units of the story for which no page has room, or that only say who speaks, in order. */
  leftOut: z.array(z.string()),
});
export type Plot = z.infer<typeof PlotSchema>;
