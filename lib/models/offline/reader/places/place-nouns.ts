// What kind of place a noun is by its dictionary meaning: from the table of common place nouns, then by the ending of a compound, then by
// WordNet or EDICT. Whether a phrase uses it as a place is for the sentence to say.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import { type WordTable, wordTable } from "../text/word-table.ts";

/**
 * `spot`: a part of a place that is none itself (a table, a window). `relation`: 中, 上 and other nouns that only say where at a place.
 * `deictic`: `here`, ここ.
 */
export type PlaceType =
  | "room"
  | "building"
  | "outdoors"
  | "region"
  | "vehicle"
  | "spot"
  | "relation"
  | "deictic";

export interface PlaceNoun {
  type: PlaceType;
  /** English noun of what it is; of an English noun outside the kinds of pictures, the noun itself. */
  kind: string;
}

const TYPES: ReadonlySet<string> = new Set<PlaceType>([
  ...(["room", "building", "outdoors", "region", "vehicle", "spot", "relation", "deictic"] as const),
]);

const isType = (text: string): text is PlaceType => TYPES.has(text);

export function settingWords(language: Language): WordTable {
  return wordTable(language, "settings");
}

const OF_KINDS: Readonly<Record<string, PlaceType>> = {
  ...{ room: "building", kitchen: "room", classroom: "room", corridor: "room", office: "building" },
  ...{ shop: "building", station: "building", train: "vehicle", bus: "vehicle", stairs: "room" },
  ...{ temple: "building", castle: "building", church: "building", hospital: "building", gym: "building" },
  ...{ workshop: "building", library: "building", museum: "building", stage: "building", bath: "building" },
  ...{ city: "region", village: "region", tent: "building", lighthouse: "building" },
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
  if (language === "ja") {
    const ending = byEnding(noun, words);
    if (ending !== undefined) return ending;
  }
  if (known?.is !== "place") return undefined;
  return { type: OF_KINDS[known.place] ?? "outdoors", kind: language === "en" ? word : known.place };
}

/** 九州日報社 ends in 社; the longest ending counts. One character alone, and a noun of one before it, is no compound. */
function byEnding(noun: string, words: WordTable): PlaceNoun | undefined {
  for (let start = 1; start < noun.length; start += 1) {
    const ending = noun.slice(start);
    const listed = words.value("place", ending);
    const isLong = ending.length > 1;
    const value = isLong && listed !== undefined ? listed : words.value("place-ending", ending);
    if (value !== undefined) return parsed(value, "ja", noun);
  }
  return undefined;
}

function parsed(value: string, language: Language, noun: string): PlaceNoun | undefined {
  const [type = "", kind = ""] = value.split(" ");
  if (!isType(type)) throw new RangeError(`"${value}" is no type of place`);
  return { type, kind: language === "en" ? noun : kind };
}
