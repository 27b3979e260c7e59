// The pen: turns shapes in any local space into items of a drawing, with ink lines of varying weight. Items
// are in drawing units, so that widths mean the same at every scale. Longer than 300 lines: the methods of a
// pen share its sheet, matrix and light.
import type { Drawing, Paint, PathItem, Tint } from "../../../../manga/drawing.ts";
import { type Hand, PLAIN_HAND } from "../closed/hand.ts";
import { apply, clamp, compose, type Matrix, type Pt, sampled, scaleOf } from "./curves.ts";
import { cornersWithin, type Extent, grow } from "./extent.ts";
import { byHand } from "./hand.ts";
import { type Lens, lensIn, lensThrough, type Spot } from "./lens.ts";
import { colourAt, colourOf, hexOf, type Material, type Rgb, shadowOf, times } from "./materials.ts";
import { curvePath, oriented, outlined, ribbon, round, sliver, type Taper } from "./outlines.ts";

type Items = Drawing["items"];

export interface Pen {
  readonly items: Items;
  readonly matrix: Matrix;
  /** Drawing units in one local unit. */
  readonly scale: number;
  /** Width of the main contour in units; the weights passed to the pen are multiples of it. */
  readonly nib: number;
  /** The hand of the book's style. */
  readonly hand: Hand;
  /** A pen on the same sheet in another space. */
  at(matrix: Matrix): Pen;
  /** The same pen with another nib. */
  withNib(nib: number): Pen;
  /** The same pen with its points moved by `lens`. */
  through(lens: Lens): Pen;
  /** Fills a closed curve. */
  fill(points: readonly Pt[], paint: Paint): void;
  /** Fills a closed curve, draws its contour, and counts it into the silhouette. */
  shape(points: readonly Pt[], paint: Paint, weight?: number): void;
  /** Fills a closed curve and counts it into the silhouette; the caller draws its contour. */
  silhouetted(points: readonly Pt[], paint: Paint): void;
  /** A shape with a hole in it. */
  cutOut(points: readonly Pt[], hole: readonly Pt[], paint: Paint): void;
  /** The contour of a closed curve, heavier away from the light. */
  contour(points: readonly Pt[], weight?: number): void;
  /** A tapered stroke; `taper` says which ends run out thin. */
  line(points: readonly Pt[], weight?: number, taper?: Taper): void;
  /** A tapered stroke of white ink, over black and tone. */
  scratch(points: readonly Pt[], weight?: number, taper?: Taper): void;
  /** An even stroke in any paint. */
  stroke(points: readonly Pt[], paint: Paint, weight: number, closed?: boolean): void;
  /** Draws only inside a closed curve. */
  inside(points: readonly Pt[], draw: (pen: Pen) => void): void;
  /** Draws, and puts a white edge under the result to separate it from what lies behind. */
  haloed(edge: number, draw: (pen: Pen) => void): void;
  /** Fills the silhouette of what `draw` draws with one paint, as a shadow. */
  shadowed(paint: Paint, draw: (pen: Pen) => void): void;
  /** The same pen with areas of this material, for books in colour. */
  of(material: Material | undefined): Pen;
  /** The same pen in another light. */
  inLight(light: Light): Pen;
  /** The same pen with another hand. */
  inHand(hand: Hand): Pen;
  /** The position of a local point in drawing units. */
  where(point: Pt): Pt;
  /** Records, if names are collected, that a thing is drawn within these points; `by` is the cast member who has it. */
  name(what: string, around: readonly Pt[], by?: string): void;
}

/** A drawn thing by name, with the points round it in drawing units. */
export interface Named {
  what: string;
  corners: Pt[];
  /** Id of the cast member who carries, leads or rides it. */
  by?: string;
}

/** How a light changes every paint; ink does not change. */
export interface Light {
  /** Maps a grey, 0 (white) to 1 (black). */
  seen(grey: number): number;
  /** Factor for each colour channel. */
  ambient: Rgb;
}

export const PLAIN_LIGHT: Light = { seen: (grey) => grey, ambient: [1, 1, 1] };

/** The bounding box of what `draw` draws, in the pen's own units. */
export function extentOf(draw: (pen: Pen) => void): Extent {
  const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
  draw(
    pen(
      { items: [], extent, silhouette: undefined, light: PLAIN_LIGHT, hand: PLAIN_HAND },
      [1, 0, 0, 1, 0, 0],
      1,
    ),
  );
  return extent;
}

interface Sheet {
  items: Items;
  light: Light;
  hand: Hand;
  /** Moves points, in drawing units. */
  lens?: Lens | undefined;
  material?: Material | undefined;
  /** Grows round every drawn point, when an extent is measured. */
  extent: Extent | undefined;
  /** Collects the drawn things by name, when names are asked for. */
  named?: Named[] | undefined;
  /** Outlines of the shapes drawn since the last halo began. */
  silhouette: string[] | undefined;
}

