// Points, boxes and the paper. One unit everywhere: 0.1 mm of the printed B5 page.

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** B5 as doujinshi are printed, in 0.1 mm: trim 182 × 257, safe area for text 162 × 237. */
export const PAPER = {
  width: 1820,
  height: 2570,
  safe: { x: 100, y: 100, width: 1620, height: 2370 },
} as const;

/** The smallest box around points. Throws `RangeError` on an empty list. */
export function boundingBox(points: readonly Point[]): Box {
  if (points.length === 0) throw new RangeError("a bounding box needs at least one point");
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
