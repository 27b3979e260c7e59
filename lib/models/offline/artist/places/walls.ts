// Walls and floors as planes in the scene, flat shapes on them, and ink textures of their materials: bricks, boards, cracks, joints,
// hatching. Textures are drawn in patches, enough to recognise the material, and never as a pattern over the whole wall.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Vec3 } from "../camera/camera.ts";
import type { Chance } from "../pen/chance.ts";
import { type Pt, rowsOf, sharp, through } from "../pen/curves.ts";
import { isOutside } from "../pen/in-sight.ts";
import { edge, quad, type Stage } from "./stage.ts";

/** A flat rectangle in the scene; `at(u, v)` is the point u metres along and v metres up it. */
export interface Wall {
  at(u: number, v: number): Vec3;
  w: number;
  h: number;
}

/** A wall along the line of sight. */
export const sideWall = (x: number, [z0, z1]: Pt, [y0, y1]: Pt): Wall => ({
  at: (u, v) => [x, y0 + v, z0 + u],
  w: z1 - z0,
  h: y1 - y0,
});

/** The part of a wall that begins at a point of it. */
export const wallFrom = ({ at, w, h }: Wall, [u0, v0]: Pt): Wall => ({
  at: (u, v) => at(u0 + u, v0 + v),
  w: w - u0,
  h: h - v0,
});

/** A wall that faces the reader. */
export const frontWall = (z: number, [x0, x1]: Pt, [y0, y1]: Pt): Wall => ({
  at: (u, v) => [x0 + u, y0 + v, z],
  w: x1 - x0,
  h: y1 - y0,
});

/** The corners of a wall or of a part of it; the part is [left, foot, right, top] in metres. */
export const cornersOf = (
  { at, w, h }: Wall,
  [u0, v0, u1, v1]: readonly [number, number, number, number] = [0, 0, w, h],
): Vec3[] => [at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)];

/** Corners of an axis-parallel rectangle from two opposite corners. */
export function cornersBetween([x0, y0, z0]: Vec3, [x1, y1, z1]: Vec3): readonly Vec3[] {
  if (y0 === y1) return rowsOf([x0, y0, z0], [x1, y0, z0], [x1, y0, z1], [x0, y0, z1]);
  return x0 === x1
    ? rowsOf([x0, y0, z0], [x0, y0, z1], [x0, y1, z1], [x0, y1, z0])
    : rowsOf([x0, y0, z0], [x1, y0, z0], [x1, y1, z0], [x0, y1, z0]);
}

/** The same as a wall, or as a floor. */
export function wallBetween([x0, y0, z0]: Vec3, [x1, y1, z1]: Vec3): Wall {
  if (y0 === y1) return floorOf(y0, [x0, x1], [z0, z1]);
  return x0 === x1 ? sideWall(x0, [z0, z1], [y0, y1]) : frontWall(z0, [x0, x1], [y0, y1]);
}

/** A floor: u is to the right, v is away. */
export const floorOf = (y: number, [x0, x1]: Pt, [z0, z1]: Pt): Wall => ({
  at: (u, v) => [x0 + u, y, z0 + v],
  w: x1 - x0,
  h: z1 - z0,
});

/** Units of a metre at the middle of a wall. */
export function detailOf({ camera }: Stage, { at, w, h }: Wall): number {
  return camera.focal / Math.max(0.5, at(w / 2, h / 2)[2]);
}

/** A texture line on a wall, omitted outside the panel. */
export const scratch = (stage: Stage, wall: Wall, [a, b]: readonly [Pt, Pt], weight = 0.4): void =>
  scratchOn(stage, [wall.at(a[0], a[1]), wall.at(b[0], b[1])], weight);

/** A texture line between two points of the scene. */
export function scratchOn(stage: Stage, [a, b]: readonly [Vec3, Vec3], weight: number): void {
  const ends = stage.camera.segment(a, b);
  if (!ends || isOutside(stage, ends)) return;
  const [p, q] = ends;
  if (Math.abs(p[0] - q[0]) + Math.abs(p[1] - q[1]) < 2.5) return;
  stage.pen.line(sharp(ends), weight, weight < 0.42 ? "both" : "none");
}

/** A rectangle on a wall. */
export function panel(
  stage: Stage,
  { at }: Wall,
  [u0, v0, u1, v1]: readonly [number, number, number, number],
  paint: Paint,
  weight = 0.5,
): void {
  quad(stage, [at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)], paint, weight);
}

/** Patches of bricks, sparser at their edges. */
export function bricks(stage: Stage, rng: Chance, wall: Wall, patches: number): void {
  const k = detailOf(stage, wall);
  if (k < 24) return;
  const [bw, bh] = k < 60 ? [0.5, 0.22] : [0.3, 0.13];
  for (let i = 0; i < patches; i++) {
    const [cu, cv] = [wall.w * rng.next(), wall.h * rng.between(0.02, 0.95)];
    const rows = rng.int(2, 4);
    for (let r = 0; r < rows; r++) {
      const v = Math.round(cv / bh) * bh + r * bh;
      if (v < 0 || v + bh > wall.h) continue;
      const shift = (Math.round(v / bh) % 2) * bw * 0.5;
      const n = rng.int(1, 4);
      const from = Math.round(cu / bw) * bw + shift + rng.int(-1, 1) * bw;
      for (let c = 0; c < n; c++) {
        const u = from + c * bw;
        if (u < 0 || u + bw > wall.w) continue;
        scratch(stage, wall, through([u, v], [u + bw * 0.96, v]));
        scratch(stage, wall, through([u, v], [u, v + bh]));
        if (r === rows - 1 || rng.flip(0.4)) scratch(stage, wall, through([u, v + bh], [u + bw, v + bh]));
      }
    }
  }
}

