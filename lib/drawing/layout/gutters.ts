// Measures the gutters of a drawn page, between facing edges of panels.
import type { Point } from "../../manga/geometry.ts";
import type { Frame } from "../../manga/storyboard.ts";

/** Widths in units: between rows, and within a row. */
export interface Gutters {
  across: number[];
  down: number[];
}

export function guttersOf(frames: readonly Frame[]): Gutters {
  const gutters: Gutters = { across: [], down: [] };
  for (const [i, a] of frames.entries()) {
    for (const b of frames.slice(i + 1)) {
      const gap = gutterBetween(a.corners, b.corners);
      if (gap !== null) (gap.level ? gutters.across : gutters.down).push(gap.width);
    }
  }
  return gutters;
}

/** The gutter between two panels with facing edges; null if they have none. */
function gutterBetween(a: readonly Point[], b: readonly Point[]): { level: boolean; width: number } | null {
  for (const [i, from] of a.entries()) {
    const to = a[(i + 1) % a.length] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    for (const [j, start] of b.entries()) {
      const end = b[(j + 1) % b.length] ?? start;
      const cross = (to.x - from.x) * (end.y - start.y) - (to.y - from.y) * (end.x - start.x);
      const reach = Math.hypot(end.x - start.x, end.y - start.y);
      if (Math.abs(cross) / length / reach > 0.002) continue;
      const width = -((to.x - from.x) * (start.y - from.y) - (to.y - from.y) * (start.x - from.x)) / length;
      const along = [start, end].map(
        (p) => ((to.x - from.x) * (p.x - from.x) + (to.y - from.y) * (p.y - from.y)) / length,
      );
      const overlap = Math.min(length, Math.max(...along)) - Math.max(0, Math.min(...along));
      if (width > 0 && width < 120 && overlap > 40) {
        return { level: Math.abs(to.x - from.x) > Math.abs(to.y - from.y), width };
      }
    }
  }
  return null;
}
