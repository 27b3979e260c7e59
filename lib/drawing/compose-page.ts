// Composes a finished page for screens: art clipped to its frames, borders, sounds, balloons, the page number and a credit.
import { type Canvas, createCanvas, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import type { Drawing } from "../manga/drawing.ts";
import { boundingBox, PAPER } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { Panel } from "../manga/storyboard.ts";
import { paintFoot } from "./compose-foot.ts";
import { framePath, paintBorder } from "./compose-frames.ts";
import { paintSound, paintText } from "./compose-texts.ts";
import type { PageBrief, PaintedArt, Raster } from "./drafter.ts";
import { chance } from "./layout/chance.ts";
import { paintDrawing } from "./paint.ts";
import { encodePng } from "./png.ts";

export interface ComposedPage {
  panels: readonly Panel[];
  /** Each panel's art by its id. */
  art: ReadonlyMap<string, PaintedArt>;
  texts: readonly LetteredText[];
  page: PageBrief & { widthPx: number; credit?: string };
}

/** The trimmed page. Throws a RangeError where a panel has no art, and what the decoder throws for a broken image. */
export async function composePage({ panels, art, texts, page }: ComposedPage): Promise<Raster> {
  const { canvas, ctx, scale } = sheet(PAPER.width, PAPER.height, page.widthPx);
  for (const panel of panels) {
    const painted = art.get(panel.id);
    if (painted === undefined) throw new RangeError(`panel ${panel.id} of page ${page.number} has no art`);
    await paintArt(ctx, panel, painted);
  }
  for (const panel of panels) {
    paintBorder(ctx, panel.frame, chance(page.seed, page.number, panel.id, "border"));
  }
  for (const sound of texts.filter((text) => text.kind === "sound")) {
    const panel = panels.find((candidate) => candidate.id === sound.panel);
    if (panel !== undefined) paintSound(ctx, sound, panel.frame);
  }
  for (const text of texts) {
    if (text.kind !== "sound") paintText(ctx, text);
  }
  paintFoot(ctx, page);
  return rasterOf(canvas, scale);
}

/** A drawing alone, its margin cut off. */
export async function rasterizeDrawing(drawing: Drawing, widthPx: number): Promise<Raster> {
  const { canvas, ctx, scale } = sheet(drawing.width, drawing.height, widthPx);
  paintDrawing(ctx, drawing);
  return rasterOf(canvas, scale);
}

/** White paper whose units map to pixels. */
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

export async function rasterOf(canvas: Canvas, pixelsPerUnit: number): Promise<Raster> {
  return {
    bytes: await encodePng(canvas, pixelsPerUnit),
    contentType: "image/png",
    widthPx: canvas.width,
    heightPx: canvas.height,
  };
}

/** A drawing lies with its origin on the corner of the frame's box, and is enlarged where it is smaller than the box; an image fills the box. */
async function paintArt(ctx: SKRSContext2D, panel: Panel, art: PaintedArt): Promise<void> {
  const box = boundingBox(panel.frame.corners);
  const image = art.kind === "image" ? await loadImage(art.bytes) : null;
  ctx.save();
  ctx.clip(framePath(panel.frame));
  if (image !== null) {
    ctx.imageSmoothingQuality = "high";
    ctx.drawImage(image, box.x, box.y, box.width, box.height);
  } else if (art.kind === "drawing") {
    const { drawing } = art;
    const enlarged = Math.max(1, box.width / drawing.width, box.height / drawing.height);
    ctx.translate(box.x, box.y);
    // A unit or so is rounding, and the drawing's margin covers it.
    if (enlarged > 1.005) ctx.scale(enlarged, enlarged);
    paintDrawing(ctx, drawing);
  }
  ctx.restore();
}
