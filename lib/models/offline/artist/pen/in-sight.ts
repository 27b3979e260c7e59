// What of a setting need not be drawn: what lies outside the panel, and specks too small to be seen on paper.

import type { PanelView } from "../camera/view.ts";
import type { Pt } from "./curves.ts";

/** Whether the panel shows nothing of what lies within these points, even when it is tilted. */
export function isOutside({ width, height }: PanelView, points: readonly Pt[]): boolean {
  const m = 50 + Math.max(width, height) * 0.08;
  return (
    points.every(([x]) => x < -m) ||
    points.every(([x]) => x > width + m) ||
    points.every(([, y]) => y < -m) ||
    points.every(([, y]) => y > height + m)
  );
}

/** Too small to be seen on paper. */
export function isSpeck(points: readonly Pt[]): boolean {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [w, h] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  return w + h < 4 || w < 0.7 || h < 0.7;
}
