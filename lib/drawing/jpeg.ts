// Encodes a canvas as JPEG: one component where the page is grey, which takes a third of the time that the canvas's own encoder
// needs for three, and which PDF and readers take for what it is. Its upper and lower half are encoded beside each other.
import type { Canvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { joinScans, MOST_BLOCKS } from "./jpeg-scans.ts";
import { releasePixels } from "./last-pixels.ts";

/** Lines stay clean and dots of dirt around letters stay away from here on. */
export const JPEG_QUALITY = 90;

/** Rows of a block: without subsampling all components have the same. */
const BLOCK = 8;

/** The same on every machine, so that its bytes are; a page of print has more, as a scan is limited. */
const SCANS = 2;

/** Opaque canvases only. Without `colour` all pixels are taken for grey. Colour is as sharp as lightness, for red letters' sake. */
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

/** Huffman's tables are the standard's, which all parts of a page then share. */
function encoded(
  pixels: Buffer,
  { width, height, colour }: { width: number; height: number; colour: boolean },
): Promise<Buffer> {
  const image = sharp(pixels, { raw: { width, height, channels: 4 } });
  const planes = colour ? image.removeAlpha() : image.extractChannel("red");
  return planes.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:4:4", optimiseCoding: false }).toBuffer();
}
