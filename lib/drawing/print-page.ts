// A sheet for the press, bleed included: one bit a pixel, its ink thresholded and its tone dotted at output size; or in colour.
import { setImmediate } from "node:timers/promises";
import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { PAPER, pixelsPerUnit } from "../manga/geometry.ts";
import { THRESHOLDS, TILE } from "./halftone.ts";
import { releaseCanvas } from "./last-pixels.ts";
import type { Plane } from "./paint.ts";
import { encodePng } from "./png.ts";

/** Rows painted at a time: a strip of both planes takes 36 MB at 600 dpi, the whole sheet would take 220. */
const STRIP = 1024;

/** Ink darker than this is black. */
const INK_THRESHOLD = 128;

/** Eight pixels a byte, the leftmost in the highest bit; each row starts a byte; 1 is white, as in PNG and PDF. */
export interface Bitmap {
  width: number;
  height: number;
  rows: Uint8Array;
}

/** Paints one plane of a sheet that is white already; units start at the trimmed page's corner. */
export type PlanePainter = (ctx: SKRSContext2D, plane: Plane) => void;

/** The size of a sheet, trimmed page and bleed, in pixels: 4441 × 6213 at 600 dpi. */
export function sheetSize(dpi: number): { width: number; height: number } {
  const scale = pixelsPerUnit(dpi);
  return {
    width: Math.round((PAPER.width + 2 * PAPER.bleed) * scale),
    height: Math.round((PAPER.height + 2 * PAPER.bleed) * scale),
  };
}

/** Maps units to the pixels of a sheet whose first row is `top`. */
export function placeSheet(ctx: SKRSContext2D, dpi: number, top = 0): void {
  const scale = pixelsPerUnit(dpi);
  ctx.setTransform(scale, 0, 0, scale, PAPER.bleed * scale, PAPER.bleed * scale - top);
}

/** Lets other work run between strips, and with it the collection of the last strip's pixels. */
export async function printSheet(paint: PlanePainter, dpi: number): Promise<Bitmap> {
  const { width, height } = sheetSize(dpi);
  const bitmap = { width, height, rows: new Uint8Array(Math.ceil(width / 8) * height).fill(0xff) };
  const canvases = { ink: createCanvas(width, STRIP), tone: createCanvas(width, STRIP) };
  const pixelsOf = (plane: "ink" | "tone", top: number) => {
    const ctx = canvases[plane].getContext("2d");
    ctx.resetTransform();
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, width, STRIP);
    placeSheet(ctx, dpi, top);
    paint(ctx, plane);
    return wordsOf(canvases[plane]);
  };
  for (let top = 0; top < height; top += STRIP) {
    blacken(bitmap, { top, ink: pixelsOf("ink", top), tone: pixelsOf("tone", top) });
    await setImmediate();
  }
  releaseCanvas(canvases.ink);
  releaseCanvas(canvases.tone);
  return bitmap;
}

/** The sheet as PNG, dots of no kind in it: a press screens colour itself. */
export async function colourSheet(paint: PlanePainter, dpi: number): Promise<Uint8Array> {
  const { width, height } = sheetSize(dpi);
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, width, height);
  placeSheet(ctx, dpi);
  paint(ctx, "both");
  const png = await encodePng(canvas, pixelsPerUnit(dpi));
  releaseCanvas(canvas);
  return png;
}

/** One word a pixel; all planes are grey and opaque, so that its lowest byte is the lightness (machines are little-endian). */
function wordsOf(canvas: Canvas): Uint32Array {
  const bytes = canvas.data();
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

function blacken(
  { width, height, rows }: Bitmap,
  { top, ink, tone }: { top: number; ink: Uint32Array; tone: Uint32Array },
): void {
  const rowBytes = Math.ceil(width / 8);
  for (let y = top; y < Math.min(top + STRIP, height); y++) {
    const row = (y - top) * width;
    const tile = (y % TILE) * TILE;
    for (let x = 0; x < width; x++) {
      const i = row + x;
      const isBlack =
        ((ink[i] ?? 0) & 0xff) < INK_THRESHOLD ||
        ((tone[i] ?? 0) & 0xff) < (THRESHOLDS[tile + (x % TILE)] ?? 0);
      if (!isBlack) continue;
      const byte = y * rowBytes + (x >> 3);
      rows[byte] = (rows[byte] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
}
