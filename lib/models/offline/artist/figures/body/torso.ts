// The trunk of a figure: its outline in any view, a coordinate frame for clothes on it, and garments that
// hang from it as the convex hull of what they cover.

import { clamp, corner, lerp, mix, type Pt, placed, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import type { FigureSpec, Torso } from "../figure-job.ts";
import { POSES } from "./poses.ts";
import type { Leg, Skeleton } from "./skeleton.ts";

/** The unit vector from one point to another. */
export const unit = (a: Pt, b: Pt): Pt => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
};

/** The point beyond `b` at this distance, on the line from `a`. */
export function onwards(a: Pt, b: Pt, by: number): Pt {
  const [dx, dy] = unit(a, b);
  return [b[0] + dx * by, b[1] + dy * by];
}

/** The outline of a limb through three joints, with its half widths there; `calf` thickens its lower part. */
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
      // The outer edge of an elbow keeps its width up to the joint on both bones.
      return [
        off(mix(a, b, 0.8), u, wb * 1.06 * sign),
        off(b, bend, wb * 1.16 * sign),
        off(mix(b, c, 0.2), v, wb * sign),
      ];
    if (!within || along > 0.35)
      return [off(m1, u, w1 * sign), off(b, bend, (within ? inner : outer) * sign), off(m2, v, w2 * sign)];
    // In a sharp bend the inner edges meet before the joint; otherwise they would cross in a loop.
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
  /** How far to the right it points, −1 … 1; 0 is towards the reader or away. */
  toe: number;
  size: number;
  paint: "black" | "white";
  /** Off the ground, so that it follows the shin. */
  free: boolean;
}

export function drawShoe(pen: Pen, { ankle, knee, toe, size, paint, free }: Shoe): void {
  const shin = (Math.atan2(ankle[1] - knee[1], ankle[0] - knee[0]) * 180) / Math.PI - 90;
  const turned = 1 - Math.abs(toe);
  const k = size / 17;
  drawPart(pen.at(placed(ankle[0], ankle[1], free ? shin : 0, toe < 0 ? -k : k, k)), "legs/shoe", {
    paints: { shoe: paint, sole: paint === "black" ? "white" : "black" },
    // A shoe that points at the reader is short and thick; its tip keeps its shape.
    frames: {
      shoe: ([x, y]) => [x - 0.58 * turned * (x > 40 ? 44 : x > 12 ? x : 0), y > 5 ? y + 7 * turned : y],
    },
  });
}

/** Profile of front and back relative to a tube, as [height from neck to hips, figure units]. */
type Swell = readonly (readonly [number, number])[];
const CHEST: Swell = through([0, 0], [0.32, 6], [0.66, -2], [1, -1]);
const BACK: Swell = through([0, 2], [0.2, 4], [0.62, -5], [0.96, 6], [1.3, 3]);

/** Linear interpolation in a table. */
function stepped(table: Swell, v: number): number {
  const next = table.findIndex(([at]) => at >= v);
  const b = table[next] ?? table.at(-1);
  const a = table[next - 1] ?? b;
  if (!a || !b || a === b) return b?.[1] ?? 0;
  return lerp(a[1], b[1], (v - a[0]) / (b[0] - a[0]));
}

export function torsoOf(body: Skeleton): Torso {
  const { neck, hips, measures: m } = body;
  const yaw = (body.yaw * Math.PI) / 180;
  const side = Math.abs(Math.cos(yaw));
  const depth = Math.abs(Math.sin(yaw));
  const wide = (half: number, thick: number) => Math.hypot(half * side, thick * depth);
  const axis = unit(neck, hips);
  const across: Pt = [axis[1], -axis[0]];
  const shoulder = wide(m.shoulders * 0.98, 32 * m.girth);
  const chest = wide(m.shoulders * 0.8, 40 * m.girth);
  const waist = wide(m.waist, 31 * m.girth);
  const hip = wide(m.hips, 38 * m.girth);
  const halfAt = (v: number) =>
    v < 0.28
      ? lerp(shoulder, chest, v / 0.28)
      : v < 0.62
        ? lerp(chest, waist, (v - 0.28) / 0.34)
        : lerp(waist, hip, (v - 0.62) / 0.38);
  const eased = (v: number, ease: number) => halfAt(v) + ease * m.girth * (0.35 + v * 0.65);
  // The profile of a trunk: the chest protrudes, the small of the back recedes, the seat protrudes.
  const round = depth * m.girth * (m.hips > m.shoulders * 0.72 ? 1.25 : 1);
  const swell = (s: 1 | -1, v: number) => round * stepped(s === 1 ? CHEST : BACK, v);
  const tilt = (v: number) => Math.sin((lerp(body.tilt, -body.hip, clamp(v, 0, 1)) * Math.PI) / 180);
  const place = (w: number, v: number): Pt => {
    const bow = body.arch * 4 * clamp(v, 0, 1) * (1 - clamp(v, 0, 1));
    const down = -w * tilt(v);
    return [
      lerp(neck[0], hips[0], v) + across[0] * (w + bow) + axis[0] * down,
      lerp(neck[1], hips[1], v) + across[1] * (w + bow) + axis[1] * down,
    ];
  };
  /** The trapezius slopes from the neck, and the shoulder is rounded at its end. */
  const slope = (u: number) => {
    const a = Math.abs(u);
    return place(halfAt(0.1) * u, a < 0.5 ? lerp(-0.055, 0.03, a / 0.5) : lerp(0.03, 0.1, (a - 0.5) / 0.4));
  };
  const middle = body.yaw > 110 ? 9 : Math.sin(yaw) * 0.62;
  return {
    middle,
    at: (u, v) => place(halfAt(v) * u, v),
    slope,
    edge: (s, v, ease) => place(s * (eased(v, ease) + swell(s, v)), v),
    outline(ease, low = 1.04) {
      const half = (s: 1 | -1, v: number) => s * (eased(v, ease) + swell(s, v));
      const neckHalf = wide(17, 18) * Math.max(0.7, m.girth);
      const side = (s: 1 | -1): Pt[] => [
        place(s * neckHalf, -0.06),
        ...[0.5, 0.86].map((u) => slope(s * u)),
        ...through([0.16, 0.17], [0.32, 0.34], [0.64, 0.66]).map(([at, v]) => place(half(s, at), v)),
        ...(low > 1.06 ? [place(half(s, 1), 0.96)] : []),
        corner(place(half(s, 1), low)),
        place(half(s, 1) * 0.45, low + 0.035),
      ];
      return [...side(-1), ...side(1).toReversed()];
    },
  };
}

