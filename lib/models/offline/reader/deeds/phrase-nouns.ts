// What a noun phrase names: its noun in plain words, how many, and whether a picture could show it as a thing of its own.
import type { Phrase } from "../text/clause.ts";
import type { DeedWords } from "./deed-words.ts";

export interface Named {
  /** The noun with the words that tell more of it: `white cloak`; 手紙. */
  what: string;
  head: string;
  /** As `DeedWords.seen`. */
  kind: string;
  count?: number;
}

/** Undefined for what cannot be seen by itself, for no one (`no children`), and for positions (`the corner`). */
export function namedThing(phrase: Phrase, words: DeedWords): Named | undefined {
  const head = words.language === "ja" ? nounOfPosition(phrase, words) : phrase.head.toLowerCase();
  if (words.is("no-thing", head)) return undefined;
  const kind = words.seen(head);
  if (kind === undefined || kind === "body") return undefined;
  if (words.language === "ja") return { what: head, head, kind, ...countOf([...phrase.text], words) };
  const before = wordsBefore(phrase);
  if (before.some((word) => words.is("none", word))) return undefined;
  const adjectives = before.filter((word) => !words.is("determiner", word) && words.value("number", word) === undefined);
  return { what: [...adjectives.slice(-2), head].join(" "), head, kind, ...countOf(before, words) };
}

/** 畳の上: what a noun of position belongs to. */
export function nounOfPosition({ head, text }: Phrase, words: DeedWords): string {
  let [noun, rest] = [head, text];
  while (words.is("position", noun)) {
    const end = rest.lastIndexOf(`の${noun}`);
    if (end <= 0) return noun;
    rest = rest.slice(0, end);
    noun = rest.slice(rest.lastIndexOf("の") + 1);
  }
  return noun;
}

/** The words of an English phrase before its noun, in small letters. */
function wordsBefore({ text, head }: Phrase): string[] {
  const all = text.toLowerCase().split(/\s+/u);
  const stem = head.toLowerCase().slice(0, 3);
  const at = all.findLastIndex((word) => word.startsWith(stem) || word.endsWith(head.toLowerCase()));
  return at < 0 ? all.slice(0, -1) : all.slice(0, at);
}

function countOf(before: readonly string[], words: DeedWords): { count?: number } {
  const told = before.map((word) => words.value("number", word)).find((value) => value !== undefined);
  const count = Number(told);
  return count >= 2 ? { count: Math.min(99, count) } : {};
}
