// Regions of a page and the cuts that divide them: every region is what four lines leave, so cuts may slant freely
// and a region may later reach beyond one of its lines (a bleed) without touching its neighbours.
import type { Box, Point } from "../../manga/geometry.ts";

/** A line through `at` along `along`. */
export interface Line {
  at: Point;
  along: Point;
}

/** What lies below `top`, left of `right`, above `bottom` and right of `left`. */
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

/** Width and height through the middle. */
export function middleSize(region: Region): { width: number; height: number } {
  const [a, b, c, d] = cornersOf(region);
  return { width: (b.x + c.x - a.x - d.x) / 2, height: (c.y + d.y - a.y - b.y) / 2 };
}

/** Corners clockwise from top left. */
export function cornersOf({ top, right, bottom, left }: Region): [Point, Point, Point, Point] {
  return [meet(top, left), meet(top, right), meet(bottom, right), meet(bottom, left)];
}

/** Cuts into an upper and a lower region with `gutter` units between them. `leftY` and `rightY` are the cut's height at the region's middle left and right. */
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

/** Cuts into a left and a right region. `topX` and `bottomX` are where the cut meets the region's top and bottom. */
export function cutDown(region: Region, cut: { topX: number; bottomX: number; gutter: number }): Region[] {
  const from = { x: cut.topX, y: heightAt(region.top, cut.topX) };
  const to = { x: cut.bottomX, y: heightAt(region.bottom, cut.bottomX) };
  const line = through(from, to);
  return [
    { ...region, right: shifted(line, cut.gutter / 2) },
    { ...region, left: shifted(line, -cut.gutter / 2) },
  ];
}

/** Where two lines meet. Throws where they are parallel. */
export function meet(a: Line, b: Line): Point {
  const cross = a.along.x * b.along.y - a.along.y * b.along.x;
  if (Math.abs(cross) < 1e-9) throw new RangeError("parallel lines do not meet");
  const t = ((b.at.x - a.at.x) * b.along.y - (b.at.y - a.at.y) * b.along.x) / cross;
  return { x: a.at.x + a.along.x * t, y: a.at.y + a.along.y * t };
}

/** The height of a line that is not upright at `x`. */
function heightAt(line: Line, x: number): number {
  return line.at.y + ((x - line.at.x) * line.along.y) / line.along.x;
}

function through(from: Point, to: Point): Line {
  return { at: from, along: { x: to.x - from.x, y: to.y - from.y } };
}

/** A parallel line, `distance` units to the right of the way along: below a line that runs right, left of one that runs down. */
function shifted(line: Line, distance: number): Line {
  const length = Math.hypot(line.along.x, line.along.y);
  const normal = { x: -line.along.y / length, y: line.along.x / length };
  return {
    at: { x: line.at.x + normal.x * distance, y: line.at.y + normal.y * distance },
    along: line.along,
  };
}
