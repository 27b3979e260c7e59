// The reading order of two balloons, and whether their tails make unclear who speaks.
import type { Point } from "./geometry.ts";
import type { Direction } from "./page.ts";
import type { Silhouette } from "./silhouette.ts";

/** A balloon's middle and the mouth at which its tail points; null where the mouth cannot be seen. */
export interface Spoken {
  middle: Point;
  mouth: Point | null;
}

/** Whether a reader meets `a` before `b`, reading across in the book's direction, then down. */
export function readsBefore(a: Silhouette, b: Silhouette, direction: Direction): boolean {
  const ahead = direction === "rtl" ? a.x - b.x : b.x - a.x;
  const below = b.y - a.y;
  // Clearly below: no part of `b` is beside the upper half of `a`.
  if (b.y - b.ry >= a.y - a.ry * 0.1) return ahead > -(a.rx + b.rx) * 0.75 || b.y - b.ry >= a.y + a.ry * 0.6;
  // Beside: further in reading direction, and not much higher.
  return ahead >= Math.min(a.rx, b.rx) * 0.7 && below > -Math.max(a.ry, b.ry) * 0.4;
}

/** Whether the straight ways from two balloons to their speakers cross. */
export function tailsCross(a: Spoken, b: Spoken): boolean {
  if (a.mouth === null || b.mouth === null || a.mouth === b.mouth) return false;
  const side = (p: Point, q: Point, r: Point): number =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return (
    side(a.middle, a.mouth, b.middle) * side(a.middle, a.mouth, b.mouth) < 0 &&
    side(b.middle, b.mouth, a.middle) * side(b.middle, b.mouth, a.mouth) < 0
  );
}
