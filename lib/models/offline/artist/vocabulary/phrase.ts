// How a phrase of an open field is read: as a name, and as a noun phrase with its head. Every function is total and reads at most
// `MOST` characters.
import type { Language } from "../../../../manga/language.ts";
import { singularsOf } from "../../noun-kinds.ts";

/** Characters of a field that are read. */
const MOST = 300;

/** How sure a match is: the artist's own name, a word that means the same, or only something near, of which a notice tells. */
export interface Match<T> {
  value: T;
  by: "name" | "word" | "kin";
}

export const languageOf = (text: string): Language =>
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) ? "ja" : "en";

/** A field on one line, in compatibility form (ｶﾒﾗ is カメラ), cut to what is read. */
export function clipped(text: string, most = MOST): string {
  const cut = (line: string) => line.slice(0, most).replace(/[\uD800-\uDBFF]$/u, "");
  return cut(cut(text).normalize("NFKC")).replaceAll(/\s+/gu, " ").trim();
}

const ARTICLES = /^(?:(?:an?|the|his|her|their|its|my|our|your|some|this|that|these|those) )+/u;

/** In small letters, without articles: `The Paper Lantern` is `paper lantern`. */
export const plain = (text: string): string =>
  clipped(text)
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/[_\s]+/gu, " ")
    .replace(/^[\s"'“‘「『(（]+|[\s.,;:!?"'”」』。、！？)）]+$/gu, "")
    .replace(ARTICLES, "");

/** A word and what it may be many of. */
const inOne = (words: string): string[] => {
  const [, before = "", last = ""] = /^(.*?)([a-z]+)$/u.exec(words) ?? [];
  return last.length < 3 ? [words] : [words, ...singularsOf(last).map((one) => before + one)];
};

/** The one of a list's names that a text is: `Arms crossed`, `an umbrella`, `lanterns`. */
export function nameIn<T extends string>(text: string, names: ReadonlySet<T>): T | undefined {
  const isName = (word: string): word is T => (names as ReadonlySet<string>).has(word);
  return inOne(plain(text))
    .map((word) => word.replaceAll(" ", "-"))
    .find(isName);
}

/** Where what something is ends, and where it is or what it is like begins. */
const ENDS =
  / (?:on|in|at|over|under|above|below|behind|before|beside|near|by|with|without|from|for|to|into|onto|against|between|among|around|across|along|inside|outside|through|that|which|who|where|and|or|as|like|full|made|hanging|lying|standing|being)\b|[,;:(/]/u;

/** Before `of`: how much there is of what it is. */
const AMOUNTS =
  /^(?:.* )?(?:piece|slice|bunch|pair|set|pile|heap|stack|kind|sort|type|lot|lots|couple|number|row|group|handful|sheet|bit|loaf|bar|lump|flock|herd|swarm|school|pack|bouquet|scrap|length|coil|roll|string|cluster|collection|dozen|dozens|hundreds|array|wad|crumpled ball)s? of /u;

/** 雀の群れ is sparrows. */
const AMOUNTS_JA = /の(?:群れ|大群|束|山|列|一団|かけら|欠片|一片|親子|つがい)$/u;

/** Words of a phrase that may name what it is of. */
const MOST_WORDS = 4;
const MOST_LETTERS = 10;

/**
 * What a noun phrase may be called, the most telling first: of `a clock over the door` `clock`, of `a long red saddle` `long red
 * saddle`, `red saddle`, `saddle`; of 古い赤い鞍 each end of it.
 */
export function headsOf(text: string): string[] {
  const words = plain(text);
  if (languageOf(words) === "ja") return japaneseHeads(words);
  const phrase = words.replace(AMOUNTS, "").replace(ARTICLES, "").split(ENDS)[0] ?? "";
  const [head = ""] = phrase.split(/ of /u);
  const all = head === phrase ? [phrase] : [phrase, head];
  return [...new Set([words, ...all.flatMap(endsOf)])].flatMap(inOne).filter((one) => one !== "");
}

/** A noun phrase with neither its amount nor what stands behind its head. */
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

/** The end of a Japanese phrase is its head: of 扉の上の時計 時計. */
function japaneseHeads(words: string): string[] {
  const phrase = words.replace(/(?:[（(、,].*|たち|達|など|[をがはにで])$/u, "").replace(AMOUNTS_JA, "");
  const letters = [...phrase].slice(-MOST_LETTERS);
  return [...new Set([words, phrase, ...letters.map((_, i) => letters.slice(i).join(""))])].filter(
    (one) => one !== "",
  );
}

/** A table of words by what they stand for, in both languages. */
export interface WordTable<T> {
  /** What the first of some words that the table has stands for. */
  find(words: readonly string[]): T | undefined;
  readonly words: readonly string[];
}

/** From value → words apart by `|`, in small letters. */
export function wordTable<T extends string>(table: Readonly<Partial<Record<T, string>>>): WordTable<T> {
  const values = new Map<string, T>();
  for (const value in table) for (const word of table[value]?.split("|") ?? []) values.set(word, value);
  return {
    find(words) {
      const known = words.find((word) => values.has(word) || values.has(word.replaceAll("-", " ")));
      return known === undefined ? undefined : (values.get(known) ?? values.get(known.replaceAll("-", " ")));
    },
    words: [...values.keys()],
  };
}

/** Alternatives of a pattern, with those inside brackets left together. */
export const alternativesOf = (pattern: string): string[] =>
  pattern.match(/(?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|[^|()[\]])+/gu) ?? [];

type Test = (text: string) => boolean;

/** Tests whether any of a list's words, in English as a whole, is in a text. */
export function says(words: string): Test {
  const all = alternativesOf(words);
  const of = (language: Language) => all.filter((word) => languageOf(word) === language);
  const [en, ja] = [of("en"), of("ja")];
  const whole = en.length > 0 ? [`(?<![\\p{L}])(?:${en.join("|")})(?![\\p{L}])`] : [];
  const pattern = new RegExp([...whole, ...ja].join("|"), "iu");
  return (text) => pattern.test(plain(text));
}

/** Words by what they stand for, the more telling first. */
export type Tests<T> = readonly (readonly [T, Test])[];

/** What a text is among names, or by the first test that it passes. */
export function calledAmong<T extends string>(
  text: string,
  names: ReadonlySet<T>,
  words: Tests<T>,
): Match<T> | undefined {
  const name = nameIn(text, names);
  if (name) return { value: name, by: "name" };
  const value = words.find(([, when]) => when(text))?.[0];
  return value === undefined ? undefined : { value, by: "word" };
}
