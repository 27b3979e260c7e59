// What each lens leaves in place, and what it bends.
import { describe, expect, it } from "vitest";
import { type Lens, lensIn, lensThrough, overlooked, overlookedWhole, swayed, turnedHead } from "./lens.ts";

const through = (lens: Lens, x: number, y: number) => {
  const spot = { x, y };
  lens(spot);
  return spot;
};

describe("a lens", () => {
  it("keeps a whole figure on the ground and its height, with a larger head from above and a smaller one from below", () => {
    const width = (above: number, y: number) => through(overlookedWhole(above, 660), 10, y).x;
    for (const above of [0.3, -0.3]) {
      expect(through(overlookedWhole(above, 660), 0, 0).y).toBeCloseTo(0);
      expect(through(overlookedWhole(above, 660), 0, -660).y).toBeCloseTo(-660);
    }
    expect(width(0.3, -600)).toBeGreaterThan(width(0.3, 0) * 1.2);
    expect(width(-0.3, -600)).toBeLessThan(width(-0.3, 0) / 1.2);
  });

  it("keeps the place and size of a near face, and reduces or enlarges the body below it", () => {
    const lens = (above: number) => overlooked({ above, tall: 660, anchor: [4, -600] });
    for (const above of [0.85, -0.85]) {
      expect(through(lens(above), 4, -600)).toEqual({ x: 4, y: -600 });
      expect(through(lens(above), 14, -600).x).toBeCloseTo(14);
    }
    expect(through(lens(0.85), 64, -400).x).toBeLessThan(64);
    expect(through(lens(-0.85), 64, -400).x).toBeGreaterThan(64);
  });

  it("moves the hips aside, and keeps the feet and, when the trunk leans, the head", () => {
    const lens = swayed({ hips: 14, slant: 0.1, head: -600, tall: 660 });
    expect(through(lens, 0, -0).x).toBeCloseTo(0.1 * (600 - 0.52 * 660));
    expect(through(swayed({ hips: 14, slant: 0, head: -600, tall: 660 }), 0, 0).x).toBeCloseTo(0);
    expect(through(swayed({ hips: 14, slant: 0, head: -600, tall: 660 }), 0, -340).x).toBeGreaterThan(12);
    expect(Math.abs(through(lens, 0, -600).x)).toBeLessThan(14);
  });

  it("turns a face and keeps the outline of the head", () => {
    const lens = turnedHead(6, 8);
    expect(through(lens, 0, -4)).toEqual({ x: 6, y: 4 });
    expect(through(lens, 58, 0)).toEqual({ x: 58, y: 0 });
    expect(through(lens, 0, 62)).toEqual({ x: 0, y: 62 });
  });

  it("gives the same result in another space, mirrored or not, and after another lens", () => {
    const lens = turnedHead(6, 8);
    const mirrored = lensIn([-2, 0, 0, 2, 100, 50], lens);
    const { x, y } = through(mirrored, 100, 42);
    expect([x, y]).toEqual([100 - 12, 42 + 16]);
    const twice = through(lensThrough(lens, lens), 0, -4);
    const once = through(lens, 0, -4);
    expect(twice).toEqual(through(lens, once.x, once.y));
  });
});
