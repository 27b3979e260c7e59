// What every part of a panel is drawn from: the picture, the panel's size, its camera and its chance; and its composition.

import type { Picture } from "../closed/storyboard.ts";
import type { Chance } from "../pen/chance.ts";
import type { Camera } from "./camera.ts";
import type { Standing } from "./standing.ts";

export interface PanelView {
  picture: Picture;
  width: number;
  height: number;
  camera: Camera;
  seed: number;
  /** Differs with every take; what must stay the same in a scene takes its chance from the scene's id. */
  take: Chance;
}

/** Who stands where, and how large a metre is there. */
export interface Composition {
  /** Farthest first. */
  standing: Standing[];
  /** Y of the ground nearest to the reader. */
  groundY: number;
  /** Units of a metre at the nearest figures. */
  metre: number;
}
