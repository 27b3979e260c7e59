// A pupil's desk, a box on pipes: what lies on a table in a classroom lies on one.
import { pts, rect, sharp } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { sizeOf } from "./props.ts";

/** In the table's own space, and named as it is, since it stands for it. */
export function drawSchoolDesk(pen: Pen): void {
  const paper = pen.of(MATERIALS.wood);
  const steel = paper.of(MATERIALS.slate);
  for (const x of [-50, 92]) steel.shape(rect(x, -40, 6, 104), { tone: 0.5 }, 0.7);
  paper.shape(rect(-84, -36, 160, 36), { tone: 0.4 });
  paper.shape(rect(-74, -28, 140, 20), { tone: 0.86 }, 0.7);
  paper.shape(sharp(pts("76,-36 104,-76 104,-44 76,0")), { tone: 0.6 }, 0.8);
  paper.shape(sharp(pts("-95,-50 85,-50 115,-96 -55,-96")), "white");
  for (const y of [-62, -82]) paper.line(sharp(pts(`${-92 - y * 0.5},${y} ${30 - y * 0.6},${y}`)), 0.45);
  paper.shape(rect(-95, -50, 180, 14), { tone: 0.24 });
  for (const x of [-86, 70]) {
    steel.shape(rect(x, 0, 8, 96), { tone: 0.5 }, 0.8);
    steel.shape(rect(x - 5, 92, 18, 8), "black", 0.6);
  }
  steel.line(sharp(pts("-78,62 70,62")), 1.4, "none");
  steel.line(pts("84,-24 94,-20 92,-12 84,-14"), 1.2, "none");
  const [left, high, right, low] = sizeOf("table").extent;
  pen.name("table", rect(left, high, right - left, low - high));
}
