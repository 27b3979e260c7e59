// What kind of feeling an open `feeling` is, as far as it decides framing, mood and effects.
import { FEELING_WORDS } from "./feeling-words.ts";
import { phraseTable, type Traits } from "./phrase-table.ts";

export type FeelingTrait =
  /** Wants to be seen from near. */
  | "strong"
  /** Goes with a raised voice that strikes others. */
  | "loud"
  /** Is worth more than what its owner looks at: no picture over their shoulder. */
  | "worth-seeing"
  /** Is in the eyes alone. */
  | "eyes"
  /** Is seen well from below. */
  | "rises"
  /** Is seen well from above. */
  | "sinks"
  /** Shares a scene's mood. */
  | "in-warm"
  | "in-romantic"
  | "in-sad"
  | "in-lonely"
  | "in-comic"
  | "in-tense";

const find = phraseTable<FeelingTrait>(FEELING_WORDS);

/** As `calm`: shows nothing. */
const UNKNOWN: Traits<FeelingTrait> = new Set(["in-lonely", "in-tense"]);

/** Of several feelings the first strong one, else the first. */
export function feelingOf(feeling: string): Traits<FeelingTrait> {
  const found = find(feeling);
  return found.find((traits) => traits.has("strong")) ?? found[0] ?? UNKNOWN;
}

export const feels = (feeling: string, trait: FeelingTrait): boolean => feelingOf(feeling).has(trait);
