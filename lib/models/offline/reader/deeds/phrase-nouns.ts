// What a noun phrase names: its noun in plain words, how many, and whether a picture could show it as a thing of its own.

import { singularsOf } from "../../noun-kinds.ts";
import type { Phrase } from "../text/clause.ts";
import { nounAtEnd, startsInHiragana } from "../text/word-forms.ts";
import type { DeedWords } from "./deed-words.ts";

export interface Named {
  /** The noun with the words that tell more of it: `white cloak`; 手紙. */
  what: string;
  head: string;
  /** As `DeedWords.seen`. */
  kind: string;
  count?: number;
}

/** In UTF-16 units: a longer noun is none. */
const LONGEST = 40;

/** Undefined for what cannot be seen by itself, for no one (`no children`), and for positions (`the corner`). */
export function namedThing(phrase: Phrase, words: DeedWords): Named | undefined {
  if (phrase.head.length > LONGEST) return undefined;
  if (words.language === "ja") {
    const noun = nounOfPosition(phrase, words);
    // 手の跡 is one word of the table.
    const [owner = "", own] = phrase.text.split("の").slice(-2);
    const pair = `${nounAtEnd(owner)}の${own}`;
    const head = noun === phrase.head && words.is("seen", pair) ? pair : noun;
    const seen = words.is("no-thing", head) ? undefined : words.seen(head);
    if (seen === undefined || seen.kind === "body") return undefined;
    // みんな金庫 is a 金庫, 馭者部屋 is one of its own.
    const what = startsInHiragana(head) ? seen.noun : head;
    return { what, head: what, kind: seen.kind, ...countOf(numbersIn(phrase.text, words), words) };
  }
  const { before, written } = wordsOf(phrase);
  if (before.some((word) => words.is("none", word)) || words.is("no-thing", phrase.head.toLowerCase()))
    return undefined;
  const seen = words.seen(written) ?? words.seen(phrase.head);
  if (seen === undefined || seen.kind === "body" || words.is("no-thing", seen.noun)) return undefined;
  const isPlural = seen.noun !== written && singularsOf(written).includes(seen.noun);
  const adjectives = before.filter(
    (word) =>
      word.length < LONGEST / 2 && !words.is("determiner", word) && words.value("number", word) === undefined,
  );
  return {
    what: [...adjectives.slice(-2), seen.noun].join(" "),
    head: seen.noun,
    kind: seen.kind,
    ...countOf(isPlural ? [...before, "some"] : before, words),
  };
}

/** A thing or a part of a body. */
export const isTouchable = (phrase: Phrase, words: DeedWords): boolean =>
  namedThing(phrase, words) !== undefined || words.seen(phrase.head)?.kind === "body";

/** 畳の上: what a noun of position belongs to. */
export function nounOfPosition({ head, text }: Phrase, words: DeedWords): string {
  let [noun, rest] = [head, text];
  while (words.is("position", noun)) {
    const end = rest.lastIndexOf(`の${noun}`);
    if (end <= 0) return noun;
    rest = rest.slice(0, end);
    const whole = rest.slice(rest.lastIndexOf("の") + 1);
    // 古い机: what stands before the noun ends in kana.
    noun = nounAtEnd(whole);
  }
  return noun;
}

/** The words of an English phrase before its noun, and the noun as it is written, in small letters. */
function wordsOf({ text, head }: Phrase): { before: string[]; written: string } {
  const all = text.toLowerCase().split(" ");
  const stem = head.toLowerCase().slice(0, 3);
  const found = all.findLastIndex((word) => word.startsWith(stem) || word.endsWith(head.toLowerCase()));
  const at = found < 0 ? all.length - 1 : found;
  return { before: all.slice(0, at), written: all[at] ?? head };
}

/** Whether it means something that is known: `the lamp`, ランプは. */
export function isDefinite({ text, marker }: Phrase, words: DeedWords): boolean {
  const [first = ""] = text.split(" ").filter((word) => word !== marker);
  return words.is("definite", words.language === "ja" ? (marker ?? "") : first.toLowerCase());
}

/** `the can` is the `watering can` of before. */
export function asBefore(phrase: Phrase, named: ReadonlyMap<string, string>, words: DeedWords): Phrase {
  const before = named.get(phrase.head.toLowerCase());
  const isBare = wordsOf(phrase).before.every((word) => words.is("determiner", word));
  return before === undefined || !isBare || !isDefinite(phrase, words) ? phrase : { ...phrase, text: before };
}

/** As many as are told; of many without a number some, as the table says. */
function countOf(told: readonly string[], words: DeedWords): { count?: number } {
  const count = Number(told.map((word) => words.value("number", word)).find((value) => value !== undefined));
  return count >= 2 ? { count } : {};
}

const LONGEST_NUMBER = 5;

/** どの, 二本, 店じゅうの: all runs of letters that may be a number; a numeral has a word behind it that counts. */
function numbersIn(text: string, words: DeedWords): string[] {
  const starts = [...text].map((_, from) => from);
  return starts.flatMap((from) => {
    const runs = Array.from({ length: LONGEST_NUMBER }, (_, more) => text.slice(from, from + more + 1));
    return runs.filter(({ length }) => length > 1 || words.is("counter", text[from + 1] ?? ""));
  });
}
