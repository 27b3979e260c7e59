// Eyes: shapes that distinguish people, and how lids, iris and highlights follow expression and gaze.
import type { Word } from "../../closed/listed.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { View } from "../../closed/staging.ts";
import { clamp, corner, ellipse, lerp, type Pt, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { ExpressionLook } from "./expressions.ts";

/** Heights in eye heights (negative: up) at points from the inner corner to the outer one. */
export type EyeCut = Record<"slant" | "iris" | "lid" | "fold", number> & {
  size: readonly [number, number];
  upper: readonly [inner: number, rise: number, middle: number, fall: number, outer: number];
  lower: readonly [inner: number, middle: number, outer: number];
  lashes: 0 | 1 | 2 | 3;
};

export type EyeKind = Word<"round almond sharp droopy sleepy plain keen narrow small">;

export const EYE_CUTS: Readonly<Record<EyeKind, EyeCut>> = measuresOf("eye-cuts");

export interface Eye {
  x: number;
  y: number;
  side: 1 | -1;
  w: number;
  h: number;
  cut: EyeCut;
  view: View;
  irisTone: number;
}

type EyeSpace = (u: number, v: number) => Pt;

/** A point of the eye: `u` from the inner (−0.5) to the outer corner (0.5), `v` in eye heights. */
const spaceOf =
  ({ x, y, side, w, h }: Eye, tilt: number): EyeSpace =>
  (u, v) => [x + side * u * w, y + v * h - tilt * u * h];

type Looking = { fine: boolean; gaze: Pt };

export function drawEye(pen: Pen, eye: Eye, feeling: ExpressionLook, looking: Looking): void {
  const { cut } = eye;
  const { fine } = looking;
  const at = spaceOf(eye, cut.slant + feeling.tilt);
  const lash = (0.9 + eye.w * 0.11) * cut.lid;
  if (feeling.lids !== "open") {
    drawShutEye(pen, at, feeling.lids, { lash: lash / pen.nib, lashes: cut.lashes });
    return;
  }
  const { open } = feeling;
  const top = (v: number) => 0.16 + (v - 0.16) * open;
  const low = (v: number) => v * (open > 1 ? 1 + (open - 1) * 0.3 : 1);
  const [a, b, c, d, e] = cut.upper;
  const [inner, middle, outer] = cut.lower;
  const side = eye.view === "profile";
  const upper = side
    ? [at(-0.42, top(c * 0.74)), at(-0.2, top(c * 0.98)), at(0.2, top(d)), at(0.55, top(e))]
    : [at(-0.5, top(a)), at(-0.29, top(b)), at(0, top(c)), at(0.3, top(d)), at(0.52, top(e))];
  const lower = side
    ? [at(0.3, low(outer)), at(-0.1, low(middle)), at(-0.36, low(middle) * 0.9), at(-0.47, 0.1)]
    : [at(0.4, low(outer)), at(0.06, low(middle)), at(-0.3, low(inner))];
  const white = [...upper, ...lower];
  pen.fill(white, "white");
  const thick = side ? [0.7, 1, 0.95, 0.3] : [0.2, 0.55, 0.9, 1.1, 0.5];
  pen.inside(white, (p) => {
    if (fine)
      p.fill([...upper, ...upper.toReversed().map(([x, y]): Pt => [x, y + eye.h * 0.13])], { tone: 0.2 });
    drawIris(p, eye, feeling, looking);
  });
  drawUpperLid(pen, { edge: upper, thick }, { eye, at, top, lash });
  const weight = Math.max(0.28, 0.34 * Math.min(1.6, pen.scale + 0.5));
  const lowerLid = side
    ? [at(0.34, low(outer)), at(-0.1, low(middle) + 0.02), at(-0.3, low(middle) * 0.95)]
    : [at(0.38, low(outer) * 0.92), at(0.2, low(middle)), at(-0.06, low(middle) + 0.02)];
  pen.line(lowerLid, weight, "end");
  if (fine && cut.fold > 0) {
    const f = cut.fold + lash / eye.h / 2;
    pen.line([at(-0.34, top(b) - f), at(0.04, top(c) - f), at(0.42, top(d) - f * 0.9)], weight * 0.75);
  }
}

/** The upper lid covers a part of the iris, and the lower one touches it; only shock shows white all round it. */
function drawIris(pen: Pen, eye: Eye, feeling: ExpressionLook, { fine, gaze: [gx, gy] }: Looking): void {
  const side = eye.view === "profile";
  const small = feeling.iris < 0.7;
  const grow = small ? feeling.iris : lerp(1, feeling.iris, 0.6);
  const cx = eye.x + (side ? 0.16 * eye.w : 0) + gx * eye.w;
  const cy = eye.y + (gy + (small ? 0.02 : 0.01)) * eye.h;
  const round = eye.cut.iris * eye.w;
  const rx = round * grow * (side ? 0.74 : 1);
  const ry = Math.max(eye.h * (small ? 0.48 : 0.56), round * 0.95) * grow;
  pen.fill(ellipse(cx, cy, rx, ry), "black");
  if (small) {
    pen.fill(ellipse(cx, cy, rx * 0.62, ry * 0.66), "white");
    pen.fill(ellipse(cx, cy, rx * 0.26, ry * 0.3, 8), "black");
    return;
  }
  if (fine) {
    const glow: [number, number][] = through(
      [0, Math.max(0.78, eye.irisTone)],
      [0.5, eye.irisTone * 0.72],
      [1, eye.irisTone * 0.16],
    );
    const [from, to] = [pen.where([cx, cy - ry * 0.5]), pen.where([cx, cy + ry])];
    const at: [number, number, number, number] = [
      ...([tenth(from[0]), tenth(from[1])] as const),
      ...([tenth(to[0]), tenth(to[1])] as const),
    ];
    pen.fill(ellipse(cx, cy + ry * 0.1, rx * 0.82, ry * 0.84), { tone: { type: "linear", at, stops: glow } });
    pen.fill(ellipse(cx, cy - ry * 0.04, rx * 0.42, ry * 0.44, 8), "black");
  }
  pen.fill(ellipse(cx - rx * 0.4, cy - ry * 0.4, rx * 0.44, ry * 0.3, 8), "white");
  pen.fill(ellipse(cx + rx * 0.42, cy + ry * 0.4, rx * 0.22, ry * 0.17, 8), "white");
}

const tenth = (v: number): number => Math.round(v * 10) / 10;

/** The upper lid is the heaviest line of a face: thin at the inner corner, thick at the outer one, ending in lashes. */
function drawUpperLid(
  pen: Pen,
  { edge, thick }: { edge: readonly Pt[]; thick: readonly number[] },
  { eye, at, top, lash }: { eye: Eye; at: EyeSpace; top: (v: number) => number; lash: number },
): void {
  const { cut, side } = eye;
  const over = edge.map(([x, y], i): Pt => [x, y - lash * (thick[i] ?? 1) * 0.75]);
  const under = edge.map(([x, y], i): Pt => [x, y + lash * (thick[i] ?? 1) * 0.3]);
  const outer = cut.upper[4];
  const wing = 0.58 + 0.03 * cut.lashes;
  const tip = corner(at(wing, top(outer) - (lash / eye.h) * (cut.lashes > 0 ? 0.9 : 0.25)));
  pen.fill([...over.slice(0, -1), tip, ...under.toReversed()], "black");
  const last = edge.at(-1);
  const before = edge.at(-2);
  if (!last || !before || cut.lashes < 2) return;
  for (let i = 1; i < cut.lashes; i++) {
    const from: Pt = [lerp(last[0], before[0], i * 0.42), lerp(last[1], before[1], i * 0.42)];
    pen.fill(
      [
        [from[0] - side * 1.2, from[1] - lash * 0.5],
        corner([from[0] + side * lash * 1.15, from[1] - lash * (1.25 + i * 0.25)]),
        [from[0] + side * 1.4, from[1] + lash * 0.1],
      ],
      "black",
    );
  }
}

function drawShutEye(
  pen: Pen,
  at: EyeSpace,
  lids: "happy" | "shut" | "squeeze",
  { lash, lashes }: { lash: number; lashes: number },
): void {
  const weight = clamp(lash * pen.scale * 0.95, 0.75, 2.6);
  if (lids === "happy") {
    pen.line([at(-0.54, 0.26), at(-0.3, -0.14), at(0, -0.28), at(0.3, -0.16), at(0.58, 0.26)], weight);
    if (lashes > 1) pen.line([at(0.5, 0.08), at(0.68, 0)], weight * 0.6, "end");
  } else if (lids === "shut") {
    pen.line([at(-0.52, 0.1), at(-0.22, 0.31), at(0.15, 0.34), at(0.58, 0.08)], weight);
    for (const u of [0.44, 0.28, 0.08].slice(0, Math.max(1, lashes)))
      pen.line([at(u, 0.3 - u * 0.3), at(u + 0.12, 0.52 - u * 0.3)], weight * 0.5, "end");
  } else {
    pen.line(
      [at(0.54, -0.34), at(0.1, -0.08), corner(at(-0.44, 0.12)), at(0.1, 0.22), at(0.5, 0.46)],
      weight,
    );
    pen.line([at(-0.66, -0.06), at(-0.58, 0.16)], weight * 0.4);
  }
}
