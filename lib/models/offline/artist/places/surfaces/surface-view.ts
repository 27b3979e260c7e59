// What a surface is drawn from: the panel, the plane, and where the things of the close look touch it.
import type { Season } from "../../closed/staging.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Plane } from "./surface-plane.ts";

/** A thing that lies on the surface: the middle and the size of the box round it. */
export interface Lying {
  middle: Pt;
  wide: number;
  high: number;
}

export interface Under {
  width: number;
  height: number;
  plane: Plane;
  night: boolean;
  season: Season;
  spots: readonly Lying[];
  /** Where things touch it: the farthest foot and the nearest. */
  feet: { back: number; front: number };
}
