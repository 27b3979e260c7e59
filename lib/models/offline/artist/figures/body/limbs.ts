// Arms, legs and shoes: tubes that bend.
import { corner, mix, type Pt, placed } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";

/** The direction from one place to another, one unit long. */
export const unit = (a: Pt, b: Pt): Pt => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
};

/** So many units beyond `b`, as seen from `a`. */
export function onwards(a: Pt, b: Pt, by: number): Pt {
  const [dx, dy] = unit(a, b);
  return [b[0] + dx * by, b[1] + dy * by];
}

/** The outline of a limb through three joints, with its half widths there; `calf` swells its lower part. */
export function limbOutline(a: Pt, b: Pt, c: Pt, widths: readonly [number, number, number], calf = 1): Pt[] {
  const [wa, wb, wc] = widths;
  const u = unit(a, b);
  const v = unit(b, c);
  const bend = unit([0, 0], [u[0] + v[0], u[1] + v[1]]);
  const off = (p: Pt, d: Pt, w: number): Pt => [p[0] - d[1] * w, p[1] + d[0] * w];
  const turn = u[0] * v[1] - u[1] * v[0];
  const outer = wb * (1 + Math.min(0.3, Math.abs(turn) * 0.25));
  const inner = wb * (1 - Math.min(0.25, Math.abs(turn) * 0.2));
  const m1 = mix(a, b, 0.5);
  const m2 = mix(b, c, calf > 1 ? 0.34 : 0.4);
  const w1 = (wa + wb) * 0.52;
  const w2 = (wb * 0.62 + wc * 0.45) * calf;
  const side = (sign: 1 | -1): readonly [Pt, Pt, Pt] => {
    const within = turn > 0 === sign > 0;
    const along = u[0] * v[0] + u[1] * v[1];
    if (!within && along < 0.35)
      // An elbow is broad: the outer edge keeps its width up to the joint on both bones.
      return [
        off(mix(a, b, 0.8), u, wb * 1.06 * sign),
        off(b, bend, wb * 1.16 * sign),
        off(mix(b, c, 0.2), v, wb * sign),
      ];
    if (!within || along > 0.35)
      return [off(m1, u, w1 * sign), off(b, bend, (within ? inner : outer) * sign), off(m2, v, w2 * sign)];
    // A sharp bend: the two inner edges meet before the joint, or they would cross in a loop.
    const fold = unit([0, 0], [v[0] - u[0], v[1] - u[1]]);
    const shorter = Math.min(Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(c[0] - b[0], c[1] - b[1]));
    const deep = Math.min(wb * 1.9, shorter * 0.42, wb / Math.sqrt(Math.max(0.08, (1 + along) / 2)));
    const meet: Pt = [b[0] + fold[0] * deep, b[1] + fold[1] * deep];
    return [mix(off(a, u, wa * sign), meet, 0.55), corner(meet), mix(meet, off(c, v, wc * sign), 0.45)];
  };
  const [low1, lowBend, low2] = side(1);
  const [high1, highBend, high2] = side(-1);
  return [
    [a[0] - u[0] * wa * 0.62, a[1] - u[1] * wa * 0.62],
    off(a, u, wa),
    low1,
    lowBend,
    low2,
    corner(off(c, v, wc)),
    corner(off(c, v, -wc)),
    high2,
    highBend,
    high1,
    off(a, u, -wa),
  ];
}

interface Shoe {
  ankle: Pt;
  knee: Pt;
  /** How far to the right it points, −1 … 1; 0 is towards the reader, or away. */
  toe: number;
  size: number;
  paint: "black" | "white";
  /** It follows the shin, off the ground. */
  free: boolean;
}

export function drawShoe(pen: Pen, { ankle, knee, toe, size, paint, free }: Shoe): void {
  const shin = (Math.atan2(ankle[1] - knee[1], ankle[0] - knee[0]) * 180) / Math.PI - 90;
  const turned = 1 - Math.abs(toe);
  const k = size / 17;
  drawPart(pen.at(placed(ankle[0], ankle[1], free ? shin : 0, toe < 0 ? -k : k, k)), "legs/shoe", {
    paints: { shoe: paint, sole: paint === "black" ? "white" : "black" },
    // Towards the reader it is short and thick; its tip keeps its shape.
    frames: {
      shoe: ([x, y]) => [x - 0.58 * turned * (x > 40 ? 44 : x > 12 ? x : 0), y > 5 ? y + 7 * turned : y],
    },
  });
}
