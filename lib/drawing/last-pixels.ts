// Takes the pixels off a canvas that nobody draws on any more, and gives the memory of both back.
import type { Canvas } from "@napi-rs/canvas";

/**
 * Gives back what `canvas.data()` and `getImageData` copied, a page of which is 15 MB: it lies outside the heap that V8 counts,
 * too, and would wait for a collection. The view is empty afterwards.
 */
export function releasePixels({ buffer }: { buffer: ArrayBufferLike }): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** RGBA, premultiplied. The canvas is spent: 1 × 1 from here on. */
export function lastPixels(canvas: Canvas): Buffer {
  const pixels = canvas.data();
  releaseCanvas(canvas);
  return pixels;
}

/** A canvas lies outside the heap that V8 counts, which would let dozens of finished pages lie there before it collects. */
export function releaseCanvas(canvas: Canvas): void {
  canvas.width = 1;
  canvas.height = 1;
}
