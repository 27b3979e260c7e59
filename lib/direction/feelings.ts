// Traits of the free text `feeling` that matter for framing, mood and effects.
import { FEELING_WORDS } from "./feeling-words.ts";
import { phraseTable, type Traits } from "./phrase-table.ts";

export type FeelingTrait =
  /** Strong: a close shot shows it best. */
  | "strong"
  /** Goes with a raised voice that is directed at others. */
  | "loud"
  /** The face matters more than what it looks at, so there is no over-the-shoulder shot. */
  | "worth-seeing"
  /** Shows in the eyes only. */
  | "eyes"
  /** Looks good from a low angle. */
  | "rises"
  /** Looks good from a high angle. */
  | "sinks"
  /** Fits a scene's mood. */
  | "in-warm"
  | "in-romantic"
  | "in-sad"
  | "in-lonely"
  | "in-comic"
  | "in-tense";

const find = phraseTable<FeelingTrait>(FEELING_WORDS);

/** An unknown feeling counts as `calm`. */
const UNKNOWN: Traits<FeelingTrait> = new Set(["in-lonely", "in-tense"]);

/** The traits of the first strong feeling, otherwise of the first one. */
export function feelingOf(feeling: string): Traits<FeelingTrait> {
  const found = find(feeling);
  return found.find((traits) => traits.has("strong")) ?? found[0] ?? UNKNOWN;
}

export const feels = (feeling: string, trait: FeelingTrait): boolean => feelingOf(feeling).has(trait);
