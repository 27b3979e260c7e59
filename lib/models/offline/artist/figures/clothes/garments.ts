// What each garment does to sleeves and hems, and the seams and pleats that all cloth shares.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";
import { corner, mix, type Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Piece } from "./weaves.ts";

export type Top = CharacterDesign["clothes"]["top"];

export interface TopCut {
  /** Sleeve width against the arm's, at shoulder, elbow and cuff. */
  sleeve: readonly [number, number, number];
  /** Where the sleeve ends on the forearm, 0 elbow … 1 wrist. */
  cuff: number;
  ease: number;
  /** How far the garment hangs over the legs: 0 not, 1 knees, 2 ankles. */
  hem: number;
  hanging: boolean;
  /** How far down the neck its collar stands, 0 under the ear … 1 at the shoulders; absent: it has none there. */
  collar?: number;
}

const CUTS: Readonly<Record<Top, TopCut>> = measuresOf("cuts");

export const cutOf = (top: Top): TopCut => CUTS[top];

/** Ink that shows on a paint. */
export const inkOn = (paint: Paint): "black" | "white" => (paint === "black" ? "white" : "black");

export function seam(pen: Pen, paint: Paint, points: readonly Pt[], weight = 0.55): void {
  if (inkOn(paint) === "white") pen.scratch(points, weight * 1.1);
  else pen.line(points, weight);
}

/** Pleats and folds of cloth that hangs from the waist: a line each, and the shade that every other one throws. */
export function drawDrape(
  pen: Pen,
  paint: Paint,
  from: readonly [Pt, Pt],
  to: readonly [Pt, Pt],
  folds: number,
): void {
  const bow = (to[1][0] - to[0][0] - (from[1][0] - from[0][0])) * 0.04;
  const place = (t: number, k: number): Pt => {
    const [x, y] = mix(mix(from[0], from[1], t), mix(to[0], to[1], t), k);
    return [x + (t - 0.5) * bow * Math.sin(k * Math.PI) * 4, y];
  };
  for (let i = 1; i < folds; i++) {
    const t = i / folds;
    const high = i % 2 ? 0.3 : 0.12;
    if (paint !== "black" && i % 2 === 0)
      pen.fill(
        [
          corner(place(t, 0.3)),
          place(t + 0.16 / folds, 0.7),
          corner(place(t + 0.5 / folds, 1.1)),
          corner(place(t, 1.1)),
        ],
        shadeOn(paint),
      );
    seam(pen, paint, [place(t, high), place(t, 0.62), place(t, 1.04)], i % 2 ? 0.5 : 0.65);
  }
}

/** Cloth that hangs between the two ends of a waist and of a hem, as a piece to be patterned. */
export function hanging(waist: readonly [Pt, Pt], ends: readonly [Pt, Pt]): Piece {
  const at = (u: number, v: number): Pt =>
    mix(mix(waist[0], waist[1], (u + 1) / 2), mix(ends[0], ends[1], (u + 1) / 2), v);
  const [top, low] = [at(0, 0), at(0, 1)];
  return {
    at,
    half: Math.hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]) / 2 || 1,
    long: Math.hypot(low[0] - top[0], low[1] - top[1]) || 1,
  };
}

/** The same cloth where the light does not reach. */
export function shadeOn(paint: Paint): Paint {
  if (paint === "white") return { tone: 0.15 };
  if (typeof paint === "object" && "tone" in paint && typeof paint.tone === "number")
    return { tone: Math.min(0.92, Math.round((paint.tone + (paint.tone > 0.5 ? 0.15 : 0.18)) * 100) / 100) };
  return paint;
}
