// Determines how much narration the pages of a book can letter beside its direct speech. The rest is left out by units, the least important
// first.
import type { Language } from "../manga/language.ts";
import { seededRandom } from "../manga/seeded-random.ts";
import { MOST_LETTERS } from "../manga/story-pages.ts";

/** Minimum share of a page for narration, even if direct speech fills the page. */
const LEAST_NARRATION = 0.15;
/** Capacity of a page of strips in words, relative to an ordinary page. */
const STRIP_SHARE = 1.7;
/** Range of the seed's influence, in units of worth. It decides between units of about the same worth. */
const TASTE = 0.8;

export interface Narration {
  unit: string;
  letters: number;
  /** How important the unit is for the reader. */
  worth: number;
}

export interface Room {
  pages: number;
  isStrips: boolean;
  seed: number;
  language: Language;
  /** Number of letters that are lettered in any case. */
  spoken: number;
}

/** Ids of the units for which there is no room. */
export function withoutRoom(narration: readonly Narration[], room: Room): string[] {
  const { pages, isStrips, seed, language, spoken } = room;
  const full = MOST_LETTERS[language] * pages * (isStrips ? STRIP_SHARE : 1);
  let over =
    narration.reduce((sum, { letters }) => sum + letters, 0) -
    Math.max(full - spoken, full * LEAST_NARRATION);
  const left: string[] = [];
  const ranked = narration.map((one) => ({
    ...one,
    worth: one.worth + seededRandom(seed, `worth of ${one.unit}`).next() * TASTE,
  }));
  for (const { unit, letters } of ranked.toSorted((a, b) => a.worth - b.worth)) {
    if (over <= 0) break;
    left.push(unit);
    over -= letters;
  }
  return left;
}
