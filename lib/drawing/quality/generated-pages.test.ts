import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test, vi } from "vitest";
import { isInPolygon } from "../../../lettering/src/read-path.ts";
import { boundingBox, PAPER, type Point } from "../../manga/geometry.ts";
import { composePage } from "../compose-page.ts";
import type { PaintedArt } from "../drafter.ts";
import { letterPage } from "../letter-page.ts";
import { blankPanels } from "./blank-panels.ts";
import { checkPage } from "./check-page.ts";
import { type GeneratedPage, generatedPages, reframed } from "./generated-pages.ts";
import { repairLayout } from "./repair-layout.ts";
import { repairPage } from "./repair-page.ts";

vi.setConfig({ testTimeout: 900_000 });

/** The fault campaign runs ten times as many. */
const PAGES = Number(process.env.MEKURI_QUALITY_PAGES ?? 1_000);
const PAINTED = Number(process.env.MEKURI_QUALITY_PIXELS ?? 10);

const WIDTH_PX = 910;
const SCALE = WIDTH_PX / PAPER.width;
const MID_GREY = 128;

/** A grey field with a black bar for each panel, so that white on the page is a gutter or a balloon. */
async function plainArt({ panels }: GeneratedPage): Promise<Map<string, PaintedArt>> {
  const art = new Map<string, PaintedArt>();
  for (const { id, frame } of panels) {
    const box = boundingBox(frame.corners);
    const [width, height] = [Math.ceil(box.width * SCALE), Math.ceil(box.height * SCALE)];
    const ctx = createCanvas(width, height).getContext("2d");
    ctx.fillStyle = "#b0b0b0";
    ctx.fillRect(0, 0, width, height);
    ctx.fillStyle = "#404040";
    ctx.fillRect(0, height * 0.9, width, height);
    art.set(id, { kind: "image", bytes: ctx.canvas.toBuffer("image/png"), width, height });
  }
  return art;
}

async function lightnessOf(bytes: Uint8Array): Promise<(at: Point) => number> {
  const image = await loadImage(bytes);
  const ctx = createCanvas(image.width, image.height).getContext("2d");
  ctx.drawImage(image, 0, 0);
  const { data } = ctx.getImageData(0, 0, image.width, image.height);
  return ({ x, y }) => data[(Math.floor(y * SCALE) * image.width + Math.floor(x * SCALE)) * 4] ?? Number.NaN;
}

describe("generated pages with awkward lines", () => {
  test("pass every check, with a repair at most", async () => {
    const broken: string[] = [];
    let clean = 0;
    for (const [index, sample] of generatedPages(PAGES).entries()) {
      const { number, direction } = sample.page;
      const texts = await letterPage(sample.panels, sample.art, sample.page);
      const before = checkPage({ number, direction, ...sample, texts });
      if (before.length === 0) {
        clean += 1;
        continue;
      }
      const { frames } = await repairLayout(sample.panels, sample.page);
      const again = reframed(sample, frames);
      const lettered = await letterPage(again.panels, again.art, again.page);
      const proof = await repairPage({ ...again, texts: lettered });
      // The proof's findings equal those of a check of the returned page.
      expect(proof.findings).toEqual(checkPage({ number, direction, ...again, texts: proof.texts }));
      if (proof.findings.length > 0) broken.push(`page ${index}: ${JSON.stringify(proof.findings)}`);
    }
    expect(broken).toEqual([]);
    expect(clean / PAGES).toBeGreaterThanOrEqual(0.99);
  });

  test("have ink in the letters' boxes, white in the gutters, and content in each panel", async () => {
    const problems: string[] = [];
    for (const [index, sample] of generatedPages(PAINTED, 7).entries()) {
      const { panels, page } = sample;
      const texts = await letterPage(panels, sample.art, page);
      const art = await plainArt(sample);
      const { bytes } = await composePage({ panels, art, texts, page: { ...page, widthPx: WIDTH_PX } });
      const light = await lightnessOf(bytes);
      const blank = await blankPanels({ number: page.number, image: bytes, panels, texts });
      problems.push(...blank.map(({ panel, message }) => `page ${index} ${panel}: ${message}`));
      for (const { id, textBox } of texts) {
        // A dash is two units thin, so every unit is sampled.
        const inked = gridIn(textBox, 1).some((p) => light(p) < MID_GREY);
        if (!inked) problems.push(`page ${index} ${id}: no ink`);
      }
      for (const p of gridIn(PAPER.frame, 12)) {
        const isFree =
          panels.every(({ frame }) => near(p, 14).every((q) => !isInPolygon(q, frame.corners))) &&
          texts.every(({ box, tail }) => !near(p, 40).some((q) => isIn(box, q)) && !isNear(p, tail));
        if (isFree && light(p) < 250) problems.push(`page ${index}: a gutter is inked at ${p.x}, ${p.y}`);
      }
    }
    expect(problems).toEqual([]);
  });
});

type Extent = ReturnType<typeof boundingBox>;

function gridIn({ x, y, width, height }: Extent, step: number): Point[] {
  const columns = Array.from({ length: Math.ceil(width / step) }, (_, i) => x + i * step);
  const rows = Array.from({ length: Math.ceil(height / step) }, (_, i) => y + i * step);
  return rows.flatMap((down) => columns.map((across) => ({ x: across, y: down })));
}

function near({ x, y }: Point, by: number): Point[] {
  return [
    { x: x - by, y: y - by },
    { x: x + by, y: y - by },
    { x: x - by, y: y + by },
    { x: x + by, y: y + by },
    { x, y },
  ];
}

function isNear(p: Point, tail: Point | null): boolean {
  return tail !== null && Math.hypot(p.x - tail.x, p.y - tail.y) < 80;
}

function isIn({ x, y, width, height }: Extent, p: Point): boolean {
  return p.x >= x && p.x <= x + width && p.y >= y && p.y <= y + height;
}
