// How far the camera may turn in a room: whoever stands near a wall must not come to stand in it.

import { measuresOf } from "../closed/measures.ts";
import type { PlaceKind } from "../closed/staging.ts";
import type { Camera } from "./camera.ts";
import type { Composition } from "./view.ts";

/** Metres from the middle of a place to the walls at its sides, and whether they give way in a wide panel. */
const WALLS = measuresOf<PlaceKind, { half?: number; gives?: true }>("places");

/** Metres that people keep from a wall. */
const CLEAR = 0.35;
/** Metres from the people to the wall behind them. */
const BEHIND = 3.2;

interface Turn {
  kind: PlaceKind;
  width: number;
  yaw: number;
}

/** The camera turned by `yaw` degrees, or by less where somebody would be in a wall. */
export function cameraInRoom(
  turned: (yaw: number) => Camera,
  { standing }: Composition,
  { kind, width, yaw }: Turn,
): Camera {
  const camera = turned(yaw);
  const { half: least, gives } = WALLS[kind];
  if (least === undefined || yaw === 0) return camera;
  const { cx, focal, distance } = camera;
  const half = gives ? Math.max(least, ((width * 0.5 * (distance + BEHIND)) / focal) * 0.82) : least;
  const isInside = (degrees: number) => {
    const r = (degrees * Math.PI) / 180;
    return standing.every(
      ({ x }) =>
        Math.abs((((x - cx) * distance) / focal) * Math.cos(r) + distance * Math.sin(r)) <= half - CLEAR,
    );
  };
  const less = [1, 0.6, 0.3].find((share) => isInside(yaw * share)) ?? 0;
  return less === 1 ? camera : turned(yaw * less);
}
