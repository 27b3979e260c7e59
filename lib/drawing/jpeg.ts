// Encodes a canvas as JPEG: one component where the page is grey, which takes a third of the time that the canvas's own encoder
// needs for three, and which PDF and readers take for what it is.
import type { Canvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { releasePixels } from "./last-pixels.ts";

/** Lines stay clean and dots of dirt around letters stay away from here on. */
export const JPEG_QUALITY = 90;

/** Opaque canvases only. Without `colour` all pixels are taken for grey. Colour is as sharp as lightness, for red letters' sake. */
export async function encodeJpeg(canvas: Canvas, colour: boolean): Promise<Uint8Array> {
  const { width, height } = canvas;
  const pixels = canvas.data();
  const image = sharp(pixels, { raw: { width, height, channels: 4 } });
  const planes = colour ? image.removeAlpha() : image.extractChannel("red");
  const jpeg = planes.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:4:4", optimiseCoding: false });
  const bytes = await jpeg.toBuffer();
  releasePixels(pixels);
  return bytes;
}
