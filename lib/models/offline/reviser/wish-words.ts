// The words that a wish may use (`assets/words/{en,ja}-wishes.tsv`), and numbers.
import type { Language } from "../../../manga/language.ts";
import type { Mood } from "../../../manga/staging.ts";
import { lexicon } from "../words/lexicon.ts";

export const WISH = lexicon<Record<string, string>>("wishes");

/** Whether the text has a word of one of the classes. */
export const says = (text: string, ...kinds: readonly string[]): boolean =>
  kinds.some((kind) => WISH.first(text, kind) !== undefined);

/** The value of the last word of a class: people name the intended result last. */
export const lastOf = (text: string, kind: string): string | undefined => WISH.find(text, kind).at(-1)?.value;

/** The value of the last word of a class whose words mean more (1) or less (-1). */
export function towards(text: string, kind: string): 1 | -1 | undefined {
  const found = lastOf(text, kind);
  return found === undefined ? undefined : found === "1" ? 1 : -1;
}

/** A genre or theme: its name in both languages, and the mood in which it is staged. */
export interface Tone {
  name: Record<Language, string>;
  mood: Mood;
}

function toneOf(value: string): Tone {
  const [en = "", ja = "", mood] = value.split("/");
  return { name: { en, ja }, mood: mood as Mood };
}

export function toneIn(text: string, what: "genre" | "theme"): Tone | undefined {
  const found = WISH.first(text, what);
  return found === undefined ? undefined : toneOf(found);
}

/** The supported names of genres or themes, for a message about an unsupported one. */
export const toneNames = (what: "genre" | "theme", language: Language): string =>
  [...WISH.values(what)].map((value) => toneOf(value).name[language]).join(language === "ja" ? "、" : ", ");

/** Maximum number of words of a number: 百二十三. */
const MOST_WORDS = 5;

/** The number at an offset of a text, and its length: digits, kanji, or English words up to a hundred. */
export function numberAt(text: string, at: number): { value: number; length: number } | undefined {
  const digits = /^\d{1,3}(?!\d)/u.exec(text.slice(at, at + 4))?.[0];
  if (digits !== undefined) return { value: Number(digits), length: digits.length };
  let [total, pending, end] = [0, 0, at];
  let word = WISH.at(text, at, "number");
  for (let words = 0; word !== undefined && words < MOST_WORDS; words += 1) {
    end = word.at + word.text.length;
    if (word.value.startsWith("x")) {
      total += (pending || 1) * Number(word.value.slice(1));
      pending = 0;
    } else pending = pending >= 20 ? pending + Number(word.value) : pending * 10 + Number(word.value);
    // `seventy-two`: a unit joins the tens before it.
    const isTens = pending >= 20 && /^[ -]$/u.test(text.charAt(end));
    word = WISH.at(text, isTens ? end + 1 : end, "number");
    if (isTens && Number(word?.value) >= 10) word = undefined;
  }
  return end === at ? undefined : { value: total + pending, length: end - at };
}