export function penOn(
  items: Items,
  matrix: Matrix,
  nib: number,
  { named, hand = PLAIN_HAND }: { named?: Named[]; hand?: Hand } = {},
): Pen {
  return pen(
    { items, extent: undefined, named, silhouette: undefined, light: PLAIN_LIGHT, hand },
    matrix,
    nib,
  );
}

function pen(sheet: Sheet, matrix: Matrix, nib: number): Pen {
  const { items, light, material, hand } = sheet;
  const lit = (paint: Paint): Laid => {
    const by = laid(paint, light, material);
    return hand === PLAIN_HAND ? by : { ...by, paint: byHand(by.paint, hand) };
  };
  const ink = nib * hand.line;
  const scale = scaleOf(matrix);
  const { lens } = sheet;
  const place = lens ? (p: Pt) => bent(matrix, lens, p) : (p: Pt) => apply(matrix, p);
  const move = (points: readonly Pt[]) => {
    const moved = points.map(place);
    if (sheet.extent) grow(sheet.extent, moved);
    return moved;
  };
  const step = clamp(nib * 1.1, 3, 5.5);
  /** Offset and colour of the cel shade along the far side of a solid; undefined without a single colour. */
  const celOf = (paint: Paint): PathItem["cel"] => {
    if (material?.cel === undefined) return undefined;
    const colour = flatColour(paint, material);
    if (!colour) return undefined;
    const wide = clamp(scale * 7, 1.5, 16);
    const tint = hexOf(times(material.shade ?? shadowOf(colour, material.cel), light.ambient));
    return { dx: -round(wide), dy: -round(wide * 0.55), tint };
  };

  const self: Pen = {
    items,
    matrix,
    scale,
    nib,
    hand,
    at: (inner) => pen(sheet, compose(matrix, inner), nib),
    withNib: (other) => pen(sheet, matrix, other),
    through(inner) {
      const bend = lensIn(matrix, inner);
      return pen({ ...sheet, lens: lens ? lensThrough(bend, lens) : bend }, matrix, nib);
    },
    of: (other) => pen({ ...sheet, material: other }, matrix, nib),
    inLight: (other) => pen({ ...sheet, light: other }, matrix, nib),
    inHand: (other) => pen({ ...sheet, hand: other }, matrix, nib),
    where: place,
    name(what, around, by) {
      sheet.named?.push({ what, corners: around.map(place), ...(by === undefined ? {} : { by }) });
    },
    fill(points, paint) {
      if (points.length > 2) addFill(items, curvePath(oriented(move(points)), true), lit(paint));
    },
    shape(points, paint, weight = 1) {
      if (points.length < 3) return;
      const moved = oriented(move(points));
      const d = curvePath(moved, true);
      addFill(items, d, { ...lit(paint), cel: celOf(paint) });
      sheet.silhouette?.push(d);
      if (weight <= 0) return;
      if (hand.even) addStroke(items, { d, width: round(ink * weight * EVEN) }, INK);
      else addFill(items, outlined(moved, step, ink * weight), INK);
    },
    silhouetted(points, paint) {
      self.shape(points, paint, 0);
    },
    cutOut(points, hole, paint) {
      const d = curvePath(move(points), true);
      const { paint: fill, tint } = lit(paint);
      items.push({ d: d + curvePath(move(hole), true), fill, evenOdd: true, ...(tint && { tint }) });
      sheet.silhouette?.push(d);
      self.contour(points);
      self.contour(hole, 0.8);
    },
    contour(points, weight = 1) {
      if (points.length < 3) return;
      if (hand.even)
        addStroke(items, { d: curvePath(move(points), true), width: round(ink * weight * EVEN) }, INK);
      else addFill(items, outlined(move(points), step, ink * weight), INK);
    },
    line(points, weight = 1, taper = "both") {
      const [a, b, more] = points;
      if (!a || !b) return;
      if (hand.even) {
        addStroke(items, { d: curvePath(move(points), false), width: round(ink * weight * EVEN) }, INK);
        return;
      }
      if (!more) {
        const [p = a, q = b] = move([a, b]);
        addFill(items, sliver(p, q, ink * weight, taper), INK);
        return;
      }
      addFill(items, ribbon(sampled(move(points), false, step), ink * weight, taper), INK);
    },
    scratch(points, weight = 1, taper = "both") {
      if (points.length < 2) return;
      const d = ribbon(sampled(move(points), false, step), nib * weight, taper);
      addFill(items, d, lit("white"));
    },
    stroke(points, paint, weight, closed = false) {
      if (points.length > 1)
        addStroke(
          items,
          { d: curvePath(move(points), closed), width: round(ink * weight) },
          paint === "black" ? INK : lit(paint),
        );
    },
    inside(points, draw) {
      // Parts that the clip removes do not count in the extent.
      const drawn: Extent | undefined = sheet.extent && [Infinity, Infinity, -Infinity, -Infinity];
      const inner: Sheet = { ...sheet, items: [], extent: drawn, silhouette: undefined };
      draw(pen(inner, matrix, nib));
      if (sheet.extent && drawn) grow(sheet.extent, cornersWithin(drawn, points.map(place)));
      if (inner.items.length > 0) items.push({ items: inner.items, clip: curvePath(move(points), true) });
    },
    haloed(edge, draw) {
      const inner: Sheet = { ...sheet, items: [], silhouette: [] };
      draw(pen(inner, matrix, nib));
      const d = (inner.silhouette ?? []).join("");
      if (d !== "")
        items.push({ d, fill: "white", stroke: "white", width: round(edge * 2 + nib), tint: "none" });
      items.push(...inner.items);
    },
    shadowed(paint, draw) {
      const silhouette: string[] = [];
      draw(pen({ ...sheet, items: [], named: undefined, silhouette }, matrix, nib));
      if (silhouette.length > 0) addFill(items, silhouette.join(""), { paint });
    },
  };
  return self;
}

