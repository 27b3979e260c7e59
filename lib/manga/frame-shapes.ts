// Geometry of frames as people change them: four-sided shapes, the gutters between them, and what a page of frames must keep.
import type { Box, Point } from "./geometry.ts";
import { boundingBox, PAPER } from "./paper.ts";

export const SIDES = ["top", "right", "bottom", "left"] as const;
export type Side = (typeof SIDES)[number];

/** Corners clockwise from the top left one; the side `top` goes from the first to the second. */
export type Quad = readonly [Point, Point, Point, Point];

/** A line through `at`; `along` has length 1. */
export interface Line {
  at: Point;
  along: Point;
}

/** Edges of two panels face each other where the white between them is narrower than this, in units. */
const WIDEST_GUTTER = 120;
/** Length in units over which two edges must face each other. */
const LEAST_FACING = 40;
/** Sine of the largest angle between the edges of one gutter. */
const PARALLEL = 0.02;

/** Smallest frame, in units: 20 mm to each side. */
const LEAST_FRAME = 200;
/** The white between two frames is at least 1.5 mm. */
const LEAST_GUTTER = 15;
/** Corners are rounded to 0.01 units, and bleeding ones lie on the bleed's edge only as far. */
const TOLERANCE = 0.5;

export const BLEED_BOX: Box = {
  ...{ x: -PAPER.bleed, y: -PAPER.bleed },
  ...{ width: PAPER.width + 2 * PAPER.bleed, height: PAPER.height + 2 * PAPER.bleed },
};

/** Undefined for a frame with another number of corners. */
export function quadOf(corners: readonly Point[]): Quad | undefined {
  const [a, b, c, d, ...more] = corners;
  return a && b && c && d && more.length === 0 ? [a, b, c, d] : undefined;
}

export function quadOfBox({ x, y, width, height }: Box): Quad {
  const [right, bottom] = [x + width, y + height];
  return [
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
  ];
}

export function endsOf(quad: Quad, side: Side): [Point, Point] {
  const at = SIDES.indexOf(side);
  return [quad[at] as Point, quad[(at + 1) % 4] as Point];
}

export function lineOf(quad: Quad, side: Side): Line {
  const [from, to] = endsOf(quad, side);
  return through(from, to);
}

export function through(from: Point, to: Point): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { at: from, along: { x: (to.x - from.x) / length, y: (to.y - from.y) / length } };
}

/** Distance of a point to the left of a line's direction: of a side, outwards. */
export function outwardOf({ at, along }: Line, point: Point): number {
  return along.y * (point.x - at.x) - along.x * (point.y - at.y);
}

const forwardOf = ({ at, along }: Line, point: Point) =>
  along.x * (point.x - at.x) + along.y * (point.y - at.y);

export function shifted({ at, along }: Line, outward: number): Line {
  return { at: { x: at.x + along.y * outward, y: at.y - along.x * outward }, along };
}

/** Undefined for parallel lines. */
function crossing(a: Line, b: Line): Point | undefined {
  const cross = a.along.x * b.along.y - a.along.y * b.along.x;
  if (Math.abs(cross) < 1e-6) return undefined;
  const t = ((b.at.x - a.at.x) * b.along.y - (b.at.y - a.at.y) * b.along.x) / cross;
  return { x: a.at.x + a.along.x * t, y: a.at.y + a.along.y * t };
}

/** The shape with one side on another line; undefined where that line does not meet the sides beside it. */
export function withSide(quad: Quad, side: Side, line: Line): Quad | undefined {
  const at = SIDES.indexOf(side);
  const before = crossing(lineOf(quad, SIDES[(at + 3) % 4] as Side), line);
  const after = crossing(line, lineOf(quad, SIDES[(at + 1) % 4] as Side));
  if (before === undefined || after === undefined) return undefined;
  const corners = quad.map((corner, index) =>
    rounded(index === at ? before : index === (at + 1) % 4 ? after : corner),
  );
  return quadOf(corners);
}

/** A hundredth of a unit is a micrometre on paper. */
export function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
}

export interface Edge {
  panel: string;
  side: Side;
}

