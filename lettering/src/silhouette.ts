// Silhouettes of balloons and sounds for the search: superellipses and boxes that must not touch, and the convex panel around them.

import { type Body, isWithinReach, reach, silhouetteExponent } from "./balloon-body.ts";
import type { Box, Point } from "./geometry.ts";

export interface Silhouette {
  x: number;
  y: number;
  rx: number;
  ry: number;
  exponent: number;
  /** Points on its outline from its middle, computed with the first comparison. */
  outline?: readonly Point[];
}

/** A side of a convex panel: points inside have `nx·x + ny·y >= d`; the normal has length 1. */
export interface Side {
  nx: number;
  ny: number;
  d: number;
}

/** The sides of a panel whose corners are given clockwise or counter-clockwise. */
export function sidesOf(corners: readonly Point[]): Side[] {
  const clockwise = signedArea(corners) > 0 ? 1 : -1;
  const sides: Side[] = [];
  for (const [i, a] of corners.entries()) {
    const b = corners[(i + 1) % corners.length] ?? a;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length === 0) continue;
    const nx = (-(b.y - a.y) / length) * clockwise;
    const ny = ((b.x - a.x) / length) * clockwise;
    sides.push({ nx, ny, d: nx * a.x + ny * a.y });
  }
  return sides;
}

export function boxSides(box: Box): Side[] {
  return [
    { nx: 1, ny: 0, d: box.x },
    { nx: -1, ny: 0, d: -box.x - box.width },
    { nx: 0, ny: 1, d: box.y },
    { nx: 0, ny: -1, d: -box.y - box.height },
  ];
}

export function silhouetteOf(body: Body, middle: Point): Silhouette {
  return { x: middle.x, y: middle.y, rx: body.outerX, ry: body.outerY, exponent: silhouetteExponent(body) };
}

export function boxSilhouette(b: Box): Silhouette {
  return { x: b.x + b.width / 2, y: b.y + b.height / 2, rx: b.width / 2, ry: b.height / 2, exponent: 60 };
}

export function areaOf(corners: readonly Point[]): number {
  return Math.abs(signedArea(corners));
}

/** The part of an outline within the sides of a convex panel (Sutherland–Hodgman clipping). */
export function partInside(outline: readonly Point[], sides: readonly Side[]): Point[] {
  return sides.reduce<Point[]>(
    (part, side) => {
      const depth = ({ x, y }: Point): number => side.nx * x + side.ny * y - side.d;
      return part.flatMap((p, i) => {
        const before = part.at(i - 1) ?? p;
        const [from, to] = [depth(before), depth(p)];
        const share = from / (from - to);
        const crossing = { x: before.x + (p.x - before.x) * share, y: before.y + (p.y - before.y) * share };
        return [...(from >= 0 === to >= 0 ? [] : [crossing]), ...(to >= 0 ? [p] : [])];
      });
    },
    [...outline],
  );
}

/** Distance to the nearest side; negative where the silhouette crosses it. */
export function clearance(s: Silhouette, sides: readonly Side[]): number {
  let least = Infinity;
  for (const side of sides) {
    least = Math.min(least, side.nx * s.x + side.ny * s.y - side.d - support(s, side.nx, side.ny));
  }
  return least;
}

/** Sides that a silhouette's middle may not cross, so that all of the silhouette keeps `margin` from the given sides. */
export function sidesForMiddle(
  s: Omit<Silhouette, "x" | "y">,
  sides: readonly Side[],
  margin: number,
): Side[] {
  return sides.map((side) => ({
    ...side,
    d: side.d + support({ ...s, x: 0, y: 0 }, side.nx, side.ny) + margin,
  }));
}

export function isInside(p: Point, sides: readonly Side[]): boolean {
  for (const side of sides) if (side.nx * p.x + side.ny * p.y < side.d) return false;
  return true;
}

/** Whether a silhouette, grown by `margin`, touches a box. Exact: the box's nearest point is also nearest in the superellipse's norm. */
export function touchesBox(s: Silhouette, box: Box, margin: number): boolean {
  const dx = Math.max(box.x - s.x, 0, s.x - box.x - box.width);
  const dy = Math.max(box.y - s.y, 0, s.y - box.y - box.height);
  return isWithinReach(dx, dy, { rx: s.rx + margin, ry: s.ry + margin, exponent: s.exponent });
}

