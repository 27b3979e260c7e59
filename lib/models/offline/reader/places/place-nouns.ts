// What kind of place a noun is by its dictionary meaning: from the table of common place nouns, then by the ending of a compound, then by
// WordNet or EDICT. Whether a phrase uses it as a place is for the sentence to say.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import { firstFrom, wordsIn } from "../people/noun-use.ts";
import type { Span } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import { type WordTable, wordTable } from "../text/word-table.ts";

const REAL = ["room", "building", "outdoors", "region", "vehicle"] as const;
const PLACE_TYPES = [...REAL, "spot", "relation", "deictic"] as const;
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
  if (known !== undefined && known.is !== "place") return undefined;
  const ending = language === "ja" ? byEnding(noun, words) : undefined;
  if (ending !== undefined || known === undefined) return ending;
  const kind = language === "en" ? word : known.place;
  return parsed(
    `${settingWords("en").value("type-of-kind", known.place) ?? "outdoors"} ${kind}`,
    language,
    word,
  );
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
