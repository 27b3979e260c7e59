// How much room lettering needs above the heads of a picture.
import { clamp } from "../pen/curves.ts";

export interface Size {
  width: number;
  height: number;
}

/** Paper in square units for a tenth of words: a caption of about twenty Japanese or forty English letters. */
const TENTH = 38_000;
/** Greatest width of words above heads, and least width of a place beside people that words fit into. */
const [WIDE, BESIDE] = [520, 300];
/** Room for the frame and the tail of a balloon. */
const AROUND = 26;

/** Share of the height that a balloon or caption takes above the heads; a narrow panel breaks words into more lines. */
export const wordsOver = ({ width, height }: Size, usual: number): number =>
  height > width * 1.3 ? usual + Math.min(0.07, (height / width - 1.3) * 0.12) : usual;

/**
 * Y below which heads begin, if words do not fit beside people, who leave `free` units at the wider side; at most the share `most` of the panel.
 * `swell`: how much larger a balloon is than its letters. Without words, or with room beside, it is `top`.
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
