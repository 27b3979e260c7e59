// Genre, themes and mood of a story, by the dictionary forms of its words, from `assets/words/*-telling.tsv`.
import type { Language } from "../../../../manga/language.ts";
import type { Scene } from "../../../../manga/plot.ts";
import { type Mood, MoodSchema } from "../../../../manga/staging.ts";
import type { ReadUnit } from "../facts.ts";
import type { Sentence, Word } from "../text/clause.ts";
import { wordTable } from "../text/word-table.ts";

/** Counts of a class's words by value, the most frequent first. A capitalized first word may be mistaken for a name. */
export function subjectsOf(
  units: readonly ReadUnit[],
  kind: "mood" | "genre" | "theme" | "grown",
  language: Language,
): { value: string; count: number }[] {
  const table = wordTable(language, "telling");
  const counts = new Map<string, number>();
  for (const [index, { sentences }] of units.entries())
    for (const sentence of sentences)
      for (const [at, word] of sentence.words.entries()) {
        const lemma = at === 0 && kind === "mood" ? word.lemma.toLowerCase() : word.lemma;
        const pair = `${lemma} ${sentence.words[at + 1]?.lemma}`;
        const value = table.value(kind, pair) ?? table.value(kind, lemma);
        if (value && (kind !== "mood" || countsForMood(word, sentence, isTag(units, index))))
          counts.set(value, (counts.get(value) ?? 0) + 1);
      }
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
}

/** Whether the unit is narration beside a line in its paragraph. */
const isTag = (units: readonly ReadUnit[], at: number): boolean =>
  [units[at - 1], units[at + 1]].some(
    (one) => one?.unit.kind === "speech" && one.unit.paragraph === units[at]?.unit.paragraph,
  );

/** Whether the word counts: it is not in a question or a negation, and not the verb of a tag (who "cried" a line did not weep). */
const countsForMood = ({ from, to }: Word, { clauses, words }: Sentence, ofLine: boolean): boolean =>
  !ASKS.has(words.at(-1)?.text ?? "") &&
  !clauses.some(
    ({ predicate, speech, ...clause }) =>
      (predicate.polarity === "negative" && clause.from <= from && clause.to >= to) ||
      (ofLine && speech === "says" && predicate.from <= from && predicate.to >= to),
  );

const ASKS: ReadonlySet<string> = new Set(["?", "？"]);

/** Weight of hour and weather for a mood, relative to a word. */
const BY_SETTING = 0.5;
/** Minimum excess of a mood's words over their mean in stories, in standard deviations of a Poisson distribution. */
const STANDS_OUT = 1.1;

/** The mood of a passage in its setting. Neutral if none is prominent. */
export function moodOf(
  units: readonly ReadUnit[],
  language: Language,
  setting: Partial<Pick<Scene, "hour" | "weather">> = {},
): Mood {
  const table = wordTable(language, "telling");
  const words = units.flatMap(({ sentences }) => sentences).reduce((sum, one) => sum + one.words.length, 0);
  const around = [setting.hour, setting.weather].map((word) => table.value("mood-setting", word ?? ""));
  const [first] = subjectsOf(units, "mood", language)
    .map(({ value, count }) => {
      const usual = words * Number(table.value("mood-rate", value));
      const own = count + BY_SETTING * around.filter((mood) => mood === value).length;
      return { value, worth: (own - usual) / Math.sqrt(usual + BY_SETTING) };
    })
    .toSorted((a, b) => b.worth - a.worth);
  return first !== undefined && first.worth >= STANDS_OUT ? MoodSchema.parse(first.value) : "neutral";
}
