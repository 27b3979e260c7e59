// A seeded pseudo-random generator: random choices repeat for the same seed and purpose.

export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number from 0 (included) to `below` (excluded). */
  below(below: number): number;
  /** One of the items. Throws `RangeError` on an empty list. */
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: numbers from 0 (included) to 1 (excluded). */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** 32-bit FNV-1a over the code points of a text. `from`: the hash of a text before it, to continue. */
export function fnv1a(text: string, from = 0x811c9dc5): number {
  let hash = from;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32, seeded with the FNV-1a hash of its purpose: `seed/page/purpose`. */
export const randomFor = (...names: readonly (number | string)[]): (() => number) =>
  mulberry32(fnv1a(names.join("/")));

/** A number between `low` and `high`, from a source of numbers from 0 to 1. */
export const between = (next: () => number, low: number, high: number): number => low + (high - low) * next();

/** A generator with methods for choices, for a seed and a purpose. */
export function seededRandom(seed: number, purpose: string): Random {
  const next = randomFor(seed, purpose);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("pick needs at least one item");
      return item;
    },
  };
}
