// The bounding box of what is drawn, and how it grows.
import type { Pt } from "./curves.ts";

/** A bounding box: left, top, right, bottom. */
export type Extent = [number, number, number, number];

/** The corners of the intersection of a box with the bounding box of some points; empty if they do not meet. */
export function cornersWithin([left, high, right, low]: Extent, points: readonly Pt[]): Pt[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const from: Pt = [Math.max(left, Math.min(...xs)), Math.max(high, Math.min(...ys))];
  const to: Pt = [Math.min(right, Math.max(...xs)), Math.min(low, Math.max(...ys))];
  return from[0] < to[0] && from[1] < to[1] ? [from, to] : [];
}

export function grow(extent: Extent, points: readonly Pt[]): void {
  for (const [x, y] of points) {
    extent[0] = Math.min(extent[0], x);
    extent[1] = Math.min(extent[1], y);
    extent[2] = Math.max(extent[2], x);
    extent[3] = Math.max(extent[3], y);
  }
}
