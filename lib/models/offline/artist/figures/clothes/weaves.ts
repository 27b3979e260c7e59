// Patterns of cloth: stripes, checks, dots, arrow feathers, pinstripes. A person wears theirs in every panel; from afar cloth is plain.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { hashOf } from "../../pen/chance.ts";
import { type Pt, pts } from "../../pen/curves.ts";
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

interface Pattern {
  /** Figure units between lines down the cloth and across it, or where along it those across are. */
  columns?: number;
  rows?: number;
  heights?: readonly number[];
  /** What stands in rows instead, every other one between those of the row before. */
  mark?: readonly Pt[];
  /** Figure units of a line, and of one in white on dark cloth. */
  weight: number;
  onDark?: number;
}

const PATTERNS: Readonly<Record<Exclude<Weave, "plain">, Pattern>> = {
  stripes: { columns: 13, weight: 4, onDark: 1.4 },
  pinstripes: { columns: 9, weight: 1 },
  checks: { columns: 24, rows: 24, weight: 3, onDark: 1.3 },
  bands: { heights: [0.78, 0.86], weight: 5, onDark: 2.4 },
  dots: { columns: 20, rows: 17, mark: pts("0,0 0.6,0"), weight: 6 },
  arrows: { columns: 22, rows: 22, mark: pts("-7,8 0,0 7,8"), weight: 3 },
};

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
