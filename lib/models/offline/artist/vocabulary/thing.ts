// The thing that a noun phrase of either language is drawn as: by the nouns of `assets/things/things.tsv`, else by what the noun stands for.

import { languageOf } from "../../words/lexicon.ts";
import { type Prop, PropSchema } from "../closed/staging.ts";
import { THING_PACK } from "../closed/thing-pack.ts";
import { drawnNoun, kinTable, says } from "./listed-kin.ts";
import { headPhrase, headsOf, type Match, nameIn, remembered, wordTable } from "./phrase.ts";

export const PROPS: ReadonlySet<Prop> = new Set(PropSchema.options);

/** Finds the thing that has a noun in a column of the table. */
const nounsIn = (...columns: readonly ("en" | "ja" | "kin")[]) =>
  wordTable<Prop>(
    THING_PACK.rows.flatMap(({ name = "", ...row }) => columns.map((one) => [name, row[one] ?? ""] as const)),
  );

const NAMED = nounsIn("en", "ja");
/** What is drawn in the place of things that nobody draws: the nearest in shape and use. */
const KIN = nounsIn("kin");
const STANDING = kinTable<Prop>("standing-things");

/** Undefined where nothing near it is drawn. */
export const thingCalled = remembered(readThing);

/** The same for what nobody has in the hand: a flag stands on its pole. */
export const thingStanding = (text: string): Match<Prop> | undefined => {
  const called = thingCalled(text);
  return called && { ...called, value: STANDING(headsOf(text)) ?? called.value };
};

/**
 * The longest end of a phrase that is a name or in the table, else that stands for a thing. Katakana is cut only before a word that others
 * are put before: ティーカップ is a cup, and レベル no ベル.
 */
function readThing(text: string): Match<Prop> | undefined {
  const name = nameIn(text, PROPS);
  if (name) return { value: name, by: "name" };
  const heads = headsOf(text);
  // Of a glass of milk the glass, before the milk.
  for (const word of [...heads.slice(0, 2), ...headsOf(headPhrase(text)), ...heads]) {
    const before = heads.find((one) => one.endsWith(word))?.slice(0, -word.length) ?? "";
    const isCut = /[ァ-ヴー]$/u.test(before) && /^[ァ-ヴー]/u.test(word) && !says("compound-end", word);
    const known = isCut ? undefined : NAMED([word]);
    const own = nameIn(word, PROPS) ?? known ?? (GOES_ON.test(before) ? undefined : NAMED([`=${word}`]));
    const value = own ?? KIN([word]);
    if (value) return { value, by: own ? "word" : "kin" };
  }
  const kinds = heads.flatMap((word) => drawnNoun(word, languageOf(text)) ?? []);
  const thing = kinds.find(({ is }) => is === "thing");
  if (thing?.is === "thing") return { value: thing.prop, by: "kin" };
  // Of a compound of which nothing is known, what it ends with, if such compounds are that: 砕石 is a stone.
  const isUnknown = kinds.length === 0;
  const ends = heads.filter((word) => says("noun-end", word)).map((word) => `=${word}`);
  const end = isUnknown ? NAMED(ends) : undefined;
  if (end) return { value: end, by: "kin" };
  // Else what it belongs to: of a cello case the cello, of 桃の精 the peach. A slip-on is no slip.
  const words = headPhrase(text);
  const owner = words.replace(languageOf(words) === "ja" ? /の[^の]*$/u : / [^ ]*$/u, "");
  const isKnown = !isUnknown || says("compound-head", words.slice(owner.length));
  const owned = isKnown || owner === words ? undefined : readThing(owner);
  return owned && { ...owned, by: "kin" };
}

/** `=鍋` of the table is a part of many other words: no whole word stands after another noun, or after kana that are no ending or particle. */
const GOES_ON = /[\p{Script=Han}々ァ-ヴー]$|(?![おのをにがはとやもでいなたるだて])[ぁ-ん]$/u;
