// The mood of one panel: its scene's, as far as the people in it share it. A smile in a sad scene wants no falling lines behind it.
import type { Beat } from "../manga/plot.ts";
import type { Mood } from "../manga/staging.ts";
import { type FeelingTrait, feels } from "./feelings.ts";

/** Feelings with which each mood is shared. Moods that are not here lie over everybody alike. */
const SHARED: Partial<Record<Mood, FeelingTrait>> = {
  warm: "in-warm",
  romantic: "in-romantic",
  sad: "in-sad",
  lonely: "in-lonely",
  comic: "in-comic",
  tense: "in-tense",
};

/** Nobody is lonely who has company, and whoever does not share the mood ends it. The first person decides. */
export function moodOf({ figures }: Pick<Beat, "figures">, mood: Mood): Mood {
  const shared = SHARED[mood];
  const [first] = figures;
  if (!shared || !first) return mood;
  if (mood === "lonely" && figures.length > 1) return "neutral";
  return feels(first.feeling, shared) ? mood : "neutral";
}
