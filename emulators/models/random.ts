// Deterministic random choices, seeded by a text, so that equal requests get equal answers.
import { createHash } from "node:crypto";

export interface Random {
  /** 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** An integer between two bounds, both inclusive. */
  between(least: number, most: number): number;
  /** Throws a RangeError on an empty list. */
  pick<T>(from: readonly T[]): T;
  isTrue(share: number): boolean;
}

export function randomOf(words: string): Random {
  let state = createHash("sha256").update(words).digest().readUInt32BE(0);
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    isTrue: (share) => next() < share,
    pick(from) {
      const chosen = from[between(0, from.length - 1)];
      if (chosen === undefined) throw new RangeError("nothing to choose from");
      return chosen;
    },
  };
}