const spot: Spot = { x: 0, y: 0 };

/** The position of a point seen through a lens; corners stay corners. */
function bent([a, b, c, d, e, f]: Matrix, lens: Lens, [x, y, corner]: Pt): Pt {
  spot.x = a * x + c * y + e;
  spot.y = b * x + d * y + f;
  lens(spot);
  return corner ? [spot.x, spot.y, 1] : [spot.x, spot.y];
}

/** A paint as the light changes it, and its colour. */
interface Laid {
  paint: Paint;
  tint?: Tint | undefined;
  cel?: PathItem["cel"];
}

const INK: Laid = { paint: "black" };

function laid(paint: Paint, light: Light, material: Material | undefined): Laid {
  const seen = inLight(paint, light);
  if (material === undefined) return { paint: seen };
  if (typeof paint === "object" && "tone" in paint)
    return { paint: seen, tint: colourOf(material, paint.tone, light.ambient) };
  const flat = flatColour(paint, material);
  return { paint: seen, tint: flat && hexOf(times(flat, light.ambient)) };
}

/** The single colour of a paint; undefined for gradients, veils, lights, and black that stays ink. */
function flatColour(paint: Paint, material: Material): Rgb | undefined {
  if (paint === "black") return material.solid;
  if (paint === "white") return colourAt(material, 0);
  return "tone" in paint && typeof paint.tone === "number" ? colourAt(material, paint.tone) : undefined;
}

/** Width of an even line, as a share of the widest part of a varying one. */
const EVEN = 0.72;

/** A path longer than this (in characters) takes no further shapes. */
const LONGEST = 6000;

/** Adds to the last item if paint and colour are equal: fewer items for the same picture. */
function addFill(items: Items, d: string, { paint, tint, cel }: Laid): void {
  const last = items.at(-1);
  const mergeable = paint === "black" && last && "d" in last && last.fill === "black" && !last.stroke;
  const joined = mergeable && runLength(items) < LONGEST;
  if (joined && last.tint === tint && !last.cel && !cel) last.d += d;
  else items.push({ d, fill: paint, ...colours({ tint, cel, joined }) });
}

function addStroke(items: Items, { d, width }: { d: string; width: number }, { paint, tint }: Laid): void {
  const last = items.at(-1);
  const same = last && "d" in last && !last.fill && last.width === width && samePaint(last.stroke, paint);
  const joined = same && runLength(items) < LONGEST;
  if (joined && last.tint === tint) last.d += d;
  else items.push({ d, stroke: paint, width: Math.max(0.3, width), ...colours({ tint, joined }) });
}

function colours({ tint, cel, joined }: Pick<Laid, "tint" | "cel"> & { joined: boolean | undefined }) {
  return { ...(tint && { tint }), ...(cel && { cel }), ...(joined ? { joined: true as const } : {}) };
}

/** Length of the last path in black and white, across items that only colour separates. */
function runLength(items: Items): number {
  let length = 0;
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i];
    if (!item || !("d" in item)) break;
    length += item.d.length;
    if (!item.joined) break;
  }
  return length;
}

/** Only ink and tone may share a path, because an overlapping veil or light would count twice. */
function samePaint(a: Paint | undefined, b: Paint): boolean {
  if (a === b) return true;
  return typeof a === "object" && typeof b === "object" && "tone" in a && "tone" in b && a.tone === b.tone;
}

function inLight(paint: Paint, light: Light): Paint {
  if (paint === "black" || light.seen === PLAIN_LIGHT.seen) return paint;
  const seen = (grey: number) => Math.round(light.seen(grey) * 1000) / 1000;
  if (paint === "white") return seen(0) === 0 ? paint : { tone: seen(0) };
  if (!("tone" in paint)) return paint;
  const { tone } = paint;
  if (typeof tone === "number") return { tone: seen(tone) };
  return { tone: { ...tone, stops: tone.stops.map(([at, grey]) => [at, seen(grey)]) } };
}
