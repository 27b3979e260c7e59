import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { sampleBook, sampleSources } from "../export/sample-book.ts";
import { pixelsPerUnit } from "../manga/geometry.ts";
import { type PageParts, paintPage, readyArt } from "./paint-page.ts";
import { encodeBitmap } from "./png.ts";
import { type Bitmap, printSheet, sheetSize } from "./print-page.ts";

const DPI = 600;

/** Share of black in a box of the page, in units. */
function blackIn({ width, rows }: Bitmap, box: [number, number, number, number]): number {
  const rowBytes = Math.ceil(width / 8);
  const scale = pixelsPerUnit(DPI);
  const [left, top, right, bottom] = box.map((at) => Math.round((at + 30) * scale)) as typeof box;
  let black = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (((rows[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) black++;
    }
  }
  return black / ((right - left) * (bottom - top));
}

async function samplePage(): Promise<PageParts> {
  const { pages, language, direction } = sampleBook(["「待って」"]);
  const [{ panels, texts } = { panels: [], texts: [] }] = pages;
  const art = await readyArt(await sampleSources().loadArt(1));
  return { panels, texts, art, page: { number: 1, language, direction, seed: 1 } };
}

describe("a printed sheet", () => {
  test("has the bleed around the page: 188 × 263 mm", () => {
    expect(sheetSize(600)).toEqual({ width: 4441, height: 6213 });
    expect(sheetSize(350)).toEqual({ width: 2591, height: 3624 });
  });

  test("has solid ink, halftone dots, white balloons over both, and white paper", async () => {
    const parts = await samplePage();
    const sheet = await printSheet((ctx, plane) => paintPage(ctx, parts, plane), DPI);
    expect(blackIn(sheet, [250, 220, 800, 360])).toBe(1);
    expect(blackIn(sheet, [250, 500, 800, 1000])).toBeCloseTo(0.4, 1);
    expect(blackIn(sheet, [940, 600, 1600, 1100])).toBe(0);
    expect(blackIn(sheet, [1310, 270, 1360, 310])).toBe(0);
    expect(blackIn(sheet, [1380, 330, 1440, 510])).toBe(1);
    expect(blackIn(sheet, [-30, -30, 1850, 150])).toBe(0);
  });

  test("has the same bytes each time, and no seams between strips", async () => {
    const parts = await samplePage();
    const paint = (ctx: Parameters<typeof paintPage>[0], plane: Parameters<typeof paintPage>[2]) =>
      paintPage(ctx, parts, plane);
    const [first, second] = [await printSheet(paint, 350), await printSheet(paint, 350)];
    expect(Buffer.from(first.rows).equals(second.rows)).toBe(true);
    // The left side of the second panel's tone, across all strip edges: the rows of dots repeat every 14.
    const rowBytes = Math.ceil(first.width / 8);
    const row = (y: number) => Buffer.from(first.rows.subarray(y * rowBytes + 60, y * rowBytes + 90));
    for (let y = 700; y < 1600; y++) expect(row(y).equals(row(y + 14))).toBe(true);
  });

  test("is encoded as PNG of one bit a pixel", async () => {
    const rows = new Uint8Array([0b10100000, 0b01000000]);
    const png = await encodeBitmap({ width: 3, height: 2, rows }, pixelsPerUnit(DPI));
    expect([png[24], png[25]]).toEqual([1, 0]);
    const ctx = createCanvas(3, 2).getContext("2d");
    ctx.drawImage(await loadImage(png), 0, 0);
    const { data } = ctx.getImageData(0, 0, 3, 2);
    expect([0, 1, 2, 3, 4, 5].map((i) => data[i * 4])).toEqual([255, 0, 255, 0, 255, 0]);
  });
});

describe("an image on a printed sheet", () => {
  test("keeps its lines sharp and has dots only between them", async () => {
    const parts = await samplePage();
    const canvas = createCanvas(740, 1000);
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = "#b0b0b0";
    ctx.fillRect(0, 0, 740, 1000);
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(370, 0, 370, 1000);
    ctx.fillStyle = "#101010";
    ctx.fillRect(0, 600, 740, 4);
    const bytes = await canvas.encode("png");
    const art = new Map([
      ...parts.art,
      ...(await readyArt(new Map([["k1", { kind: "image", bytes, width: 740, height: 1000 }]]))),
    ]);
    const sheet = await printSheet((c, plane) => paintPage(c, { ...parts, art, texts: [] }, plane), DPI);
    const dotted = blackIn(sheet, [960, 250, 1250, 700]);
    expect(dotted).toBeGreaterThan(0.2);
    expect(dotted).toBeLessThan(0.5);
    expect(blackIn(sheet, [1320, 250, 1600, 700])).toBe(0);
    expect(blackIn(sheet, [1320, 785.5, 1600, 788.5])).toBe(1);
    expect(blackIn(sheet, [1320, 795, 1600, 820])).toBe(0);
  });
});
