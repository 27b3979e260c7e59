// The perspective camera of a panel: projects metres of the scene to units of the panel, at the scale of the figures.

import type { Angle } from "../closed/staging.ts";
import { hashOf } from "../pen/chance.ts";
import { clamp, compose, type Matrix, type Pt, placed } from "../pen/curves.ts";
import type { Size } from "./word-room.ts";

export interface Camera {
  /** Y of the horizon and x of the vanishing point, in units. */
  horizon: number;
  cx: number;
  /** Focal length: units of a metre at a distance of one metre. */
  focal: number;
  /** Eye height in metres. */
  eye: number;
  /** Distance of the figures in metres. */
  distance: number;
  /** Projects a point of the scene, in metres: right of the middle, above the ground, away from the eye. */
  see(x: number, y: number, z: number): Pt;
  /** Projects a flat shape, clipped at the near plane; empty if all of it is behind that plane. */
  outline(corners: readonly Vec3[]): Pt[];
  /** Projects a straight line, clipped at the near plane; null if all of it is behind that plane. */
  segment(a: Vec3, b: Vec3): [Pt, Pt] | null;
}

/** A point of the scene in metres: right, up, away from the eye. */
export type Vec3 = readonly [x: number, y: number, z: number];

export interface CameraSpec {
  width: number;
  height: number;
  angle: Angle;
  /** Y of the ground under the nearest figures, and units of a metre there. */
  groundY: number;
  metre: number;
  /** −1 … 1: offset of the vanishing point from the middle. */
  pan: number;
  /** The picture shows nobody: its subject is the place and its sky. */
  bare?: boolean;
  /** Y of the horizon, if it differs from that of a level gaze. */
  horizon?: number;
  /** Yaw of the camera to the right of the scene's axis, in degrees. */
  yaw: number;
}

/** Roll of the camera in degrees. Less in long panels, whose ends would otherwise leave the panel. */
export function rollOf(angle: Angle, seed: number, { width, height }: Size): number {
  if (angle !== "tilted") return 0;
  const degrees = clamp((14 * Math.min(width, height)) / Math.max(width, height), 5, 9);
  return hashOf(seed, "tilt") % 2 ? degrees : -degrees;
}

/** A rotation by so many degrees about the middle of the panel. */
export function rolled(degrees: number, { width, height }: Size, scale = 1): Matrix {
  return compose(placed(width / 2, height / 2, degrees, scale), placed(-width / 2, -height / 2));
}

/** The scale that a rotated picture needs to cover its panel. */
export function covering(degrees: number, { width, height }: Size): number {
  const turn = (Math.abs(degrees) * Math.PI) / 180;
  return Math.cos(turn) + Math.sin(turn) * Math.max(width / height, height / width);
}

/** Distance of the near plane in metres. */
const NEAREST = 0.2;

/** Units of a metre at a distance of one metre. */
export const focalOf = ({ width, height }: Size): number => 1.05 * Math.max(width * 0.75, height * 0.9);

type Ground = Pick<CameraSpec, "height" | "angle" | "groundY" | "metre" | "bare">;

/** Y of the horizon for a level gaze. */
export function horizonOf({ height, angle, groundY, metre, bare }: Ground): number {
  const eyeHeight = { level: 1.4, tilted: 1.4, high: 2.7, low: 0.35 }[angle];
  const natural = groundY - eyeHeight * metre;
  const [low, high] =
    angle === "high" ? [bare ? 0.26 : 0.1, 0.34] : angle === "low" ? [0.62, 0.98] : [0.26, 0.72];
  return clamp(natural, low * height, high * height);
}

export function cameraFor(spec: CameraSpec): Camera {
  const { width, groundY, metre, pan, yaw } = spec;
  const horizon = spec.horizon ?? horizonOf(spec);
  const eye = Math.max(0.25, (groundY - horizon) / metre);
  const focal = focalOf(spec);
  const cx = width * (0.5 + pan * 0.22);
  const cos = Math.cos((yaw * Math.PI) / 180);
  const sin = Math.sin((yaw * Math.PI) / 180);
  const turned = ([x, y, z]: Vec3): Vec3 => [x * cos - z * sin, y, x * sin + z * cos];
  const shown = ([x, y, z]: Vec3): Pt => {
    const k = focal / Math.max(0.12, z);
    return [clamp(cx + x * k, -6000, 9000), clamp(horizon + (eye - y) * k, -6000, 9000)];
  };
  return {
    horizon,
    cx,
    focal,
    eye,
    distance: focal / metre,
    see: (x, y, z) => shown(turned([x, y, z])),
    outline(corners) {
      const points = corners.map(turned);
      return points.flatMap((p, i): Pt[] => {
        const before = points.at(i - 1);
        const out: Pt[] = [];
        if (before && p[2] < NEAREST !== before[2] < NEAREST) out.push(shown(cut(before, p)));
        if (p[2] >= NEAREST) out.push(shown(p));
        return out;
      });
    },
    segment(a, b) {
      const [p, q] = [turned(a), turned(b)];
      if (p[2] < NEAREST && q[2] < NEAREST) return null;
      return [shown(p[2] < NEAREST ? cut(p, q) : p), shown(q[2] < NEAREST ? cut(p, q) : q)];
    },
  };
}

/** The point where a line crosses the near plane. */
function cut(a: Vec3, b: Vec3): Vec3 {
  const t = (NEAREST - a[2]) / (b[2] - a[2]);
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, NEAREST];
}
