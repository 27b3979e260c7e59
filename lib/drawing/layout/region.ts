// Regions of a page and the cuts that divide them. A region is bounded by four lines, so cuts may slant, and a region may extend beyond one
// of its lines (a bleed) without touching its neighbours.
import type { Box, Point } from "../../manga/geometry.ts";

/** A line through the point `at` in the direction `along`. */
export interface Line {
  at: Point;
  along: Point;
}

/** The area below `top`, left of `right`, above `bottom` and right of `left`. */
export interface Region {
  top: Line;
  right: Line;
  bottom: Line;
  left: Line;
}

export function horizontal(y: number): Line {
  return { at: { x: 0, y }, along: { x: 1, y: 0 } };
}

export function vertical(x: number): Line {
  return { at: { x, y: 0 }, along: { x: 0, y: 1 } };
}

export function regionOf(box: Box): Region {
  return {
    top: horizontal(box.y),
    right: vertical(box.x + box.width),
    bottom: horizontal(box.y + box.height),
    left: vertical(box.x),
  };
}

/** Width and height through the centre. */
export function middleSize(region: Region): { width: number; height: number } {
  const [a, b, c, d] = cornersOf(region);
  return { width: (b.x + c.x - a.x - d.x) / 2, height: (c.y + d.y - a.y - b.y) / 2 };
}

/** Corners clockwise from the top left. */
export function cornersOf({ top, right, bottom, left }: Region): [Point, Point, Point, Point] {
  return [
    intersection(top, left),
    intersection(top, right),
    intersection(bottom, right),
    intersection(bottom, left),
  ];
}

/**
 * Divides into an upper and a lower region with `gutter` units between them. `leftY` and `rightY`: the cut's height at the middles of the
 * left and right sides.
 */
export function cutAcross(region: Region, cut: { leftY: number; rightY: number; gutter: number }): Region[] {
  const [a, b, c, d] = cornersOf(region);
  const from = { x: (a.x + d.x) / 2, y: cut.leftY };
  const to = { x: (b.x + c.x) / 2, y: cut.rightY };
  const line = through(from, to);
  return [
    { ...region, bottom: shifted(line, -cut.gutter / 2) },
    { ...region, top: shifted(line, cut.gutter / 2) },
  ];
}

/** Divides into a left and a right region. `topX` and `bottomX`: where the cut meets the top and the bottom. */
export function cutDown(region: Region, cut: { topX: number; bottomX: number; gutter: number }): Region[] {
  const from = { x: cut.topX, y: heightAt(region.top, cut.topX) };
  const to = { x: cut.bottomX, y: heightAt(region.bottom, cut.bottomX) };
  const line = through(from, to);
  return [
    { ...region, right: shifted(line, cut.gutter / 2) },
    { ...region, left: shifted(line, -cut.gutter / 2) },
  ];
}

/** Intersection of two lines. Throws if they are parallel. */
export function intersection(a: Line, b: Line): Point {
  const cross = a.along.x * b.along.y - a.along.y * b.along.x;
  if (Math.abs(cross) < 1e-9) throw new RangeError("parallel lines do not meet");
  const t = ((b.at.x - a.at.x) * b.along.y - (b.at.y - a.at.y) * b.along.x) / cross;
  return { x: a.at.x + a.along.x * t, y: a.at.y + a.along.y * t };
}

/** Height at `x` of a line that is not vertical. */
function heightAt(line: Line, x: number): number {
  return line.at.y + ((x - line.at.x) * line.along.y) / line.along.x;
}

function through(from: Point, to: Point): Line {
  return { at: from, along: { x: to.x - from.x, y: to.y - from.y } };
}

/**
 * A parallel line, offset by `distance` units to the right of its direction: below a line that points right, left of one that points down.
 */
function shifted(line: Line, distance: number): Line {
  const length = Math.hypot(line.along.x, line.along.y);
  const normal = { x: -line.along.y / length, y: line.along.x / length };
  return {
    at: { x: line.at.x + normal.x * distance, y: line.at.y + normal.y * distance },
    along: line.along,
  };
}
