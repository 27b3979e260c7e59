// A clock in the open, where no wall is for it: on a post, as parks, squares and stations have them.

import type { Composition } from "../camera/composition.ts";
import type { PanelView } from "../camera/view.ts";
import { ellipse, type Pt, placed, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "./parts.ts";

/** Metres from the ground to its top. */
const TALL = 3.3;

/** Stands on the ground at `x`, behind the people, and is never so tall that its face would be cut off. */
export function drawPostClock(
  paper: Pen,
  { camera, height }: PanelView,
  { groundY }: Composition,
  x: number,
): Pt[] {
  const z = camera.distance * 1.25 + 0.6;
  const y = Math.min(camera.see(0, 0, z)[1], groundY);
  const k = Math.min(camera.focal / z, (y - height * 0.05) / TALL);
  const pen = paper.withNib(Math.max(1.6, Math.min(3, height / 240)));
  pen.fill(ellipse(x, y, k * 0.5, k * 0.07, 10), { veil: 0.35 });
  pen.haloed(pen.nib * 0.5, (p) => drawPart(p.at(placed(x, y, 0, k / 100)), "standing/post-clock"));
  const corners: Pt[] = through([x - k * 0.4, y - TALL * k], [x + k * 0.4, y - k * (TALL - 0.8)]);
  paper.name("clock", corners);
  return corners;
}
