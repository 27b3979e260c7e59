// The thing that a noun phrase of either language is drawn as.

import { type Found, occurs } from "../../words/cues.ts";
import { languageOf } from "../../words/lexicon.ts";
import { type Prop, PropSchema } from "../closed/staging.ts";
import { drawnNoun } from "./listed-kin.ts";
import { headPhrase, headsOf, type Match, nameIn, remembered, wordTable } from "./phrase.ts";
import { KIN_OF_THINGS, THING_WORDS_EN, THING_WORDS_JA, thingsIn } from "./thing-words.ts";

export const PROPS: ReadonlySet<Prop> = new Set(PropSchema.options);

const THING_KIN = wordTable<Prop>(KIN_OF_THINGS);

/** Undefined where nothing near it is drawn. */
export const thingCalled = remembered(readThing);

/** The same for what nobody has in the hand: a flag stands on its pole. */
export const thingStanding = (text: string): Match<Prop> | undefined => {
  const called = thingCalled(text);
  const last = called?.by === "word" ? listedIn(headPhrase(text), "がある").at(-1) : undefined;
  return called && last ? { ...called, value: last.value } : called;
};

function readThing(text: string): Match<Prop> | undefined {
  const name = nameIn(text, PROPS);
  if (name) return { value: name, by: "name" };
  const head = headPhrase(text);
  if (head === "") return undefined;
  const heads = headsOf(text);
  const own = THING_KIN([head]);
  if (own) return { value: own, by: "kin" };
  const listed = listedIn(head);
  const last = listed.at(-1);
  const ends = last !== undefined && last.at + last.text.length >= sentenceOf(head).end - 1;
  if (ends) return { value: last.value, by: "word" };
  return (
    among(heads) ??
    kindAmong(heads, languageOf(text)) ??
    (last ? { value: last.value, by: "kin" } : undefined)
  );
}

/** The longest end of a phrase that is a name, or a word of the table. */
function among(heads: readonly string[]): Match<Prop> | undefined {
  for (const word of heads) {
    const name = nameIn(word, PROPS);
    if (name) return { value: name, by: "word" };
    const kin = THING_KIN([word]);
    if (kin) return { value: kin, by: "kin" };
  }
  return undefined;
}

function kindAmong(heads: readonly string[], language: "ja" | "en"): Match<Prop> | undefined {
  for (const word of heads) {
    const kind = drawnNoun(word, language);
    if (kind?.is === "thing") return { value: kind.prop, by: "kin" };
  }
  return undefined;
}

/** A sentence in which the phrase can be nothing but a thing, and where the phrase ends in it. */
const sentenceOf = (phrase: string, predicate = "を持って"): { text: string; end: number } =>
  languageOf(phrase) === "ja"
    ? { text: `${phrase}${predicate}`, end: phrase.length }
    : { text: `The ${phrase}.`, end: phrase.length + 4 };

/** What the word tables find in a phrase. */
function listedIn(phrase: string, predicate?: string): readonly Found<Prop>[] {
  const { text } = sentenceOf(phrase, predicate);
  const words = languageOf(phrase) === "ja" ? THING_WORDS_JA : THING_WORDS_EN;
  return occurs(text, words.sayings) ? [] : thingsIn(text, words);
}