/** Parallel boards: interrupted joints, and occasional knots or nails. */
export function boards(stage: Stage, rng: Chance, wall: Wall, step: number, lying = false): void {
  const k = detailOf(stage, wall);
  if (k * step < 7) return;
  const [long, across] = lying ? [wall.w, wall.h] : [wall.h, wall.w];
  const on = (s: number, t: number): Pt => (lying ? [t, s] : [s, t]);
  for (let s = step; s < across; s += step) {
    const gap = long * rng.between(0.2, 0.9);
    scratch(stage, wall, [on(s, 0), on(s, gap)], 0.45);
    scratch(stage, wall, [on(s, gap + long * rng.between(0.01, 0.08)), on(s, long)], 0.45);
    if (k * step < 14) continue;
    const from = long * rng.next();
    const t = s - step * rng.between(0.3, 0.7);
    scratch(stage, wall, [on(t, from), on(t + step * 0.05, Math.min(long, from + long * 0.16))], 0.3);
    const joint = long * rng.next();
    if (rng.flip(0.6)) scratch(stage, wall, [on(s - step, joint), on(s, joint)], 0.35);
  }
}

/** Groups of short dashes for uneven plaster, and forked cracks if it is old. */
export function plaster(stage: Stage, rng: Chance, wall: Wall, groups: number, cracked = true): void {
  const k = detailOf(stage, wall);
  if (k < 14) return;
  for (let i = 0; i < groups; i++) {
    if (cracked) crack(stage, rng, wall);
    const [du, dv] = [wall.w * rng.next(), wall.h * rng.next()];
    for (let d = 0; d < 3; d++) {
      const from: Pt = [du + d * rng.between(0.06, 0.16), dv + rng.between(-0.1, 0.1)];
      scratch(stage, wall, [from, [from[0] + rng.between(0.05, 0.2), from[1]]], 0.35);
    }
  }
}

function crack(stage: Stage, rng: Chance, wall: Wall): void {
  let [u, v] = [wall.w * rng.between(0.04, 0.96), rng.flip(0.6) ? wall.h * rng.between(0.5, 1) : 0];
  const down = v > wall.h * 0.3 ? -1 : 1;
  const steps = rng.int(2, 4);
  for (let s = 0; s < steps; s++) {
    const next: Pt = [u + rng.between(-0.22, 0.22), v + down * rng.between(0.08, 0.3)];
    if (next[1] < 0 || next[1] > wall.h) break;
    scratch(stage, wall, [[u, v], next], 0.5 - s * 0.06);
    if (s === 1) scratch(stage, wall, [next, [next[0] + rng.between(-0.2, 0.2), next[1] + down * 0.1]], 0.3);
    [u, v] = next;
  }
}

/** Slanted hatching on a part of a wall, denser at `top`. */
export function hatch(
  stage: Stage,
  rng: Chance,
  wall: Wall,
  spec: { u: number; v: number; w: number; h: number; step?: number; weight?: number },
): void {
  const k = detailOf(stage, wall);
  const step = Math.max(spec.step ?? 0.09, 3.6 / k);
  for (let s = 0; s < spec.w; s += step) {
    const drop = spec.h * rng.between(0.55, 1);
    const from: Pt = [spec.u + s, spec.v];
    scratch(
      stage,
      wall,
      [from, [Math.min(wall.w, from[0] + drop * 0.35), Math.max(0, spec.v - drop)]],
      spec.weight ?? 0.42,
    );
  }
}

/** Joints of slabs or tiles over a whole floor or wall, with wider spacing where lines would merge. */
export function joints(stage: Stage, wall: Wall, [su, sv]: Pt, weight = 0.4): void {
  const k = detailOf(stage, wall);
  if (k * Math.min(su, sv) < 2.5) return;
  for (let u = su; u < wall.w; u += su) scratch(stage, wall, through([u, 0], [u, wall.h]), weight);
  for (let v = sv; v < wall.h; v += sv) scratch(stage, wall, through([0, v], [wall.w, v]), weight);
}

/** A polygon on a wall; corners in metres along and up it. */
export function patch(stage: Stage, wall: Wall, corners: readonly Pt[], paint: Paint, weight = 0.6): void {
  quad(
    stage,
    corners.map(([u, v]): Vec3 => wall.at(u, v)),
    paint,
    weight,
  );
}

/** A line on a wall. */
export function mark(
  stage: Stage,
  wall: Wall,
  [a, b]: readonly [Pt, Pt],
  weight = 0.5,
  paint: Paint = "black",
): void {
  edge(stage, wall.at(a[0], a[1]), wall.at(b[0], b[1]), weight, paint);
}

/** Corners of a circle. */
export const round = ([u, v]: Pt, r: number, n = 14): Pt[] =>
  Array.from({ length: n }, (_, i): Pt => {
    const a = (i * Math.PI * 2) / n;
    return [u + Math.cos(a) * r, v + Math.sin(a) * r];
  });

/** Corners of an upright opening with a pointed or a round arch. */
export function arch([u, v]: Pt, w: number, h: number, pointed: boolean): Pt[] {
  const spring = h - w * (pointed ? 0.9 : 0.5);
  const corners: Pt[] = through([u, v], [u + w, v]);
  for (let i = 0; i <= 8; i += 1) {
    const t = i / 8;
    const across = w * (1 - t);
    const bow = pointed ? 1 - Math.abs(1 - 2 * t) ** 1.7 : Math.sqrt(Math.max(0, 1 - (1 - 2 * t) ** 2));
    corners.push([u + across, v + spring + (h - spring) * bow]);
  }
  return corners;
}
