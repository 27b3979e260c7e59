// The pen: turns shapes in any local space into items of a drawing, with ink lines whose weight varies
// as a nib's does. Everything lands in drawing units, so that widths mean the same at every scale.
import type { Drawing, Paint } from "../../../manga/drawing.ts";
import { apply, clamp, compose, type Matrix, type Pt, sampled, scaleOf } from "./curves.ts";
import { curvePath, oriented, outlined, ribbon, round, sliver, type Taper } from "./outlines.ts";

type Items = Drawing["items"];

export interface Pen {
  readonly items: Items;
  readonly matrix: Matrix;
  /** Units in one local unit. */
  readonly scale: number;
  /** Units of the main contour; the weights given to the pen are multiples of it. */
  readonly nib: number;
  /** The same sheet seen from another space. */
  at(matrix: Matrix): Pen;
  /** The same space, another nib. */
  withNib(nib: number): Pen;
  /** Fills a closed curve. */
  fill(points: readonly Pt[], paint: Paint): void;
  /** Fills a closed curve, draws its contour, and counts it into the silhouette. */
  shape(points: readonly Pt[], paint: Paint, weight?: number): void;
  /** Fills a closed curve and counts it into the silhouette; its contour is drawn apart. */
  silhouetted(points: readonly Pt[], paint: Paint): void;
  /** A shape with a hole in it. */
  cutOut(points: readonly Pt[], hole: readonly Pt[], paint: Paint): void;
  /** The contour of a closed curve, heavier away from the light. */
  contour(points: readonly Pt[], weight?: number): void;
  /** A tapered stroke; `taper` says which ends run out thin. */
  line(points: readonly Pt[], weight?: number, taper?: Taper): void;
  /** An even stroke in any paint. */
  stroke(points: readonly Pt[], paint: Paint, weight: number, closed?: boolean): void;
  /** Draws only inside a closed curve. */
  inside(points: readonly Pt[], draw: (pen: Pen) => void): void;
  /** Draws and puts a white edge under it, so that it stands clear of what lies behind. */
  haloed(edge: number, draw: (pen: Pen) => void): void;
  /** The same pen by another light. */
  inLight(light: Light): Pen;
  /** Where a local point lies in the drawing. */
  where(point: Pt): Pt;
}

/** What a light makes of every paint; ink stays as it is. */
export interface Light {
  /** 0 … 1: how much darker everything is. */
  dim: number;
  /** Over 1 light tones pale to paper and only shadows keep their tone, as a pen drawing wants it. */
  contrast: number;
}

export const PLAIN_LIGHT: Light = { dim: 0, contrast: 1 };

/** The box round what is drawn: left, top, right, bottom. */
export type Extent = [number, number, number, number];

/** The box round what `draw` draws, in the pen's own units. */
export function extentOf(draw: (pen: Pen) => void): Extent {
  const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
  draw(pen({ items: [], extent, silhouette: undefined, light: PLAIN_LIGHT }, [1, 0, 0, 1, 0, 0], 1));
  return extent;
}

interface Sheet {
  items: Items;
  light: Light;
  /** Grows round every point drawn, when somebody measures. */
  extent: Extent | undefined;
  /** Outlines of the shapes drawn since the last halo began. */
  silhouette: string[] | undefined;
}

export function penOn(items: Items, matrix: Matrix, nib: number): Pen {
  return pen({ items, extent: undefined, silhouette: undefined, light: PLAIN_LIGHT }, matrix, nib);
}

