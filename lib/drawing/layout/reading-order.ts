// The order in which a reader's eye takes a page's panels, from their drawn shapes alone:
// the page is divided where a gutter runs right across it, first from side to side, then from top to bottom.
import { boundingBox, type Point } from "../../manga/geometry.ts";
import type { Direction } from "../../manga/language.ts";
import type { Frame } from "../../manga/storyboard.ts";

/** How far a corner may lie over a dividing line and still count as on its side. */
const TOLERANCE = 1;

/** Indices of the frames as they are read. Frames that no gutter divides are taken by their top, then by their side. */
export function readingOrder(frames: readonly Frame[], direction: Direction): number[] {
  return orderOf(
    frames.map((frame, index) => ({ index, corners: frame.corners })),
    direction,
  );
}

interface Shape {
  index: number;
  corners: readonly Point[];
}

function orderOf(shapes: readonly Shape[], direction: Direction): number[] {
  if (shapes.length <= 1) return shapes.map((s) => s.index);
  const parts = divide(shapes, "across") ?? divide(shapes, "down");
  if (parts === null) return bySight(shapes, direction).map((s) => s.index);
  const [first, second] = parts.across || direction === "ltr" ? parts.sides : parts.sides.toReversed();
  return [...orderOf(first ?? [], direction), ...orderOf(second ?? [], direction)];
}

/** The first gutter of its kind (topmost, leftmost) that has shapes on both sides and crosses none. */
function divide(
  shapes: readonly Shape[],
  kind: "across" | "down",
): { across: boolean; sides: [Shape[], Shape[]] } | null {
  let best: [Shape[], Shape[]] | null = null;
  for (const { corners } of shapes) {
    for (const [i, from] of corners.entries()) {
      const to = corners[(i + 1) % corners.length] ?? from;
      const flat = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
      if (flat !== (kind === "across")) continue;
      const sides = sidesOf(shapes, from, to);
      if (sides !== null && (best === null || sides[0].length < best[0].length)) best = sides;
    }
  }
  return best === null ? null : { across: kind === "across", sides: best };
}

/** Shapes before (above, left of) and after a line; null where one lies on both sides, or one side is empty. */
function sidesOf(shapes: readonly Shape[], from: Point, to: Point): [Shape[], Shape[]] | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return null;
  const flat = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
  const sign = (flat ? to.x < from.x : to.y > from.y) ? -1 : 1;
  const before: Shape[] = [];
  const after: Shape[] = [];
  for (const shape of shapes) {
    const distances = shape.corners.map(
      (p) => (sign * ((to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x))) / length,
    );
    if (Math.max(...distances) <= TOLERANCE) before.push(shape);
    else if (Math.min(...distances) >= -TOLERANCE) after.push(shape);
    else return null;
  }
  return before.length > 0 && after.length > 0 ? [before, after] : null;
}

function bySight(shapes: readonly Shape[], direction: Direction): Shape[] {
  return shapes.toSorted((a, b) => {
    const [boxA, boxB] = [boundingBox(a.corners), boundingBox(b.corners)];
    return boxA.y - boxB.y || (direction === "ltr" ? boxA.x - boxB.x : boxB.x - boxA.x);
  });
}
