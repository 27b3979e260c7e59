// Chance that a seed decides: the same seed gives the same page.

/** Numbers in [0, 1) from a seed and what it is used for (mulberry32 over an FNV-1a hash of the names). */
export function chance(...names: (number | string)[]): () => number {
  let state = 0x811c9dc5;
  for (const letter of names.join("/")) {
    state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number between two, from a source of chance. */
export function between(random: () => number, low: number, high: number): number {
  return low + (high - low) * random();
}
