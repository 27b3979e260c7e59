// The trunk of a garment, front or back: its folds, and what it shows.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { corner, type Pt, rowsOf } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Skeleton } from "../body/skeleton.ts";
import type { Torso } from "../figure-job.ts";
import { paintOf } from "../hair/hair-ink.ts";
import { isEastern } from "./eastern-armour.ts";
import { fold, lightWay } from "./folds.ts";
import { sailorFlap } from "./front-parts.ts";
import { FRONTS } from "./fronts.ts";
import { cutOf, seam, shadeOn } from "./garments.ts";
import { paletteOf } from "./palette.ts";
import { drawWeave, weaveOf } from "./weaves.ts";

/** What the front (or the back) of a garment shows: collars, plackets, buttons, folds. */
export function drawFront(pen: Pen, design: CharacterDesign, body: Skeleton, torso: Torso): void {
  const paint = paintOf(design.clothes.topFill);
  const { at, middle: c } = torso;
  const colours = paletteOf(design);
  const { ease, hanging } = cutOf(design.clothes.top);
  const half = Math.max(30, body.measures.shoulders * Math.max(0.5, Math.cos((body.yaw * Math.PI) / 180)));
  pen.inside(torso.outline(ease), (p) => {
    if (hanging) drawWrapFolds(p, paint, torso);
    else drawFolds(p, paint, torso, body);
    drawWeave(p, weaveOf(design, "top"), paint, { at, half, long: body.measures.torso });
  });
  if (body.yaw > 110) {
    if (design.clothes.top === "sailor") sailorFlap(pen.of(colours.accent), torso);
    seam(pen, paint, [at(-0.5, 0.25), at(-0.42, 0.5)], 0.5);
    return;
  }
  const w = 0.5 * Math.max(0.35, Math.cos((body.yaw * Math.PI) / 180));
  const detail = FRONTS[design.clothes.top];
  pen.inside(torso.outline(cutOf(design.clothes.top).ease + 1), (p) =>
    detail({
      ...{ pen: p, paint, at, c, w, colours },
      grown: design.age === "adult" || design.age === "elder",
      eastern: isEastern(design),
    }),
  );
}

/** Wide cloth that is tied hangs straight from the shoulders and gathers at the sash. */
function drawWrapFolds(pen: Pen, paint: Paint, { at }: Torso): void {
  const dark = lightWay(pen)[0] > 0 ? 1 : -1;
  if (paint === "black")
    for (const s of [-1, 1]) pen.scratch([at(s * 0.86, 0.2), at(s * 0.76, 0.42), at(s * 0.6, 0.62)], 0.6);
  else
    pen.fill(
      [
        corner(at(dark * 1.6, 0.05)),
        corner(at(dark * 0.92, 0.08)),
        at(dark * 0.78, 0.3),
        corner(at(dark * 0.5, 0.64)),
        corner(at(dark * 0.62, 1.3)),
        corner(at(dark * 1.6, 1.4)),
      ],
      shadeOn(paint),
    );
  for (const [u, v, to] of rowsOf([0.92, 0.34, 0.62], [0.74, 0.42, 0.46], [0.96, 0.5, 0.8]))
    for (const s of [-1, 1])
      fold(pen, paint, [at(s * to, 0.64), at(s * (to + u) * 0.5, 0.54), at(s * u, v)], 0.5);
}

/** Shade down the side away from the light, and folds that pull from the armpits and gather at the waist. */
function drawFolds(pen: Pen, paint: Paint, { at }: Torso, body: Skeleton): void {
  const dark = lightWay(pen)[0] > 0 ? 1 : -1;
  if (paint === "black") {
    const lit = -dark;
    pen.scratch([at(lit * 0.8, 0.2), at(lit * 0.72, 0.42), at(lit * 0.8, 0.58)], 0.7);
    pen.scratch([at(lit * 0.78, 0.78), at(lit * 0.86, 1)], 0.6);
  } else {
    const edge = SHADE_EDGE.map(([u, v, bite]): Pt => (bite ? corner(at(dark * u, v)) : at(dark * u, v)));
    pen.fill([corner(at(dark * 1.6, 0.08)), ...edge, corner(at(dark * 1.6, 1.4))], shadeOn(paint));
  }
  for (const s of [-1, 1] as const) {
    const arm = s < 0 === body.yaw < 110 ? body.arms.near : body.arms.far;
    const raised = arm.elbow.p[1] < arm.shoulder.p[1] + 30;
    if (raised) {
      fold(pen, paint, [at(s * 1, 0.36), at(s * 0.82, 0.5), at(s * 0.78, 0.72)], 1);
      fold(pen, paint, [at(s * 0.92, 0.34), at(s * 0.62, 0.44), at(s * 0.42, 0.62)], 0.5);
    } else {
      fold(pen, paint, [at(s * 1.02, 0.31), at(s * 0.8, 0.38), at(s * 0.58, 0.38)], 0.95);
    }
    // Cloth gathers where the hip comes up to the ribs, and hangs smooth on the other side.
    const pressed = body.hip * s < -1 || (body.arch * s < -4 && body.yaw > 20);
    fold(pen, paint, [at(s * 1.08, 0.7), at(s * 0.8, 0.76), at(s * (pressed ? 0.42 : 0.62), 0.75)], 0.9);
    if (pressed) fold(pen, paint, [at(s * 1.08, 0.61), at(s * 0.84, 0.65), at(s * 0.62, 0.63)], 0.45);
  }
}

/** Where the shade of the trunk ends, from the shoulder down on the dark side; folds bite into it. */
const SHADE_EDGE: readonly (readonly [u: number, v: number, bite?: "bite"])[] = [
  [0.97, 0.1],
  [0.74, 0.3],
  [0.42, 0.37, "bite"],
  [0.68, 0.42],
  [0.62, 0.6],
  [0.3, 0.69, "bite"],
  [0.62, 0.73],
  [0.72, 0.84],
  [0.5, 0.97, "bite"],
  [0.8, 1.02],
  [0.92, 1.3],
];