function pen(sheet: Sheet, matrix: Matrix, nib: number): Pen {
  const { items, light } = sheet;
  const lit = (paint: Paint) => inLight(paint, light);
  const scale = scaleOf(matrix);
  const move = (points: readonly Pt[]) => {
    const moved = points.map((p) => apply(matrix, p));
    if (sheet.extent) grow(sheet.extent, moved);
    return moved;
  };
  const step = clamp(nib * 1.1, 3, 5.5);

  const self: Pen = {
    items,
    matrix,
    scale,
    nib,
    at: (inner) => pen(sheet, compose(matrix, inner), nib),
    withNib: (other) => pen(sheet, matrix, other),
    inLight: (other) => pen({ ...sheet, light: other }, matrix, nib),
    where: (p) => apply(matrix, p),
    fill(points, paint) {
      if (points.length > 2) addFill(items, curvePath(oriented(move(points)), true), lit(paint));
    },
    shape(points, paint, weight = 1) {
      if (points.length < 3) return;
      const moved = oriented(move(points));
      const d = curvePath(moved, true);
      addFill(items, d, lit(paint));
      sheet.silhouette?.push(d);
      if (weight > 0) addFill(items, outlined(moved, step, nib * weight), "black");
    },
    silhouetted(points, paint) {
      self.shape(points, paint, 0);
    },
    cutOut(points, hole, paint) {
      const d = curvePath(move(points), true);
      items.push({ d: d + curvePath(move(hole), true), fill: lit(paint), evenOdd: true });
      sheet.silhouette?.push(d);
      self.contour(points);
      self.contour(hole, 0.8);
    },
    contour(points, weight = 1) {
      if (points.length > 2) addFill(items, outlined(move(points), step, nib * weight), "black");
    },
    line(points, weight = 1, taper = "both") {
      const [a, b, more] = points;
      if (!a || !b) return;
      if (!more) {
        const [p = a, q = b] = move([a, b]);
        addFill(items, sliver(p, q, nib * weight, taper), "black");
        return;
      }
      addFill(items, ribbon(sampled(move(points), false, step), nib * weight, taper), "black");
    },
    stroke(points, paint, weight, closed = false) {
      if (points.length > 1)
        addStroke(items, curvePath(move(points), closed), lit(paint), round(nib * weight));
    },
    inside(points, draw) {
      const inner: Sheet = { items: [], extent: sheet.extent, silhouette: undefined, light };
      draw(pen(inner, matrix, nib));
      if (inner.items.length > 0) items.push({ items: inner.items, clip: curvePath(move(points), true) });
    },
    haloed(edge, draw) {
      const inner: Sheet = { items: [], extent: sheet.extent, silhouette: [], light };
      draw(pen(inner, matrix, nib));
      const d = (inner.silhouette ?? []).join("");
      if (d !== "") items.push({ d, fill: "white", stroke: "white", width: round(edge * 2 + nib) });
      items.push(...inner.items);
    },
  };
  return self;
}

/** Adds to the last item where the paint is the same: fewer items, the same picture. */
function addFill(items: Items, d: string, paint: Paint): void {
  const last = items.at(-1);
  const mergeable = paint === "black" && last && "d" in last && last.fill === "black" && !last.stroke;
  if (mergeable && last.d.length < 6000) last.d += d;
  else items.push({ d, fill: paint });
}

function addStroke(items: Items, d: string, paint: Paint, width: number): void {
  const last = items.at(-1);
  const same = last && "d" in last && !last.fill && last.width === width && samePaint(last.stroke, paint);
  if (same && last.d.length < 6000) last.d += d;
  else items.push({ d, stroke: paint, width: Math.max(0.3, width) });
}

/** A veil or a light over itself counts twice, so only ink and tone may share a path. */
function samePaint(a: Paint | undefined, b: Paint): boolean {
  if (a === b) return true;
  return typeof a === "object" && typeof b === "object" && "tone" in a && "tone" in b && a.tone === b.tone;
}

function grow(extent: Extent, points: readonly Pt[]): void {
  for (const [x, y] of points) {
    extent[0] = Math.min(extent[0], x);
    extent[1] = Math.min(extent[1], y);
    extent[2] = Math.max(extent[2], x);
    extent[3] = Math.max(extent[3], y);
  }
}

function inLight(paint: Paint, { dim, contrast }: Light): Paint {
  if (paint === "black" || (dim === 0 && contrast === 1)) return paint;
  const seen = (grey: number) => Math.round((1 - (1 - grey) * (1 - dim)) ** contrast * 1000) / 1000;
  if (paint === "white") return dim === 0 ? paint : { tone: seen(0) };
  if (!("tone" in paint)) return paint;
  const { tone } = paint;
  if (typeof tone === "number") return { tone: seen(tone) };
  return { tone: { ...tone, stops: tone.stops.map(([at, grey]) => [at, seen(grey)]) } };
}
