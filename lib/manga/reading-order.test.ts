import { describe, expect, test } from "vitest";
import { doubtfulPanels, readingOrder } from "./reading-order.ts";

function frame(...corners: [number, number][]) {
  return { corners: corners.map(([x, y]) => ({ x, y })), bleeds: false };
}

function box(x: number, y: number, width: number, height: number) {
  return frame([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
}

describe("readingOrder", () => {
  test("goes along a row in reading direction, then down", () => {
    const frames = [box(0, 0, 40, 40), box(50, 0, 40, 40), box(0, 60, 90, 40)];
    expect(readingOrder(frames, "ltr")).toEqual([0, 1, 2]);
    expect(readingOrder(frames, "rtl")).toEqual([1, 0, 2]);
  });

  test("reads a stack beside a tall panel from top to bottom", () => {
    const frames = [box(60, 0, 40, 100), box(0, 0, 50, 45), box(0, 55, 50, 45)];
    expect(readingOrder(frames, "rtl")).toEqual([0, 1, 2]);
    expect(readingOrder(frames, "ltr")).toEqual([1, 2, 0]);
  });

  test("follows slanted gutters", () => {
    const frames = [
      frame([0, 0], [60, 0], [40, 50], [0, 40]),
      frame([64, 0], [100, 0], [100, 65], [44, 51]),
      frame([0, 50], [100, 75], [100, 100], [0, 100]),
    ];
    expect(readingOrder(frames, "ltr")).toEqual([0, 1, 2]);
    expect(readingOrder(frames, "rtl")).toEqual([1, 0, 2]);
  });

  test("orders panels that no gutter divides by their top", () => {
    // Four panels around a fifth, in a pinwheel.
    const frames = [
      box(0, 0, 60, 30),
      box(65, 0, 35, 60),
      box(35, 65, 65, 35),
      box(0, 35, 30, 65),
      box(35, 35, 25, 25),
    ];
    expect(readingOrder(frames, "ltr")).toEqual([0, 1, 3, 4, 2]);
  });
});

describe("doubtfulPanels", () => {
  const doubt = (frames: ReturnType<typeof box>[]) => doubtfulPanels(frames, "ltr");

  test("are none in rows, or with a stack at the end of its row", () => {
    expect(doubt([box(0, 0, 40, 40), box(43, 0, 47, 40), box(0, 46, 90, 40)])).toEqual([]);
    expect(doubt([box(0, 0, 50, 100), box(53, 0, 50, 45), box(53, 55, 50, 45)])).toEqual([]);
  });

  test("include the first panel of a stack with another column after it, which leads down and across", () => {
    expect(doubt([box(0, 0, 50, 45), box(0, 55, 50, 45), box(53, 0, 50, 100)])).toEqual([0]);
    expect(doubt([box(0, 0, 30, 100), box(33, 0, 30, 45), box(33, 55, 30, 45), box(66, 0, 30, 100)])).toEqual(
      [1],
    );
  });

  test("include those around a cross of equal gutters, unless the rows are clearly further apart", () => {
    const cross = (gap: number) => [
      ...[box(0, 0, 40, 40), box(46, 0, 40, 40)],
      ...[box(0, 40 + gap, 40, 40), box(46, 40 + gap, 40, 40)],
    ];
    expect(doubt(cross(6))).toEqual([0]);
    expect(doubt(cross(12))).toEqual([]);
  });

  test("are all panels that no gutter divides", () => {
    const windmill = [box(0, 0, 60, 30), box(65, 0, 35, 60), box(35, 65, 65, 35), box(0, 35, 30, 65)];
    expect(doubt(windmill)).toEqual([0, 1, 2, 3]);
  });
});
