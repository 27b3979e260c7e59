// The wobble of a hand that letters: the same balloon has the same one every time.
import { fnv1a, mulberry32 } from "./seeded-random.ts";

/** Numbers from 0 to 1 from a page's seed and the name of what is lettered. */
export const wobble = (seed: number, name: string): (() => number) =>
  mulberry32(fnv1a(name, seed ^ 0x811c9dc5));
