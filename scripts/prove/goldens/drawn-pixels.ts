// Draws a request with the offline artist in the goldens' format: small and grey. Two pictures are the same if no pixel differs by more
// than 17 of 255: what the pack rounds, and what the rasteriser rounds otherwise on another processor.
import { createHash } from "node:crypto";
import { sheet } from "../../../lib/drawing/compose-page.ts";
import { lastPixels, releasePixels } from "../../../lib/drawing/last-pixels.ts";
import { paintDrawing } from "../../../lib/drawing/paint.ts";
import type { DrawnContent } from "../../../lib/models/artist.ts";
import type { DrawRequest } from "../../../lib/models/offline/artist/closed/request.ts";
import { drawRequest } from "../../../lib/models/offline/artist/draw-request.ts";

/** Longest side of a specimen's cell, and width of other pictures, in pixels. */
export const WIDTH_PX = 320;
/** At most 14 by the pack's rounding, and 3 between processors (arm64, x64 with and without AVX). */
const TOLERANCE = 17;
/** Number of greys in the pack. */
const GREYS = 10;

/** One byte a pixel, from 0 (black) to 255, row by row. */
export type Greys = Uint8Array;

/** The artist's current drawing. Throws the artist's errors. */
export const drawnPixels = (request: DrawRequest, widthPx: number): Greys =>
  paintedPixels(drawRequest(request).content, widthPx);

/** A drawing, rasterised to a width. */
function paintedPixels(content: DrawnContent, widthPx: number): Greys {
  if (content.kind !== "drawing") throw new TypeError("The offline artist gives drawings.");
  const { canvas, ctx } = sheet(content.drawing.width, content.drawing.height, widthPx);
  paintDrawing(ctx, content.drawing);
  const pixels = lastPixels(canvas);
  // The drawing is grey and opaque.
  const greys = Uint8Array.from({ length: pixels.length / 4 }, (_, at) => pixels[at * 4] ?? 0);
  releasePixels(pixels);
  return greys;
}

/** Pixels in the pack's format: the index of each grey, from 0 to 9. */
export const levelsOf = (greys: Greys): Uint8Array =>
  greys.map((grey) => Math.round((grey * (GREYS - 1)) / 255));

export const greysOf = (levels: Uint8Array): Greys =>
  levels.map((level) => Math.round((level * 255) / (GREYS - 1)));

/** Id of a stored picture: the first 16 hex digits of the SHA-256 of its levels. */
export const hashOf = (levels: Uint8Array): string =>
  createHash("sha256").update(levels).digest("hex").slice(0, 16);

/** The share of pixels that differ by more than the tolerance; 1 for different sizes. */
export function differenceOf(before: Greys, after: Greys): number {
  if (before.length !== after.length) return 1;
  let differing = 0;
  for (const [at, grey] of before.entries()) {
    if (Math.abs(grey - (after[at] ?? 0)) > TOLERANCE) differing += 1;
  }
  return differing / before.length;
}

export const isSame = (before: Greys, after: Greys): boolean => differenceOf(before, after) === 0;
