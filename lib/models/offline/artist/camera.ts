// The camera of a panel: puts metres of the scene where the panel shows them, at the scale that its figures have.
import type { Angle } from "../../../manga/staging.ts";
import { clamp, type Pt } from "./curves.ts";

export interface Camera {
  /** Y of the horizon, X of the vanishing point, in units. */
  horizon: number;
  cx: number;
  /** Units of a metre at one metre. */
  focal: number;
  /** Height of the eye in metres. */
  eye: number;
  /** How far the figures stand, in metres. */
  distance: number;
  /** Where a point of the scene appears: metres right of the middle, above the ground, away from the eye. */
  see(x: number, y: number, z: number): Pt;
}

export interface CameraSpec {
  width: number;
  height: number;
  angle: Angle;
  /** Y of the ground that the nearest figures stand on, and units of a metre there. */
  groundY: number;
  metre: number;
  /** −1 … 1: how far the vanishing point lies off the middle. */
  pan: number;
}

export function cameraFor({ width, height, angle, groundY, metre, pan }: CameraSpec): Camera {
  const eyeHeight = { level: 1.5, tilted: 1.5, high: 3.4, low: 0.4 }[angle];
  const natural = groundY - eyeHeight * metre;
  const [low, high] = angle === "high" ? [-0.25, 0.3] : angle === "low" ? [0.62, 0.98] : [0.26, 0.72];
  const horizon = clamp(natural, low * height, high * height);
  const eye = Math.max(0.25, (groundY - horizon) / metre);
  const focal = 1.05 * Math.max(width * 0.75, height * 0.9);
  const cx = width * (0.5 + pan * 0.22);
  return {
    horizon,
    cx,
    focal,
    eye,
    distance: focal / metre,
    see(x, y, z) {
      const k = focal / Math.max(0.12, z);
      return [clamp(cx + x * k, -6000, 9000), clamp(horizon + (eye - y) * k, -6000, 9000)];
    },
  };
}
