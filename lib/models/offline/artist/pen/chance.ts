// Seeded chance: the same seed gives the same picture, everywhere.

import { mulberry32 } from "../../../../manga/seeded-random.ts";

/** Numbers in [0, 1), and the choices that pictures are made of. */
export interface Chance {
  next(): number;
  between(low: number, high: number): number;
  int(low: number, high: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  flip(probability?: number): boolean;
}

/** FNV-1a over the text forms of the parts. */
export function hashOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of parts.join("\u0000")) {
    hash ^= char.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Mulberry32: small, fast, and good enough for leaves and waves. */
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
