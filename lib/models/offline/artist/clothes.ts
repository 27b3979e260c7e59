// The trunk of a garment, front or back: its folds, and what it shows.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Paint } from "../../../manga/drawing.ts";
import { lerp } from "./curves.ts";
import { sailorFlap } from "./front-parts.ts";
import { FRONTS } from "./fronts.ts";
import { cutOf, seam } from "./garments.ts";
import { paintOf } from "./hair-ink.ts";
import { paletteOf } from "./palette.ts";
import type { Pen } from "./pen.ts";
import type { Skeleton } from "./skeleton.ts";
import type { Torso } from "./torso.ts";

/** What the front (or the back) of a garment shows: collars, plackets, buttons, folds. */
export function drawFront(pen: Pen, design: CharacterDesign, body: Skeleton, torso: Torso): void {
  const paint = paintOf(design.clothes.topFill);
  const { at, middle: c } = torso;
  const colours = paletteOf(design);
  pen.inside(torso.outline(cutOf(design.clothes.top).ease), (p) => drawFolds(p, paint, torso));
  if (body.yaw > 110) {
    if (design.clothes.top === "sailor") sailorFlap(pen.of(colours.accent), torso);
    seam(pen, paint, [at(-0.5, 0.25), at(-0.42, 0.5)], 0.5);
    return;
  }
  const w = 0.5 * Math.max(0.35, Math.cos((body.yaw * Math.PI) / 180));
  const detail = FRONTS[design.clothes.top];
  pen.inside(torso.outline(cutOf(design.clothes.top).ease + 1), (p) =>
    detail({ pen: p, paint, at, c, w, colours }),
  );
}

function drawFolds(pen: Pen, paint: Paint, { at, middle }: Torso): void {
  const far = middle > 1 ? 0.2 : middle;
  seam(pen, paint, [at(-1.05, 0.3), at(-0.7, 0.36), at(-0.46, 0.34)], 0.5);
  seam(pen, paint, [at(-1.1, 0.74), at(-0.6, 0.8), at(-0.2, 0.78)], 0.5);
  seam(pen, paint, [at(-1.08, 0.84), at(-0.66, 0.92)], 0.45);
  seam(pen, paint, [at(1.1, 0.7), at(lerp(far, 1, 0.6), 0.78), at(lerp(far, 1, 0.3), 0.8)], 0.45);
  seam(pen, paint, [at(1.02, 0.3), at(0.84, 0.42)], 0.45);
  if (paint === "white") {
    pen.fill([at(-1.2, 0.3), at(-0.82, 0.42), at(-0.66, 0.7), at(-0.8, 1.1), at(-1.4, 1.1)], { tone: 0.14 });
  }
}
