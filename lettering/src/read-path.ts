// Reads the SVG paths that the lettering writes back into points, and tests points against them. Checks of a finished page use this, so
// that they test what is printed, not what was intended.
import type { Point } from "./geometry.ts";
import type { LetteredText } from "./page.ts";

const STEPS = 6;

/** The subpaths of an SVG path (M, l, q, c, z as lettering writes them), as polygons. */
export function polygonsOf(path: string): Point[][] {
  const polygons: Point[][] = [];
  let current: Point[] = [];
  let pen = { x: 0, y: 0 };
  for (const [, command = "", rest = ""] of path.matchAll(/([MmLlQqCcZz])([^MmLlQqCcZz]*)/gu)) {
    const numbers = (rest.match(/-?\d*\.?\d+/gu) ?? []).map(Number);
    const relative = command === command.toLowerCase();
    const at = (i: number): Point => ({
      x: (numbers[i] ?? 0) + (relative ? pen.x : 0),
      y: (numbers[i + 1] ?? 0) + (relative ? pen.y : 0),
    });
    if (command === "z" || command === "Z") {
      pen = current[0] ?? pen;
      continue;
    }
    if (command === "M" || command === "m") {
      pen = at(0);
      current = [pen];
      polygons.push(current);
      continue;
    }
    const kind = command.toLowerCase();
    const [a, b, end] =
      kind === "l" ? [pen, at(0), at(0)] : kind === "q" ? [at(0), at(0), at(2)] : [at(0), at(2), at(4)];
    const steps = kind === "l" ? 1 : STEPS;
    for (let i = 1; i <= steps; i++) {
      const t = i / steps;
      const u = 1 - t;
      current.push(
        kind === "l"
          ? end
          : kind === "q"
            ? {
                x: u * u * pen.x + 2 * u * t * a.x + t * t * end.x,
                y: u * u * pen.y + 2 * u * t * a.y + t * t * end.y,
              }
            : {
                x: u ** 3 * pen.x + 3 * u * u * t * a.x + 3 * u * t * t * b.x + t ** 3 * end.x,
                y: u ** 3 * pen.y + 3 * u * u * t * a.y + 3 * u * t * t * b.y + t ** 3 * end.y,
              },
      );
    }
    pen = end;
  }
  return polygons;
}

/** Whether a point lies in a polygon (even-odd). */
export function isInPolygon(p: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  let a = polygon.at(-1);
  if (a === undefined) return false;
  for (const b of polygon) {
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
    a = b;
  }
  return inside;
}

const BANDS = 48;

/** `isInPolygon` for many points: a point is compared only with the edges at its height. */
export function insideOf(polygon: readonly Point[]): (p: Point) => boolean {
  const ys = polygon.map(({ y }) => y);
  const top = Math.min(...ys);
  const height = Math.max(...ys) - top;
  const bandOf = (y: number): number => Math.min(BANDS - 1, Math.floor(((y - top) / height) * BANDS));
  const bands = Array.from({ length: BANDS }, (): [Point, Point][] => []);
  for (const [i, a] of polygon.entries()) {
    const b = polygon[(i + 1) % polygon.length] ?? a;
    if (a.y === b.y) continue;
    for (let band = bandOf(Math.min(a.y, b.y)); band <= bandOf(Math.max(a.y, b.y)); band++) {
      bands[band]?.push([a, b]);
    }
  }
  return (p) => {
    let inside = false;
    for (const [a, b] of bands[bandOf(p.y)] ?? []) {
      if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
  };
}

/** Points of a text's letters outside its balloon, or outside the one that it shares; an empty list for letters without a balloon. */
export function lettersOutside(text: LetteredText, outline = text.outline): Point[] {
  const balloons = outline === null ? [] : polygonsOf(outline).map(insideOf);
  if (balloons.length === 0) return [];
  return polygonsOf(text.glyphs)
    .flat()
    .filter((p) => !balloons.some((isInside) => isInside(p)));
}
