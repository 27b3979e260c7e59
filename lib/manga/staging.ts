// The few words of a book on which code branches: framing, time and atmosphere. They are the only enumerations of what is visible;
// everything else is free text that any artist may read (`OpenWordSchema`).
import * as z from "zod";

/** A word or a short phrase for something visible: `halberd`, `reads a letter`, `頭の上`. In any language; English where a model wrote it. */
export const OpenWordSchema = z.string().min(1).max(120);

/** One or two sentences about something visible. */
export const SaidSchema = z.string().min(1).max(300);

/** How much of a person the frame shows, from nearest to farthest. */
export const ShotSchema = z.enum(["detail", "close", "bust", "half", "full", "long", "establishing"]);
export type Shot = z.infer<typeof ShotSchema>;

export const AngleSchema = z.enum(["level", "high", "low", "tilted"]);
export type Angle = z.infer<typeof AngleSchema>;

export const ViewSchema = z.enum(["front", "three-quarter", "profile", "back"]);
export type View = z.infer<typeof ViewSchema>;

export const HourSchema = z.enum(["dawn", "day", "dusk", "night"]);
export type Hour = z.infer<typeof HourSchema>;

export const WeatherSchema = z.enum(["clear", "cloudy", "rain", "storm", "snow", "wind", "fog"]);
export type Weather = z.infer<typeof WeatherSchema>;

export const SeasonSchema = z.enum(["spring", "summer", "autumn", "winter"]);

export const MoodSchema = z.enum([
  "neutral",
  "warm",
  "tense",
  "sad",
  "comic",
  "eerie",
  "heroic",
  "lonely",
  "romantic",
]);
export type Mood = z.infer<typeof MoodSchema>;

/**
 * Facts of a moment that may be guessed because the text does not state them: place, hour, characters, their deeds, the speakers of lines.
 */
export const GuessSchema = z.enum(["place", "hour", "who", "deed", "speaker"]);
export type Guess = z.infer<typeof GuessSchema>;
