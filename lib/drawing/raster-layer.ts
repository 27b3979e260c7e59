// A layer's pixels as painting programs store them: separate channels, cut to the visible part.
import type { Canvas } from "@napi-rs/canvas";
import { lastPixels, releaseCanvas, releasePixels } from "./last-pixels.ts";

/** A byte for each pixel, row by row; a number if all are equal. */
export type Channel = Uint8Array | number;

/** Straight alpha, not premultiplied. */
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

/** A painted canvas, and the position of its upper left corner on the sheet. */
export interface Painted {
  canvas: Canvas;
  left: number;
  top: number;
}

/**
 * Converts greys on white paper to black of the corresponding opacity, so that the layer multiplies with those below. Null if nothing was
 * painted. The canvas must not be used afterwards.
 */
export function shadeLayer({ canvas, left, top }: Painted): RasterLayer | null {
  const { width, height } = canvas;
  const pixels = { words: wordsOf(lastPixels(canvas)), width, height };
  const bounds = boundsOf(pixels, DARKNESS);
  const layer = bounds && {
    ...{ left: left + bounds.left, top: top + bounds.top, width: bounds.width, height: bounds.height },
    ...{ opacity: planeOf(pixels, DARKNESS, bounds), red: 0, green: 0, blue: 0 },
  };
  releasePixels(pixels.words);
  return layer;
}

/** A canvas painted on transparency, in its own colours. Null if nothing was painted. The canvas must not be used afterwards. */
export function colourLayer({ canvas, left, top }: Painted): RasterLayer | null {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  releaseCanvas(canvas);
  const pixels = { words: wordsOf(data), width, height };
  const bounds = boundsOf(pixels, OPACITY);
  const channel = (shift: number, within: Bounds) => planeOf(pixels, { shift, flip: 0 }, within);
  const layer = bounds && {
    ...{ left: left + bounds.left, top: top + bounds.top, width: bounds.width, height: bounds.height },
    ...{
      opacity: planeOf(pixels, OPACITY, bounds),
      red: channel(0, bounds),
      green: channel(8, bounds),
      blue: channel(16, bounds),
    },
  };
  releasePixels(pixels.words);
  return layer;
}

/** One word a pixel; red is the lowest byte and opacity the highest (little-endian). */
interface Pixels {
  words: Int32Array;
  width: number;
  height: number;
}

/** A byte of a word: its position, and the bits that are inverted. */
interface Level {
  shift: number;
  flip: number;
}

const OPACITY: Level = { shift: 24, flip: 0 };
/** Darkness of greys: 255 minus red. */
const DARKNESS: Level = { shift: 0, flip: 0xff };

function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array | Uint8ClampedArray): Int32Array {
  return new Int32Array(buffer, byteOffset, byteLength / 4);
}

interface Bounds {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Bounding box of values other than 0; null if there are none. Rows are scanned from their ends, only as far as necessary. */
function boundsOf({ words, width, height }: Pixels, { shift, flip }: Level): Bounds | null {
  const isEmpty = (y: number) => {
    for (let at = y * width; at < (y + 1) * width; at++) {
      if (((((words[at] ?? 0) ^ flip) >>> shift) & 0xff) !== 0) return false;
    }
    return true;
  };
  let [top, bottom] = [0, height - 1];
  while (top < height && isEmpty(top)) top++;
  if (top === height) return null;
  while (isEmpty(bottom)) bottom--;
  let [left, right] = [width, -1];
  for (let y = top; y <= bottom; y++) {
    const row = y * width;
    for (let x = 0; x < left; x++) if (((((words[row + x] ?? 0) ^ flip) >>> shift) & 0xff) !== 0) left = x;
    for (let x = width - 1; x > right; x--)
      if (((((words[row + x] ?? 0) ^ flip) >>> shift) & 0xff) !== 0) right = x;
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function planeOf(
  { words, width: rowLength }: Pixels,
  { shift, flip }: Level,
  { left, top, width, height }: Bounds,
): Uint8Array {
  const plane = new Uint8Array(width * height);
  let to = 0;
  for (let y = top; y < top + height; y++) {
    const end = y * rowLength + left + width;
    for (let from = end - width; from < end; from++) plane[to++] = ((words[from] ?? 0) ^ flip) >>> shift;
  }
  return plane;
}
