// Sizes and places of lettered texts, in tenths of a unit: a micrometre more or less is not seen.
import type { Box, Point } from "./geometry.ts";
import { inkBox, type PlacedGlyph } from "./outline.ts";

export function round(units: number): number {
  return Math.round(units * 10) / 10;
}

export function roundBox(b: Box): Box {
  return { x: round(b.x), y: round(b.y), width: round(b.width), height: round(b.height) };
}

/** Around the ink of letters; a point where they have none. */
export function inkOr(glyphs: readonly PlacedGlyph[], middle: Point): Box {
  return inkBox(glyphs) ?? { ...middle, width: 0, height: 0 };
}
