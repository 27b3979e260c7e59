// Encodes a canvas as JPEG. A grey page gets one component, which takes a third of the time of the canvas's own encoder with three, and
// which PDF and readers recognise as grey. The upper and lower half are encoded concurrently.
import type { Canvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { joinScans, MOST_BLOCKS } from "./jpeg-scans.ts";
import { releasePixels } from "./last-pixels.ts";

/** The lowest quality at which lines stay clean and letters have no visible artefacts. */
export const JPEG_QUALITY = 90;

/** Rows of a block: without subsampling, all components have the same. */
const BLOCK = 8;

/**
 * Number of parts: fixed, so that the bytes are the same on every machine. Pages for print have more, because a scan has a maximum size.
 */
const SCANS = 2;

/** For opaque canvases. Without `colour` all pixels are taken as grey. Chroma is not subsampled, so that red letters stay sharp. */
export async function encodeJpeg(canvas: Canvas, colour: boolean): Promise<Uint8Array> {
  const { width, height } = canvas;
  const pixels = canvas.data();
  const across = Math.ceil(width / BLOCK);
  const down = Math.min(Math.ceil(height / BLOCK / SCANS), Math.floor(MOST_BLOCKS / across));
  const rows = down * BLOCK;
  const parts: Promise<Buffer>[] = [];
  for (let top = 0; top < height; top += rows) {
    const bottom = Math.min(top + rows, height);
    const part = pixels.subarray(4 * width * top, 4 * width * bottom);
    parts.push(encoded(part, { width, height: bottom - top, colour }));
  }
  const jpeg = joinScans(await Promise.all(parts), { height, blocks: across * down });
  releasePixels(pixels);
  return jpeg;
}

/** Uses the standard's Huffman tables, so that all parts share them. */
function encoded(
  pixels: Buffer,
  { width, height, colour }: { width: number; height: number; colour: boolean },
): Promise<Buffer> {
  const image = sharp(pixels, { raw: { width, height, channels: 4 } });
  const planes = colour ? image.removeAlpha() : image.extractChannel("red");
  return planes.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:4:4", optimiseCoding: false }).toBuffer();
}
