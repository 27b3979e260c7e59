// Arms, legs, hands and shoes: tubes that bend, and the hands that make a pose readable.
import type { Paint } from "../../../manga/drawing.ts";
import { corner, mix, type Pt, placed, pts } from "./curves.ts";
import type { Pen } from "./pen.ts";
import type { HandShape } from "./poses.ts";

const unit = (a: Pt, b: Pt): Pt => {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
};

/** The outline of a limb through three joints, with its half widths there. */
export function limbOutline(a: Pt, b: Pt, c: Pt, widths: readonly [number, number, number]): Pt[] {
  const [wa, wb, wc] = widths;
  const u = unit(a, b);
  const v = unit(b, c);
  const bend = unit([0, 0], [u[0] + v[0], u[1] + v[1]]);
  const off = (p: Pt, d: Pt, w: number): Pt => [p[0] - d[1] * w, p[1] + d[0] * w];
  const turn = u[0] * v[1] - u[1] * v[0];
  const outer = wb * (1 + Math.min(0.3, Math.abs(turn) * 0.25));
  const inner = wb * (1 - Math.min(0.25, Math.abs(turn) * 0.2));
  const m1 = mix(a, b, 0.5);
  const m2 = mix(b, c, 0.4);
  const w1 = (wa + wb) * 0.52;
  const w2 = wb * 0.62 + wc * 0.45;
  const side = (sign: 1 | -1): readonly [Pt, Pt, Pt] => {
    const within = turn > 0 === sign > 0;
    const along = u[0] * v[0] + u[1] * v[1];
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

/** Creases on the inside of a bent joint. */
export function drawCreases(pen: Pen, a: Pt, b: Pt, c: Pt, width: number): void {
  const u = unit(a, b);
  const v = unit(b, c);
  const turn = u[0] * v[1] - u[1] * v[0];
  if (Math.abs(turn) < 0.25) return;
  if (u[0] * v[0] + u[1] * v[1] <= 0.35) {
    drawFoldedJoint(pen, b, [v[0] - u[0], v[1] - u[1]], width);
    return;
  }
  const side = turn > 0 ? 1 : -1;
  const n: Pt = unit([0, 0], [(v[0] - u[0]) * 1, (v[1] - u[1]) * 1]);
  const root: Pt = [b[0] + n[0] * width * 0.75, b[1] + n[1] * width * 0.75];
  for (const [along, reach] of [
    [-0.35, 0.9],
    [0.25, 1.1],
  ] as const) {
    pen.line(
      [
        [root[0], root[1]],
        [
          b[0] + n[0] * width * 0.2 + u[0] * width * along * side,
          b[1] + n[1] * width * 0.2 + u[1] * width * along * side,
        ],
        [
          b[0] - n[0] * width * 0.3 * reach + u[0] * width * along * 1.6,
          b[1] - n[1] * width * 0.3 * reach + u[1] * width * along * 1.6,
        ],
      ],
      0.5,
      "end",
    );
  }
}

/** Cloth that a sharp bend presses together: folds fan out from the crook to the elbow. */
function drawFoldedJoint(pen: Pen, [x, y]: Pt, inwards: Pt, width: number): void {
  const n = unit([0, 0], inwards);
  for (const [lean, reach] of [
    [-0.5, 0.2],
    [0.45, 0.35],
  ] as const)
    pen.line(
      [
        [x + n[0] * width * 0.9, y + n[1] * width * 0.9],
        [
          x - n[0] * width * reach * 0.4 - n[1] * width * lean * 0.6,
          y - n[1] * width * reach * 0.4 + n[0] * width * lean * 0.6,
        ],
        [x - n[0] * width * reach - n[1] * width * lean, y - n[1] * width * reach + n[0] * width * lean],
      ],
      0.5,
      "end",
    );
}

export interface HandSpec {
  wrist: Pt;
  elbow: Pt;
  length: number;
  shape: HandShape;
  /** 1: thumb on the left of the way it points, −1: on the right. */
  thumb: 1 | -1;
}

/** Draws a hand and returns the middle of its grip. */
export function drawHand(pen: Pen, { wrist, elbow, length, shape, thumb }: HandSpec): Pt {
  const dx = wrist[0] - elbow[0];
  const dy = wrist[1] - elbow[1];
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
  const k = length / 60;
  const p = pen.at(placed(wrist[0], wrist[1], degrees, k, k * thumb));
  HANDS[shape](p);
  const reach = shape === "fist" ? 22 : 34;
  const r = (degrees * Math.PI) / 180;
  return [wrist[0] + Math.cos(r) * reach * k, wrist[1] + Math.sin(r) * reach * k];
}

const WRIST_TOP: Pt = [-4, -9.5];
const WRIST_LOW: Pt = [-4, 9.5];

const HANDS: Readonly<Record<HandShape, (p: Pen) => void>> = {
  relaxed(p) {
    p.shape(
      [
        WRIST_TOP,
        [12, -13],
        [28, -13],
        [42, -10],
        [54, -2],
        [57, 5, 1],
        [49, 9],
        [44, 14, 1],
        [28, 15],
        [10, 13],
        WRIST_LOW,
      ],
      "white",
      0.8,
    );
    p.shape(pts("8,-12 20,-19 33,-18 38,-12 30,-9 17,-5"), "white", 0.7);
    p.line(pts("38,-3 54,4"), 0.45);
    p.line(pts("36,4 48,9"), 0.45);
  },
  fist(p) {
    p.shape(
      [WRIST_TOP, [10, -15], [28, -17], [40, -12], [43, 0], [40, 12], [28, 17], [10, 14], WRIST_LOW],
      "white",
      0.85,
    );
    p.line(pts("42,-6 30,-5 26,-3"), 0.5, "end");
    p.line(pts("43,1 31,2 27,4"), 0.5, "end");
    p.line(pts("41,8 31,9"), 0.5, "end");
    p.shape(pts("10,-12 24,-15 36,-9 37,-2 30,-1 16,-4"), "white", 0.65);
  },
  open(p) {
    p.shape(
      [
        WRIST_TOP,
        [8, -13],
        [16, -24],
        [26, -32],
        [31, -28],
        [25, -17],
        [28, -13, 1],
        [48, -20],
        [56, -20],
        [56, -14],
        [36, -6, 1],
        [58, -7],
        [66, -4],
        [64, 1],
        [37, 2, 1],
        [56, 6],
        [62, 10],
        [58, 14],
        [34, 9, 1],
        [46, 16],
        [50, 21],
        [45, 23],
        [26, 16],
        [10, 13],
        WRIST_LOW,
      ],
      "white",
      0.75,
    );
    p.line(pts("14,-8 20,0 19,8"), 0.4);
  },
  point(p) {
    p.shape(
      [
        WRIST_TOP,
        [10, -14],
        [28, -15],
        [46, -13],
        [66, -11],
        [71, -7],
        [66, -3],
        [42, -3],
        [42, 6],
        [38, 14],
        [26, 16],
        [10, 13],
        WRIST_LOW,
      ],
      "white",
      0.85,
    );
    p.line(pts("41,3 29,4"), 0.5, "end");
    p.line(pts("40,9 29,10"), 0.5, "end");
    p.shape(pts("12,-8 26,-8 37,-3 36,3 24,3 13,-1"), "white", 0.6);
  },
  flat(p) {
    p.shape(
      [WRIST_TOP, [14, -13], [34, -12], [52, -8], [62, -2], [61, 3], [46, 9], [26, 13], [10, 12], WRIST_LOW],
      "white",
      0.8,
    );
    p.shape(pts("8,-11 18,-19 32,-23 37,-19 30,-13 18,-6"), "white", 0.7);
    p.line(pts("36,-4 60,-1"), 0.4);
    p.line(pts("34,3 54,5"), 0.4);
  },
};

export interface ShoeSpec {
  ankle: Pt;
  knee: Pt;
  toe: Pt;
  size: number;
  paint: Paint;
  /** Degrees that the foot follows the shin, for feet off the ground. */
  free: boolean;
}

export function drawShoe(pen: Pen, { ankle, knee, toe, size, paint, free }: ShoeSpec): void {
  const shin = (Math.atan2(ankle[1] - knee[1], ankle[0] - knee[0]) * 180) / Math.PI - 90;
  const long = 0.42 + 0.58 * Math.abs(toe[0]);
  const p = pen.at(placed(ankle[0], ankle[1], free ? shin : 0, size / 17));
  const tip = 44 * long;
  const thick = 17 + (1 - Math.abs(toe[0])) * 7;
  p.shape(
    [
      [-12, -9],
      [10, -10],
      [tip * 0.62, 1],
      [tip, thick - 9],
      [tip - 1, thick - 1],
      [tip * 0.4, thick],
      [-14, thick, 1],
      [-15, 4],
    ],
    paint,
    0.9,
  );
  const sole: "black" | "white" = paint === "black" ? "white" : "black";
  p.stroke(
    [
      [-13, thick - 4.5],
      [tip - 3, thick - 4.5],
    ],
    sole,
    0.4,
  );
}
