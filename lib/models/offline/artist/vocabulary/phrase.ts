// Reads a phrase of an open field: as a name, or as a noun phrase with its head. Every function is total and reads at most `MOST`
// characters.
import type { Language } from "../../../../manga/language.ts";
import { singularsOf } from "../../noun-kinds.ts";
import { remembering } from "../../remembering.ts";
import { languageOf } from "../../words/lexicon.ts";
import { listed } from "../closed/listed.ts";
import { patternOf } from "./phrase-pattern.ts";

/** Number of characters of a field that are read. */
const MOST = 300;

/** How exact a match is: the artist's own name, a synonym, or only something similar (`kin`), which gives a notice. */
export interface Match<T> {
  value: T;
  by: "name" | "word" | "kin";
}

/** The same search with a cache of its last answers, because a book repeats the same words. */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = remembering<T>(300);
  return (text) => known(text, () => find(text));
}

/** A field on one line, in compatibility form (ｶﾒﾗ becomes カメラ), cut to the characters that are read. */
export function clipped(text: string, most = MOST): string {
  const cut = (line: string) => line.slice(0, most).replace(/[\uD800-\uDBFF]$/u, "");
  return cut(cut(text).normalize("NFKC")).replaceAll(/\s+/gu, " ").trim();
}

const ARTICLES = /^(?:(?:an?|the|his|her|their|its|my|our|your|some|this|that|these|those) )+/u;

