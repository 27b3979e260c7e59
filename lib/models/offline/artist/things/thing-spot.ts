// A thing where it is set down.
import type { Prop } from "../closed/staging.ts";

/** A thing's size as drawn, and units in one of its own. */
export interface Box {
  k: number;
  width: number;
  height: number;
}

/** A thing and where it is set down, in units: the middle of its foot. */
export interface Spot extends Box {
  prop: Prop;
  x: number;
  y: number;
}
