// A layer's pixels as a painting program keeps them: each channel on its own, cut to what can be seen.
import type { Canvas } from "@napi-rs/canvas";
import { lastPixels, releaseCanvas } from "./last-pixels.ts";

/** A byte for each pixel, row by row; a number where all of them are the same. */
export type Channel = Uint8Array | number;

/** Straight, not premultiplied. */
export interface RasterLayer {
  left: number;
  top: number;
  width: number;
  height: number;
  opacity: Channel;
  red: Channel;
  green: Channel;
  blue: Channel;
}

/** What was painted, and where its upper left corner lies on the sheet. */
export interface Painted {
  canvas: Canvas;
  left: number;
  top: number;
}

/**
 * Greys on white paper become black of as much opacity, so that the layer multiplies with what lies below.
 * Null where nothing was painted. The canvas is spent.
 */
export function shadeLayer({ canvas, left, top }: Painted): RasterLayer | null {
  const { width, height } = canvas;
  const opacity = planeOf(wordsOf(lastPixels(canvas)), (rgba) => 255 - (rgba & 0xff));
  const bounds = boundsOf(opacity, { width, height });
  if (bounds === null) return null;
  return {
    ...{ left: left + bounds.left, top: top + bounds.top, width: bounds.width, height: bounds.height },
    ...{ opacity: cut(opacity, width, bounds), red: 0, green: 0, blue: 0 },
  };
}

/** What was painted on nothing, in its own colours. Null where nothing was painted. The canvas is spent. */
export function colourLayer({ canvas, left, top }: Painted): RasterLayer | null {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  releaseCanvas(canvas);
  const words = wordsOf(data);
  const opacity = planeOf(words, (rgba) => rgba >>> 24);
  const bounds = boundsOf(opacity, { width, height });
  if (bounds === null) return null;
  const channel = (shift: number) =>
    cut(
      planeOf(words, (rgba) => (rgba >>> shift) & 0xff),
      width,
      bounds,
    );
  return {
    ...{ left: left + bounds.left, top: top + bounds.top, width: bounds.width, height: bounds.height },
    ...{ opacity: cut(opacity, width, bounds), red: channel(0), green: channel(8), blue: channel(16) },
  };
}

/** One word a pixel; red is the lowest byte and opacity the highest (machines are little-endian). */
function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array | Uint8ClampedArray): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

function planeOf(words: Uint32Array, level: (rgba: number) => number): Uint8Array {
  const plane = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) plane[i] = level(words[i] ?? 0);
  return plane;
}

interface Bounds {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Around what is not 0; null where all is. Rows are searched from their ends, no further than is known already. */
function boundsOf(plane: Uint8Array, { width, height }: { width: number; height: number }): Bounds | null {
  const first = plane.findIndex((level) => level !== 0);
  if (first < 0) return null;
  const last = plane.findLastIndex((level) => level !== 0);
  const [top, bottom] = [Math.floor(first / width), Math.floor(last / width)];
  let [left, right] = [width, -1];
  for (let y = top; y <= bottom && y < height; y++) {
    const row = y * width;
    for (let x = 0; x < left; x++) if (plane[row + x] !== 0) left = x;
    for (let x = width - 1; x > right; x--) if (plane[row + x] !== 0) right = x;
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function cut(plane: Uint8Array, rowLength: number, { left, top, width, height }: Bounds): Uint8Array {
  const part = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * rowLength + left;
    part.set(plane.subarray(from, from + width), y * width);
  }
  return part;
}