/** Whether two silhouettes are nearer than `gap`, decided by points on both outlines. */
export function touch(a: Silhouette, b: Silhouette, gap: number): boolean {
  if (Math.abs(a.x - b.x) >= a.rx + b.rx + gap || Math.abs(a.y - b.y) >= a.ry + b.ry + gap) return false;
  return holdsPointOf(a, b, gap) || holdsPointOf(b, a, gap);
}

/** Share of a box that the silhouette covers, estimated by points in the intersection of their boxes. */
export function shareCovered(s: Silhouette, box: Box): number {
  const left = Math.max(s.x - s.rx, box.x);
  const top = Math.max(s.y - s.ry, box.y);
  const width = Math.min(s.x + s.rx, box.x + box.width) - left;
  const height = Math.min(s.y + s.ry, box.y + box.height) - top;
  if (width <= 0 || height <= 0) return 0;
  const share = (width * height) / Math.max(1, box.width * box.height);
  if (s.exponent > 10) return share;
  let within = 0;
  for (const across of SAMPLES) {
    for (const down of SAMPLES) {
      if (isWithinReach(left + width * across - s.x, top + height * down - s.y, s)) within += 1;
    }
  }
  return (share * within) / SAMPLES.length ** 2;
}

const SAMPLES = [0.125, 0.375, 0.625, 0.875];

const AXES = ["x", "y"] as const;

/** Where the way from `from` (0) to `to` (1) enters a box; null where it misses the box. */
export function entersBox(from: Point, to: Point, box: Box): number | null {
  let enter = 0;
  let leave = 1;
  for (const axis of AXES) {
    const start = from[axis];
    const way = to[axis] - start;
    const low = box[axis];
    const high = low + (axis === "x" ? box.width : box.height);
    if (Math.abs(way) < 1e-9) {
      if (start < low || start > high) return null;
      continue;
    }
    const a = (low - start) / way;
    const b = (high - start) / way;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave ? enter : null;
}

export function containsPoint(box: Box, p: Point): boolean {
  return p.x >= box.x && p.x <= box.x + box.width && p.y >= box.y && p.y <= box.y + box.height;
}

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + by * 2, height: box.height + by * 2 };
}

/** Half the superellipse's extent in a direction. */
function support(s: Silhouette, nx: number, ny: number): number {
  const x = s.rx * Math.abs(nx);
  const y = s.ry * Math.abs(ny);
  if (x === 0 || y === 0 || s.exponent > 20) return x + y;
  const q = s.exponent / (s.exponent - 1);
  return (x ** q + y ** q) ** (1 / q);
}

const DIRECTIONS = Array.from({ length: 24 }, (_, i) => {
  const t = (i / 24) * Math.PI * 2;
  return { x: Math.cos(t), y: Math.sin(t) };
});

/** Cached on the silhouette, because a search compares it with many others. */
function outlineOf(s: Silhouette): readonly Point[] {
  s.outline ??= DIRECTIONS.map((d) => {
    const px = d.x * s.rx;
    const py = d.y * s.ry;
    const far = reach({ x: px, y: py }, s.rx, s.ry, s.exponent);
    return { x: px / far, y: py / far };
  });
  return s.outline;
}

function holdsPointOf(holder: Silhouette, other: Silhouette, gap: number): boolean {
  const grown = { rx: holder.rx + gap, ry: holder.ry + gap, exponent: holder.exponent };
  for (const { x, y } of outlineOf(other)) {
    if (isWithinReach(other.x + x - holder.x, other.y + y - holder.y, grown)) return true;
  }
  return isWithinReach(other.x - holder.x, other.y - holder.y, holder);
}

function signedArea(corners: readonly Point[]): number {
  let sum = 0;
  for (const [i, a] of corners.entries()) {
    const b = corners[(i + 1) % corners.length] ?? a;
    sum += a.x * b.y - b.x * a.y;
  }
  return sum / 2;
}
