// What a told clause says of a feeling: a verb of expression (wept, 泣いた), an adjective (was afraid), an adverb (sadly), a noun with a
// preposition (with a smile).
import type { Deed } from "./deed.ts";

/** The word that says that no feeling is told. */
export const NO_FEELING = "neutral";

export function feelingOf({ clause, words }: Deed): string | undefined {
  const { predicate, manner, places, objects } = clause;
  const { lemma } = predicate;
  if (clause.speech === undefined && words.does("feel-verb", predicate))
    return words.verbValue("feel-verb", predicate) || lemma;
  /** Another word for the same, where the table has one. */
  const called = (kind: string, word: string) =>
    words.is(kind, word) ? words.value(kind, word) || word : undefined;
  const adjective = called("feel", lemma);
  if (adjective !== undefined) return adjective;
  for (const { head, marker } of [...manner, ...places, ...objects]) {
    const word = head.toLowerCase();
    const found =
      called("feel-manner", word) ??
      (marker === undefined ? called("feel", word) : called("feel-noun", word)) ??
      (word.endsWith("ly") ? called("feel", adjectiveOf(word, words.is)) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** angrily → angry, sadly → sad. */
function adjectiveOf(adverb: string, is: (kind: string, word: string) => boolean): string {
  const stem = adverb.slice(0, -2);
  const y = `${stem.slice(0, -1)}y`;
  return stem.endsWith("i") && is("feel", y) ? y : stem;
}
