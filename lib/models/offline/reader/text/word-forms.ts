// Forms of single words: script, capitals, marks. All regular expressions of the reader are in this folder; other code calls its functions.

const matches = (pattern: RegExp) => (word: string) => pattern.test(word);

export const isCapitalized = matches(/^['‘]?\p{Lu}/u);
/** The possessive ending as the tagger splits it off: `'s`, `’`. */
export const isPossessiveMark = matches(/^['’]s?$/u);
/** Starts with at least three letters. */
export const isWordOfLetters = matches(/^\p{L}{3,}/u);
export const startsAsWord = matches(/^[\p{L}\d]/u);
export const hasLetters = matches(/[\p{L}\p{N}]/u);
export const isKatakana = matches(/^[ァ-ヴー]+$/u);
/** At least two letters, all kanji, all hiragana or all katakana. An お may precede kanji. */
export const isInOneScript = matches(
  /^(?:[お\p{Script=Han}々][\p{Script=Han}々]+|[ぁ-ん]{2,}|[ァ-ヴー]{2,})$/u,
);
/** Katakana or capital letters, as foreign names are written. A single kana or mark does not count. */
export const isForeign = matches(/^(?![\p{Script=Katakana}ー・]$)[\p{Script=Katakana}ー・\p{Lu}Ａ-Ｚ]+$/u);
/** Capitals with one letter repeated at least three times (WHOOOSH). Roman numerals and one repeated letter do not count. */
export const isDrawnOut = matches(/^(?![IVXLCDM]+$)(?!(\p{Lu})\1+$)\p{Lu}*(\p{Lu})\2{2,}\p{Lu}*$/u);
/** A number and its counter: 三匹, 十人. */
export const isCountedNumber = matches(/^[一二三四五六七八九十数何\d０-９]+\p{L}$/u);
/** An expression for "another" before a noun: もう一人の, ほかの. */
export const meansAnother = matches(/(?:もう一[人匹疋]|もひとり|もうひとり|ほか|他|別|次|隣)の$/u);
/** An expression for "one" before a noun: 一人の, 一匹の. */
export const meansOne = matches(/一[人匹疋頭羽つ]の|ひとりの/u);
export const isToParticle = matches(/^[とト]$/u);

/** In lower case, with straight apostrophes and without an opening quotation mark. */
export const plainEnglish = (word: string): string =>
  word.toLowerCase().replaceAll("’", "'").replace(/^['‘]/u, "");

/** The kanji or katakana at the end of the words: 机 of 古い机. The whole text if there are none. */
export const nounAtEnd = (words: string): string =>
  /(?:[\p{Script=Han}々]+|[ァ-ヴー]+)$/u.exec(words)?.[0] ?? words;

/** The second verb of a compound: 飛び移る → 移る. Empty if the verb is not a compound. */
export const secondVerbOf = (lemma: string): string =>
  /^\p{Script=Han}[ぁ-ん]{1,2}(\p{Script=Han}.*)$/u.exec(lemma)?.[1] ?? "";

export const inKatakana = (word: string): string =>
  word.replaceAll(/[ぁ-ゖ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/** Forms under which a table may list a mimetic in katakana: ガタガタッ as ガタガタ, ドカーン as ドカン, ゴトンゴトン as ゴトン. */
export function mimeticForms(kana: string): string[] {
  const plain = kana.replace(/ッ?ト$/u, "");
  const short = plain.replaceAll(/[ーッ]/gu, "");
  const once = /^(.{2,})\1+$/u.exec(short)?.[1];
  return [kana, plain, plain.replace(/[ーッ]+$/u, ""), short, ...(once === undefined ? [] : [once])];
}

/** Splits a compound word or a name at spaces and hyphens. */
export const partsOfWord = (word: string): string[] => word.split(/[\s-]+/u);
