// Derives the reading order from the panels' drawn shapes: the page is divided recursively where a gutter crosses it completely, first
// horizontally, then vertically.
import type { Point } from "./geometry.ts";
import type { Direction } from "./language.ts";
import { boundingBox } from "./paper.ts";
import type { Frame } from "./storyboard.ts";

/** How far a corner may cross a dividing line and still count as on its side. */
const TOLERANCE = 1;

/** Indices of the frames in reading order. Frames that no gutter divides are ordered by their top, then by their side. */
export function readingOrder(frames: readonly Frame[], direction: Direction): number[] {
  return orderOf(
    frames.map((frame, index) => ({ index, corners: frame.corners })),
    direction,
  );
}

/** Minimum ratio of a wide gutter to a narrow one, so that readers notice the difference. */
export const GUTTER_RATIO = 1.5;

/**
 * Indices of the frames after which the next panel is ambiguous: no gutter divides the rest; or a column of several panels has another
 * column beside it, so that its first panel leads both down and across; or four panels meet in a cross of equal gutters.
 */
export function doubtfulPanels(frames: readonly Frame[], direction: Direction): number[] {
  const shapes = frames.map((frame, index) => ({ index, corners: frame.corners }));
  return [...new Set(doubtful(shapes, direction))].toSorted((a, b) => a - b);
}

function doubtful(shapes: readonly Shape[], direction: Direction): number[] {
  if (shapes.length <= 1) return [];
  const across = divide(shapes, "across");
  if (across !== null) {
    const down = divide(shapes, "down");
    const crossed = down !== null && across.gap < down.gap * GUTTER_RATIO;
    return [
      ...(crossed ? orderOf(shapes, direction).slice(0, 1) : []),
      ...across.sides.flatMap((side) => doubtful(side, direction)),
    ];
  }
  const columns = columnsOf(shapes, direction);
  if (columns.length === 1) return shapes.map(({ index }) => index);
  const stacks = columns.slice(0, -1).filter((column) => divide(column, "across") !== null);
  return [
    ...stacks.flatMap((stack) => orderOf(stack, direction).slice(0, 1)),
    ...columns.flatMap((column) => doubtful(column, direction)),
  ];
}

/** Parts that are side by side, in reading order. */
function columnsOf(shapes: readonly Shape[], direction: Direction): (readonly Shape[])[] {
  if (shapes.length <= 1 || divide(shapes, "across") !== null) return [shapes];
  const down = divide(shapes, "down");
  if (down === null) return [shapes];
  const sides = direction === "ltr" ? down.sides : down.sides.toReversed();
  return sides.flatMap((side) => columnsOf(side, direction));
}

interface Division {
  across: boolean;
  sides: [Shape[], Shape[]];
  /** Width of the gutter between the two sides. */
  gap: number;
}

interface Shape {
  index: number;
  corners: readonly Point[];
}

function orderOf(shapes: readonly Shape[], direction: Direction): number[] {
  if (shapes.length <= 1) return shapes.map((s) => s.index);
  const parts = divide(shapes, "across") ?? divide(shapes, "down");
  if (parts === null) return orderByPosition(shapes, direction).map((s) => s.index);
  const [first, second] = parts.across || direction === "ltr" ? parts.sides : parts.sides.toReversed();
  return [...orderOf(first ?? [], direction), ...orderOf(second ?? [], direction)];
}

/** The first gutter of its direction (topmost, leftmost) with shapes on both sides and none across it. */
function divide(shapes: readonly Shape[], kind: "across" | "down"): Division | null {
  let best: Omit<Division, "across"> | null = null;
  for (const { corners } of shapes) {
    for (const [i, from] of corners.entries()) {
      const to = corners[(i + 1) % corners.length] ?? from;
      const flat = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
      if (flat !== (kind === "across")) continue;
      const parts = sidesOf(shapes, from, to);
      if (parts !== null && (best === null || parts.sides[0].length < best.sides[0].length)) best = parts;
    }
  }
  return best === null ? null : { across: kind === "across", ...best };
}

/** Shapes before (above, left of) and after a line; null if a shape crosses it or one side is empty. */
function sidesOf(shapes: readonly Shape[], from: Point, to: Point): Omit<Division, "across"> | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return null;
  const flat = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
  const sign = (flat ? to.x < from.x : to.y > from.y) ? -1 : 1;
  const before: Shape[] = [];
  const after: Shape[] = [];
  let [nearest, farthest] = [Infinity, -Infinity];
  for (const shape of shapes) {
    const distances = shape.corners.map(
      (p) => (sign * ((to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x))) / length,
    );
    const [low, high] = [Math.min(...distances), Math.max(...distances)];
    if (high <= TOLERANCE) {
      before.push(shape);
      farthest = Math.max(farthest, high);
    } else if (low >= -TOLERANCE) {
      after.push(shape);
      nearest = Math.min(nearest, low);
    } else return null;
  }
  return before.length > 0 && after.length > 0 ? { sides: [before, after], gap: nearest - farthest } : null;
}

function orderByPosition(shapes: readonly Shape[], direction: Direction): Shape[] {
  return shapes.toSorted((a, b) => {
    const [boxA, boxB] = [boundingBox(a.corners), boundingBox(b.corners)];
    return boxA.y - boxB.y || (direction === "ltr" ? boxA.x - boxB.x : boxB.x - boxA.x);
  });
}