/** Andrew's monotone chain (convex hull). */
function hull(points: readonly Pt[]): Pt[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Pt[]) => {
    const chain: Pt[] = [];
    for (const p of list) {
      for (;;) {
        const b = chain.at(-1);
        const a = chain.at(-2);
        if (!a || !b || (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
        chain.pop();
      }
      chain.push(p);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

export interface Hem {
  outline: Pt[];
  /** The near and far end of the hem. */
  ends: readonly [Pt, Pt];
}

interface HemSpec {
  /** Length: 1 ends at the knees, 2 at the ankles. */
  reach: number;
  /** How far the cloth is from the legs. */
  flare: number;
  /** Folds along the hem. */
  folds: number;
  /** How far the cloth is from the waist. */
  ease: number;
  /** How far the hem trails behind, in figure units. */
  sweep: number;
}

export const sweepOf = ({ pose, swing }: FigureSpec): number => (POSES[pose].sweep ?? 0) + swing * 0.9;

/** Cloth that hangs from the waist over the legs: taut over a raised leg, with a hem that curves and breaks in folds. */
export function hemOf(body: Skeleton, torso: Torso, { reach, flare, folds, ease, sweep }: HemSpec): Hem {
  const { near, far } = body.legs;
  const g = body.measures.girth;
  // In motion cloth follows a leg only partly: it hangs between leg and ground, and trails.
  const hang = sweep > 0 ? 0.3 : 0;
  /** One side of the hem round a leg; it hangs from the hip, or from the knee. */
  const edge = (leg: Leg, sign: 1 | -1): Pt => {
    const [a, b] = reach <= 1 ? [leg.hip.p, leg.knee.p] : [leg.knee.p, leg.ankle.p];
    const long = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const [dx, dy] = unit(a, [b[0], b[1] + hang * long]);
    const length = long * (reach <= 1 ? reach : reach - 1);
    const w = 24 * g + flare * clamp(reach, 0.4, 2);
    return [a[0] + dx * length + dy * w * sign, a[1] + dy * length - dx * w * sign];
  };
  const knees = (reach > 1 ? [near.knee.p, far.knee.p] : []).flatMap(([x, y]) =>
    through([x - 24 * g, y], [x + 24 * g, y]),
  );
  const top = through([0.62, ease], [0.98, ease + 3]).flatMap(([v, loose]) => [
    torso.edge(-1, v, loose),
    torso.edge(1, v, loose),
  ]);
  const edges = [edge(near, 1), edge(near, -1), edge(far, 1), edge(far, -1)];
  const least = edges.reduce((a, b) => (b[0] < a[0] ? b : a));
  const left: Pt = [least[0] - sweep, least[1] - sweep * 0.45];
  edges[edges.indexOf(least)] = left;
  const right = edges.reduce((a, b) => (b[0] > a[0] ? b : a));
  const taut = hull([...top, ...knees, ...edges]);
  const from = taut.indexOf(left);
  const to = taut.indexOf(right);
  const loop = from < 0 ? [] : [...taut.slice(from), ...taut.slice(0, from)];
  const span = loop.indexOf(right);
  const there = loop.slice(0, span + 1);
  const waist = top[0] ?? left;
  const over = there.includes(waist) ? there.toReversed() : [...loop.slice(span), left];
  const level = Math.abs(right[0] - left[0]) > Math.abs(right[1] - left[1]) * 0.8;
  const ends = [left, right] as const;
  if (from < 0 || to < 0 || !level || !over.includes(waist))
    return { outline: taut.map((p) => (edges.includes(p) || top.includes(p) ? corner(p) : p)), ends };
  return { outline: [...over.slice(1, -1), ...hemLine(left, right, folds)], ends };
}

/** The hem from left to right: it sags towards the reader, with a corner at every fold. */
function hemLine(left: Pt, right: Pt, folds: number): Pt[] {
  const length = Math.hypot(right[0] - left[0], right[1] - left[1]);
  const sag = Math.min(16, length * 0.07);
  const line: Pt[] = [corner(left)];
  for (let i = 1; i < folds * 2; i++) {
    const t = i / (folds * 2);
    const [x, y] = mix(left, right, t);
    const dy = sag * 4 * t * (1 - t);
    line.push(i % 2 === 0 ? corner([x + 2, y + dy - 2.4]) : [x, y + dy + 1.6]);
  }
  return [...line, corner(right)];
}
