// The collar of a kimono, which is wrapped by rule.

import type { Paint } from "../../../../../manga/drawing.ts";
import { type Pt, sharp } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Torso } from "../figure-job.ts";

export interface Front {
  paint: Paint;
  at: Torso["at"];
  /** The middle of the front and half the width of a collar, as `u`. */
  c: number;
  w: number;
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
export function bandsOf({ at, c, w, paint, flipped }: Front & { flipped: boolean }): readonly Band[] {
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

/** Both bands, as they lie over each other. */
export function drawBands(pen: Pen, front: Front): void {
  const plain = pen.of(MATERIALS.plain);
  for (const { s, own, cloth } of bandsOf({ ...front, flipped: pen.matrix[0] < 0 })) {
    // What is worn underneath peeps out as a strip of white along the skin.
    const under = own.inner.map(([x, y]): Pt => [x - s * 5, y]);
    plain.shape(sharp([...under, ...own.inner.toReversed()]), "white", 0.4);
    pen.shape(sharp([...own.inner, ...own.outer.toReversed()]), cloth, 0.65);
    if (cloth !== "black") continue;
    pen.scratch(own.inner, 0.5);
    pen.scratch(own.outer, 0.5);
  }
}