/** The edge of `b` that faces an edge of `a` across a gutter, and the gutter's width. */
export function facing(a: Quad, side: Side, b: Quad): { side: Side; gap: number } | undefined {
  const line = lineOf(a, side);
  const [from, to] = endsOf(a, side);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  for (const other of SIDES) {
    const facingLine = lineOf(b, other);
    const sine = line.along.x * facingLine.along.y - line.along.y * facingLine.along.x;
    const cosine = line.along.x * facingLine.along.x + line.along.y * facingLine.along.y;
    if (cosine > 0 || Math.abs(sine) > PARALLEL) continue;
    const ends = endsOf(b, other);
    const gap = outwardOf(line, { x: (ends[0].x + ends[1].x) / 2, y: (ends[0].y + ends[1].y) / 2 });
    const reach = ends.map((point) => forwardOf(line, point));
    const overlap = Math.min(length, Math.max(...reach)) - Math.max(0, Math.min(...reach));
    if (gap > 0 && gap < WIDEST_GUTTER && overlap > LEAST_FACING) return { side: other, gap };
  }
  return undefined;
}

/** All edges of a gutter, beginning with the given one: they move together, so that the gutter keeps its width. */
export function gutterOf(quads: ReadonlyMap<string, Quad>, first: Edge): Edge[] {
  const found = [first];
  for (const { panel, side } of found) {
    const quad = quads.get(panel);
    if (quad === undefined) continue;
    for (const [other, shape] of quads) {
      const edge = other === panel ? undefined : facing(quad, side, shape);
      if (edge === undefined) continue;
      if (found.some((known) => known.panel === other && known.side === edge.side)) continue;
      found.push({ panel: other, side: edge.side });
    }
  }
  return found;
}

/** The extent of edges along a line, as distances from its point. */
export function extentOf(line: Line, points: readonly Point[]): { from: number; to: number } {
  const along = points.map((point) => forwardOf(line, point));
  return { from: Math.min(...along), to: Math.max(...along) };
}

/** Whether the corners turn clockwise everywhere. */
export function isConvex(quad: Quad): boolean {
  return SIDES.every((side, at) => {
    const next = quad[(at + 2) % 4] as Point;
    return outwardOf(lineOf(quad, side), next) < -1;
  });
}

export function isLargeEnough(quad: Quad): boolean {
  const { width, height } = boundingBox(quad);
  const narrowest = SIDES.map((side) => {
    const [from, to] = endsOf(quad, side);
    return Math.hypot(to.x - from.x, to.y - from.y);
  });
  return Math.min(width, height) >= LEAST_FRAME - 1 && Math.min(...narrowest) >= LEAST_FRAME / 2;
}

/** Whether each corner lies in the safe area, or on the edge of the bleed. */
export function isOnPaper(quad: Quad): boolean {
  const { safe } = PAPER;
  const within = (value: number, from: number, size: number, bleed: { from: number; size: number }) =>
    (value >= from - TOLERANCE && value <= from + size + TOLERANCE) ||
    Math.abs(value - bleed.from) <= TOLERANCE ||
    Math.abs(value - bleed.from - bleed.size) <= TOLERANCE;
  return quad.every(
    ({ x, y }) =>
      within(x, safe.x, safe.width, { from: BLEED_BOX.x, size: BLEED_BOX.width }) &&
      within(y, safe.y, safe.height, { from: BLEED_BOX.y, size: BLEED_BOX.height }),
  );
}

/** Whether a corner lies on the edge of the bleed. */
export function bleedsOff(quad: readonly Point[]): boolean {
  const { x, y, width, height } = boundingBox(quad);
  return (
    x <= BLEED_BOX.x + TOLERANCE ||
    y <= BLEED_BOX.y + TOLERANCE ||
    x + width >= BLEED_BOX.x + BLEED_BOX.width - TOLERANCE ||
    y + height >= BLEED_BOX.y + BLEED_BOX.height - TOLERANCE
  );
}

/** Whether the white between two convex shapes is wide enough, measured across an edge of one of them. */
export function areApart(a: readonly Point[], b: readonly Point[]): boolean {
  return Math.max(separation(a, b), separation(b, a)) >= LEAST_GUTTER - TOLERANCE;
}

function separation(a: readonly Point[], b: readonly Point[]): number {
  const gaps = a.map((from, index) => {
    const line = through(from, a[(index + 1) % a.length] as Point);
    return Math.min(...b.map((point) => outwardOf(line, point)));
  });
  return Math.max(...gaps);
}
