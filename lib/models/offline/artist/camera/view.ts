// What every part of a panel is drawn from: the picture, the size of the panel, its camera and its chance.

import type { Picture } from "../closed/storyboard.ts";
import type { Chance } from "../pen/chance.ts";
import type { Camera } from "./camera.ts";

export interface PanelView {
  picture: Picture;
  width: number;
  height: number;
  camera: Camera;
  seed: number;
  /** Differs with every take; what must stay the same in a scene takes its chance from the scene's id. */
  take: Chance;
}
