import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import type { Drawing, DrawingItem } from "../manga/drawing.ts";
import { type Plane, paintDrawing } from "./paint.ts";

const SQUARE = "M0 0H10V10H0Z";

/** Lightness 0–255 of the middle pixel after painting on white. */
function middle(items: DrawingItem[], plane?: Plane): number {
  return pixels({ width: 10, height: 10, margin: 0, items }, plane)[(5 * 10 + 5) * 4] ?? Number.NaN;
}

function pixels(drawing: Drawing, plane: Plane = "both"): Uint8ClampedArray {
  const canvas = createCanvas(drawing.width, drawing.height);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, drawing.width, drawing.height);
  paintDrawing(ctx, drawing, { plane });
  return ctx.getImageData(0, 0, drawing.width, drawing.height).data;
}

describe("paintDrawing", () => {
  test("a tone covers the ink below it, and white covers both", () => {
    expect(
      middle([
        { d: SQUARE, fill: "black" },
        { d: SQUARE, fill: { tone: 0.4 } },
      ]),
    ).toBe(153);
    expect(
      middle([
        { d: SQUARE, fill: { tone: 0.4 } },
        { d: SQUARE, fill: "white" },
      ]),
    ).toBe(255);
  });

  test("a veil darkens the grey below and leaves ink black", () => {
    expect(
      middle([
        { d: SQUARE, fill: { tone: 0.5 } },
        { d: SQUARE, fill: { veil: 0.5 } },
      ]),
    ).toBeCloseTo(64, -1);
    expect(
      middle([
        { d: SQUARE, fill: "black" },
        { d: SQUARE, fill: { veil: 0.5 } },
      ]),
    ).toBe(0);
  });

  test("a light brightens the grey below and leaves ink black", () => {
    expect(
      middle([
        { d: SQUARE, fill: { tone: 0.8 } },
        { d: SQUARE, fill: { light: 0.5 } },
      ]),
    ).toBeCloseTo(102, -1);
    expect(
      middle([
        { d: SQUARE, fill: "black" },
        { d: SQUARE, fill: { light: 1 } },
      ]),
    ).toBe(0);
    expect(
      middle([
        { d: SQUARE, fill: { tone: 0.8 } },
        { d: SQUARE, fill: { light: 0 } },
      ]),
    ).toBe(51);
  });

  test("gradients run along their line and from their point", () => {
    const linear = pixels({
      width: 10,
      height: 10,
      margin: 0,
      items: [
        {
          d: SQUARE,
          fill: {
            tone: {
              type: "linear",
              at: [0, 0, 10, 0],
              stops: [
                [0, 0],
                [1, 1],
              ],
            },
          },
        },
      ],
    });
    expect(linear[0]).toBeGreaterThan(230);
    expect(linear[9 * 4]).toBeLessThan(25);
    const radial = pixels({
      width: 10,
      height: 10,
      margin: 0,
      items: [
        {
          d: SQUARE,
          fill: {
            tone: {
              type: "radial",
              at: [5, 5, 0, 5],
              stops: [
                [0, 1],
                [1, 0],
              ],
            },
          },
        },
      ],
    });
    expect(radial[(5 * 10 + 5) * 4]).toBeLessThan(60);
    expect(radial[0]).toBe(255);
  });

  test("a group moves and clips its items, and its siblings are not clipped", () => {
    const data = pixels({
      width: 10,
      height: 10,
      margin: 0,
      items: [
        { items: [{ d: SQUARE, fill: "black" }], matrix: [1, 0, 0, 1, 5, 0], clip: "M0 0H2V10H0Z" },
        { d: "M0 9H10V10H0Z", fill: "black" },
      ],
    });
    const at = (x: number, y: number) => data[(y * 10 + x) * 4];
    expect([at(4, 4), at(5, 4), at(6, 4), at(7, 4)]).toEqual([255, 0, 0, 255]);
    expect(at(0, 9)).toBe(0);
  });

  test("even-odd holes stay open", () => {
    expect(middle([{ d: "M0 0H10V10H0ZM2 2H8V8H2Z", fill: "black", evenOdd: true }])).toBe(255);
    expect(middle([{ d: "M0 0H10V10H0ZM2 2H8V8H2Z", fill: "black" }])).toBe(0);
  });

  test("the ink plane has only black and white, the tone plane only greys", () => {
    const toneOverInk: DrawingItem[] = [
      { d: SQUARE, fill: "black" },
      { d: SQUARE, fill: { tone: 0.4 } },
    ];
    expect(middle(toneOverInk, "ink")).toBe(255);
    expect(middle(toneOverInk, "tone")).toBe(153);
    const inkOverTone: DrawingItem[] = [
      { d: SQUARE, fill: { tone: 0.4 } },
      { d: SQUARE, fill: "black" },
      { d: SQUARE, fill: { veil: 0.5 } },
    ];
    expect(middle(inkOverTone, "ink")).toBe(0);
    expect(middle(inkOverTone, "tone")).toBeCloseTo(77, -1);
    expect(
      middle(
        [
          { d: SQUARE, fill: { tone: 0.4 } },
          { d: SQUARE, fill: "white" },
        ],
        "tone",
      ),
    ).toBe(255);
  });

  test("the product of the two planes is the whole picture", () => {
    const drawing: Drawing = {
      width: 60,
      height: 60,
      margin: 0,
      items: [
        { d: "M0 0H60V60H0Z", fill: { tone: 0.3 } },
        { d: "M10 10H50V50H10Z", fill: "black" },
        { d: "M20 20H40V40H20Z", fill: { tone: 0.6 } },
        { d: "M0 30H60V34H0Z", fill: "white" },
        { d: "M0 0H30V60H0Z", fill: { veil: 0.2 } },
        { d: "M0 0H60V15H0Z", fill: { light: 0.2 } },
      ],
    };
    const [both, ink, tone] = [pixels(drawing), pixels(drawing, "ink"), pixels(drawing, "tone")];
    for (let i = 0; i < both.length; i += 4) {
      expect(Math.abs((both[i] ?? 0) - ((ink[i] ?? 0) * (tone[i] ?? 0)) / 255)).toBeLessThanOrEqual(1);
    }
  });

  test("restores the canvas's state", () => {
    const ctx = createCanvas(4, 4).getContext("2d");
    ctx.lineWidth = 7;
    paintDrawing(ctx, {
      width: 4,
      height: 4,
      margin: 0,
      items: [{ d: "M0 0L4 4", stroke: { veil: 0.5 }, width: 2 }],
    });
    expect([ctx.lineWidth, ctx.globalCompositeOperation]).toEqual([7, "source-over"]);
  });
});
