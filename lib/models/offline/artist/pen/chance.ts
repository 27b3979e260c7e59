// Seeded random numbers: the same seed gives the same sequence on every machine.

import { fnv1a, mulberry32 } from "../../../../manga/seeded-random.ts";

/** A random source: numbers in [0, 1), and the choices derived from them. */
export interface Chance {
  next(): number;
  between(low: number, high: number): number;
  int(low: number, high: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  flip(probability?: number): boolean;
}

/** A hash of the parts, each as text. */
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
