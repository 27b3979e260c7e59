// The mood of one panel: its scene's, as far as the people in it share it. A tearful scene has its smile, and a love story its
// quarrels, and neither wants falling lines or flowers behind it.
import type { Beat } from "../closed/plot.ts";
import type { Mood } from "../closed/staging.ts";

/** Faces with which each mood is felt. Moods that are not here lie over everybody alike. */
const FELT: Partial<Record<Mood, RegExp>> = {
  warm: /^(?:smile|laugh|grin|shy)$/u,
  romantic: /^(?:smile|laugh|shy)$/u,
  sad: /^(?:sad|cry|worried|tired|thoughtful|pain)$/u,
  lonely: /^(?:sad|worried|tired|thoughtful|calm)$/u,
  comic: /^(?!(?:sad|cry|afraid|pain|worried|calm|thoughtful|tired|asleep|determined)$)/u,
  tense: /^(?!(?:smile|laugh|grin|shy)$)/u,
};

/** Nobody is lonely who has company, and an open face ends a sorrow. */
export function moodOf({ people }: Pick<Beat, "people">, mood: Mood): Mood {
  const felt = FELT[mood];
  if (!felt || people.length === 0) return mood;
  if (mood === "lonely" && people.length > 1) return "neutral";
  const [first] = people;
  return first && felt.test(first.expression) ? mood : "neutral";
}
