// What kind of place a noun is by its dictionary meaning: from the table of common place nouns, then by WordNet or EDICT. Whether a phrase uses it as a place is for the sentence to say.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import { firstFrom, wordsIn } from "../people/noun-use.ts";
import type { Span } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import { type WordTable, wordTable } from "../text/word-table.ts";

const PLACE_TYPES = [
  ...(["room", "building", "outdoors", "region", "vehicle", "spot", "relation", "deictic"] as const),
];
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

/** `noun`: in its dictionary form; a Japanese compound as it is written. */
export function placeNoun(noun: string, language: Language): PlaceNoun | undefined {
  const words = settingWords(language);
  const word = language === "en" ? noun.toLowerCase() : noun;
  if (words.is("no-place", word)) return undefined;
  const listed = words.value("place", word);
  if (listed !== undefined) return parsed(listed, language, word);
  const known = kindOfNoun(noun, language);
  if (known?.is !== "place") return undefined;
  const type = settingWords("en").value("type-of-kind", known.place) ?? "outdoors";
  return parsed(`${type} ${known.place}`, language, word);
}

function parsed(value: string, language: Language, noun: string): PlaceNoun {
  const [name = "", ...kinds] = value.split(" ");
  const type = PLACE_TYPES.find((one) => one === name);
  if (type === undefined) throw new RangeError(`"${value}" is no type of place`);
  return { type, kind: language === "en" ? noun : kinds.join(" ") };
}

export const wordsWithin = (words: readonly Word[], { from, to }: Span): Word[] => wordsIn(words, from, to);

/** The next `count` words after a span. */
export function wordsAfter(words: readonly Word[], { to }: Span, count: number): readonly Word[] {
  const at = firstFrom(words, to);
  return words.slice(at, at + count);
}
