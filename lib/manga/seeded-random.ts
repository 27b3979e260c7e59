// A seeded pseudo-random generator: whatever a program chooses by chance repeats for the same seed and purpose.

export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from 0 up to, but not including, `below`. */
  below(below: number): number;
  /** One of the items. Throws a RangeError on an empty list. */
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: gives numbers from 0 up to, but not including, 1. */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** FNV-1a over the code points of a text: 32 bits. What was hashed before may be handed in as `from`. */
export function fnv1a(text: string, from = 0x811c9dc5): number {
  let hash = from;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32, seeded with the FNV-1a hash of what it is used for: `seed/page/purpose`. */
export const randomFor = (...names: readonly (number | string)[]): (() => number) =>
  mulberry32(fnv1a(names.join("/")));

/** A number between two, from a source of numbers from 0 to 1. */
export const between = (next: () => number, low: number, high: number): number => low + (high - low) * next();

/** The same with choices. */
export function seededRandom(seed: number, purpose: string): Random {
  const next = randomFor(seed, purpose);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
  };
}
