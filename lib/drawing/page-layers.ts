// Splits a page into layers for painting programs: frames, ink, tone, pictures and every text, each cut to its content; and the composite
// for programs that do not read layers.
import { setImmediate } from "node:timers/promises";
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type Box, boundingBox, PAPER, pixelsPerUnit } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { Panel } from "../manga/storyboard.ts";
import { FOOT_AREA, paintFoot } from "./compose-foot.ts";
import { paintSound, paintText } from "./compose-texts.ts";
import { lastPixels } from "./last-pixels.ts";
import {
  aroundText,
  artOf,
  PANEL_MARGIN,
  type PageParts,
  paintArt,
  paintBorders,
  TEXT_MARGIN,
} from "./paint-page.ts";
import { sheetSize } from "./print-page.ts";
import { colourLayer, type Painted, type RasterLayer, shadeLayer } from "./raster-layer.ts";

export interface PageLayers {
  width: number;
  height: number;
  /** The whole page: RGBA, opaque. */
  composite: Uint8ClampedArray;
  /** Null if the page has no content of this kind. */
  tone: RasterLayer | null;
  ink: RasterLayer | null;
  /** Panels whose art is an image, in its own colours. */
  pictures: RasterLayer | null;
  frames: RasterLayer | null;
  /** The page number and credit. */
  foot: RasterLayer | null;
  /** In painting order: sounds first. */
  texts: { text: LetteredText; layer: RasterLayer | null }[];
}

/** The sheet with its bleed. Throws a RangeError if a panel has no art. */
export async function pageLayers(parts: PageParts, dpi: number): Promise<PageLayers> {
  const { panels, page } = parts;
  const colour = page.colorMode === "color";
  const ofKind = (kind: "drawing" | "image") => panels.filter((panel) => artOf(parts, panel).kind === kind);
  const [drawn, imaged] = [ofKind("drawing"), ofKind("image")];
  const sheet = openSheet(dpi);
  const paintAll = (some: readonly Panel[], plane: "both" | "ink" | "tone") => (ctx: SKRSContext2D) => {
    for (const panel of some) paintArt(ctx, { panel, art: artOf(parts, panel), plane, colour });
  };
  // From the lowest layer to the highest.
  const pictures = await sheet.coloured(aroundAll(imaged), paintAll(imaged, "both"));
  const tone = await sheet[colour ? "coloured" : "shaded"](aroundAll(drawn), paintAll(drawn, "tone"));
  const ink = await sheet.shaded(aroundAll(drawn), paintAll(drawn, "ink"));
  const frames = await sheet.shaded(aroundAll(panels), (ctx) => paintBorders(ctx, panels, page));
  const foot = await sheet.coloured(FOOT_AREA, (ctx) => paintFoot(ctx, page));
  const texts: PageLayers["texts"] = [];
  for (const text of textsInOrder(parts)) {
    const panel = panels.find(({ id }) => id === text.panel);
    const layer = await sheet.coloured(grown(aroundText(text, parts.texts), TEXT_MARGIN), (ctx) => {
      if (text.kind !== "sound") paintText(ctx, text);
      else if (panel !== undefined) paintSound(ctx, text, { frame: panel.frame, plane: "both", colour });
    });
    texts.push({ text, layer });
  }
  return { ...sheetSize(dpi), composite: sheet.end(), tone, ink, pictures, frames, foot, texts };
}

interface Sheet {
  /** Painted on white; multiplied with the layers below. */
  shaded(area: Box | null, paint: (ctx: SKRSContext2D) => void): Promise<RasterLayer | null>;
  /** Painted on transparency; covers the layers below. */
  coloured(area: Box | null, paint: (ctx: SKRSContext2D) => void): Promise<RasterLayer | null>;
  /** The composite of all layers. */
  end(): Uint8ClampedArray;
}

/** Holds the pixels of one layer at a time, and the composite. */
function openSheet(dpi: number): Sheet {
  const { width, height } = sheetSize(dpi);
  const whole = createCanvas(width, height);
  const ctx = whole.getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, width, height);
  const lay = async (
    { canvas, left, top }: Painted,
    how: { blend: "multiply" | "source-over"; take: (painted: Painted) => RasterLayer | null },
  ) => {
    ctx.globalCompositeOperation = how.blend;
    ctx.drawImage(canvas, left, top);
    const layer = how.take({ canvas, left, top });
    // Lets the garbage collector free this layer's pixels.
    await setImmediate();
    return layer;
  };
  return {
    async shaded(area, paint) {
      const painted = paintedPart(area, { dpi, background: "#ffffff", paint });
      return painted && lay(painted, { blend: "multiply", take: shadeLayer });
    },
    async coloured(area, paint) {
      const painted = paintedPart(area, { dpi, background: null, paint });
      return painted && lay(painted, { blend: "source-over", take: colourLayer });
    },
    end() {
      const { buffer, byteOffset, length } = lastPixels(whole);
      return new Uint8ClampedArray(buffer, byteOffset, length);
    },
  };
}

/** The part of the sheet that covers an area of the page; null if there is none. */
function paintedPart(
  area: Box | null,
  { dpi, background, paint }: { dpi: number; background: string | null; paint: (ctx: SKRSContext2D) => void },
): Painted | null {
  if (area === null) return null;
  const scale = pixelsPerUnit(dpi);
  const sheet = sheetSize(dpi);
  const [left, right] = pixelsFrom(area.x, area.width, { scale, most: sheet.width });
  const [top, bottom] = pixelsFrom(area.y, area.height, { scale, most: sheet.height });
  if (right <= left || bottom <= top) return null;
  const canvas = createCanvas(right - left, bottom - top);
  const ctx = canvas.getContext("2d");
  if (background !== null) {
    ctx.fillStyle = background;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
  }
  ctx.setTransform(scale, 0, 0, scale, PAPER.bleed * scale - left, PAPER.bleed * scale - top);
  paint(ctx);
  return { canvas, left, top };
}

/** First and last pixel of a length on the sheet, clamped to its end. */
function pixelsFrom(
  start: number,
  length: number,
  { scale, most }: { scale: number; most: number },
): [number, number] {
  const from = (start + PAPER.bleed) * scale;
  return [Math.max(0, Math.floor(from)), Math.min(most, Math.ceil(from + length * scale))];
}

function textsInOrder({ texts }: PageParts): LetteredText[] {
  return [...texts.filter(({ kind }) => kind === "sound"), ...texts.filter(({ kind }) => kind !== "sound")];
}

function aroundAll(panels: readonly Panel[]): Box | null {
  if (panels.length === 0) return null;
  return grown(boundingBox(panels.flatMap(({ frame }) => frame.corners)), PANEL_MARGIN);
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
