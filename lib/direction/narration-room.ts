// How much narration the pages of a book can letter beside what is spoken. What is more than that is left out: whole sentences, what matters
// least first.
import type { Language } from "../manga/language.ts";
import { seededRandom } from "../manga/seeded-random.ts";
import { MOST_LETTERS } from "../manga/story-pages.ts";

/** Of a page, what narration may have where lines take all of it. */
const LEAST_NARRATION = 0.15;
/** Room for words that strips have beside pages. */
const STRIP_SHARE = 1.7;
/** In worth: between sentences of about the same worth the seed decides. */
const TASTE = 0.8;

export interface Narration {
  unit: string;
  letters: number;
  /** What a reader would miss. */
  worth: number;
}

export interface Room {
  pages: number;
  isStrips: boolean;
  seed: number;
  language: Language;
  /** Letters of all that is told anyway. */
  spoken: number;
}

/** Units for which there is no room. */
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
