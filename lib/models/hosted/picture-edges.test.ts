// Frames and bars along the edges of pictures, and edges that only look like one.
import { describe, expect, it } from "vitest";
import { barsOf, borderOf } from "./picture-edges.ts";
import type { Pixels } from "./pixel-faults.ts";

type Colour = readonly [number, number, number];
const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
const BLUE: Colour = [90, 140, 220];

/** A picture with rectangles painted over it, later ones on top. */
function picture(
  width: number,
  height: number,
  rects: readonly { at: readonly [number, number, number, number]; colour: Colour | "art" }[],
): Pixels {
  const data = new Uint8ClampedArray(4 * width * height);
  const art = (x: number, y: number): Colour => [
    (x * 7 + y * 13) % 256,
    (x * 3 + y * 5) % 256,
    (x * y) % 256,
  ];
  for (const { at, colour } of [{ at: [0, 0, width, height] as const, colour: "art" as const }, ...rects]) {
    const [left, top, wide, high] = at;
    for (let y = top; y < top + high; y += 1)
      for (let x = left; x < left + wide; x += 1)
        data.set([...(colour === "art" ? art(x, y) : colour), 255], 4 * (y * width + x));
  }
  return { width, height, data };
}

describe("a frame", () => {
  it("is a line at the edge, or a margin with or without a line", () => {
    const line = picture(200, 150, [
      { at: [0, 0, 200, 150], colour: BLACK },
      { at: [3, 3, 194, 144], colour: "art" },
    ]);
    expect(borderOf(line, 4)).toEqual({ left: 4, top: 4, right: 4, bottom: 4 });
    const margin = picture(200, 150, [
      { at: [0, 0, 200, 150], colour: WHITE },
      { at: [10, 8, 180, 134], colour: "art" },
    ]);
    const found = borderOf(margin, 4);
    for (const [side, inset] of [
      ["left", 10],
      ["top", 8],
    ] as const) {
      expect(found?.[side]).toBeGreaterThanOrEqual(inset);
      expect(found?.[side]).toBeLessThanOrEqual(inset + 3);
    }
  });

  it("is removed completely where its line has soft edges", () => {
    const soft = picture(200, 150, [
      { at: [0, 0, 200, 150], colour: WHITE },
      { at: [8, 8, 184, 134], colour: [150, 150, 150] },
      { at: [9, 9, 182, 132], colour: BLACK },
      { at: [12, 12, 176, 126], colour: "art" },
    ]);
    for (const inset of Object.values(borderOf(soft, 4) ?? {})) expect(inset).toBeGreaterThanOrEqual(12);
    expect(borderOf(soft, 4)).toBeDefined();
  });

  it("is not found in art that reaches the edges, on a plain ground, or with a side missing, unless a vision model saw it", () => {
    expect(borderOf(picture(200, 150, []), 3)).toBeUndefined();
    expect(borderOf(picture(200, 150, [{ at: [0, 0, 200, 150], colour: BLUE }]), 3)).toBeUndefined();
    const open = picture(200, 150, [
      { at: [0, 0, 200, 150], colour: BLACK },
      { at: [3, 3, 194, 147], colour: "art" },
    ]);
    expect(borderOf(open, 4)).toBeUndefined();
    expect(borderOf(open, 3)).toMatchObject({ left: 4, bottom: 0 });
  });
});

describe("bars", () => {
  it("are two opposite sides of one colour that end in a straight line", () => {
    const barred = picture(200, 150, [
      { at: [0, 0, 40, 150], colour: BLACK },
      { at: [160, 0, 40, 150], colour: BLACK },
    ]);
    const found = barsOf(barred);
    expect(found).toMatchObject({ top: 0, bottom: 0 });
    expect(found?.left).toBeGreaterThanOrEqual(40);
    expect(found?.left).toBeLessThanOrEqual(42);
  });

  it("are not found where only one side is plain, or all four have a margin", () => {
    expect(barsOf(picture(200, 150, [{ at: [0, 0, 40, 150], colour: BLACK }]))).toBeUndefined();
    const framed = picture(200, 150, [
      { at: [0, 0, 200, 150], colour: WHITE },
      { at: [20, 20, 160, 110], colour: "art" },
    ]);
    expect(barsOf(framed)).toBeUndefined();
  });
});
