// Rounds sizes and places of lettered texts to tenths of a unit (0.01 mm), below the visible precision.
import type { Box, Point } from "./geometry.ts";
import { inkBox, type PlacedGlyph } from "./outline.ts";

/** Units in a point (1/72 inch). */
export const UNITS_PER_POINT = 254 / 72;

/** Width of the white edge around letters without a balloon, in units. */
export function edgeOf(fontSize: number): number {
  return Math.min(15, Math.max(4, fontSize * 0.085));
}

export function round(units: number): number {
  return Math.round(units * 10) / 10;
}

export function roundBox(b: Box): Box {
  return { x: round(b.x), y: round(b.y), width: round(b.width), height: round(b.height) };
}

/** The box around the ink of letters; a point at `middle` where they have none. */
export function inkOr(glyphs: readonly PlacedGlyph[], middle: Point): Box {
  return inkBox(glyphs) ?? { ...middle, width: 0, height: 0 };
}
