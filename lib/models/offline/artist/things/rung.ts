// A bell that rings: it hangs from its cord, aslant in its swing, with arcs of its sound at either side.
import type { Prop } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { type Pt, placed, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawProp, sizeOf } from "./props.ts";

export const isRung = (prop: Prop, { told }: Pick<Picture, "told">): boolean =>
  prop === "bell" && told.bellRings === true;

const SWING = 13;

/** Round the middle of its box, `k` units to one of its own. */
export function drawRung(pen: Pen, [x, y]: Pt, k: number): void {
  const [left, top, right, low] = sizeOf("bell").extent;
  const hook: Pt = [x, y + (top - (top + low) / 2) * k];
  pen.line([[x, -40], hook], 2.2, "none");
  const hung = placed(hook[0], hook[1], SWING, k * 0.94);
  const draw = (p: Pen) => drawProp(p.at(hung).at(placed(-(left + right) / 2, -top)), "bell");
  pen.shadowed({ veil: 0.35 }, (p) => draw(p.at(placed(k * 6, k * 8))));
  pen.haloed(2, draw);
  const r = (low - top) * k;
  for (const side of [-1, 1])
    for (const [far, tall] of through([0.66, 0.2], [0.8, 0.3]))
      pen.line(
        [-1, 0, 1].map(
          (t): Pt => [x + side * r * (far + 0.06 * (1 - t * t)) - r * 0.1, y + r * (0.16 + t * tall * 0.7)],
        ),
        1.8,
        "both",
      );
}
