// Random numbers for a hand-drawn line: the same balloon always gets the same ones.
import { fnv1a, mulberry32 } from "./seeded-random.ts";

/** Numbers from 0 (included) to 1 (excluded), from a page's seed and the name of the lettered item. */
export const wobble = (seed: number, name: string): (() => number) =>
  mulberry32(fnv1a(name, seed ^ 0x811c9dc5));
