// How much room the words of a picture want over the heads of those who are in it.
import { clamp } from "../pen/curves.ts";

export interface Size {
  width: number;
  height: number;
}

/** Square units of paper that a tenth of words takes: a caption of some twenty letters of Japanese, or of forty of English. */
const TENTH = 38_000;
/** The widest that words over heads become, and the narrowest place beside people that they find room in. */
const [WIDE, BESIDE] = [520, 300];
/** Room for the frame, and for a tail. */
const AROUND = 26;

/** Share of the height that a balloon or caption takes over the heads: a narrow panel breaks words into more lines. */
export const wordsOver = ({ width, height }: Size, usual: number): number =>
  height > width * 1.3 ? usual + Math.min(0.07, (height / width - 1.3) * 0.12) : usual;

/**
 * Y under which heads begin where words have no room beside people, whose outermost leave `free` units at the wider side; not more
 * than a share of the panel. Balloons `swell` round their letters, and have tails. Without words, or with room for them, `top` as it is.
 */
export function underWords(
  top: number,
  room: number,
  { width, height, free, most, swell }: Size & { free: number; most: number; swell: number },
): number {
  if (room === 0 || free >= BESIDE) return top;
  const deep = (TENTH * room * swell) / clamp(width * 0.8, 1, WIDE) + AROUND * swell;
  return Math.max(top, Math.min(deep, height * most));
}
