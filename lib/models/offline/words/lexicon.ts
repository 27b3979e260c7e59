// Tables of words and phrases in both languages (`assets/words`): finds the words of a class in a text, with their values.
import { readFileSync } from "node:fs";
import type { Language } from "../../../manga/language.ts";
import { wordTableFile } from "../../word-table-file.ts";

/** The value of a phrase in which a word of the class means something else: 鳥居 is not a bird. */
const NOTHING = "-";

/** The words for which `one's` in a phrase stands. */
const DETERMINERS = "a an another both his her its my one our some the their two your".split(" ");

/** A word in a text: its value, its offset and its text. */
interface Found<T> {
  value: T;
  at: number;
  text: string;
}

interface Phrase {
  phrase: string;
  value: string;
}

/** Phrases of a class by their first two letters, the longest first. */
type WordClass = ReadonlyMap<string, readonly Phrase[]>;

export const languageOf = (said: string): Language =>
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(said) ? "ja" : "en";

/** In ASCII lower case, with straight apostrophes. Every letter keeps its offset. */
export const plainLetters = (text: string): string =>
  text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase()).replaceAll("’", "'");

/** The tables of a subject, read on first use. That their values are of the type `Classes` is not checked here, but by a test. */
export function lexicon<Classes extends Record<string, string>>(subject: string) {
  type Name = keyof Classes & string;
  let rows: ReadonlyMap<string, readonly string[][]> | undefined;
  const classes = new Map<string, WordClass>();
  const rowsOf = (kind: string): readonly string[][] => {
    rows ??= readRows(subject);
    const own = rows.get(kind);
    if (own === undefined) throw new RangeError(`*-${subject}.tsv has no class ${kind}`);
    return own;
  };
  const longestAt = <Kind extends Name>(text: string, offset: number, kind: Kind) => {
    const words = classes.get(kind) ?? classOf(rowsOf(kind));
    classes.set(kind, words);
    const isHere = ({ phrase }: Phrase) => text.startsWith(phrase, offset) && isWhole(text, offset, phrase);
    const beginning = (letters: number) => words.get(text.slice(offset, offset + letters))?.find(isHere);
    const found = beginning(2) ?? beginning(1);
    return found && { value: found.value as Classes[Kind], at: offset, text: found.phrase };
  };
  /** The longest phrase of a class at an offset of a text in `plainLetters`. */
  const at = <Kind extends Name>(text: string, offset: number, kind: Kind) => {
    const found = longestAt(text, offset, kind);
    return found?.value === NOTHING ? undefined : found;
  };
  /** Words of a class in text order, without overlaps. Of several at one position the longest counts. */
  const find = <Kind extends Name>(text: string, kind: Kind): Found<Classes[Kind]>[] => {
    const plain = plainLetters(text);
    const found: Found<Classes[Kind]>[] = [];
    for (let at = 0; at < plain.length; ) {
      const word = longestAt(plain, at, kind);
      const end = at + (word?.text.length ?? 1);
      if (word && word.value !== NOTHING) found.push({ ...word, text: text.slice(at, end) });
      at = end;
    }
    return found;
  };
  /** The value of a text that consists of one word of a class. */
  const exact = <Kind extends Name>(text: string, kind: Kind): Classes[Kind] | undefined => {
    const found = at(plainLetters(text), 0, kind);
    return found?.text.length === text.length ? found.value : undefined;
  };
  /** The value of the first word of a class. */
  const first = <Kind extends Name>(text: string, kind: Kind): Classes[Kind] | undefined =>
    find(text, kind)[0]?.value;
  /** All values of a class, in the order of the table. */
  const values = (kind: Name): Set<string> => new Set(rowsOf(kind).map(([, , value = ""]) => value));
  return { at, find, exact, first, values };
}

/** The rows of a subject's tables in both languages, by class. */
function readRows(subject: string): ReadonlyMap<string, readonly string[][]> {
  const lines = (["en", "ja"] as const).flatMap((language) =>
    readFileSync(wordTableFile(language, subject), "utf8").split("\n"),
  );
  const rows = lines.filter((line) => line !== "" && !line.startsWith("//")).map((line) => line.split("\t"));
  return Map.groupBy(rows, ([kind = ""]) => kind);
}

function classOf(rows: readonly string[][]): WordClass {
  const phrases = rows.flatMap(([, words = "", value = ""]) =>
    words.split(" ").flatMap((word) => phrasesOf(word).map((phrase) => ({ phrase, value }))),
  );
  phrases.sort((a, b) => b.phrase.length - a.phrase.length);
  return Map.groupBy(phrases, ({ phrase }) => phrase.slice(0, 2));
}

function phrasesOf(word: string): string[] {
  const phrase = word.replaceAll("_", " ");
  return phrase.includes("one's") ? DETERMINERS.map((one) => phrase.replace("one's", one)) : [phrase];
}

const isLatin = (letter: string) => /[\p{Script=Latin}\p{N}]/u.test(letter);
const isKatakana = (letter: string) => /[ァ-ヴー]/u.test(letter);

/** Whether the phrase is not part of a longer word: no man in `woman`, no bus in キャンバス, no platform in ホームラン. */
function isWhole(text: string, offset: number, phrase: string): boolean {
  const [before, after] = [text.charAt(offset - 1), text.charAt(offset + phrase.length)];
  const [first, last] = [phrase.charAt(0), phrase.charAt(phrase.length - 1)];
  if ((isLatin(first) && isLatin(before)) || (isLatin(last) && isLatin(after))) return false;
  const isHead = isKatakana(last) && isKatakana(after);
  return !isHead && !(phrase.length <= 2 && isKatakana(first) && isKatakana(before));
}
