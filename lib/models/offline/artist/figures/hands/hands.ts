// Hands that read at the size of a panel, as `assets/parts/hands` draws them: digits behind a palm, a thumb before it.
// Hand space: the wrist is (0, 0), fingers point along x, the thumb is up; a hand is 60 long.
import { type Pt, placed } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { onwards } from "../body/limbs.ts";

export type HandShape = "relaxed" | "fist" | "open" | "point" | "flat" | "grip" | "pinch" | "cup";

/** How far along the hand its middle, or what it grips, lies. */
const REACH: Readonly<Record<HandShape, number>> = {
  relaxed: 30,
  fist: 22,
  open: 34,
  point: 34,
  flat: 34,
  grip: 30,
  pinch: 48,
  cup: 34,
};

export interface HandSpec {
  wrist: Pt;
  elbow: Pt;
  length: number;
  shape: HandShape;
  /** 1: thumb on the left of the way it points, −1: on the right. */
  thumb: 1 | -1;
}

/** Where a hand holds what it holds. */
export const gripOf = ({ wrist, elbow, length, shape }: Omit<HandSpec, "thumb">): Pt =>
  onwards(elbow, wrist, (REACH[shape] * length) / 60);

/** Draws a hand and returns the middle of its grip. */
export function drawHand(pen: Pen, spec: HandSpec): Pt {
  const { wrist, elbow, length, shape, thumb } = spec;
  const degrees = (Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]) * 180) / Math.PI;
  const k = length / 60;
  const p = pen.at(placed(wrist[0], wrist[1], degrees, k, k * thumb));
  drawPart(p, `hands/${shape}`, { is: [p.scale > 0.28 ? "large" : "small"] });
  return gripOf(spec);
}
