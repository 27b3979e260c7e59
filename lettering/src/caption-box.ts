// The box of a caption. Where it stands at its panel's frame it reaches to the border, slanted or not: a strip of the picture
// between the two would look like a mistake.

import type { Body } from "./balloon-body.ts";
import type { DrawnBalloon } from "./balloon-shapes.ts";
import { boundingBox, type Point } from "./geometry.ts";
import { type PathCommand, pathOf } from "./outline.ts";
import { partInside, type Side } from "./silhouette.ts";

/** A caption whose edge is this near to the frame stands at it, in units; the least distance that the search keeps is less. */
const NEAR = 14;
/** A slanted frame may be this far from the edge's other end. */
const FAR = 46;
/** Nearer to its frame than this no caption stands, unless it stands at it. */
const APART = 80;
/** The box's line lies on the inner half of the border. */
const INSET = 2;

/** The box around a caption's middle, drawn out to the sides of the panel that it stands at. */
export function captionCorners({ rx, ry }: Body, middle: Point, sides: readonly Side[]): Point[] {
  const edges = { left: rx, right: rx, top: ry, bottom: ry };
  const plain = cornersOf(middle, edges);
  // One that crosses its frame was not put beside it.
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

/** A caption's middle, moved out to the sides that are near: it stands at a frame, or clearly apart from it. */
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

/** Clockwise from the upper left; `edges` are distances from the middle. */
function cornersOf({ x, y }: Point, { left, right, top, bottom }: Edges): [Point, Point, Point, Point] {
  return [
    { x: x - left, y: y - top },
    { x: x + right, y: y - top },
    { x: x + right, y: y + bottom },
    { x: x - left, y: y + bottom },
  ];
}

/** Each edge with its two ends and the way out. */
function edgesOf([a, b, c, d]: readonly [Point, Point, Point, Point]): [keyof Edges, Point[], Point][] {
  return [
    ["left", [a, d], LEFT],
    ["right", [b, c], RIGHT],
    ["top", [a, b], UP],
    ["bottom", [c, d], DOWN],
  ];
}

/** From a point inside to the nearest side that lies on the way. */
function distance(from: Point, way: Point, sides: readonly Side[]): number {
  let nearest = Infinity;
  for (const side of sides) {
    const towards = -(side.nx * way.x + side.ny * way.y);
    // What hardly leans towards the point is a neighbouring side, not the one that the edge faces.
    if (towards > 0.5) nearest = Math.min(nearest, depthOf(from, side) / towards);
  }
  return nearest;
}

function depthOf({ x, y }: Point, { nx, ny, d }: Side): number {
  return nx * x + ny * y - d;
}
