// How a line is uttered: by its own marks, by the verb of its tag, and by what utters it.
import type { Voice } from "../../../../manga/plot.ts";
import type { FoundPerson, ReadUnit } from "../facts.ts";
import type { Clause } from "../text/clause.ts";
import type { WordTable } from "../text/word-table.ts";

export function voiceOf(
  { unit }: ReadUnit,
  {
    manner,
    speaker,
    words,
  }: { manner: readonly Clause[]; speaker: FoundPerson | undefined; words: WordTable },
): Voice {
  if (unit.form === "thought") return "thought";
  const has = (kind: string) => manner.some((clause) => isIn(words, kind, clause));
  const isSaid = manner.some(
    ({ predicate, speech }) => speech === "says" || words.is("says", predicate.lemma),
  );
  if (has("think") && !isSaid) return "thought";
  if (manner.some((clause) => clause.speech === "says" && isToOneself(words, clause))) return "thought";
  if (has("phone")) return "phone";
  if (speaker && words.is("machine", speaker.kind.value)) return "machine";
  if (has("whisper")) return "whisper";
  if (has("cry")) return "cry";
  if (has("shout") || isLoud(unit.text)) return "shout";
  if (has("unease")) return "unease";
  return "speech";
}

const isIn = (words: WordTable, kind: string, { predicate, objects, places, manner }: Clause): boolean =>
  words.is(kind, predicate.lemma) ||
  (predicate.particle !== undefined && words.is(kind, `${predicate.lemma} ${predicate.particle}`)) ||
  [...objects, ...places, ...manner].some(({ head }) => words.is(kind, head));

const isToOneself = (words: WordTable, { places }: Clause): boolean =>
  places.some(({ marker, head }) => marker === "to" && words.is("self", head));

/** Two marks of exclamation, a short line with one, or capitals throughout. */
function isLoud(text: string): boolean {
  const marks = [...text].filter((one) => one === "!" || one === "！").length;
  const ends = text.endsWith("!") || text.endsWith("！");
  if (ends && (marks >= 2 || text.length <= 12)) return true;
  return text.length >= 6 && text === text.toUpperCase() && text !== text.toLowerCase();
}
