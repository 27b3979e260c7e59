// What a told clause says of a feeling: a verb of expression (wept, 泣いた), an adjective (was afraid), an adverb (sadly), a noun with a
// preposition (with a smile).
import type { Deed } from "./deed.ts";

/** The word that says that no feeling is told. */
export const NO_FEELING = "neutral";

export function feelingOf({ clause, words }: Deed): string | undefined {
  const { predicate, manner, places, objects } = clause;
  if (clause.speech === undefined && words.does("feel-verb", predicate)) return predicate.lemma;
  if (words.is("feel", predicate.lemma)) return predicate.lemma;
  for (const { head, marker } of [...manner, ...places, ...objects]) {
    const word = head.toLowerCase();
    if (words.is("feel-manner", word)) return word;
    if (marker !== undefined && words.is("feel-noun", word)) return word;
    if (word.endsWith("ly") && words.is("feel", adjectiveOf(word, words.is)))
      return adjectiveOf(word, words.is);
    if (marker === undefined && words.is("feel", word)) return word;
  }
  return undefined;
}

/** angrily → angry, sadly → sad. */
function adjectiveOf(adverb: string, is: (kind: string, word: string) => boolean): string {
  const stem = adverb.slice(0, -2);
  const y = `${stem.slice(0, -1)}y`;
  return stem.endsWith("i") && is("feel", y) ? y : stem;
}
