// How a person wants the scenes of a book to be, said before there are any: the concept keeps it, and the plot is staged so.
import * as z from "zod";
import { type Place, PlaceSchema } from "./place.ts";
import type { Plot } from "./plot.ts";
import { deriveSeed } from "./seed.ts";
import { type Hour, HourSchema, type Mood, MoodSchema, type Weather, WeatherSchema } from "./staging.ts";

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

/** The scene or picture as it is wanted; what nobody said anything about stays as it is. The place is the plot's: see `plotAsWanted`. */
export function inWantedStaging<S extends { mood: Mood; hour: Hour; weather: Weather }>(
  scene: S,
  { mood, hour = scene.hour, weather = scene.weather }: WantedStaging,
): S {
  const set = { ...scene, hour, weather };
  return mood === undefined ? set : inMood(set, mood.is, mood.strength);
}

/** The plot as it is wanted: every scene, and where all of them play. */
export function plotAsWanted(plot: Plot, wanted: WantedStaging): Plot {
  const scenes = plot.scenes.map((scene) => inWantedStaging(scene, wanted));
  if (wanted.place === undefined) return { ...plot, scenes };
  const place = placeLike(plot.places, wanted.place);
  return { ...plot, places: [place], scenes: scenes.map((scene) => ({ ...scene, place: place.id })) };
}

/** The place of that kind and name: the one that there is, else a new one with the next free id. */
export function placeLike(places: readonly Place[], { kind, name }: Pick<Place, "kind" | "name">): Place {
  const known = places.find((one) => one.kind === kind && one.name === name);
  if (known !== undefined) return known;
  const number = Math.max(0, ...places.map(({ id }) => Number(id.slice(1)))) + 1;
  const look = deriveSeed(places[0]?.look ?? 0, "place", kind, name);
  return { id: `l${number}`, kind, name, landmarks: [], look };
}
