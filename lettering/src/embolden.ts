// Letters in another weight than their typeface has: every point of an outline moves along its corner's bisector, so that strokes grow or
// shrink evenly (the method of FreeType's FT_Outline_Embolden).
import type { Point } from "./geometry.ts";
import type { GlyphOutline, PathCommand, PlacedGlyph } from "./outline.ts";
import type { Weight } from "./page.ts";

/** By how much strokes grow, in ems. */
const GROWTH: Record<Weight, number> = { light: -0.022, bold: 0.03, heavy: 0.06 };
/** Cosine of the sharpest turn at which a point is still moved: beyond it a spike would grow. */
const SHARPEST = -0.9375;

const known = new Map<Weight, WeakMap<GlyphOutline, GlyphOutline>>();

export function inWeight(glyphs: readonly PlacedGlyph[], weight: Weight | undefined): readonly PlacedGlyph[] {
  if (weight === undefined) return glyphs;
  const cache = known.get(weight) ?? new WeakMap<GlyphOutline, GlyphOutline>();
  known.set(weight, cache);
  return glyphs.map(({ outline, matrix }) => {
    const grown = cache.get(outline) ?? grownOutline(outline, GROWTH[weight]);
    cache.set(outline, grown);
    return { outline: grown, matrix };
  });
}

/** `by`: growth of a stroke's width, in ems. */
function grownOutline({ commands, box }: GlyphOutline, by: number): GlyphOutline {
  if (box === null) return { commands, box };
  const contours = contoursOf(commands);
  const area = contours.reduce((sum, contour) => sum + signedArea(contour.flatMap(pointsOf)), 0);
  const outward = (area < 0 ? -1 : 1) * (by / 2);
  const grown = contours.flatMap((contour) => grownContour(contour, outward));
  const half = by / 2;
  const { x, y, width, height } = box;
  return {
    commands: grown,
    box: { x: x - half, y: y - half, width: width + by, height: height + by },
  };
}

function contoursOf(commands: readonly PathCommand[]): PathCommand[][] {
  const contours: PathCommand[][] = [];
  for (const command of commands) {
    if (command.type === "M") contours.push([]);
    contours.at(-1)?.push(command);
  }
  return contours;
}

function pointsOf(command: PathCommand): Point[] {
  if (command.type === "Z") return [];
  const points: Point[] = [];
  for (let i = 0; i < command.at.length; i += 2) {
    points.push({ x: command.at[i] ?? 0, y: command.at[i + 1] ?? 0 });
  }
  return points;
}

function signedArea(points: readonly Point[]): number {
  return points.reduce((sum, a, i) => {
    const b = points[(i + 1) % points.length] ?? a;
    return sum + (a.x * b.y - b.x * a.y) / 2;
  }, 0);
}

/** Points of one place move together, so that a contour that ends where it began stays closed. */
function grownContour(contour: readonly PathCommand[], outward: number): PathCommand[] {
  const points = contour.flatMap(pointsOf);
  const distinct: Point[] = [];
  const placeOf = points.map((point) => {
    const last = distinct.at(-1);
    if (last === undefined || !isSame(last, point)) distinct.push(point);
    return distinct.length - 1;
  });
  const [first, last] = [distinct[0], distinct.at(-1)];
  const isClosed = distinct.length > 1 && first !== undefined && last !== undefined && isSame(first, last);
  if (isClosed) distinct.pop();
  const moved = distinct.map((_, index) => movedPoint(distinct, index, outward));
  const at = placeOf.map((place) => moved[place % Math.max(1, moved.length)] ?? { x: 0, y: 0 });
  let read = 0;
  return contour.map((command): PathCommand => {
    if (command.type === "Z") return command;
    const own = at.slice(read, read + command.at.length / 2).flatMap(({ x, y }) => [x, y]);
    read += command.at.length / 2;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = own;
    if (command.type === "M" || command.type === "L") return { type: command.type, at: [a, b] };
    return command.type === "Q" ? { type: "Q", at: [a, b, c, d] } : { type: "C", at: [a, b, c, d, e, f] };
  });
}

const isSame = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < 1e-6;

function movedPoint(points: readonly Point[], index: number, outward: number): Point {
  const own = points[index] ?? { x: 0, y: 0 };
  const into = unit(points.at(index - 1) ?? own, own);
  const out = unit(own, points[(index + 1) % points.length] ?? own);
  const cosine = into.x * out.x + into.y * out.y;
  if (cosine <= SHARPEST) return own;
  // The sum of both normals, scaled so that each edge moves by the whole distance.
  const normal = { x: into.y + out.y, y: -into.x - out.x };
  const turn = 1 + cosine;
  const shortest = Math.min(into.length, out.length);
  const sine = Math.abs(out.x * into.y - out.y * into.x);
  const scale =
    Math.abs(outward) * sine <= shortest * turn ? outward / turn : (Math.sign(outward) * shortest) / sine;
  return { x: own.x + normal.x * scale, y: own.y + normal.y * scale };
}

function unit(from: Point, to: Point): Point & { length: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0
    ? { x: 0, y: 0, length }
    : { x: (to.x - from.x) / length, y: (to.y - from.y) / length, length };
}
