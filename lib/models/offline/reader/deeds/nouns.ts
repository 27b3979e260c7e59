// What a noun phrase names: its noun, its number, the thing that a picture can show, and the characters to whom it refers.

import { kindOfNoun, singularsOf } from "../../noun-kinds.ts";
import type { People, SentencePlace, Sure } from "../facts.ts";
import type { Phrase } from "../text/clause.ts";
import { nounAtEnd } from "../text/word-forms.ts";
import type { DeedWords } from "./deed-words.ts";

/** Context of a sentence: people, words, its position, and earlier names of things (`Scene.named`). */
export interface Reading {
  people: People;
  words: DeedWords;
  at: SentencePlace;
  named: ReadonlyMap<string, string>;
}

export interface Noun extends Phrase {
  /** In lower case. For a noun of position (畳の上), the noun to which it belongs. */
  noun: string;
  /** What the noun denotes, as in `DeedWords.seen`. */
  kind: string | undefined;
  /** The thing that a picture can show. */
  thing: Named | undefined;
  who: Sure<string[]> | undefined;
}

export interface Named {
  /** The noun with its modifiers: `white cloak`; 手紙. */
  what: string;
  head: string;
  /** As `DeedWords.seen`, or `crowd`. */
  kind: string;
  isPlace: boolean;
  count?: number;
}

export function nounOf(phrase: Phrase, { people, words, at, named }: Reading): Noun {
  const noun = nounOfPosition(phrase, words);
  const thing = words.is("not-there", phrase.marker ?? "") ? undefined : namedThing(phrase, words);
  // `the can` refers to the `watering can` named before.
  const isBare = thing?.what === thing?.head && isDefinite(phrase, words);
  const before = isBare ? named.get(thing?.head ?? "") : undefined;
  return {
    ...{ ...phrase, noun, kind: words.seen(noun)?.kind, who: people.meant(at, phrase) },
    thing: thing && before !== undefined ? { ...thing, what: before } : thing,
  };
}

/** Whether the noun is a thing or a part of a body. */
export const isTouchable = ({ thing, kind }: Noun): boolean => thing !== undefined || kind === "body";

/** Maximum length of a noun, in UTF-16 units. */
const LONGEST = 40;

/** Undefined for a noun that is not visible by itself, for `no children`, and for a position (`the corner`). */
export function namedThing(phrase: Phrase, words: DeedWords): Named | undefined {
  if (phrase.head.length > LONGEST) return undefined;
  // Some nouns mean another thing: a mob is a crowd, and glass that snow beats against is a window.
  const [noun, marker = ""] = [phrase.head.toLowerCase(), phrase.marker];
  const what = words.value("means", noun) ?? words.value("means", `${marker} ${noun}`);
  if (what !== undefined) return { what, head: what, kind: words.seen(what)?.kind ?? what, isPlace: false };
  if (words.is("nameless", noun) && phrase.text !== phrase.head)
    return { what: phrase.text, head: phrase.text, kind: "thing", isPlace: false };
  const { seen, told, numbers } = words.language === "ja" ? japanese(phrase, words) : english(phrase, words);
  if (seen === undefined || seen.kind === "body" || words.is("no-thing", seen.noun)) return undefined;
  const { noun: head, kind } = seen;
  // The stated number. "Many" without a number has a default of the table.
  const count = Number(
    numbers.map((word) => words.value("number", word)).find((value) => value !== undefined),
  );
  const isPlace = kindOfNoun(head, words.language)?.is === "place";
  return { what: [...told, head].join(" "), head, kind, isPlace, ...(count >= 2 && { count }) };
}

/** The noun of a phrase, its modifiers, and words that may be its number. */
function japanese(phrase: Phrase, words: DeedWords) {
  const noun = nounOfPosition(phrase, words);
  // 手の跡 is one entry of the table.
  const [owner = "", own] = phrase.text.split("の").slice(-2);
  const pair = `${nounAtEnd(owner)}の${own}`;
  const head = noun === phrase.head && words.is("seen", pair) ? pair : noun;
  const seen = words.is("no-thing", head) ? undefined : words.seen(head);
  const numbers = [...words.all("number")].filter((word) => phrase.text.includes(word));
  // A compound keeps its full name: 馭者部屋, not 部屋.
  return { seen: seen && { ...seen, noun: head }, told: [], numbers };
}

function english({ text, head }: Phrase, words: DeedWords) {
  const all = text.toLowerCase().replaceAll(",", "").split(" ");
  const stem = head.toLowerCase().slice(0, 3);
  const found = all.findLastIndex((word) => word.startsWith(stem) || word.endsWith(head.toLowerCase()));
  const [before, written = head] = [all.slice(0, found), all.at(found)];
  const isNone = before.some((word) => words.is("none", word)) || words.is("no-thing", head.toLowerCase());
  const seen = isNone ? undefined : (words.seen(written) ?? words.seen(head));
  const isPlural = seen && seen.noun !== written && singularsOf(written).includes(seen.noun);
  const adjectives = before.filter(
    (word) => word.length < LONGEST / 2 && !words.is("determiner", word) && !words.is("number", word),
  );
  return { seen, told: adjectives.slice(-2), numbers: isPlural ? [...before, "some"] : before };
}

/** The noun to which a noun of position belongs: 畳 of 畳の上. */
function nounOfPosition({ head, text }: Phrase, words: DeedWords): string {
  let [noun, rest] = [head.toLowerCase(), text];
  while (words.is("position", noun)) {
    const end = rest.lastIndexOf(`の${noun}`);
    if (end <= 0) return noun;
    rest = rest.slice(0, end);
    // 古い机: the modifier before the noun ends in kana.
    noun = nounAtEnd(rest.slice(rest.lastIndexOf("の") + 1));
  }
  return noun;
}

/** Whether the phrase refers to something already known: `the lamp`, ランプは. */
export function isDefinite({ text, marker }: Phrase, words: DeedWords): boolean {
  const [first = ""] = text.split(" ").filter((word) => word !== marker);
  return words.is("definite", words.language === "ja" ? (marker ?? "") : first.toLowerCase());
}
