// The thing that a noun phrase of either language is drawn as: by the nouns of `assets/things/things.tsv`, else by the noun's kind.

import { languageOf } from "../../words/lexicon.ts";
import { type Prop, PropSchema } from "../closed/staging.ts";
import { THING_PACK } from "../closed/thing-pack.ts";
import { drawnNoun, kinTable, says } from "./listed-kin.ts";
import { headPhrase, headsOf, type Match, nameIn, remembered, wordTable } from "./phrase.ts";

export const PROPS: ReadonlySet<Prop> = new Set(PropSchema.options);

/** A function that finds a thing by a noun in these columns of the table. */
const nounsIn = (...columns: readonly ("en" | "ja" | "kin")[]) =>
  wordTable<Prop>(
    THING_PACK.rows.flatMap(({ name = "", ...row }) => columns.map((one) => [name, row[one] ?? ""] as const)),
  );

const NAMED = nounsIn("en", "ja");
/** Nouns of things without a drawing, by the drawn thing that is nearest in shape and use. */
const KIN = nounsIn("kin");
const STANDING = kinTable<Prop>("standing-things");

/** Undefined if no drawn thing is similar. */
export const thingCalled = remembered(readThing);

/** The thing for a phrase when nobody holds it: 旗 is then a flag on a pole, not a hand flag. */
export const thingStanding = (text: string): Match<Prop> | undefined => {
  const called = thingCalled(text);
  return called && { ...called, value: STANDING(headsOf(text)) ?? called.value };
};

/**
 * The thing for the longest end of a phrase that is a name or in the table, else for the noun's kind. Katakana is cut only before a word of
 * `compound-end` in kin.tsv: ティーカップ is a カップ (cup), but レベル is not a ベル (bell).
 */
function readThing(text: string): Match<Prop> | undefined {
  const name = nameIn(text, PROPS);
  if (name) return { value: name, by: "name" };
  const heads = headsOf(text);
  // The container comes before its contents: a glass of milk is a glass.
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
  // An unknown compound is drawn as its end if `noun-end` in kin.tsv lists that end: 砕石 as a 石 (stone).
  const isUnknown = kinds.length === 0;
  const ends = heads.filter((word) => says("noun-end", word)).map((word) => `=${word}`);
  const end = isUnknown ? NAMED(ends) : undefined;
  if (end) return { value: end, by: "kin" };
  // Else a phrase is drawn as what it belongs to: a cello case as a cello, 桃の精 as a peach. A hyphen separates no owner (`slip-on`).
  const words = headPhrase(text);
  const owner = words.replace(languageOf(words) === "ja" ? /の[^の]*$/u : / [^ ]*$/u, "");
  const isKnown = !isUnknown || says("compound-head", words.slice(owner.length));
  const owned = isKnown || owner === words ? undefined : readThing(owner);
  return owned && { ...owned, by: "kin" };
}

/** `=鍋` in the table matches only as a whole word: not after a kanji, katakana, or hiragana that is neither an ending nor a particle. */
const GOES_ON = /[\p{Script=Han}々ァ-ヴー]$|(?![おのをにがはとやもでいなたるだて])[ぁ-ん]$/u;
