// Numbers that look random and are the same every time: the hand's wobble of one balloon is always its own.

/** A generator of numbers in [0, 1) from a seed and a name (mulberry32 over FNV-1a). */
export function seeded(seed: number, name: string): () => number {
  let state = (seed ^ 0x811c9dc5) >>> 0;
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
