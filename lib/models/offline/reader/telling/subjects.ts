// What a story is about, by the dictionary forms of its words: genre, themes and mood, from `assets/words/*-telling.tsv`.
import type { Language } from "../../../../manga/language.ts";
import type { Mood } from "../../../../manga/staging.ts";
import { MoodSchema } from "../../../../manga/staging.ts";
import type { ReadUnit } from "../facts.ts";
import { wordTable } from "../text/word-table.ts";

/** A word in so many says nothing of a whole stretch; fewer than two say nothing at all. */
const WORDS_TO_ONE = 150;
const FEWEST = 2;

/** How often the words of a class stand for each of its values, the most frequent first. */
export function subjectsOf(
  units: readonly ReadUnit[],
  kind: "mood" | "genre" | "theme",
  language: Language,
): { value: string; count: number }[] {
  const table = wordTable(language, "telling");
  const counts = new Map<string, number>();
  for (const { sentences } of units)
    for (const { words } of sentences)
      for (const { lemma } of words) {
        const value = table.value(kind, lemma);
        if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
}

export function moodOf(units: readonly ReadUnit[], language: Language): Mood {
  const [first] = subjectsOf(units, "mood", language);
  const words = units.reduce(
    (sum, { sentences }) => sum + sentences.reduce((n, one) => n + one.words.length, 0),
    0,
  );
  if (first === undefined || first.count < Math.max(FEWEST, words / WORDS_TO_ONE)) return "neutral";
  return MoodSchema.parse(first.value);
}

/** Whether a word of a class without values is among a story's words. */
export const hasWord = (units: readonly ReadUnit[], kind: "grown", language: Language): boolean =>
  units.some(({ sentences }) =>
    sentences.some(({ words }) => words.some(({ lemma }) => wordTable(language, "telling").is(kind, lemma))),
  );
