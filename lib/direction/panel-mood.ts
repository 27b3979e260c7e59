// The mood of one panel: the scene's mood if the people share it. A smile in a sad scene gets no gloom lines.
import type { Beat } from "../manga/plot.ts";
import type { Mood } from "../manga/staging.ts";
import { type FeelingTrait, feels } from "./feelings.ts";

/** The feelings that share each mood. A mood that is missing here applies to all feelings. */
const SHARED: Partial<Record<Mood, FeelingTrait>> = {
  warm: "in-warm",
  romantic: "in-romantic",
  sad: "in-sad",
  lonely: "in-lonely",
  comic: "in-comic",
  tense: "in-tense",
};

/** The scene's mood, or `neutral` if the first person does not share it. A person with company is not lonely. */
export function moodOf({ figures }: Pick<Beat, "figures">, mood: Mood): Mood {
  const shared = SHARED[mood];
  const [first] = figures;
  if (!shared || !first) return mood;
  if (mood === "lonely" && figures.length > 1) return "neutral";
  return feels(first.feeling, shared) ? mood : "neutral";
}
