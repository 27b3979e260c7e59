// Determines the voice of a line from its punctuation, the verb of its tag, and its speaker.
import type { Voice } from "../../../../manga/plot.ts";
import type { FoundPerson, ReadUnit } from "../facts.ts";
import type { Clause } from "../text/clause.ts";
import type { WordTable } from "../text/word-table.ts";

interface Uttered {
  manner: readonly Clause[];
  speaker: FoundPerson | undefined;
  words: WordTable;
}

export function voiceOf(read: ReadUnit, { manner, speaker, words }: Uttered): Voice {
  if (read.unit.form === "thought") return "thought";
  const has = (kind: string) => manner.some((clause) => isIn(words, kind, clause));
  const isSaid = manner.some(({ speech }) => speech === "says");
  if (has("think") && !isSaid) return "thought";
  if (has("phone")) return "phone";
  if (speaker && words.is("machine", speaker.kind.value)) return "machine";
  if (has("whisper")) return "whisper";
  if (has("cry")) return "cry";
  if (has("shout") || isLoud(read)) return "shout";
  if (has("unease")) return "unease";
  return "speech";
}

const isIn = (words: WordTable, kind: string, { predicate, objects, places, manner }: Clause): boolean =>
  words.is(kind, predicate.lemma) ||
  (predicate.particle !== undefined && words.is(kind, `${predicate.lemma} ${predicate.particle}`)) ||
  [...objects, ...places, ...manner].some(({ head, text }) =>
    [head, text, ...text.split(" ")].some((word) => words.is(kind, word)),
  );

/** Whether at least half of the sentences are exclamations, including the last one. */
function isLoud({ unit: { text }, sentences }: ReadUnit): boolean {
  const raised = sentences.filter(({ from, to }) => isExclaimed(text.slice(from, to)));
  return raised.length > 0 && raised.length * 2 >= sentences.length && raised.at(-1) === sentences.at(-1);
}

const EXCLAMATION: ReadonlySet<string> = new Set(["!", "！"]);
const QUESTION: ReadonlySet<string> = new Set(["?", "？", " ", "　"]);

/** Whether the last mark is an exclamation mark, also before a question mark. */
const isExclaimed = (sentence: string): boolean =>
  EXCLAMATION.has([...sentence].findLast((letter) => !QUESTION.has(letter)) ?? "");
