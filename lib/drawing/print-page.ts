// A sheet for print, bleed included: one bit a pixel with thresholded ink and halftone dots at output size; or in colour.
import { setImmediate } from "node:timers/promises";
import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { PAPER, pixelsPerUnit } from "../manga/geometry.ts";
import { THRESHOLDS, TILE } from "./halftone.ts";
import { releaseCanvas, releasePixels } from "./last-pixels.ts";
import type { Plane } from "./paint.ts";
import { encodePng } from "./png.ts";

/** Rows painted at a time: a strip of both planes takes 46 MB at 600 dpi, a third of the whole sheet. */
const STRIP = 2072;

/** Pixels of the sheet for one pixel of the tone plane, in each direction. */
const TONE_STEP = 2;

/** Lightness below which ink is black. */
const INK_THRESHOLD = 128;

/** Eight pixels a byte, the leftmost in the highest bit; each row starts at a byte; 1 is white, as in PNG and PDF. */
export interface Bitmap {
  width: number;
  height: number;
  rows: Uint8Array;
}

/** Paints one plane of a white sheet; units start at the trimmed page's corner. */
export type PlanePainter = (ctx: SKRSContext2D, plane: Plane) => void;

/** Size of a sheet with bleed in pixels: 4441 × 6213 at 600 dpi. */
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

/**
 * Yields between strips, so that other work can run and the last strip's pixels can be collected. The tone plane is painted at half the
 * resolution, which suffices because its dots are five times as wide.
 */
export async function printSheet(paint: PlanePainter, dpi: number): Promise<Bitmap> {
  const { width, height } = sheetSize(dpi);
  const bitmap = { width, height, rows: new Uint8Array(Math.ceil(width / 8) * height).fill(0xff) };
  const ink = createCanvas(width, STRIP);
  const tone = createCanvas(Math.ceil(width / TONE_STEP), STRIP / TONE_STEP);
  const pixelsOf = (canvas: Canvas, plane: "ink" | "tone", top: number) => {
    const ctx = canvas.getContext("2d");
    const step = plane === "ink" ? 1 : TONE_STEP;
    ctx.resetTransform();
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    placeSheet(ctx, dpi / step, top / step);
    paint(ctx, plane);
    return wordsOf(canvas);
  };
  for (let top = 0; top < height; top += STRIP) {
    const planes = { ink: pixelsOf(ink, "ink", top), tone: pixelsOf(tone, "tone", top) };
    blacken(bitmap, { top, ...planes });
    releasePixels(planes.ink);
    releasePixels(planes.tone);
    await setImmediate();
  }
  releaseCanvas(ink);
  releaseCanvas(tone);
  return bitmap;
}

/** The sheet as a PNG in continuous tone, because a press screens colour itself. */
export async function colourSheet(paint: PlanePainter, dpi: number): Promise<Uint8Array> {
  const { width, height } = sheetSize(dpi);
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, width, height);
  placeSheet(ctx, dpi);
  paint(ctx, "both");
  const png = await encodePng(canvas, { pixelsPerUnit: pixelsPerUnit(dpi), colour: true });
  releaseCanvas(canvas);
  return png;
}

/** One word a pixel. All planes are grey and opaque, so the lowest byte (little-endian) is the lightness. */
function wordsOf(canvas: Canvas): Int32Array {
  const bytes = canvas.data();
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

/** Sets black where the ink is black, and where the tone is darker than the threshold of the halftone tile. */
function blacken(
  { width, height, rows }: Bitmap,
  { top, ink, tone }: { top: number; ink: Int32Array; tone: Int32Array },
): void {
  const rowBytes = Math.ceil(width / 8);
  const toneWidth = Math.ceil(width / TONE_STEP);
  const toneAt = Uint16Array.from({ length: width }, (_, x) => Math.floor(x / TONE_STEP));
  for (let y = top; y < Math.min(top + STRIP, height); y++) {
    const row = (y - top) * width;
    const toneRow = Math.floor((y - top) / TONE_STEP) * toneWidth;
    const tile = (y % TILE) * TILE;
    for (let left = 0; left < width; left += 8) {
      const right = Math.min(left + 8, width);
      // Skips white, which the sheet already is.
      if (
        isWhite(ink, row + left, row + right) &&
        isWhite(tone, toneRow + left / TONE_STEP, toneRow + Math.ceil(right / TONE_STEP))
      ) {
        continue;
      }
      let byte = 0xff;
      for (let x = left; x < right; x++) {
        const lightness = (tone[toneRow + (toneAt[x] ?? 0)] ?? 0) & 0xff;
        const isBlack =
          ((ink[row + x] ?? 0) & 0xff) < INK_THRESHOLD ||
          (lightness < 0xff && lightness < (THRESHOLDS[tile + (x % TILE)] ?? 0));
        if (isBlack) byte &= ~(0x80 >> (x & 7));
      }
      rows[y * rowBytes + (left >> 3)] = byte;
    }
  }
}

function isWhite(words: Int32Array, from: number, to: number): boolean {
  let all = -1;
  for (let at = from; at < to; at++) all &= words[at] ?? 0;
  return all === -1;
}
