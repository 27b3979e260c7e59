// Outlines as numbers: affine matrices, placed glyph outlines, and SVG paths. Path commands are relative and rounded to a tenth of a unit
// (0.01 mm), which keeps a page's letters small.
import type { Box, Point } from "./geometry.ts";

/** a b c d e f, as SVG's matrix(). */
export type Matrix = readonly [number, number, number, number, number, number];

export type PathCommand =
  | { type: "M"; at: readonly [number, number] }
  | { type: "L"; at: readonly [number, number] }
  | { type: "Q"; at: readonly [number, number, number, number] }
  | { type: "C"; at: readonly [number, number, number, number, number, number] }
  | { type: "Z" };

/** A glyph's outline in ems, y downwards, its origin on the baseline (or at the top centre in vertical text). */
export interface GlyphOutline {
  commands: readonly PathCommand[];
  /** Box around all points of the outline, control points included; null where nothing is drawn. */
  box: Box | null;
}

export interface PlacedGlyph {
  outline: GlyphOutline;
  matrix: Matrix;
}

/** The matrix that applies `inner` first, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

export function scaling(by: number): Matrix {
  return [by, 0, 0, by, 0, 0];
}

/** Clockwise on the page. */
export function rotation(radians: number): Matrix {
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return [cos, sin, -sin, cos, 0, 0];
}

export function transform(m: Matrix, x: number, y: number): Point {
  return { x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5] };
}

export function moved(glyphs: readonly PlacedGlyph[], by: Matrix): PlacedGlyph[] {
  return glyphs.map((g) => ({ outline: g.outline, matrix: compose(by, g.matrix) }));
}

/** Box around the ink of glyphs; null where they draw nothing. */
export function inkBox(glyphs: readonly PlacedGlyph[]): Box | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { outline, matrix } of glyphs) {
    if (outline.box === null) continue;
    const { x, y, width, height } = outline.box;
    for (const px of [x, x + width]) {
      for (const py of [y, y + height]) {
        const p = transform(matrix, px, py);
        left = Math.min(left, p.x);
        right = Math.max(right, p.x);
        top = Math.min(top, p.y);
        bottom = Math.max(bottom, p.y);
      }
    }
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The smallest box around two boxes; null stands for an empty box. */
export function unionBox(a: Box | null, b: Box | null): Box | null {
  if (a === null || b === null) return a ?? b;
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** An SVG path of relative commands. Rounding errors do not add up. */
export function pathOf(commands: Iterable<PathCommand>, matrix: Matrix = [1, 0, 0, 1, 0, 0]): string {
  const parts: string[] = [];
  const [a, b, c, d, e, f] = matrix;
  // Positions of the pen and of the subpath's start, in whole tenths of a unit.
  let penX = 0;
  let penY = 0;
  let startX = 0;
  let startY = 0;
  for (const command of commands) {
    if (command.type === "Z") {
      parts.push("z");
      penX = startX;
      penY = startY;
      continue;
    }
    const at = command.at;
    let text = command.type === "M" ? "M" : command.type.toLowerCase();
    let x = 0;
    let y = 0;
    for (let i = 0; i < at.length; i += 2) {
      const px = at[i] ?? 0;
      const py = at[i + 1] ?? 0;
      x = Math.round((a * px + c * py + e) * 10);
      y = Math.round((b * px + d * py + f) * 10);
      text +=
        command.type === "M"
          ? `${number(x, true)}${number(y)}`
          : `${number(x - penX, i === 0)}${number(y - penY)}`;
    }
    parts.push(text);
    penX = x;
    penY = y;
    if (command.type === "M") {
      startX = x;
      startY = y;
    }
  }
  return parts.join("");
}

export function glyphPath(glyphs: readonly PlacedGlyph[]): string {
  return glyphs.map((g) => pathOf(g.outline.commands, g.matrix)).join("");
}

function number(tenths: number, first = false): string {
  const text = DECIMALS[tenths + 1024] ?? String(tenths / 10);
  return first || tenths < 0 ? text : ` ${text}`;
}

/** Cached decimal texts of small numbers of tenths, from -1024: most numbers in a glyph's path are among them. */
const DECIMALS = Array.from({ length: 2049 }, (_, i) => String((i - 1024) / 10));
