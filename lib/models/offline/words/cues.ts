// Word tables: each value with the pattern of the words that mean it, and the search for them in a text.
import type { Prop } from "../artist/closed/staging.ts";
import { literalPrefilter } from "./required-literals.ts";

interface Cue<T> {
  readonly value: T;
  readonly when: RegExp;
  /** Decides by the surrounding text whether a match is this word and not a homograph. */
  readonly fits?: (before: string, after: string, word: string) => boolean;
}
export type Cues<T> = readonly Cue<T>[];

export interface ThingWords {
  props: Cues<Prop>;
  /** Turns of speech and names in which the word for a thing stands for something else. */
  sayings: RegExp;
  /** What follows the word for a thing where the two name something else: a shop, a lesson, a colour. */
  compounds: RegExp;
}

/** A match: the value of the word, its offset and its text. */
export interface Found<T> {
  value: T;
  at: number;
  text: string;
}

const prefilters = new WeakMap<Cues<unknown>, ReturnType<typeof literalPrefilter>>();

/** The cues of a table that may match in a text, in the table's order. */
function candidateCues<T>(text: string, cues: Cues<T>): Cues<T> {
  const sieve = prefilters.get(cues) ?? literalPrefilter(cues.map(({ when }) => when));
  prefilters.set(cues, sieve);
  const likely = sieve(text);
  return cues.filter((_, index) => likely.has(index));
}

/** All matches of all cues. */
export const matchesOf = <T>(text: string, cues: Cues<T>): Found<T>[] =>
  candidateCues(text, cues).flatMap(({ when, value, fits }) =>
    occurs(text, when)
      ? [...text.matchAll(when)]
          .filter(
            ({ 0: word, index }) =>
              !fits || fits(text.slice(0, index), text.slice(index + word.length), word),
          )
          .map((match) => ({ value, at: match.index, text: match[0] }))
      : [],
  );

/** Matches in text order without overlaps. At the same offset the longest wins. */
export function withoutOverlaps<T>(found: readonly Found<T>[]): Found<T>[] {
  let end = 0;
  return found
    .toSorted((a, b) => a.at - b.at || b.text.length - a.text.length)
    .filter((cue) => {
      if (cue.at < end) return false;
      end = cue.at + cue.text.length;
      return true;
    });
}

/** Whether a pattern matches. Ignores the `lastIndex` of global patterns. */
export function occurs(text: string, pattern: RegExp): boolean {
  return text.search(pattern) >= 0;
}

/** Cues from a table of patterns; `frame` wraps each pattern, for word boundaries where a language has them. */
export function cueBuilder(frame: (pattern: string) => string, flags: string) {
  return <T extends string>(table: Partial<Record<T, string>>): Cues<T> => {
    const cues: Cue<T>[] = [];
    for (const value in table) {
      const pattern = table[value];
      if (pattern !== undefined) cues.push({ value, when: new RegExp(frame(pattern), flags) });
    }
    return cues;
  };
}
