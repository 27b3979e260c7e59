// Aligns the units of a story with a labelled text by letters and digits, because white space, quotation marks, ruby and notes differ
// between them.
import type { ReadStory } from "../../lib/models/offline/reader/facts.ts";

/** The letters and digits of a text, with their positions. */
export interface Letters {
  letters: string;
  at: readonly number[];
}

const MARKS = /《[^》]*》|［＃[^］]*］/gu;
const LETTER = /[\p{L}\p{N}]/u;

export function lettersOf(text: string): Letters {
  const bare = text.replaceAll(MARKS, (mark) => " ".repeat(mark.length));
  const at: number[] = [];
  let letters = "";
  for (let index = 0; index < bare.length; index += 1) {
    const code = bare.codePointAt(index) ?? 0;
    const one = String.fromCodePoint(code);
    if (LETTER.test(one)) {
      letters += one;
      for (let unit = 0; unit < one.length; unit += 1) at.push(index + unit);
    }
    index += one.length - 1;
  }
  return { letters, at };
}

/** For each unit the range of its letters in the source; undefined if the source does not have them nearby. */
export function alignUnits(
  story: ReadStory,
  source: Letters,
): ({ from: number; to: number; own: Letters } | undefined)[] {
  const NEAR = 4000;
  let next = 0;
  return story.units.map(({ unit }) => {
    const own = lettersOf(unit.text);
    if (own.letters === "") return undefined;
    const found = source.letters.slice(next, next + own.letters.length + NEAR).indexOf(own.letters);
    if (found < 0) return undefined;
    const from = next + found;
    next = from + own.letters.length;
    return { from, to: next, own };
  });
}
