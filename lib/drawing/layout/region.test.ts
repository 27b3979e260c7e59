import { describe, expect, test } from "vitest";
import type { Point } from "../../manga/geometry.ts";
import {
  cornersOf,
  cutAcross,
  cutDown,
  horizontal,
  intersection,
  type Line,
  type Region,
  vertical,
} from "./region.ts";

const SQUARE: Region = {
  top: horizontal(0),
  right: vertical(100),
  bottom: horizontal(100),
  left: vertical(0),
};

function distance({ at, along }: Line, point: Point): number {
  const cross = along.x * (point.y - at.y) - along.y * (point.x - at.x);
  return Math.abs(cross) / Math.hypot(along.x, along.y);
}

describe("cuts", () => {
  test("leave their gutter between the parts at any slant", () => {
    const [upper, lower] = cutAcross(SQUARE, { leftY: 40, rightY: 60, gutter: 8 });
    const [left, right] = cutDown(SQUARE, { topX: 60, bottomX: 40, gutter: 6 });
    if (!upper || !lower || !left || !right) throw new Error("two parts of each");
    for (const corner of cornersOf(lower).slice(0, 2)) expect(distance(upper.bottom, corner)).toBeCloseTo(8);
    const [nearTop, , , nearBottom] = cornersOf(right);
    for (const corner of [nearTop, nearBottom]) expect(distance(left.right, corner)).toBeCloseTo(6);
  });

  test("return the upper and the left part first", () => {
    const [upper] = cutAcross(SQUARE, { leftY: 50, rightY: 50, gutter: 10 });
    const [left] = cutDown(SQUARE, { topX: 50, bottomX: 50, gutter: 10 });
    expect(upper && cornersOf(upper)[2]).toEqual({ x: 100, y: 45 });
    expect(left && cornersOf(left)[2]).toEqual({ x: 45, y: 100 });
  });

  test("intersection throws for parallel lines", () => {
    expect(() => intersection(horizontal(1), horizontal(2))).toThrow(RangeError);
  });
});
