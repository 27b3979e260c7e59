// The box of a caption. A caption at its panel's frame reaches to the border, slanted or not: a strip of the picture between the two would
// look like a mistake.

import type { Body } from "./balloon-body.ts";
import type { DrawnBalloon } from "./balloon-shapes.ts";
import { boundingBox, type Point } from "./geometry.ts";
import { type PathCommand, pathOf } from "./outline.ts";
import { partInside, type Side } from "./silhouette.ts";

/** A caption whose edge is this near to the frame is attached to it, in units; the search keeps a smaller distance. */
const NEAR = 14;
/** The other end of a caption's edge may be this far from a slanted frame, in units. */
const FAR = 46;
/** A caption that is not attached to its frame keeps at least this distance from it, in units. */
const APART = 80;
/** The box's line lies on the inner half of the border, so the box ends this many units outside the frame's line. */
const INSET = 2;

/** The corners of the box around a caption's middle, extended to the sides of the panel to which it is attached. */
export function captionCorners({ rx, ry }: Body, middle: Point, sides: readonly Side[]): Point[] {
  const edges = { left: rx, right: rx, top: ry, bottom: ry };
  const plain = cornersOf(middle, edges);
  // A box that crosses its frame is not attached to it.
  if (plain.some((corner) => sides.some((side) => depthOf(corner, side) < 0))) return plain;
  for (const [edge, ends, way] of edgesOf(plain)) {
    const gaps = ends.map((end) => distance(end, way, sides));
    if (Math.min(...gaps) <= NEAR && Math.max(...gaps) <= FAR) edges[edge] += Math.max(...gaps);
  }
  return partInside(
    cornersOf(middle, edges),
    sides.map((side) => ({ ...side, d: side.d + INSET })),
  );
}

const LEFT = { x: -1, y: 0 };
const RIGHT = { x: 1, y: 0 };
const UP = { x: 0, y: -1 };
const DOWN = { x: 0, y: 1 };

/** Moves a caption's middle so that the caption is attached to a near side, or clearly apart from it. */
export function besideFrame(middle: Point, bounds: readonly Side[]): Point {
  return movedOut(movedOut(middle, [LEFT, RIGHT], bounds), [UP, DOWN], bounds);
}

function movedOut(from: Point, [one, other]: readonly [Point, Point], bounds: readonly Side[]): Point {
  const far = distance(from, one, bounds);
  const otherFar = distance(from, other, bounds);
  const [way, nearest] = otherFar < far ? [other, otherFar] : [one, far];
  return nearest > APART ? from : { x: from.x + way.x * nearest, y: from.y + way.y * nearest };
}

export function drawCaption(corners: readonly Point[]): DrawnBalloon {
  const outline = corners.map(({ x, y }, i): PathCommand => ({ type: i === 0 ? "M" : "L", at: [x, y] }));
  return { outline: pathOf([...outline, { type: "Z" }]), box: boundingBox(corners) };
}

type Edges = Record<"left" | "right" | "top" | "bottom", number>;

/** Corners clockwise from the upper left; `edges` are distances from the middle. */
function cornersOf({ x, y }: Point, { left, right, top, bottom }: Edges): [Point, Point, Point, Point] {
  return [
    { x: x - left, y: y - top },
    { x: x + right, y: y - top },
    { x: x + right, y: y + bottom },
    { x: x - left, y: y + bottom },
  ];
}

/** Each edge with its name, its two ends and its outward direction. */
function edgesOf([a, b, c, d]: readonly [Point, Point, Point, Point]): [keyof Edges, Point[], Point][] {
  return [
    ["left", [a, d], LEFT],
    ["right", [b, c], RIGHT],
    ["top", [a, b], UP],
    ["bottom", [c, d], DOWN],
  ];
}

/** Distance from an inner point to the nearest side in a direction. */
function distance(from: Point, way: Point, sides: readonly Side[]): number {
  let nearest = Infinity;
  for (const side of sides) {
    const towards = -(side.nx * way.x + side.ny * way.y);
    // A side whose normal is nearly perpendicular to the direction is not the one that the edge faces.
    if (towards > 0.5) nearest = Math.min(nearest, depthOf(from, side) / towards);
  }
  return nearest;
}

function depthOf({ x, y }: Point, { nx, ny, d }: Side): number {
  return nx * x + ny * y - d;
}
