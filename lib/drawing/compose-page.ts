// Composes a finished page for screens, in grey or in colour, and rasterises single drawings.
import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Drawing } from "../manga/drawing.ts";
import { PAPER } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { Panel } from "../manga/storyboard.ts";
import type { PageBrief, PaintedArt, Raster } from "./drafter.ts";
import { releaseCanvas } from "./last-pixels.ts";
import { paintDrawing } from "./paint.ts";
import { paintPage, readyArt } from "./paint-page.ts";
import { type Encoding, encodePng } from "./png.ts";

export interface ComposedPage {
  panels: readonly Panel[];
  /** Each panel's art by its id. */
  art: ReadonlyMap<string, PaintedArt>;
  texts: readonly LetteredText[];
  page: PageBrief & { widthPx: number; credit?: string };
}

/** The trimmed page. Throws a RangeError if a panel has no art, and the decoder's error for a broken image. */
export async function composePage(composed: ComposedPage): Promise<Raster> {
  const { canvas, scale } = await paintedPage(composed);
  return rasterOf(canvas, { pixelsPerUnit: scale, colour: composed.page.colorMode === "color" });
}

/** The trimmed page as a canvas, to be encoded. Throws as `composePage` does. */
export async function paintedPage(composed: ComposedPage): Promise<{ canvas: Canvas; scale: number }> {
  const { panels, texts, page } = composed;
  const art = await readyArt(composed.art);
  const { canvas, ctx, scale } = sheet(PAPER.width, PAPER.height, page.widthPx);
  paintPage(ctx, { panels, art, texts, page });
  return { canvas, scale };
}

/** A drawing alone, without its margin. */
export async function rasterizeDrawing(
  drawing: Drawing,
  widthPx: number,
  colorMode?: "color",
): Promise<Raster> {
  const { canvas, ctx, scale } = sheet(drawing.width, drawing.height, widthPx);
  const colour = colorMode === "color";
  paintDrawing(ctx, drawing, { colour });
  return rasterOf(canvas, { pixelsPerUnit: scale, colour });
}

/** A white canvas that maps units to pixels. */
export function sheet(
  width: number,
  height: number,
  widthPx: number,
): { canvas: Canvas; ctx: SKRSContext2D; scale: number } {
  const scale = widthPx / width;
  const canvas = createCanvas(widthPx, Math.max(1, Math.round(height * scale)));
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.setTransform(scale, 0, 0, scale, 0, 0);
  return { canvas, ctx, scale };
}

/** Encodes the canvas, which must not be used afterwards. */
export async function rasterOf(canvas: Canvas, encoding: Encoding): Promise<Raster> {
  const { width: widthPx, height: heightPx } = canvas;
  const bytes = await encodePng(canvas, encoding);
  releaseCanvas(canvas);
  return { bytes, contentType: "image/png", widthPx, heightPx };
}
