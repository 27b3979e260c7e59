// A thing where it is set down.
import type { Prop } from "../closed/staging.ts";

/** A thing and where it is set down, in units. */
export interface Spot {
  prop: Prop;
  /** The middle of its foot. */
  x: number;
  y: number;
  k: number;
  width: number;
  height: number;
}
