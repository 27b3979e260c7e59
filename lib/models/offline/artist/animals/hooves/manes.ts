// Manes and tails of animals on hooves.

import type { Paint } from "../../../../../manga/drawing.ts";
import { corner, mix, type Pt, placed, pts } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Hide } from "./hides.ts";
import { inked, trunkOf } from "./hoof-body.ts";
import type { HoofedRig } from "./hoof-rig.ts";

/** Long hair is darker than the hide; of a white horse it is white as well, and of a black one it shines. */
export const maneOf = (paint: Paint): Paint =>
  paint === "white" ? "white" : paint === "black" ? { tone: 0.72 } : "black";

/** Locks that hang from the crest on the near side, each with an end of its own. */
export function drawMane(p: Pen, { build, paint, look }: Hide, rig: HoofedRig): void {
  if (build.species !== "horse" && build.species !== "donkey") return;
  const { crest } = trunkOf(build, rig);
  const hair = maneOf(paint);
  const short = build.species === "donkey";
  const long = build.neck.root * (short ? 0.16 : 0.98 + (look % 5) * 0.06);
  const a = (rig.neck * Math.PI) / 180;
  // Hair falls, but on the crest it still stands off the neck.
  const fall = (t: number): Pt => [Math.sin(a) * 0.5 - 0.18 + t * 0.1, 0.86];
  const along = (t: number): Pt => {
    const at = t * (crest.length - 1);
    const i = Math.min(crest.length - 2, Math.floor(at));
    return mix(crest[i] ?? [0, 0], crest[i + 1] ?? [0, 0], at - i);
  };
  const n = short ? 10 : 6;
  const edge: Pt[] = [];
  for (let k = 0; k < n; k += 1) {
    const [t0, t1] = [0.06 + (k / n) * 0.94, 0.06 + ((k + 1) / n) * 0.94];
    const [x, y] = along((t0 + t1) / 2);
    const [fx, fy] = fall(t0);
    const tip = long * (0.8 + ((k * 7 + look) % 5) * 0.1);
    edge.push([x + fx * tip * 0.6 - 6, y + fy * tip * 0.62], corner([x + fx * tip - 10, y + fy * tip]));
    const [x1, y1] = along(t1);
    edge.push(corner([x1 + fx * tip * 0.5, y1 + fy * tip * 0.56]));
  }
  const over = Array.from({ length: 9 }, (_, k): Pt => {
    const [x, y] = along(0.1 + (0.9 * (8 - k)) / 8);
    return [x - Math.sin(a) * (short ? 14 : 9), y - Math.cos(a) * (short ? 14 : 9)];
  });
  p.shape([corner(along(0.1)), ...edge, corner(along(1)), ...over], hair, 0.8);
  if (short) return;
  for (let k = 0; k < n; k += 1) {
    const [x, y] = along(0.2 + (k / n) * 0.8);
    const [fx, fy] = fall(k / n);
    const strand: Pt[] = [
      [x, y + 4],
      [x + fx * long * 0.3, y + fy * long * 0.34],
      [x + fx * long * 0.5 - 4, y + fy * long * 0.62],
    ];
    if (hair === "black") p.scratch(strand, 0.55);
    else p.line(strand, 0.55);
  }
}

const SWITCH = pts(
  "2,-10 -22,-2 -46,34 -58,92 -50,150 -66,214 -60,270! -40,246 -34,290! -12,240 6,262! 18,196 8,132 14,70 18,20 16,0",
);
const FLOWN = pts(
  "0,-10 -40,-16 -92,4 -150,10 -204,44 -262,44! -232,60 -250,84! -206,78 -190,104! -150,72 -96,60 -40,46 4,16",
);
const TUFTED = pts(
  "6,-6 -8,0 -16,40 -18,110 -14,170 -26,214 -20,252! -8,240 2,254! 8,210 -2,170 -4,110 -2,44 8,8",
);

export function drawTailOf(p: Pen, hide: Hide, rig: HoofedRig): void {
  const { build, paint } = hide;
  const { species, length, croup, flank, rump } = build;
  const [x, y] = [-length / 2 - rump * 0.84, -croup + flank * 0.12];
  const [a, b, c, d, e, f] = rig.trunk;
  const root: Pt = [a * x + c * y + e, b * x + d * y + f];
  const k = build.withers / 560;
  const hair = species === "cow" ? "black" : maneOf(paint);
  if (species === "horse") {
    const flown = rig.tail > 40;
    const q = p.at(placed(root[0], root[1], flown ? 0 : rig.tail, k));
    q.shape(flown ? FLOWN : SWITCH, hair, 0.9);
    for (const line of flown
      ? [pts("-30,6 -100,22 -180,52"), pts("-40,24 -110,42 -190,74"), pts("-60,-2 -130,14 -200,40")]
      : [pts("-6,20 -22,90 -18,170"), pts("-18,30 -32,100 -26,190 -34,230"), pts("2,40 -8,110 -4,200")])
      if (hair === "black") q.scratch(line, 0.7);
      else q.line(line, 0.6);
    return;
  }
  if (species === "cow" || species === "donkey") {
    const q = p.at(placed(root[0], root[1], rig.tail * 0.8, species === "cow" ? 0.98 : 0.86 * k * 1.3));
    q.shape(TUFTED, paint === "black" ? { tone: 0.8 } : paint, 0.9);
    q.shape(pts("-18,160 -10,168 -4,160 8,206 2,254! -8,240 -20,252! -28,212"), hair, 0.7);
    return;
  }
  if (species === "pig") {
    const q = p.at(placed(root[0], root[1], 0, 1));
    inked(q, { paint: "white" }, pts("4,10 -18,2 -26,-14 -12,-22 -4,-8 -20,4 -36,-4"), 1.6, "end");
    return;
  }
  const q = p.at(placed(root[0], root[1], species === "goat" ? 60 : species === "deer" ? 16 : 0, k * 1.7));
  const tuft = pts("10,-10 -10,-12 -22,4 -26,30 -16,42! -10,30 0,24 12,14");
  q.shape(tuft, species === "deer" ? "white" : paint, 0.9);
  if (species === "deer")
    q.fill(pts("8,-10 -10,-12 -22,4 -24,22 -14,10 2,2"), paint === "white" ? { tone: 0.3 } : paint);
  else q.line(pts("-2,-2 -14,12 -16,28"), 0.5);
}
