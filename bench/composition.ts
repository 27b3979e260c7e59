// Time to compose a page of six images, from their bytes to a JPEG, compared with sharp and resvg on the same page.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import * as z from "zod";
import { fragmentOf } from "../lettering/src/svg-fragment.ts";
import { paintedPage } from "../lib/drawing/compose-page.ts";
import type { PaintedArt } from "../lib/drawing/drafter.ts";
import { encodeJpeg, JPEG_QUALITY } from "../lib/drawing/jpeg.ts";
import { releaseCanvas } from "../lib/drawing/last-pixels.ts";
import { letterPage } from "../lib/drawing/letter-page.ts";
import { type GeneratedPage, generatedPages } from "../lib/drawing/quality/generated-pages.ts";
import { PAPER } from "../lib/manga/geometry.ts";
import type { LetteredText } from "../lib/manga/lettering.ts";
import { seededChance } from "../lib/pipeline/simulation/chance.ts";
import { runPeer } from "./peer.ts";
import { type Bench, percentilesOf, type Row } from "./row.ts";

const PANELS = 6;
/** Size of the images of image models. */
const SIDE_PX = 1024;
/** 1654 × 2339 pixels are A4 at 200 dpi. A B5 page of the same number of pixels has this width. */
const WIDTH_PX = 1657;
const WARMING = 5;
const TIMES = 60;
const FIGURE = `a page of ${WIDTH_PX} × 2340 with ${PANELS} panels, decoding included`;

export const composition: Bench = {
  name: "composition",
  minutes: 1,
  async run({ tell }) {
    const folder = mkdtempSync(join(tmpdir(), "mekuri-composition-"));
    try {
      const page = await samplePage(folder);
      tell("a page by Mekuri, sharp and resvg");
      return [await ownRow(page), await peerRow("sharp", folder), await peerRow("resvg", folder)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface SamplePage extends GeneratedPage {
  texts: LetteredText[];
  images: Map<string, PaintedArt>;
}

/** Writes the peers' input: an image for each panel, and the page as SVG without them. */
async function samplePage(folder: string): Promise<SamplePage> {
  const found = generatedPages(200).find(
    ({ panels, page }) => panels.length === PANELS && page.language === "ja",
  );
  if (found === undefined) throw new Error("no generated page has six panels");
  const texts = await letterPage(found.panels, found.art, found.page);
  const images = new Map<string, PaintedArt>();
  const placed = found.panels.map(({ id, frame }, index) => {
    const bytes = pictureOf(index);
    images.set(id, { kind: "image", bytes, width: SIDE_PX, height: SIDE_PX });
    writeFileSync(join(folder, `${id}.png`), bytes);
    return { id, corners: frame.corners };
  });
  const described = {
    widthPx: WIDTH_PX,
    quality: JPEG_QUALITY,
    paper: { width: PAPER.width, height: PAPER.height },
    panels: placed,
    texts: texts.map(fragmentOf).join(""),
    ...{ warming: WARMING, times: TIMES },
  };
  writeFileSync(join(folder, "page.json"), JSON.stringify(described));
  return { ...found, texts, images };
}

/** A test image of strokes on soft greys, as dense as a drawn panel; PNG, as models return it. */
function pictureOf(seed: number): Buffer {
  const chance = seededChance(seed);
  const canvas = createCanvas(SIDE_PX, SIDE_PX);
  const ctx = canvas.getContext("2d");
  const grey = ctx.createLinearGradient(0, 0, SIDE_PX, SIDE_PX);
  grey.addColorStop(0, "#f4f4f4");
  grey.addColorStop(1, "#8c8c8c");
  ctx.fillStyle = grey;
  ctx.fillRect(0, 0, SIDE_PX, SIDE_PX);
  const at = () => chance.next() * SIDE_PX;
  for (let stroke = 0; stroke < 400; stroke++) {
    ctx.lineWidth = 1 + chance.next() * 5;
    ctx.beginPath();
    ctx.moveTo(at(), at());
    ctx.bezierCurveTo(at(), at(), at(), at(), at(), at());
    ctx.stroke();
  }
  return canvas.toBuffer("image/png");
}

async function ownRow({ panels, page, texts, images }: SamplePage): Promise<Row> {
  const taken: number[] = [];
  for (let round = 0; round < WARMING + TIMES; round++) {
    const startedAt = performance.now();
    const { canvas } = await paintedPage({
      panels,
      art: images,
      texts,
      page: { ...page, widthPx: WIDTH_PX },
    });
    await encodeJpeg(canvas, false);
    if (round >= WARMING) taken.push(performance.now() - startedAt);
    releaseCanvas(canvas);
  }
  return {
    ...{ figure: FIGURE, who: "mekuri", unit: "ms", clock: "real", ...percentilesOf(taken) },
    limits: [
      { of: "p50", kind: "at most", value: 100 },
      { of: "p95", kind: "at most", value: 150 },
    ],
    note: "six PNG of 1024 × 1024 to one JPEG of one component; its encoder is that of sharp",
  };
}

const PeerSchema = z.object({ version: z.string(), ms: z.array(z.number()).min(1), note: z.string() });

async function peerRow(name: "sharp" | "resvg", folder: string): Promise<Row> {
  const measured = PeerSchema;
  const { version, ms, note } = await runPeer({
    program: `compose-with-${name}.ts`,
    args: [folder],
    measured,
  });
  return {
    ...{ figure: FIGURE, who: `${name} ${version}`, unit: "ms", clock: "real", ...percentilesOf(ms) },
    ...{ limits: [], note },
  };
}
