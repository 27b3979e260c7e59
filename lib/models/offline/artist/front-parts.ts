// The parts that fronts are made of: rows of buttons, open necks, lapels, wraps and the flap of a sailor's collar.
import type { Paint } from "../../../manga/drawing.ts";
import { corner, sharp } from "./curves.ts";
import { inkOn, seam } from "./garments.ts";
import { MATERIALS } from "./materials.ts";
import type { Palette } from "./palette.ts";
import type { Pen } from "./pen.ts";
import type { Torso } from "./torso.ts";

export interface Front {
  pen: Pen;
  paint: Paint;
  colours: Palette;
  at: Torso["at"];
  /** The middle of the front and half the width of a collar, as `u`. */
  c: number;
  w: number;
}

export function buttons({ pen, paint, at, c }: Front, n: number, from: number): void {
  for (let i = 0; i < n; i++) {
    const [x, y] = at(c, from + (i * (0.94 - from)) / n);
    const r = 3.4;
    pen.fill(
      [
        [x - r, y],
        [x, y - r],
        [x + r, y],
        [x, y + r],
      ],
      inkOn(paint),
    );
  }
}

export function neckline({ pen, at, c, w, colours }: Front, depth: number): void {
  pen
    .of(colours.skin)
    .shape(
      [at(c - w * 0.8, -0.06), at(c - w * 0.7, 0), at(c, depth), at(c + w * 0.7, 0), at(c + w * 0.8, -0.06)],
      "white",
      0.7,
    );
}

export function lapels(front: Front, depth: number, shirt: Paint, tie: boolean): void {
  const { pen, paint, at, c, w, colours } = front;
  const under = pen.of(tie ? MATERIALS.plain : colours.accent);
  under.shape([at(c - w * 0.9, -0.06), corner(at(c, depth)), at(c + w * 0.9, -0.06)], shirt, 0.6);
  if (tie) {
    pen
      .of(colours.accent)
      .shape(
        sharp([
          at(c - w * 0.18, 0.03),
          at(c + w * 0.18, 0.03),
          at(c + w * 0.12, 0.09),
          at(c + w * 0.26, depth * 0.8),
          at(c, depth),
          at(c - w * 0.26, depth * 0.8),
          at(c - w * 0.12, 0.09),
        ]),
        "black",
        0.5,
      );
  }
  for (const s of [-1, 1]) {
    pen.shape(
      sharp([
        at(c + s * w * 0.85, -0.06),
        at(c + s * w * 1.55, 0.1),
        at(c + s * w * 1.2, 0.16),
        at(c + s * w * 1.35, 0.2),
        at(c, depth + 0.02),
        at(c + s * w * 0.3, depth * 0.6),
      ]),
      paint,
      0.7,
    );
    if (paint === "black")
      pen.stroke(
        [at(c + s * w * 0.85, -0.04), at(c + s * w * 1.5, 0.1), at(c + s * w * 1.2, 0.16), at(c, depth)],
        "white",
        0.5,
      );
  }
  seam(pen, paint, [at(c, depth), at(c, 1.05)], 0.7);
}

export function wrapped(front: Front, sash: Paint): void {
  const { paint, at, c, w, colours } = front;
  const pen = front.pen.of(MATERIALS.plain);
  pen.of(colours.skin).fill([at(c - w * 0.8, -0.06), at(c - w * 0.1, 0.22), at(c + w * 0.8, -0.06)], "white");
  for (const s of [1, -1]) {
    const band = sharp([
      at(c + s * w * 0.75, -0.08),
      at(c + s * w * 1.15, -0.05),
      at(c - s * w * 0.75, 0.66),
      at(c - s * w * 1.15, 0.6),
    ]);
    pen.shape(band, paint === "white" ? { tone: 0.2 } : "white", 0.65);
  }
  pen
    .of(colours.accent)
    .shape(sharp([at(-1.3, 0.64), at(1.3, 0.64), at(1.3, 0.86), at(-1.3, 0.86)]), sash, 0.8);
  seam(pen, sash, [at(-1.2, 0.72), at(0, 0.75), at(1.2, 0.72)], 0.45);
}

export function sailorFlap(pen: Pen, { at }: Torso): void {
  const flap = sharp([at(-0.62, -0.04), at(0.62, -0.04), at(0.7, 0.3), at(-0.7, 0.3)]);
  pen.shape(flap, { tone: 0.62 }, 0.7);
  pen.stroke([at(-0.6, 0.25), at(0.6, 0.25)], "white", 0.6);
}
