// The paper and boxes on it, without schemas, so that browsers load them alone. The unit is 0.1 mm of the printed B5 page.
import type { Box, Point } from "./geometry.ts";

/** Doujin B5, in 0.1 mm: trim 182 × 257, bleed 3 on all sides, inner frame 150 × 220, safe area for text 162 × 237. */
export const PAPER = {
  width: 1820,
  height: 2570,
  bleed: 30,
  frame: { x: 160, y: 185, width: 1500, height: 2200 },
  safe: { x: 100, y: 100, width: 1620, height: 2370 },
} as const;

/** Units in a millimetre. */
export const UNITS_PER_MM = 10;

/** The smallest box around points. Throws `RangeError` on an empty list. */
export function boundingBox(points: readonly Point[]): Box {
  if (points.length === 0) throw new RangeError("a bounding box needs at least one point");
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
