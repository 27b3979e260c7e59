// The staging of scenes that a person asked for before scenes existed: the concept stores it, and the plot is staged by it.
import * as z from "zod";
import { type Place, PlaceSchema } from "./place.ts";
import { HourSchema, type Mood, MoodSchema, WeatherSchema } from "./staging.ts";

export const WantedStagingSchema = z.object({
  /** `strength`, 0 to 1: how many scenes change their mood; see `inMood`. */
  mood: z.object({ is: MoodSchema, strength: z.number().min(0).max(1) }).optional(),
  /** The place of every scene. */
  place: PlaceSchema.pick({ name: true, kind: true }).optional(),
  hour: HourSchema.optional(),
  weather: WeatherSchema.optional(),
});
export type WantedStaging = z.infer<typeof WantedStagingSchema>;

/** For each mood, the moods that it may replace at medium strength. */
const REPLACEABLE_MOODS: Record<Mood, readonly Mood[]> = {
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

/** `strength`, 0 to 1: low strength changes neutral scenes, medium strength some other moods too, high strength all. */
export function inMood<S extends { mood: Mood }>(scene: S, mood: Mood, strength: number): S {
  const gives = strength > 0.75 || (strength > 0.25 && REPLACEABLE_MOODS[mood].includes(scene.mood));
  return scene.mood === "neutral" || gives ? { ...scene, mood } : scene;
}

/** The scene with the wanted staging except its place, which is a place of the plot. What the person left open is not changed. */
export function inWantedStaging<S extends { mood: Mood }>(
  scene: S,
  { mood, place: _place, ...setting }: WantedStaging,
): S {
  const set = { ...scene, ...setting };
  return mood === undefined ? set : inMood(set, mood.is, mood.strength);
}

/** The place as wanted: only the id of the written place is kept. */
export function inWantedPlace(place: Place, { place: wanted }: WantedStaging): Place {
  const { id, look } = place;
  return wanted === undefined ? place : { id, ...wanted, landmarks: [], look };
}
