// Outlines as SVG paths: curves, and strokes of varying weight as filled polygons.
import { clamp, cubics, mix, normals, type Pt, sampled, signedArea } from "./curves.ts";

/** Which ends of a stroke taper. */
export type Taper = "both" | "start" | "end" | "none";

/** Coordinates of paths are rounded to tenths of a unit. */
export const round = (v: number): number => Math.round(v * 10) / 10;
/** Nearly all steps of a path are shorter than this. */
const LONG = 600;
/** A cache of the tenths from −`LONG` to `LONG` as text, because a drawing has tens of thousands of numbers. */
const TENTHS = Array.from({ length: LONG * 20 + 1 }, (_, at) => String((at - LONG * 10) / 10));
const num = (v: number) => TENTHS[Math.round((v + LONG) * 10)] ?? String(v);
const pair = (x: number, y: number) => `${num(x)}${y < 0 ? "" : " "}${num(y)}`;

/** An open or closed curve as an SVG path of relative cubics, rounded to 0.1 without accumulated drift. */
export function curvePath(points: readonly Pt[], closed: boolean): string {
  const first = points[0];
  if (!first) return "";
  let [x, y] = [round(first[0]), round(first[1])];
  let d = `M${pair(x, y)}`;
  for (const [a, b, c, e] of cubics(points, closed)) {
    const nx = round(e[0]);
    const ny = round(e[1]);
    if (a[2] && e[2]) d += `l${pair(round(nx - x), round(ny - y))}`;
    else {
      const handles = [b, c].map((p) => pair(round(p[0] - x), round(p[1] - y)));
      d += `c${handles.join(" ")} ${pair(round(nx - x), round(ny - y))}`;
    }
    x = nx;
    y = ny;
  }
  return closed ? `${d}z` : d;
}

function polygonPath(points: readonly Pt[]): string {
  const [first, ...others] = points;
  if (!first) return "";
  const start = pair(round(first[0]), round(first[1]));
  let [x, y] = [round(first[0]), round(first[1])];
  const steps: string[] = [];
  for (const p of others) {
    const nx = round(p[0]);
    const ny = round(p[1]);
    if (nx !== x || ny !== y) steps.push(pair(round(nx - x), round(ny - y)));
    x = nx;
    y = ny;
  }
  return steps.length === 0 ? "" : `M${start}l${steps.join(" ")}z`;
}

/** Gives a polygon the common winding. Black shapes share paths, and opposite windings would cancel where they overlap. */
export function oriented(points: Pt[]): Pt[] {
  return signedArea(points) < 0 ? points.reverse() : points;
}

/** The contour of a closed curve as a filled ring. */
export function outlined(points: Pt[], step: number, width: number): string {
  if (points.every(([, , corner]) => corner)) return frame(points, width);
  return ring(sampled(points, true, step), width);
}

/** The contour of a polygon with straight sides: one point for each corner, which keeps walls and windows small. */
function frame(points: Pt[], width: number): string {
  const loop = oriented(points);
  const outer: Pt[] = [];
  const inner: Pt[] = [];
  for (const [i, p] of loop.entries()) {
    const [ax, ay] = unitFrom(loop.at(i - 1) ?? p, p);
    const [bx, by] = unitFrom(p, loop[(i + 1) % loop.length] ?? p);
    const [nx, ny] = [-(ay + by) / 2, (ax + bx) / 2];
    const square = Math.max(0.3, nx * nx + ny * ny);
    const half = (width * (0.9 + 0.22 * clamp(-(nx * 0.5 + ny * 0.86), -1, 1))) / 2 / square;
    outer.push([p[0] - nx * half, p[1] - ny * half]);
    inner.push([p[0] + nx * half, p[1] + ny * half]);
  }
  return polygonPath(outer) + polygonPath(inner.reverse());
}

const unitFrom = (a: Pt, b: Pt): Pt => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
};

/** A straight stroke: four or five points. */
export function sliver(a: Pt, b: Pt, width: number, taper: Taper): string {
  const [ux, uy] = unitFrom(a, b);
  const [nx, ny] = [-uy * width * 0.5, ux * width * 0.5];
  const start = taper === "both" || taper === "start" ? 0.14 : 1;
  const end = taper === "both" || taper === "end" ? 0.14 : 1;
  const side = (p: Pt, k: number): Pt => [p[0] + nx * k, p[1] + ny * k];
  const [p, q] = [mix(a, b, 0.3), mix(a, b, 0.6)];
  const points =
    taper === "none"
      ? [side(a, 1), side(b, 1), side(b, -1), side(a, -1)]
      : [
          side(a, start),
          side(p, 1),
          side(q, 1),
          side(b, end),
          side(b, -end),
          side(q, -1),
          side(p, -1),
          side(a, -start),
        ];
  return polygonPath(oriented(points));
}

function ring(points: Pt[], width: number): string {
  const loop = oriented(points);
  const sides = normals(loop, true);
  const outer: Pt[] = [];
  const inner: Pt[] = [];
  for (const [i, p] of loop.entries()) {
    const [nx, ny] = sides[i] ?? [0, 0];
    // With this winding the normal points inwards; light comes from the upper left.
    const shade = clamp(-(nx * 0.5 + ny * 0.86), -1, 1);
    const half = (width * (0.82 + 0.4 * shade + 0.08 * Math.sin(i * 0.7))) / 2;
    outer.push([p[0] - nx * half, p[1] - ny * half]);
    inner.push([p[0] + nx * half, p[1] + ny * half]);
  }
  return polygonPath(outer) + polygonPath(inner.reverse());
}

export function ribbon(points: Pt[], width: number, taper: Taper): string {
  const sides = normals(points, false);
  const last = points.length - 1;
  const right: Pt[] = [];
  const left: Pt[] = [];
  for (const [i, p] of points.entries()) {
    const [nx, ny] = sides[i] ?? [0, 0];
    const t = i / last;
    const rise = taper === "both" || taper === "start" ? Math.min(1, 0.16 + t * 2.6) : 1;
    const fall = taper === "both" || taper === "end" ? Math.min(1, 0.12 + (1 - t) * 2) : 1;
    const half = (width * rise * fall) / 2;
    right.push([p[0] + nx * half, p[1] + ny * half]);
    left.push([p[0] - nx * half, p[1] - ny * half]);
  }
  return polygonPath(oriented([...right, ...left.reverse()]));
}
