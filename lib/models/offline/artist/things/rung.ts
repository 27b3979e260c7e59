// A bell that rings: it hangs from its cord, aslant in its swing, with arcs of its sound at either side.
import type { Prop } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { type Pt, placed } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "./parts.ts";
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
  drawPart(pen.at(placed(x - r * 0.1, y, 0, r / 100)), "effects/ringing");
}
