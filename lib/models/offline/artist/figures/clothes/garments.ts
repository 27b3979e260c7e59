// The cut of sleeves and hems of each garment, shared seams and pleats, and patterns of cloth. A person has
// the same pattern in every panel; distant cloth is plain.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";
import { hashOf } from "../../pen/chance.ts";
import { corner, mix, type Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";

export type Top = CharacterDesign["clothes"]["top"];

type TopCut = Record<"cuff" | "ease" | "hem", number> & {
  sleeve: readonly [number, number, number];
  hanging: boolean;
  collar?: number;
  weaves?: readonly [Weave, ...Weave[]];
  plainSkirt?: true;
};

const CUTS: Readonly<Record<Top, TopCut>> = measuresOf("cuts");

export const cutOf = (top: Top): TopCut => CUTS[top];

/** The ink that is visible on a paint. */
export const inkOn = (paint: Paint): "black" | "white" => (paint === "black" ? "white" : "black");

export function seam(pen: Pen, paint: Paint, points: readonly Pt[], weight = 0.55): void {
  if (inkOn(paint) === "white") pen.scratch(points, weight * 1.1);
  else pen.line(points, weight);
}

/** The ends of a waist or of a hem. */
type Ends = readonly [Pt, Pt];

/** Pleats and folds of cloth that hangs from the waist: a line each, with a shadow at every second one. */
export function drawDrape(pen: Pen, paint: Paint, from: Ends, to: Ends, folds: number): void {
  const bow = (to[1][0] - to[0][0] - (from[1][0] - from[0][0])) * 0.04;
  const place = (t: number, k: number): Pt => {
    const [x, y] = mix(mix(from[0], from[1], t), mix(to[0], to[1], t), k);
    return [x + (t - 0.5) * bow * Math.sin(k * Math.PI) * 4, y];
  };
  for (let i = 1; i < folds; i++) {
    const t = i / folds;
    const high = i % 2 ? 0.3 : 0.12;
    if (paint !== "black" && i % 2 === 0)
      pen.fill(
        [
          corner(place(t, 0.3)),
          place(t + 0.16 / folds, 0.7),
          corner(place(t + 0.5 / folds, 1.1)),
          corner(place(t, 1.1)),
        ],
        shadeOn(paint),
      );
    seam(pen, paint, [place(t, high), place(t, 0.62), place(t, 1.04)], i % 2 ? 0.5 : 0.65);
  }
}

/** Cloth between the ends of a waist and of a hem, as a piece for a pattern. */
export function hanging(waist: Ends, ends: Ends): Piece {
  const at = (u: number, v: number): Pt =>
    mix(mix(waist[0], waist[1], (u + 1) / 2), mix(ends[0], ends[1], (u + 1) / 2), v);
  const [top, low] = [at(0, 0), at(0, 1)];
  return {
    at,
    half: Math.hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]) / 2 || 1,
    long: Math.hypot(low[0] - top[0], low[1] - top[1]) || 1,
  };
}

/** The same cloth in shade. */
export function shadeOn(paint: Paint): Paint {
  if (paint === "white") return { tone: 0.15 };
  if (typeof paint === "object" && "tone" in paint && typeof paint.tone === "number")
    return { tone: Math.min(0.92, Math.round((paint.tone + (paint.tone > 0.5 ? 0.15 : 0.18)) * 100) / 100) };
  return paint;
}

export type Weave = "plain" | "stripes" | "checks" | "dots" | "arrows" | "pinstripes" | "bands";

type Choice = readonly [Weave, ...Weave[]];

const SKIRTS: Choice = ["dots", "checks", "plain", "bands", "stripes"];

export function weaveOf(design: CharacterDesign, part: "top" | "skirt"): Weave {
  const { top } = design.clothes;
  const pale = design.clothes.topFill === "white" || design.clothes.topFill === "light";
  // White robes, of brides, pilgrims and ghosts, have no pattern.
  if (part === "top" && top === "kimono" && design.clothes.topFill === "white") return "plain";
  const { weaves, plainSkirt } = cutOf(top);
  const choice = part === "top" ? weaves : plainSkirt ? undefined : SKIRTS;
  const weave = choice?.[hashOf(design.look, design.id, part, "weave") % choice.length] ?? "plain";
  // Fine lines on pale cloth look like dirt.
  return weave === "pinstripes" && pale ? "plain" : weave;
}

/** A piece of cloth: its points by shares, `u` −1 … 1 across and `v` 0 … 1 along, and its size in figure units. */
export interface Piece {
  at(u: number, v: number): Pt;
  half: number;
  long: number;
  /** Where along the piece the pattern ends; an adjacent piece continues it. */
  ends?: readonly [from: number, to: number];
  /** Where along the piece it bends, as at an elbow. */
  bend?: number;
}

/** Scale below which cloth has no pattern, because it would look like dirt. */
const TOO_SMALL = 0.42;

type Pattern = { weight: number; heights?: readonly number[]; mark?: readonly Pt[] } & Partial<
  Record<"columns" | "rows" | "onDark", number>
>;

const PATTERNS: Readonly<Record<Exclude<Weave, "plain">, Pattern>> = measuresOf("weaves");

/** Draws a pattern; the caller clips it to the garment's outline. */
export function drawWeave(
  pen: Pen,
  weave: Weave,
  paint: Paint,
  { at, half, long, ends = [-0.1, 1.1], bend }: Piece,
): void {
  if (weave === "plain" || pen.scale < TOO_SMALL) return;
  const dark =
    paint === "black" || (typeof paint === "object" && "tone" in paint && Number(paint.tone) > 0.5);
  const ink: Paint = dark ? "white" : paint === "white" ? { tone: 0.4 } : { tone: 0.66 };
  const stroke = (points: readonly Pt[], units: number) =>
    pen.stroke(points, ink, Math.max(0.25, (units * pen.scale) / pen.nib));
  const [from, to] = ends;
  const stops = bend === undefined ? [0, 0.36, 0.64, 1] : [0, bend / 2, bend - 0.1, bend, bend + 0.1, 0.8, 1];
  const down = (u: number) => stops.map((t) => at(u, from + (to - from) * t));
  const across = (v: number) => [at(-1.2, v), at(-0.4, v + 0.012), at(0.4, v + 0.012), at(1.2, v)];
  const { columns = 0, rows = 0, heights, mark, weight, onDark = weight } = PATTERNS[weave];
  const width = dark ? onDark : weight;
  const us = Array.from(
    { length: columns && Math.ceil((half * 2.3) / columns) },
    (_, i) => -1.15 + (i * columns) / half,
  );
  const vs =
    heights ?? Array.from({ length: rows && Math.ceil((long * 1.1) / rows) }, (_, i) => (i * rows) / long);
  if (!mark) {
    for (const u of us) stroke(down(u), width);
    for (const v of vs) stroke(across(v), width);
    return;
  }
  for (const [row, v] of vs.entries())
    for (const u of us) {
      const middle = u + (row % 2 ? columns / 2 / half : 0);
      stroke(
        mark.map(([x, y]) => at(middle + x / half, v + y / long)),
        width,
      );
    }
}
