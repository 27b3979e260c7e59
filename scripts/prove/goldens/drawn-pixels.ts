// Draws a request with the offline artist as the goldens keep it: small, in greys. Two pictures are the same when at most
// 0.5 % of their pixels differ by more than 16 of 255.
import { createHash } from "node:crypto";
import { sheet } from "../../../lib/drawing/compose-page.ts";
import { lastPixels, releasePixels } from "../../../lib/drawing/last-pixels.ts";
import { paintDrawing } from "../../../lib/drawing/paint.ts";
import type { DrawnContent } from "../../../lib/models/artist.ts";
import type { DrawRequest } from "../../../lib/models/offline/artist/closed/request.ts";
import { drawRequest } from "../../../lib/models/offline/artist/draw-request.ts";

/** Longest side of a specimen's cell, and width of every other picture, in pixels. */
export const WIDTH_PX = 320;
const TOLERANCE = 16;
const MOST_DIFFERING = 0.005;
/** A kept pixel is one of so many greys, at most 14 of 255 from the drawn one: less than the tolerance. */
const GREYS = 10;

/** One byte a pixel, from 0 (black) to 255, row by row. */
export type Greys = Uint8Array;

/** What the artist draws today. Throws what the artist throws. */
export const drawnPixels = (request: DrawRequest, widthPx: number): Greys =>
  paintedPixels(drawRequest(request).content, widthPx);

/** What was drawn, so many pixels wide. */
function paintedPixels(content: DrawnContent, widthPx: number): Greys {
  if (content.kind !== "drawing") throw new TypeError("The offline artist gives drawings.");
  const { canvas, ctx } = sheet(content.drawing.width, content.drawing.height, widthPx);
  paintDrawing(ctx, content.drawing);
  const pixels = lastPixels(canvas);
  // All that is painted is grey and opaque.
  const greys = Uint8Array.from({ length: pixels.length / 4 }, (_, at) => pixels[at * 4] ?? 0);
  releasePixels(pixels);
  return greys;
}

/** Pixels as the pack keeps them: the number of each one's grey, from 0 to 9. */
export const levelsOf = (greys: Greys): Uint8Array =>
  greys.map((grey) => Math.round((grey * (GREYS - 1)) / 255));

export const greysOf = (levels: Uint8Array): Greys =>
  levels.map((level) => Math.round((level * 255) / (GREYS - 1)));

/** Names a kept picture: the first 16 hexadecimal digits of the SHA-256 of its levels. */
export const hashOf = (levels: Uint8Array): string =>
  createHash("sha256").update(levels).digest("hex").slice(0, 16);

/** The share of pixels that differ by more than the tolerance; 1 where the sizes differ. */
export function differenceOf(before: Greys, after: Greys): number {
  if (before.length !== after.length) return 1;
  let differing = 0;
  for (const [at, grey] of before.entries()) {
    if (Math.abs(grey - (after[at] ?? 0)) > TOLERANCE) differing += 1;
  }
  return differing / before.length;
}

export const isSame = (before: Greys, after: Greys): boolean => differenceOf(before, after) <= MOST_DIFFERING;
