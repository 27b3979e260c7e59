// Effects of an action on bodies: posture, position, seat or mount, who carries whom, and the feeling that the face shows.
import type { Deed } from "./deed.ts";
import type { Noun } from "./nouns.ts";
import { type Body, bodyOf, type Scene } from "./scene.ts";

const HELD_AT: ReadonlySet<string> = new Set(["sit", "stand", "lie", "kneel", "crouch", "ride", "hang"]);

/** Certainty that a posture is kept, and that a carried person is still carried. */
const KEPT = 0.95;

/** Updates posture, position and feeling of the agents. */
export function updateBodies(deed: Deed, scene: Scene): void {
  const { words, agents, sure, whom, objects, places } = deed;
  const [posture, feeling] = [deed.told("posture"), feelingOf(deed)];
  const place = HELD_AT.has(posture ?? "") ? places.find(isPlace) : undefined;
  for (const agent of agents) {
    const { facts } = bodyOf(scene, agent);
    if (feeling !== undefined) facts.set("feeling", { value: { feeling }, sure: 1 });
    if (posture === undefined) {
      if (deed.does("on-foot")) clearPosition(facts);
      continue;
    }
    if (facts.get("posture")?.value.posture !== posture) clearPosition(facts);
    facts.set("posture", { value: { posture }, sure: sure * KEPT });
    if (place === undefined) continue;
    const { thing, head, marker = "" } = place;
    if (posture === "ride") facts.set("mount", { value: { mount: thing?.what ?? head }, sure });
    else if (posture === "sit" && thing?.kind === "thing" && words.is("seat", marker))
      facts.set("seat", { value: { seat: thing.head }, sure: sure * KEPT });
    facts.set("where", { value: { where: [whereOf(place, words)] }, sure: sure * KEPT });
  }
  const [carriedBy, other] = agents;
  if (!whom || !carriedBy || other || objects.length === 0 || !deed.does("carry-person")) return;
  const carried = { value: { carriedBy }, sure: Math.min(sure, whom.sure) * KEPT };
  bodyOf(scene, whom.value).facts.set("carriedBy", carried);
}

/** A person who rises or leaves gives up seat and position, and is no longer carried. */
function clearPosition(facts: Body["facts"]): void {
  for (const fact of ["posture", "where", "seat", "mount", "carriedBy"] as const) facts.delete(fact);
}

const isPlace = ({ marker, kind = "body" }: Noun): boolean => marker !== undefined && kind !== "body";

/** Maximum length of a phrase, in UTF-16 units. Of a longer one only the noun is used. */
const LONGEST = 40;

/** The words for a position: `at the window`, whatever the article in the text; 窓の側 of 窓の側に. */
function whereOf({ text, head, marker = "at", thing }: Noun, { language }: Deed["words"]): string {
  if (language === "ja") return text.length <= LONGEST ? text : head;
  return `${marker} the ${thing?.what ?? head}`;
}

/** The feeling that a verb (wept, 泣いた), adjective (afraid), adverb (sadly), noun (with a smile) or action of the eyes states. */
function feelingOf(deed: Deed): string | undefined {
  const { predicate, speech, words } = deed;
  // In `cried "Stop!"` the verb of speaking states no feeling; in `laughed "Stop!"` it does.
  const isSaid = speech !== undefined && deed.does("talk");
  if (!isSaid && deed.does("feel-verb")) return deed.told("feel-verb") || predicate.lemma;
  /** The word that the table has instead of this one, otherwise the word itself. */
  const called = (kind: string, word: string) =>
    words.is(kind, word) ? words.value(kind, word) || word : undefined;
  const nouns = [...deed.manner, ...deed.places, ...deed.objects].map(({ head, marker }) => {
    const word = head.toLowerCase();
    return (
      called("feel-manner", word) ??
      called("feel-deed", `${predicate.lemma} ${word}`) ??
      called(marker === undefined ? "feel" : "feel-noun", word) ??
      called("feel", adjectiveOf(word, words))
    );
  });
  return called("feel", predicate.lemma) ?? nouns.find((word) => word !== undefined);
}

/** The adjective of an adverb: angrily → angry, sadly → sad. Empty if the word is not an adverb. */
function adjectiveOf(adverb: string, words: Deed["words"]): string {
  const stem = adverb.endsWith("ly") ? adverb.slice(0, -2) : "";
  const y = `${stem.slice(0, -1)}y`;
  return stem.endsWith("i") && words.is("feel", y) ? y : stem;
}
