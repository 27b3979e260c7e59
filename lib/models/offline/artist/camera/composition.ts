// The result of composing a panel: where each figure stands, and the size of a metre there.
import type { Standing } from "./standing.ts";

export interface Composition {
  /** Farthest first. */
  standing: Standing[];
  /** Y of the ground nearest to the reader. */
  groundY: number;
  /** Units of a metre at the nearest figures. */
  metre: number;
}
