// Seeded chance: the same seed gives the same picture, everywhere.

import { fnv1a, mulberry32 } from "../../../../manga/seeded-random.ts";

/** Numbers in [0, 1), and the choices that pictures are made of. */
export interface Chance {
  next(): number;
  between(low: number, high: number): number;
  int(low: number, high: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  flip(probability?: number): boolean;
}

/** A hash of the text forms of the parts. */
export const hashOf = (...parts: readonly (string | number)[]): number => fnv1a(parts.join("\u0000"));

export function chance(seed: number): Chance {
  const next = mulberry32(seed);
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    int: (low, high) => low + Math.floor((high - low + 1) * next()),
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
    flip: (probability = 0.5) => next() < probability,
  };
}
