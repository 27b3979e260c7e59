// Forms of single words: script, capitals and marks. All pattern matching of the reader is in this folder; other code uses these functions.

const matches = (pattern: RegExp) => (word: string) => pattern.test(word);

export const isCapitalized = matches(/^['‘]?\p{Lu}/u);
/** `'s`, `’` as the tagger cuts it off. */
export const isPossessiveMark = matches(/^['’]s?$/u);
/** A word of three letters or more. */
export const isWordOfLetters = matches(/^\p{L}{3,}/u);
export const startsAsWord = matches(/^[\p{L}\d]/u);
export const hasLetters = matches(/[\p{L}\p{N}]/u);
export const isKatakana = matches(/^[ァ-ヴー]+$/u);
/** Two letters or more, all of them kanji, hiragana or katakana; お before kanji as well. */
export const isInOneScript = matches(
  /^(?:[お\p{Script=Han}々][\p{Script=Han}々]+|[ぁ-ん]{2,}|[ァ-ヴー]{2,})$/u,
);
/** Katakana or capital letters, as foreign names are written; a single mark or kana is none. */
export const isForeign = matches(/^(?![\p{Script=Katakana}ー・]$)[\p{Script=Katakana}ー・\p{Lu}Ａ-Ｚ]+$/u);
/** WHOOOSH: capitals of which one is drawn out; no number as the Romans wrote it. */
export const isDrawnOut = matches(/^(?![IVXLCDM]+$)(?!(\p{Lu})\1+$)\p{Lu}*(\p{Lu})\2{2,}\p{Lu}*$/u);
/** 三匹, 十人: a number and what it counts. */
export const isCountedNumber = matches(/^[一二三四五六七八九十数何\d０-９]+\p{L}$/u);
/** もう一人の, ほかの: words before a noun that say another one. */
export const saysAnother = matches(/(?:もう一[人匹疋]|もひとり|もうひとり|ほか|他|別|次|隣)の$/u);
/** 一人の, 一匹の before a noun. */
export const saysOne = matches(/一[人匹疋頭羽つ]の|ひとりの/u);
export const isTo = matches(/^[とト]$/u);

/** In small letters, with straight apostrophes and without an opening quotation mark. */
export const plainEnglish = (word: string): string =>
  word.toLowerCase().replaceAll("’", "'").replace(/^['‘]/u, "");

/** The kanji or katakana that the words end in: of 古い机 the 机. The whole where there is none. */
export const nounAtEnd = (words: string): string =>
  /(?:[\p{Script=Han}々]+|[ァ-ヴー]+)$/u.exec(words)?.[0] ?? words;

/** 飛び移る → 移る; empty where the verb is no compound. */
export const secondVerbOf = (lemma: string): string =>
  /^\p{Script=Han}[ぁ-ん]{1,2}(\p{Script=Han}.*)$/u.exec(lemma)?.[1] ?? "";

export const inKatakana = (word: string): string =>
  word.replaceAll(/[ぁ-ゖ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/** Under which forms a table may have a mimetic in katakana: ガタガタッ as ガタガタ, ドカーン as ドカン, ゴトンゴトン as ゴトン. */
export function mimeticForms(kana: string): string[] {
  const plain = kana.replace(/ッ?ト$/u, "");
  const short = plain.replaceAll(/[ーッ]/gu, "");
  const once = /^(.{2,})\1+$/u.exec(short)?.[1];
  return [kana, plain, plain.replace(/[ーッ]+$/u, ""), short, ...(once === undefined ? [] : [once])];
}

/** The parts of a compound word or a name. */
export const partsOfWord = (word: string): string[] => word.split(/[\s-]+/u);
