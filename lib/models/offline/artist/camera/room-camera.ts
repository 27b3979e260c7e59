// Limits the yaw of the camera in a room, so that nobody near a wall appears inside it.

import { measuresOf } from "../closed/measures.ts";
import type { PlaceKind } from "../closed/staging.ts";
import type { Camera } from "./camera.ts";
import type { Composition } from "./view.ts";

/** Distance in metres from the middle of a place to its side walls, and whether they move outwards in a wide panel. */
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

/** The camera turned by `yaw` degrees, or by fewer if somebody would be inside a wall. */
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
