// What a composition decides: who stands where, and how large a metre is there.
import type { Standing } from "./standing.ts";

export interface Composition {
  /** Farthest first. */
  standing: Standing[];
  /** Y of the ground nearest to the reader. */
  groundY: number;
  /** Units of a metre at the nearest figures. */
  metre: number;
}
