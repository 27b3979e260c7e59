// Text other than a book's words and titles: page numbers, credits, and the words of roughs. Painted as outlines, as the lettering is,
// because setting a font on the canvas would make it read all fonts of the machine, for a tenth of a second.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { typefaceNow } from "../../lettering/src/fonts.ts";
import { glyphPath, type Matrix, moved, type PlacedGlyph, translation } from "../../lettering/src/outline.ts";

export interface Line {
  text: string;
  x: number;
  /** Baseline, or middle of the line. */
  y: number;
  /** Size of an em in the canvas's units. */
  size: number;
  align: "left" | "center" | "right";
  isMiddle?: boolean;
  /** Maximum width; a longer line is set smaller, because letters are never squeezed. */
  widest?: number;
}

/** Distance from the middle of an em of Japanese type to its baseline, in ems. */
const MIDDLE = 0.38;

/** Throws if the font's file is missing. */
export function paintLine(ctx: SKRSContext2D, line: Line): void {
  ctx.fill(pathOf(line));
}

/** The same with the canvas's stroke around and below the letters. */
export function paintEdgedLine(ctx: SKRSContext2D, line: Line): void {
  const path = pathOf(line);
  ctx.stroke(path);
  ctx.fill(path);
}

/** Length of a line at this size, in the same unit. */
export function lineLength(text: string, size: number): number {
  return setLine(text).advance * size;
}

function pathOf({ text, x, y, size, align, isMiddle = false, widest = Infinity }: Line): Path2D {
  const { glyphs, advance } = setLine(text);
  const fitting = Math.min(size, widest / Math.max(advance, 1e-9));
  const left = x - fitting * advance * { left: 0, center: 0.5, right: 1 }[align];
  const place: Matrix = [fitting, 0, 0, fitting, left, isMiddle ? y + fitting * MIDDLE : y];
  return new Path2D(glyphPath(moved(glyphs, place)));
}

/** Glyphs in ems, from the origin. */
function setLine(text: string): { glyphs: PlacedGlyph[]; advance: number } {
  let advance = 0;
  const glyphs = typefaceNow("gothic")
    .shape(text, "right")
    .map(({ outline, x, y, advance: own }) => {
      const placed = { outline, matrix: translation(advance + x, y) };
      advance += own;
      return placed;
    });
  return { glyphs, advance };
}
