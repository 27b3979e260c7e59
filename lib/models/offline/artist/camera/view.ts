// The context that every part of a panel is drawn from: picture, panel size, camera and random source; and the result of composing it.

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
  /** Differs with every take. What must stay the same in a scene takes its random numbers from the scene's id. */
  take: Chance;
}

/** Where each figure stands, and the size of a metre there. */
export interface Composition {
  /** Farthest first. */
  standing: Standing[];
  /** Y of the ground nearest to the reader. */
  groundY: number;
  /** Units of a metre at the nearest figures. */
  metre: number;
}