/** In lower case, without articles: `The Paper Lantern` becomes `paper lantern`. */
export const plain = (text: string): string =>
  clipped(text)
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/[_\s]+/gu, " ")
    .replace(/^[\s"'“‘「『(（]+|[\s.,;:!?"'”」』。、！？)）]+$/gu, "")
    .replace(ARTICLES, "");

/** The words, and the same words with the last one in each possible singular. */
const inOne = (words: string): string[] => {
  const [, before = "", last = ""] = /^(.*?)([a-z]+)$/u.exec(words) ?? [];
  return last.length < 3 ? [words] : [words, ...singularsOf(last).map((one) => before + one)];
};

/** The name in a set that a text is: `Arms crossed`, `an umbrella`, `lanterns`. */
export function nameIn<T extends string>(text: string, names: ReadonlySet<T>): T | undefined {
  const isName = (word: string): word is T => (names as ReadonlySet<string>).has(word);
  return inOne(plain(text))
    .map((word) => word.replaceAll(" ", "-"))
    .find(isName);
}

/** Where the head of a noun phrase ends and its modifiers (place or property) begin. */
const ENDS =
  / (?:on|in|at|over|under|above|below|behind|before|beside|near|by|with|without|from|for|to|into|onto|against|between|among|around|across|along|inside|outside|through|that|which|who|where|and|or|as|like|full|made|hanging|lying|standing|being)\b|[,;:(/]/u;

/** Amounts before `of`. */
const AMOUNTS =
  /^(?:.* )?(?:piece|slice|bunch|pair|set|pile|heap|stack|kind|sort|type|lot|lots|couple|number|row|group|handful|sheet|bit|loaf|bar|lump|flock|herd|swarm|school|pack|bouquet|scrap|length|coil|roll|string|cluster|collection|dozen|dozens|hundreds|array|wad|crumpled ball)s? of /u;

/** Amounts at the end: 雀の群れ means sparrows. */
const AMOUNTS_JA = /の(?:群れ|大群|束|山|列|一団|かけら|欠片|一片|親子|つがい)$/u;

/** Number of words, or of Japanese characters, at the end of a phrase that are tried as its head. */
const MOST_WORDS = 4;
const MOST_LETTERS = 10;

/**
 * Possible heads of a noun phrase, the most specific first: `clock` of `a clock over the door`; `long red saddle`, `red saddle` and
 * `saddle` of `a long red saddle`; each end of 古い赤い鞍.
 */
export function headsOf(text: string): string[] {
  const words = plain(text);
  if (languageOf(words) === "ja") return japaneseHeads(words);
  const phrase = words.replace(AMOUNTS, "").replace(ARTICLES, "").split(ENDS)[0] ?? "";
  const [head = ""] = phrase.split(/ of /u);
  const all = head === phrase ? [phrase] : [phrase, head];
  return [...new Set([words, ...all.flatMap(endsOf)])].flatMap(inOne).filter((one) => one !== "");
}

/** A noun phrase without its amount and without the modifiers after its head. */
export function headPhrase(text: string): string {
  const words = plain(text);
  if (languageOf(words) === "ja") return words.replace(/[（(].*$/u, "").replace(AMOUNTS_JA, "");
  const phrase = words.replace(AMOUNTS, "").replace(ARTICLES, "").split(ENDS)[0] ?? "";
  return (phrase.split(" of ")[0] ?? "").trim();
}

function endsOf(phrase: string): string[] {
  const words = phrase.split(" ").slice(-MOST_WORDS);
  const spaced = words.map((_, i) => words.slice(i).join(" "));
  const last = words.at(-1) ?? "";
  const joined = last.includes("-") ? [last.slice(last.lastIndexOf("-") + 1)] : [];
  return [phrase, ...spaced, ...joined];
}

/** A Japanese phrase ends with its head: 時計 in 扉の上の時計. */
function japaneseHeads(words: string): string[] {
  const phrase = words.replace(/(?:[（(、,].*|たち|達|など|[をがはにで])$/u, "").replace(AMOUNTS_JA, "");
  const letters = [...phrase].slice(-MOST_LETTERS);
  return [...new Set([words, phrase, ...letters.map((_, i) => letters.slice(i).join(""))])].filter(
    (one) => one !== "",
  );
}

/** The form of a word in tables: `jam jar` and `jam-jar` become `jamjar`. */
const joined = (word: string): string => word.replaceAll(/[ '-]/gu, "");

/** A function that finds the value of the first word that a table has. Rows: a value, and its words in lower case separated by bars. */
export function wordTable<T extends string>(rows: readonly (readonly [value: T, words: string])[]) {
  const values = new Map(
    rows.flatMap(([value, words]) => words.split("|").map((word) => [joined(word), value] as const)),
  );
  values.delete("");
  return (words: readonly string[]): T | undefined =>
    words.flatMap((word) => values.get(joined(word)) ?? [])[0];
}

/** Patterns of words by language; English ones match whole words only. `open` converts an entry to the pattern of all its forms. */
export function patternsOf(words: string, open = patternOf): Partial<Record<Language, RegExp>> {
  const { en, ja } = Object.groupBy(words.split("|"), languageOf);
  return {
    ...(en && { en: new RegExp(`(?<!\\p{L})(?:${en.map(open).join("|")})(?!\\p{L})`, "iu") }),
    ...(ja && { ja: new RegExp(ja.map((entry) => patternOf(entry)).join("|"), "iu") }),
  };
}

/** Number of characters of a word that a notice shows. */
const SHOWN = 60;

export interface Notices {
  /** Records what a word is drawn as. Something similar (`kin`), or undefined, gives a notice; `inWords` overrides its wording. */
  drawn(word: string, as: Match<string> | undefined, inWords?: string): void;
  /** Records that nothing is drawn for a word. */
  nothing(word: string): void;
  /** For each word with a notice, what it is drawn as; undefined: nothing. */
  readonly noted: ReadonlyMap<string, string | undefined>;
  /** The notices as sentences. */
  readonly all: string[];
}

const shown = (word: string): string => {
  const line = word.replaceAll(/\s+/gu, " ").trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/u, "")}…`;
};

/** `spear` becomes `a spear`; `boots` stays as it is. */
export const withArticle = (name: string): string => {
  const words = name.replaceAll("-", " ");
  if (name === "sky" || name === "sea") return `the ${name}`;
  if (/[^su]s$/u.test(words) || UNCOUNTED.has(name)) return words;
  return `${/^(?!uni|one)[aeiou]/u.test(words) ? "an" : "a"} ${words}`;
};

const UNCOUNTED: ReadonlySet<string> = new Set([
  ...listed("armour bread meat fish rice money medicine knitting firewood coal"),
  ...listed("chalk glue tape incense clay straw coral bamboo ice milk tofu"),
  ...listed("space popcorn corn thread soap toothpaste perfume dice butter cheese"),
]);

export function noticesOf(): Notices {
  const noted = new Map<string, string | undefined>();
  const note = (word: string, as: string | undefined) => {
    const key = shown(word);
    if (key !== "" && !noted.has(key)) noted.set(key, as);
  };
  return {
    noted,
    nothing: (word) => note(word, undefined),
    drawn(word, as, inWords) {
      if (as === undefined) note(word, undefined);
      else if (as.by === "kin") note(word, inWords ?? withArticle(as.value));
    },
    get all() {
      return [...noted].map(([word, as]) =>
        as === undefined ? `Nothing is drawn for "${word}".` : `"${word}" is drawn as ${as}.`,
      );
    },
  };
}

/** Notices that are added to `notices`, except those for words that `said` has. */
export function besides(notices: Notices, said: Pick<Notices, "noted">): Notices {
  const isNew = (word: string) => !said.noted.has(shown(word));
  return {
    ...{ noted: notices.noted, all: notices.all },
    nothing(word) {
      if (isNew(word)) notices.nothing(word);
    },
    drawn(word, as, inWords) {
      if (isNew(word)) notices.drawn(word, as, inWords);
    },
  };
}
