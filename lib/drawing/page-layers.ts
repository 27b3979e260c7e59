// A page taken apart into layers for painting programs: frames, ink, tone, pictures and every text, each cut to what it holds.
import { setImmediate } from "node:timers/promises";
import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type Box, boundingBox, PAPER, pixelsPerUnit } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { Panel } from "../manga/storyboard.ts";
import { paintFoot } from "./compose-foot.ts";
import { paintSound, paintText } from "./compose-texts.ts";
import { lastPixels, releaseCanvas } from "./last-pixels.ts";
import { artOf, type PageParts, paintArt, paintBorders, paintPage } from "./paint-page.ts";
import { placeSheet, sheetSize } from "./print-page.ts";

/** Straight (not premultiplied) RGBA on the sheet. */
export interface RasterLayer {
  left: number;
  top: number;
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

export interface PageLayers {
  width: number;
  height: number;
  /** All of it, opaque. */
  composite: RasterLayer;
  /** Null where the page has nothing of the kind. */
  tone: RasterLayer | null;
  ink: RasterLayer | null;
  /** Panels whose art is an image, in its own colours. */
  pictures: RasterLayer | null;
  frames: RasterLayer | null;
  /** The page's number. */
  foot: RasterLayer | null;
  /** In the order in which they lie on the page: sounds first. */
  texts: { text: LetteredText; layer: RasterLayer | null }[];
}

/** Line ends, edges and slanted letters reach a little over a text's box. */
const TEXT_MARGIN = 40;

/** The sheet with its bleed. Throws a RangeError where a panel has no art. */
export async function pageLayers(parts: PageParts, dpi: number): Promise<PageLayers> {
  const { panels, page } = parts;
  const colour = page.colorMode === "color";
  const drawn = panels.filter((panel) => artOf(parts, panel).kind === "drawing");
  const imaged = panels.filter((panel) => artOf(parts, panel).kind === "image");
  const paintAll = (ctx: SKRSContext2D, some: readonly Panel[], plane: "both" | "ink" | "tone") => {
    for (const panel of some) paintArt(ctx, { panel, art: artOf(parts, panel), plane, colour });
  };
  const sheet = sheetSize(dpi);
  const sheetOf = async (background: "white" | "none", paint: (ctx: SKRSContext2D) => void) => {
    const canvas = createCanvas(sheet.width, sheet.height);
    const ctx = canvas.getContext("2d");
    if (background === "white") {
      ctx.fillStyle = "#ffffff";
      ctx.fillRect(0, 0, sheet.width, sheet.height);
    }
    placeSheet(ctx, dpi);
    paint(ctx);
    // Lets the pixels of the layer before be collected.
    await setImmediate();
    return canvas;
  };
  const coloured = async (paint: (ctx: SKRSContext2D) => void) =>
    colourLayer(await sheetOf("none", paint), { left: 0, top: 0 });
  const shaded = async (paint: (ctx: SKRSContext2D) => void) => shadeLayer(await sheetOf("white", paint));
  return {
    ...sheet,
    composite: wholeLayer(await sheetOf("white", (ctx) => paintPage(ctx, parts))),
    tone:
      drawn.length === 0 ? null : await (colour ? coloured : shaded)((ctx) => paintAll(ctx, drawn, "tone")),
    ink: drawn.length === 0 ? null : await shaded((ctx) => paintAll(ctx, drawn, "ink")),
    pictures: imaged.length === 0 ? null : await coloured((ctx) => paintAll(ctx, imaged, "both")),
    frames: await shaded((ctx) => paintBorders(ctx, panels, page)),
    foot: await coloured((ctx) => paintFoot(ctx, page)),
    texts: textsInOrder(parts).map((text) => ({ text, layer: textLayer(text, { panels, dpi, colour }) })),
  };
}

function textsInOrder({ texts }: PageParts): LetteredText[] {
  return [...texts.filter(({ kind }) => kind === "sound"), ...texts.filter(({ kind }) => kind !== "sound")];
}

function textLayer(
  text: LetteredText,
  { panels, dpi, colour }: { panels: readonly Panel[]; dpi: number; colour: boolean },
): RasterLayer | null {
  const scale = pixelsPerUnit(dpi);
  const area = grown(text);
  const left = Math.floor((area.x + PAPER.bleed) * scale);
  const top = Math.floor((area.y + PAPER.bleed) * scale);
  const canvas = createCanvas(Math.ceil(area.width * scale), Math.ceil(area.height * scale));
  const ctx = canvas.getContext("2d");
  ctx.setTransform(scale, 0, 0, scale, PAPER.bleed * scale - left, PAPER.bleed * scale - top);
  const panel = panels.find(({ id }) => id === text.panel);
  if (text.kind !== "sound") paintText(ctx, text);
  else if (panel !== undefined) paintSound(ctx, text, { frame: panel.frame, plane: "both", colour });
  return colourLayer(canvas, { left, top });
}

/** Around a text with its tail. */
function grown({ box, tail }: LetteredText): Box {
  const { x, y, width, height } = boundingBox([
    { x: box.x, y: box.y },
    { x: box.x + box.width, y: box.y + box.height },
    ...(tail === null ? [] : [tail]),
  ]);
  return {
    x: x - TEXT_MARGIN,
    y: y - TEXT_MARGIN,
    width: width + 2 * TEXT_MARGIN,
    height: height + 2 * TEXT_MARGIN,
  };
}

function wholeLayer(canvas: Canvas): RasterLayer {
  const { width, height } = canvas;
  const data = lastPixels(canvas);
  return {
    left: 0,
    top: 0,
    width,
    height,
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
  };
}

/** Greys on white become black of as much opacity, so that the layer multiplies with what lies below. */
function shadeLayer(canvas: Canvas): RasterLayer | null {
  const { width, height } = canvas;
  const bytes = lastPixels(canvas);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  for (let i = 0; i < words.length; i++) words[i] = (255 - ((words[i] ?? 0) & 0xff)) << 24;
  return cropped(words, { width, height }, { left: 0, top: 0 });
}

function colourLayer(canvas: Canvas, at: { left: number; top: number }): RasterLayer | null {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  releaseCanvas(canvas);
  const words = new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  return cropped(words, { width, height }, at);
}

/** Cuts off rows and columns without a visible pixel (the highest byte of a word is its opacity); null where there is none. */
function cropped(
  words: Uint32Array,
  { width, height }: { width: number; height: number },
  at: { left: number; top: number },
): RasterLayer | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((words[y * width + x] ?? 0) >>> 24 === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  const size = { width: right - left + 1, height: bottom - top + 1 };
  const cut = new Uint32Array(size.width * size.height);
  for (let y = 0; y < size.height; y++) {
    const from = (top + y) * width + left;
    cut.set(words.subarray(from, from + size.width), y * size.width);
  }
  return { left: at.left + left, top: at.top + top, ...size, data: new Uint8ClampedArray(cut.buffer) };
}
