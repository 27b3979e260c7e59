// Draws a request with the offline artist in the goldens' format: small and grey. Two pictures are the same if each pixel has the same of
// the pack's ten greys, where the rasteriser is the build with which the pack was recorded.
import { createHash } from "node:crypto";
import { sheet } from "../../../lib/drawing/compose-page.ts";
import { lastPixels, releasePixels } from "../../../lib/drawing/last-pixels.ts";
import { paintDrawing } from "../../../lib/drawing/paint.ts";
import type { DrawnContent } from "../../../lib/models/artist.ts";
import type { DrawRequest } from "../../../lib/models/offline/artist/closed/request.ts";
import { drawRequest } from "../../../lib/models/offline/artist/draw-request.ts";

/** Longest side of a specimen's cell, and width of other pictures, in pixels. */
export const WIDTH_PX = 320;
/** Other builds of the rasteriser round some edges to another grey: the largest share of such pixels. */
const MOST_DIFFERING = process.platform === "linux" && process.arch === "x64" ? 0 : 0.005;
/** Number of greys in the pack: rounding is at most 14 of 255. */
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

/** The share of pixels whose grey in the pack differs; 1 for different sizes. */
export function differenceOf(before: Greys, after: Greys): number {
  if (before.length !== after.length) return 1;
  const [was, is] = [levelsOf(before), levelsOf(after)];
  let differing = 0;
  for (const [at, level] of was.entries()) if (level !== is[at]) differing += 1;
  return differing / before.length;
}

export const isSame = (before: Greys, after: Greys, most = MOST_DIFFERING): boolean =>
  differenceOf(before, after) <= most;
