// Takes the pixels of a canvas that is no longer needed, and releases its memory.
import type { Canvas } from "@napi-rs/canvas";

/**
 * Releases the copy made by `canvas.data()` or `getImageData`, 15 MB for a page. It is outside V8's heap and would wait for a garbage
 * collection. The view is empty afterwards.
 */
export function releasePixels({ buffer }: { buffer: ArrayBufferLike }): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** RGBA, premultiplied. The canvas is 1 × 1 afterwards. */
export function lastPixels(canvas: Canvas): Buffer {
  const pixels = canvas.data();
  releaseCanvas(canvas);
  return pixels;
}

/** Canvas memory is outside V8's heap, so V8 would let dozens of finished pages accumulate before it collects. */
export function releaseCanvas(canvas: Canvas): void {
  canvas.width = 1;
  canvas.height = 1;
}
