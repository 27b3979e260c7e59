// Loose hair of whoever lies and is seen from above: it has fallen away from the face and lies spread round the head.

import { chance } from "../../pen/chance.ts";
import { corner, lerp, type Pt, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Rig } from "../head/head-rig.ts";
import { drawBackHair, drawExtra } from "./back-hair.ts";
import { type Hair, paintOf, strand } from "./hair-ink.ts";

/** Degrees, clockwise from the right, between which locks lie to a side of the head: from the crown to below the ear. */
const SIDES = through([230, 142], [310, 398]);

export function drawFallenHair(pen: Pen, rig: Rig, hair: Hair): void {
  const { back, extra } = hair.cut;
  if (!back) {
    drawBackHair(pen, rig, hair);
    return;
  }
  if (extra) drawExtra(pen, rig, hair, extra);
  const long = Math.min(back.length, 130);
  for (const side of SIDES) drawFan(pen, rig, hair, { side, long });
}

/** The locks on one side: each is longer than the one before it, and bends down along the pillow. */
function drawFan(
  pen: Pen,
  { skull: [cx] }: Rig,
  hair: Hair,
  { side: [from, to], long }: { side: (typeof SIDES)[number]; long: number },
): void {
  const rng = chance(hair.seed ^ from);
  const n = Math.round(lerp(4, 6, long / 130));
  const down = Math.sign(to - from);
  const at = (degrees: number, radius: number): Pt => {
    const r = (degrees * Math.PI) / 180;
    return [cx + Math.cos(r) * radius, -4 + Math.sin(r) * radius * 0.96];
  };
  const outline: Pt[] = [at(from, 40), at(from, 49)];
  const strands: Pt[][] = [];
  for (let i = 0; i < n; i++) {
    const root = lerp(from, to, i / n);
    const next = lerp(from, to, (i + 1) / n);
    const far = 56 + long * lerp(0.2, 0.7, (i + 1) / n) * rng.between(0.88, 1.1);
    const tip = next + down * rng.between(8, 16);
    outline.push(at(lerp(root, next, 0.3), lerp(52, far, 0.5)));
    outline.push(at(lerp(root, tip, 0.72), lerp(52, far, 0.86)), corner(at(tip, far)));
    if (i < n - 1) outline.push(corner(at(lerp(next, tip, 0.4), lerp(54, far, 0.62))));
    strands.push([
      at(root + down * 4, 46),
      at(lerp(root, tip, 0.5), lerp(50, far, 0.55)),
      at(tip - down * 3, far * 0.93),
    ]);
    strands.push([at(next - down * 4, 47), at(lerp(next, tip, 0.3), lerp(50, far, 0.45))]);
  }
  outline.push(at(to + down * 4, 50), [cx, 34]);
  pen.shape(outline, paintOf(hair.fill));
  pen.inside(outline, (p) => {
    for (const [i, line] of strands.entries()) strand(p, hair, line, i % 2 ? 0.35 : 0.6);
  });
}
