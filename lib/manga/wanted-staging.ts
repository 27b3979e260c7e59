// How a person wants the scenes of a book to be, said before there are any: the concept keeps it, and the plot is staged so.
import * as z from "zod";
import { type Place, PlaceSchema } from "./place.ts";
import { HourSchema, type Mood, MoodSchema, WeatherSchema } from "./staging.ts";

export const WantedStagingSchema = z.object({
  /** From 0 to 1: how much of it is wanted; see `inMood`. */
  mood: z.object({ is: MoodSchema, strength: z.number().min(0).max(1) }).optional(),
  /** Where all of it plays: the place of every scene. */
  place: PlaceSchema.pick({ name: true, kind: true }).optional(),
  hour: HourSchema.optional(),
  weather: WeatherSchema.optional(),
});
export type WantedStaging = z.infer<typeof WantedStagingSchema>;

/** Moods in whose place another one comes. */
const GIVES_WAY: Record<Mood, readonly Mood[]> = {
  neutral: ["warm", "tense", "sad", "comic", "eerie", "heroic", "lonely", "romantic"],
  tense: ["warm", "comic", "romantic"],
  warm: ["tense", "sad", "eerie", "lonely"],
  sad: ["warm", "comic", "romantic"],
  comic: ["tense", "sad", "lonely"],
  eerie: ["warm", "comic", "romantic"],
  heroic: ["sad", "lonely", "comic"],
  lonely: ["warm", "comic", "romantic"],
  romantic: ["lonely", "sad", "tense"],
};

/** From 0 to 1: a scene that is neutral gives way to a little, one of another mood to some, and any to much. */
export function inMood<S extends { mood: Mood }>(scene: S, mood: Mood, strength: number): S {
  const gives = strength > 0.75 || (strength > 0.25 && GIVES_WAY[mood].includes(scene.mood));
  return scene.mood === "neutral" || gives ? { ...scene, mood } : scene;
}

/** The scene as it is wanted, but for its place, which is a place of the plot; what nobody said anything about stays as it is. */
export function inWantedStaging<S extends { mood: Mood }>(
  scene: S,
  { mood, place: _place, ...setting }: WantedStaging,
): S {
  const set = { ...scene, ...setting };
  return mood === undefined ? set : inMood(set, mood.is, mood.strength);
}

/** The place of a scene as it is wanted: of one that was written, nothing but which it is stays. */
export function inWantedPlace(place: Place, { place: wanted }: WantedStaging): Place {
  const { id, look } = place;
  return wanted === undefined ? place : { id, ...wanted, landmarks: [], look };
}
