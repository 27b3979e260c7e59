// The context that every part of a panel is drawn from: picture, panel size, camera and random source.

import type { Picture } from "../closed/storyboard.ts";
import type { Chance } from "../pen/chance.ts";
import type { Camera } from "./camera.ts";

export interface PanelView {
  picture: Picture;
  width: number;
  height: number;
  camera: Camera;
  seed: number;
  /** Differs with every take. What must stay the same in a scene takes its random numbers from the scene's id. */
  take: Chance;
}
