// Derives seeds: all variation in a book comes from the session's seed and a name.

import { fnv1a } from "./seeded-random.ts";

/** A 31-bit number from a seed and labels (FNV-1a over their text); the same on every platform. */
export function deriveSeed(seed: number, ...labels: readonly (string | number)[]): number {
  let hash = fnv1a([seed, ...labels].map((part) => `${part}\u0000`).join(""));
  // One round of mixing, because the low bits of FNV depend too much on the last label.
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash & 0x7fffffff;
}

/** The seed of a page's lettering and borders; painting the page again needs the same. */
export function letteringSeed(seed: number, page: number): number {
  return deriveSeed(seed, "lettering", page);
}
