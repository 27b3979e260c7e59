// Culling: finds shapes that lie outside the panel or are too small to be seen on paper.

import type { PanelView } from "../camera/view.ts";
import type { Pt } from "./curves.ts";

/** Whether the hull of these points lies outside the panel, with a margin for tilted views. */
export function isOutside({ width, height }: PanelView, points: readonly Pt[]): boolean {
  const m = 50 + Math.max(width, height) * 0.08;
  return (
    points.every(([x]) => x < -m) ||
    points.every(([x]) => x > width + m) ||
    points.every(([, y]) => y < -m) ||
    points.every(([, y]) => y > height + m)
  );
}

/** Whether a shape is too small to be seen on paper. */
export function isSpeck(points: readonly Pt[]): boolean {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [w, h] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  return w + h < 4 || w < 0.7 || h < 0.7;
}
