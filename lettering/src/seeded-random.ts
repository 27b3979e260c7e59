// Reproducible random numbers: Mulberry32, seeded with the FNV-1a hash of their purpose.
// https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 and http://www.isthe.com/chongo/tech/comp/fnv/

/** Numbers from 0 (included) to 1 (excluded). */
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
