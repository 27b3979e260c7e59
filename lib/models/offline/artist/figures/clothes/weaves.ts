// Patterns of cloth: stripes, checks, dots, arrow feathers, pinstripes. A person wears theirs in every panel; from afar cloth is plain.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { hashOf } from "../../pen/chance.ts";
import { type Pt, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";

type Top = CharacterDesign["clothes"]["top"];

export type Weave = "plain" | "stripes" | "checks" | "dots" | "arrows" | "pinstripes" | "bands";

type Choice = readonly [Weave, ...Weave[]];

const TOPS: Readonly<Partial<Record<Top, Choice>>> = {
  kimono: ["stripes", "arrows", "dots", "bands", "checks"],
  shirt: ["plain", "checks", "stripes", "plain"],
  jacket: ["pinstripes", "plain", "checks"],
  coat: ["plain", "checks", "plain"],
  robe: ["plain", "bands"],
};

const SKIRTS: Choice = ["dots", "checks", "plain", "bands", "stripes"];

/** Uniforms have no choice of skirt, and an apron covers it. */
const PLAIN_SKIRTED: ReadonlySet<Top> = new Set(["sailor", "uniform", "apron", "jacket"]);

export function weaveOf(design: CharacterDesign, part: "top" | "skirt"): Weave {
  const { top } = design.clothes;
  const pale = design.clothes.topFill === "white" || design.clothes.topFill === "light";
  // White robes are white: a bride's, a pilgrim's, a ghost's.
  if (part === "top" && top === "kimono" && design.clothes.topFill === "white") return "plain";
  const choice = part === "top" ? TOPS[top] : PLAIN_SKIRTED.has(top) ? undefined : SKIRTS;
  const weave = choice?.[hashOf(design.look, design.id, part, "weave") % choice.length] ?? "plain";
  // Fine lines on pale cloth read as dirt.
  return weave === "pinstripes" && pale ? "plain" : weave;
}

/** A piece of cloth: places on it by shares, `u` −1 … 1 across and `v` 0 … 1 along it, and its size in figure units. */
export interface Piece {
  at(u: number, v: number): Pt;
  half: number;
  long: number;
  /** Where the pattern ends along it: where another piece goes on, it must not run over. */
  ends?: readonly [from: number, to: number];
  /** Where it bends, as an elbow does. */
  bend?: number;
}

/** Cloth so small that a pattern on it would be dirt. */
const TOO_SMALL = 0.42;

/** Draws a pattern; whoever calls keeps it inside the garment's outline. */
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
  const columns = (pitch: number) =>
    Array.from({ length: Math.ceil((half * 2.3) / pitch) }, (_, i) => -1.15 + (i * pitch) / half);
  const rows = (pitch: number) =>
    Array.from({ length: Math.ceil((long * 1.1) / pitch) }, (_, i) => (i * pitch) / long);
  switch (weave) {
    case "stripes":
      for (const u of columns(13)) stroke(down(u), dark ? 1.4 : 4);
      return;
    case "pinstripes":
      for (const u of columns(9)) stroke(down(u), 1);
      return;
    case "checks":
      for (const u of columns(24)) stroke(down(u), dark ? 1.3 : 3);
      for (const v of rows(24)) stroke(across(v), dark ? 1.3 : 3);
      return;
    case "bands":
      for (const v of [0.78, 0.86]) stroke(across(v), dark ? 2.4 : 5);
      return;
    case "dots":
      for (const [row, v] of rows(17).entries())
        for (const u of columns(20)) {
          const [x, y] = at(u + (row % 2 ? 10 / half : 0), v);
          stroke(through([x, y], [x + 0.6, y]), 6);
        }
      return;
    case "arrows":
      for (const [row, v] of rows(22).entries())
        for (const u of columns(22)) {
          const w = 7 / half;
          const h = 8 / long;
          const tip = u + (row % 2 ? 11 / half : 0);
          stroke([at(tip - w, v + h), at(tip, v), at(tip + w, v + h)], 3);
        }
  }
}
