// Converts a list of the book's words to one line of text, and back.
import { bookWord, shownWord } from "../words/known-words.ts";
import type { UiLanguage } from "../words/words.tsx";

/** Maximum number of characters of a word in the book's schema. */
const MOST_LETTERS = 120;

export const joinWords = (words: readonly string[], tongue: UiLanguage): string =>
  words.map((word) => shownWord(word, tongue)).join(tongue === "ja" ? "、" : ", ");

/** `known`: words that are converted to the book's form. What exceeds the limits is cut off. */
export function splitWords(
  text: string,
  { known, tongue, most }: { known: readonly string[]; tongue: UiLanguage; most: number },
): string[] {
  const words = text
    .split(/[,、，]/u)
    .map((word) => bookWord(word.trim(), known, { tongue }).slice(0, MOST_LETTERS))
    .filter((word) => word !== "");
  return [...new Set(words)].slice(0, most);
}
