// What a told clause says of a feeling: a verb of expression (wept, 泣いた), an adjective (was afraid), an adverb (sadly), a noun with a
// preposition (with a smile).
import type { Deed } from "./deed.ts";
import { bodyOf, type Scene } from "./scene.ts";

/** Whoever does it feels so in this sentence. */
export function feel(deed: Deed, scene: Scene): void {
  const feeling = feelingOf(deed);
  for (const agent of feeling === undefined ? [] : deed.agents)
    bodyOf(scene, agent).facts.set("feeling", { value: { feeling }, sure: 1 });
}

function feelingOf(deed: Deed): string | undefined {
  const { predicate, speech, words } = deed;
  if (speech === undefined && deed.does("feel-verb")) return deed.told("feel-verb") || predicate.lemma;
  /** Another word for the same, where the table has one. */
  const called = (kind: string, word: string) =>
    words.is(kind, word) ? words.value(kind, word) || word : undefined;
  const nouns = [...deed.manner, ...deed.places, ...deed.objects].map(({ head, marker }) => {
    const word = head.toLowerCase();
    return (
      called("feel-manner", word) ??
      called(marker === undefined ? "feel" : "feel-noun", word) ??
      called("feel", adjectiveOf(word, words))
    );
  });
  return called("feel", predicate.lemma) ?? nouns.find((word) => word !== undefined);
}

/** angrily → angry, sadly → sad; empty of what is no adverb. */
function adjectiveOf(adverb: string, words: Deed["words"]): string {
  const stem = adverb.endsWith("ly") ? adverb.slice(0, -2) : "";
  const y = `${stem.slice(0, -1)}y`;
  return stem.endsWith("i") && words.is("feel", y) ? y : stem;
}
