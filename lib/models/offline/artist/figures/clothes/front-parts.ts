// The parts that fronts are made of: rows of buttons, open necks, lapels, wraps and the flap of a sailor's collar.

import type { Paint } from "../../../../../manga/drawing.ts";
import { corner, ellipse, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Torso } from "../figure-job.ts";
import { lightWay } from "./folds.ts";
import { inkOn, seam } from "./garments.ts";
import type { Palette } from "./palette.ts";

export interface Front {
  pen: Pen;
  paint: Paint;
  colours: Palette;
  at: Torso["at"];
  /** The middle of the front and half the width of a collar, as `u`. */
  c: number;
  w: number;
  /** A grown person's uniform is an officer's, a pupil's is plain. */
  grown: boolean;
  /** Armour of the old Japan. */
  eastern: boolean;
}

export function buttons({ pen, paint, at, c }: Front, n: number, from: number): void {
  for (let i = 0; i < n; i++) {
    const [x, y] = at(c, from + (i * (0.94 - from)) / n);
    const r = 3.4;
    pen.fill(through([x - r, y], [x, y - r], [x + r, y], [x, y + r]), inkOn(paint));
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
  if (tie) drawPockets(front, depth);
}

/** Flaps at the hips, a slit at the breast, darts from the breast to the flaps, and the buttons that hold a suit shut. */
function drawPockets({ pen, paint, at, c, w }: Front, depth: number): void {
  for (const s of [-1, 1]) {
    const [inner, outer] = [c + s * w * 0.62, c + s * w * 1.56];
    pen.shape(
      [corner(at(inner, 0.79)), corner(at(outer, 0.77)), at(outer, 0.86), at(inner, 0.88)],
      paint,
      0.5,
    );
    if (paint === "black") seam(pen, paint, [at(inner, 0.79), at(outer, 0.77)], 0.5);
    seam(pen, paint, [at(c + s * w * 1, 0.46), at(c + s * w * 0.9, 0.62), at(c + s * w * 1.02, 0.76)], 0.4);
  }
  seam(pen, paint, [at(c + w * 0.7, 0.32), at(c + w * 1.5, 0.3)], 0.8);
  for (const v of [depth + 0.08, depth + 0.24]) {
    const [x, y] = at(c + w * 0.12, v);
    pen.fill(ellipse(x, y, 3, 3, 7), inkOn(paint));
  }
}

/** One side of a wrapped collar, from the shoulder down: its edges next to the skin and away from it. */
interface Band {
  s: 1 | -1;
  own: { inner: readonly Pt[]; outer: readonly Pt[] };
  cloth: Paint;
}

/**
 * The two bands of a kimono's collar, the lower first. The wearer's left one lies over the right: the other way round is
 * how the dead are dressed, so it must not follow a figure that is turned to the left.
 */
export function bandsOf({
  at,
  c,
  w,
  paint,
  flipped,
}: Pick<Front, "at" | "c" | "w" | "paint"> & { flipped: boolean }): readonly Band[] {
  const over = flipped ? -1 : 1;
  const cloth = paint === "white" ? ({ tone: 0.34 } as const) : paint;
  const side = (s: 1 | -1, inner: readonly Pt[], outer: readonly Pt[]): Band => ({
    s,
    own: { inner, outer },
    cloth,
  });
  return [
    side(
      over === 1 ? -1 : 1,
      [at(c - over * w * 0.5, 0.1), at(c + over * w * 0.02, 0.31)],
      [at(c - over * w * 0.84, 0.07), at(c - over * w * 0.3, 0.42)],
    ),
    side(
      over,
      [at(c + over * w * 0.5, 0.1), at(c - over * w * 0.1, 0.33), at(c - over * w * 0.78, 0.6)],
      [at(c + over * w * 0.84, 0.07), at(c + over * w * 0.42, 0.36), at(c - over * w * 0.3, 0.65)],
    ),
  ];
}

export function wrapped(front: Front, sash: Paint): void {
  const { pen, at, c, w, colours } = front;
  const plain = pen.of(MATERIALS.plain);
  pen
    .of(colours.skin)
    .fill([corner(at(c - w * 0.6, -0.06)), corner(at(c, 0.34)), corner(at(c + w * 0.6, -0.06))], "white");
  for (const { s, own, cloth } of bandsOf({ ...front, flipped: pen.matrix[0] < 0 })) {
    // What is worn underneath peeps out as a strip of white along the skin.
    const under = own.inner.map(([x, y]): Pt => [x - s * 5, y]);
    plain.shape(sharp([...under, ...own.inner.toReversed()]), "white", 0.4);
    pen.shape(sharp([...own.inner, ...own.outer.toReversed()]), cloth, 0.65);
    if (cloth === "black") {
      pen.scratch(own.inner, 0.5);
      pen.scratch(own.outer, 0.5);
    }
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

/** Breastplate, bands at the waist and plates over the hips: polished, so light and black lie side by side on it. */
export function cuirass({ pen: paper, at, c, w }: Front): void {
  const pen = paper.of(MATERIALS.metal);
  const dark = lightWay(paper)[0] > 0 ? 1 : -1;
  const plate = [
    at(c, 0.06),
    corner(at(-0.62, 0.02)),
    at(-0.94, 0.16),
    at(-1.02, 0.36),
    corner(at(-0.9, 0.6)),
    at(c, 0.66),
    corner(at(0.9, 0.6)),
    at(1.02, 0.36),
    at(0.94, 0.16),
    corner(at(0.62, 0.02)),
  ];
  pen.shape(plate, "white", 0.9);
  pen.inside(plate, (p) => {
    const side = (u: number, v: number) => at(c + (dark - c) * u, v);
    p.fill(
      [
        corner(side(0.5, 0)),
        side(0.42, 0.2),
        side(0.3, 0.42),
        corner(side(0.08, 0.68)),
        corner(side(1.3, 0.7)),
        corner(side(1.3, 0)),
      ],
      { tone: 0.34 },
    );
    p.fill(
      [
        corner(side(1.2, 0.1)),
        side(0.82, 0.24),
        side(0.74, 0.44),
        corner(side(0.96, 0.66)),
        corner(side(1.3, 0.6)),
      ],
      "black",
    );
    p.line([at(c, 0.04), at(c + w * 0.12, 0.34), at(c, 0.68)], 0.8, "none");
    p.line([at(-0.86, 0.18), at(-0.52, 0.46), at(c - w * 0.2, 0.5)], 0.5);
    p.line([at(0.86, 0.18), at(0.66, 0.46), at(c + w * 0.3, 0.5)], 0.5);
  });
  for (const v of [0.66, 0.76]) {
    const band = [
      at(-1.1, v - 0.02),
      at(c, v + 0.03),
      at(1.1, v - 0.02),
      corner(at(1.1, v + 0.09)),
      at(c, v + 0.14),
      corner(at(-1.1, v + 0.09)),
    ];
    pen.shape(band, { tone: 0.18 }, 0.7);
  }
  for (const [from, to] of through([-1.25, -0.45], [-0.42, 0.4], [0.43, 1.25]))
    for (const v of [0.88, 1.04])
      pen.shape(
        sharp([
          at(from, v),
          at(to, v),
          at(to + (to > 0 ? 0.06 : 0), v + 0.17),
          at(from - (from < 0 ? 0.06 : 0), v + 0.17),
        ]),
        (from + to) * dark > 0.4 ? { tone: 0.45 } : { tone: 0.1 },
        0.7,
      );
}

/** Tabs on the collar, a row of ribbons, flaps on the pockets and a belt: the uniform of an office. */
export function regalia({ pen, paint, at, c, w, colours }: Front): void {
  const ink = inkOn(paint);
  const metal = pen.of(MATERIALS.lamp);
  for (const s of [-1, 1]) {
    metal.shape(
      sharp([
        at(c + s * w * 0.3, 0),
        at(c + s * w * 0.8, -0.03),
        at(c + s * w * 0.85, 0.05),
        at(c + s * w * 0.32, 0.06),
      ]),
      "white",
      0.5,
    );
    const flap = sharp([
      at(c + s * w * 0.5, 0.32),
      at(c + s * w * 1.5, 0.31),
      at(c + s * w * 1.45, 0.38),
      at(c + s * w, 0.41),
      at(c + s * w * 0.52, 0.385),
    ]);
    pen.stroke([...flap, flap[0] ?? at(c, 0.3)], ink, 0.6);
  }
  for (let i = 0; i < 3; i++)
    metal.shape(
      sharp([
        at(c + w * (0.55 + i * 0.32), 0.25),
        at(c + w * (0.83 + i * 0.32), 0.25),
        at(c + w * (0.83 + i * 0.32), 0.29),
        at(c + w * (0.55 + i * 0.32), 0.29),
      ]),
      i === 1 ? { tone: 0.5 } : "white",
      0.4,
    );
  pen
    .of(colours.accent)
    .shape(
      sharp([at(-1.3, 0.74), at(1.3, 0.74), at(1.3, 0.83), at(-1.3, 0.83)]),
      paint === "black" ? { tone: 0.5 } : "black",
      0.7,
    );
  metal.shape(
    sharp([at(c - w * 0.4, 0.725), at(c + w * 0.4, 0.725), at(c + w * 0.4, 0.845), at(c - w * 0.4, 0.845)]),
    "white",
    0.7,
  );
}
