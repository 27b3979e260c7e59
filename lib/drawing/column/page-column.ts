// A page's panels as one column to scroll, laid out again for a phone, as few images: the page's part of the reader's strip. The book's
// column is these images below each other, with the white of `gapAtTurn` between two pages.
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import type { Artwork } from "../../manga/artwork.ts";
import { COLUMN_WIDTH, gapBetween } from "../../manga/column-gap.ts";
import type { Panel } from "../../manga/storyboard.ts";
import type { ColumnBrief, ColumnImage, PaintedArt } from "../drafter.ts";
import { releaseCanvas } from "../last-pixels.ts";
import { readyArt } from "../paint-page.ts";
import { appendPanel, appendRoom, type Strip } from "./cut-column.ts";
import { CREDIT_HEIGHT, paintCredit, paintPlaced } from "./paint-column.ts";
import { inColumn } from "./panel-in-column.ts";

/** Pixels: twice WEBTOON's image height. Fewer images mean fewer requests, and one is still decoded quickly. */
const MAX_HEIGHT = 2560;

/** WebP quality. A phone shows the column's pixels at their size or enlarged. */
const QUALITY = 80;
/** WebP effort, of 6, as in `renditions.ts`. */
const EFFORT = 2;

export interface ColumnParts {
  /** Panels in reading order. */
  panels: readonly Panel[];
  art: ReadonlyMap<string, PaintedArt>;
  /** Areas that words keep clear, by panel id. */
  marks: ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>;
  page: ColumnBrief;
}

/** The same parts give the same bytes. Rethrows errors of loading a font and of the decoder; throws a RangeError if a panel has no art. */
export async function columnOf({ panels, art, marks, page }: ColumnParts): Promise<ColumnImage[]> {
  const strips: Strip[] = [{ height: 0, panels: [] }];
  let before: Panel | undefined;
  for (const [index, panel] of panels.entries()) {
    // Narrow panels alternate sides, beginning on the side where reading starts.
    const side = (index % 2 === 0) === (page.direction === "ltr") ? "left" : "right";
    const gap = before === undefined ? 0 : gapBetween(before, panel);
    appendPanel(strips, await inColumn(panel, marks, { page, side }), { gap, maxHeight: MAX_HEIGHT });
    before = panel;
  }
  const { credit } = page;
  if (credit !== undefined) appendRoom(strips, CREDIT_HEIGHT, MAX_HEIGHT);
  const ready = await readyArt(art);
  const widthPx = page.widthPx ?? COLUMN_WIDTH;
  const scale = widthPx / COLUMN_WIDTH;
  const images: ColumnImage[] = [];
  for (const [index, { height, panels }] of strips.entries()) {
    const heightPx = Math.max(1, Math.round(height * scale));
    const canvas = createCanvas(widthPx, heightPx);
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, widthPx, heightPx);
    ctx.scale(scale, scale);
    for (const placed of panels) paintPlaced(ctx, placed, { page, art: ready });
    if (credit !== undefined && index === strips.length - 1) paintCredit(ctx, height, credit);
    images.push({
      ...{ bytes: await encoded(canvas, page.colorMode === "color"), contentType: "image/webp" },
      ...{ widthPx, heightPx },
      places: panels.map(({ panel, top }) => ({ panel: panel.id, y: Math.round(top * scale) })),
    });
    releaseCanvas(canvas);
  }
  return images;
}

/** A grey canvas is encoded from its red channel: the same bytes in less time. */
function encoded(canvas: Canvas, isColour: boolean): Promise<Uint8Array> {
  const { width, height } = canvas;
  const pixels = sharp(canvas.data(), { raw: { width, height, channels: 4 } });
  const opaque = isColour ? pixels.removeAlpha() : pixels.extractChannel(0);
  return opaque.webp({ quality: QUALITY, effort: EFFORT }).toBuffer();
}
