import { describe, expect, test } from "vitest";
import { THRESHOLDS, TILE } from "./halftone.ts";

/** Share of black pixels in an area of this lightness. */
function blackAt(lightness: number): number {
  return THRESHOLDS.filter((threshold) => lightness < threshold).length / THRESHOLDS.length;
}

describe("the dots of a tone", () => {
  test("cover the paper in proportion to the tone's darkness", () => {
    for (let tone = 0.05; tone <= 0.95; tone += 0.05) {
      expect(blackAt(Math.round(255 * (1 - tone)))).toBeCloseTo(tone, 1);
    }
    expect(blackAt(255)).toBe(0);
    expect(blackAt(0)).toBe(1);
  });

  test("leave nearly white paper white, and nearly solid black solid", () => {
    expect(blackAt(Math.round(255 * 0.98))).toBe(0);
    expect(blackAt(Math.round(255 * 0.02))).toBe(1);
  });

  test("are arranged at 45°: the tile's corner and its middle are the first to blacken", () => {
    const least = Math.max(...THRESHOLDS);
    const first = [...THRESHOLDS.keys()].filter((index) => THRESHOLDS[index] === least);
    const places = first.map((index) => [index % TILE, Math.floor(index / TILE)]);
    for (const [x = 0, y = 0] of places) {
      const toDot = Math.min(...[0, 7, 14].map((at) => Math.hypot(x + 0.5 - at, y + 0.5 - at)));
      const toOther = Math.min(Math.hypot(x + 0.5 - 14, y + 0.5), Math.hypot(x + 0.5, y + 0.5 - 14));
      expect(Math.min(toDot, toOther)).toBeLessThan(1.6);
    }
  });

  test("only gain pixels from light to dark", () => {
    let last = 0;
    for (let lightness = 255; lightness >= 0; lightness--) {
      expect(blackAt(lightness)).toBeGreaterThanOrEqual(last);
      last = blackAt(lightness);
    }
  });
});
