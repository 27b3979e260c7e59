// What kind of place a noun is by its dictionary meaning: from the table of common place nouns, then by the ending of a compound, then by
// WordNet or EDICT. Whether a phrase uses it as a place is for the sentence to say.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import type { Span } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import { type WordTable, wordTable } from "../text/word-table.ts";

const PLACE_TYPES = [
  "room",
  "building",
  "outdoors",
  "region",
  "vehicle",
  "spot",
  "relation",
  "deictic",
] as const;
/**
 * `spot`: a part of a place that is none itself (a table, a window). `relation`: 中, 上 and other nouns that only say where at a place.
 * `deictic`: `here`, ここ.
 */
export type PlaceType = (typeof PLACE_TYPES)[number];

export interface PlaceNoun {
  type: PlaceType;
  /** English noun of what it is; of an English noun the noun itself. */
  kind: string;
}

export const settingWords = (language: Language): WordTable => wordTable(language, "settings");

/** What the kinds of `noun-kinds.ts` are; all others are outdoors. */
const TYPE_OF_KIND: Readonly<Record<string, PlaceType>> = {
  ...{
    kitchen: "room",
    classroom: "room",
    corridor: "room",
    stairs: "room",
    train: "vehicle",
    bus: "vehicle",
  },
  ...{ room: "building", office: "building", shop: "building", station: "building", temple: "building" },
  ...{ castle: "building", church: "building", hospital: "building", gym: "building", workshop: "building" },
  ...{ library: "building", museum: "building", stage: "building", bath: "building", tent: "building" },
  ...{ lighthouse: "building", city: "region", village: "region" },
};

/** `noun`: in its dictionary form; a Japanese compound as it is written. */
export function placeNoun(noun: string, language: Language): PlaceNoun | undefined {
  const words = settingWords(language);
  const word = language === "en" ? noun.toLowerCase() : noun;
  if (words.is("no-place", word)) return undefined;
  const listed = words.value("place", word);
  if (listed !== undefined) return parsed(listed, language, word);
  const known = kindOfNoun(noun, language);
  if (known !== undefined && known.is !== "place") return undefined;
  const ending = language === "ja" ? byEnding(noun, words) : undefined;
  if (ending !== undefined || known === undefined) return ending;
  return { type: TYPE_OF_KIND[known.place] ?? "outdoors", kind: language === "en" ? word : known.place };
}

/** No listed ending is longer, in UTF-16 units; a word that the tagger does not know may be as long as the text. */
const LONGEST_ENDING = 12;

/** 九州日報社 ends in 社; the longest ending counts. */
function byEnding(noun: string, words: WordTable): PlaceNoun | undefined {
  for (let start = Math.max(1, noun.length - LONGEST_ENDING); start < noun.length; start += 1) {
    const ending = noun.slice(start);
    const listed = ending.length > 1 ? words.value("place", ending) : undefined;
    const value = listed ?? words.value("place-ending", ending);
    if (value !== undefined) return parsed(value, "ja", noun);
  }
  return undefined;
}

function parsed(value: string, language: Language, noun: string): PlaceNoun {
  const [name = "", kind = ""] = value.split(" ");
  const type = PLACE_TYPES.find((one) => one === name);
  if (type === undefined) throw new RangeError(`"${value}" is no type of place`);
  return { type, kind: language === "en" ? noun : kind };
}

/** The words of a span, which are in the order of the text. */
export function wordsWithin(words: readonly Word[], { from, to }: Span): Word[] {
  const own: Word[] = [];
  for (let at = firstFrom(words, from); at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || word.to > to) break;
    own.push(word);
  }
  return own;
}

/** The index of the first word that begins at `from` or after it. */
export function firstFrom(words: readonly Word[], from: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
