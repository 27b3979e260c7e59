// The trunk of a figure: its outline from any side, a frame of reference for what clothes show on it,
// and the garments that hang from it as the hull of what they cover.
import { clamp, corner, lerp, mix, type Pt, sharp } from "./curves.ts";
import type { Skeleton } from "./skeleton.ts";

export interface Torso {
  /** The outline, wider by `ease` units of cloth. */
  outline(ease: number): Pt[];
  /** A place on the front of the body: `u` −1 near side … 1 far side, `v` 0 neck … 1 hips. */
  at(u: number, v: number): Pt;
  /** A place on the slope from the neck to the shoulders: `u` as in `at`. */
  slope(u: number): Pt;
  /** Where the middle of the front lies, as `u`; beyond ±1 it is out of sight. */
  middle: number;
}

export function torsoOf(body: Skeleton): Torso {
  const { neck, hips, measures: m } = body;
  const yaw = (body.yaw * Math.PI) / 180;
  const side = Math.abs(Math.cos(yaw));
  const depth = Math.abs(Math.sin(yaw));
  const wide = (half: number, thick: number) => Math.hypot(half * side, thick * depth);
  const dx = hips[0] - neck[0];
  const dy = hips[1] - neck[1];
  const length = Math.hypot(dx, dy) || 1;
  const axis: Pt = [dx / length, dy / length];
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
  const place = (w: number, v: number): Pt => [
    lerp(neck[0], hips[0], v) + across[0] * w,
    lerp(neck[1], hips[1], v) + across[1] * w,
  ];
  /** The trapezius: steep at the neck, level towards the shoulder. */
  const slope = (u: number) => {
    const a = Math.abs(u);
    return place(
      halfAt(0.08) * u,
      a < 0.5 ? lerp(-0.06, 0.012, a / 0.5) : lerp(0.012, 0.075, (a - 0.5) / 0.4),
    );
  };
  const middle = body.yaw > 110 ? 9 : Math.sin(yaw) * 0.62;
  return {
    middle,
    at: (u, v) => place(halfAt(v) * u, v),
    slope,
    outline(ease) {
      const e = ease * m.girth;
      const half = (v: number) => halfAt(v) + e * (0.35 + v * 0.65);
      const neckHalf = wide(17, 18) * Math.max(0.7, m.girth);
      return [
        place(-neckHalf, -0.06),
        slope(-0.5),
        slope(-0.86),
        place(-half(0.16), 0.17),
        place(-half(0.32), 0.34),
        place(-half(0.64), 0.66),
        corner(place(-half(1), 1.04)),
        corner(place(half(1), 1.04)),
        place(half(0.64), 0.66),
        place(half(0.32), 0.34),
        place(half(0.16), 0.17),
        slope(0.86),
        slope(0.5),
        place(neckHalf, -0.06),
      ];
    },
  };
}

/** Andrew's monotone chain. */
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
  /** The two ends of the hem, near and far. */
  ends: readonly [Pt, Pt];
}

/** Cloth that hangs from the waist over the legs: `reach` 1 ends at the knees, 2 at the ankles. */
export function hemOf(body: Skeleton, torso: Torso, reach: number, flare: number): Hem {
  const { near, far } = body.legs;
  const g = body.measures.girth;
  const along = (leg: typeof near): Pt =>
    reach <= 1 ? mix(leg.hip.p, leg.knee.p, reach) : mix(leg.knee.p, leg.ankle.p, reach - 1);
  const way = (leg: typeof near): Pt => {
    const [a, b] = reach <= 1 ? [leg.hip.p, leg.knee.p] : [leg.knee.p, leg.ankle.p];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  };
  const corner = (leg: typeof near, sign: 1 | -1): Pt => {
    const p = along(leg);
    const d = way(leg);
    const w = 27 * g + flare * clamp(reach, 0.4, 2);
    return [p[0] + d[1] * w * sign, p[1] - d[0] * w * sign];
  };
  const knees: Pt[] =
    reach > 1
      ? [near, far].flatMap((leg): Pt[] => [
          [leg.knee.p[0] - 24 * g, leg.knee.p[1]],
          [leg.knee.p[0] + 24 * g, leg.knee.p[1]],
        ])
      : [];
  const top = [torso.at(-1.02, 0.62), torso.at(1.02, 0.62), torso.at(-1.12, 0.98), torso.at(1.12, 0.98)];
  const corners = [corner(near, 1), corner(near, -1), corner(far, 1), corner(far, -1)];
  const left = corners.reduce((a, b) => (b[0] < a[0] ? b : a));
  const right = corners.reduce((a, b) => (b[0] > a[0] ? b : a));
  return { outline: sharp(hull([...top, ...knees, ...corners])), ends: [left, right] };
}
