// Finds panels that show nothing, from the pixels of the composed page.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { type Box, boundingBox, PAPER, type Point } from "../../manga/geometry.ts";
import type { QualityFinding } from "../../manga/quality.ts";
import type { PrintedPage } from "../drafter.ts";
import { releaseCanvas } from "../last-pixels.ts";
import { isInPolygon } from "../lettering/read-path.ts";

/** Units between samples, and from a frame's edge, so that its border does not count. */
const STEP = 9;
const EDGE = 16;
/** Levels of lightness by which a pixel differs from the panel's commonest one. */
const DIFFERENCE = 24;
/** A picture in which less than this differs is nearly blank. */
const LEAST_DRAWN = 0.004;

/** Throws what the decoder throws for a broken image. */
export async function blankPanels(page: PrintedPage): Promise<QualityFinding[]> {
  const light = await lightnessOf(page.image);
  return page.panels.flatMap((panel) => {
    const words = page.texts.filter((text) => text.panel === panel.id).map(({ box }) => box);
    const levels = [...samplePoints(panel.frame.corners, words)].map(light);
    const drawn = shareDrawn(levels);
    if (levels.length === 0 || drawn >= LEAST_DRAWN) return [];
    const message = `the picture is nearly blank: ${(drawn * 100).toFixed(1)} % of it differs from the rest`;
    return [{ check: "blank-picture" as const, page: page.number, panel: panel.id, message }];
  });
}

/** The lightness (0–255) at a point of the paper. */
async function lightnessOf(bytes: Uint8Array): Promise<(at: Point) => number> {
  const image = await loadImage(bytes);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  ctx.drawImage(image, 0, 0);
  const { data } = ctx.getImageData(0, 0, width, height);
  releaseCanvas(canvas);
  const scale = width / PAPER.width;
  return ({ x, y }) => {
    const column = Math.min(width - 1, Math.floor(x * scale));
    const row = Math.min(height - 1, Math.floor(y * scale));
    return data[(row * width + column) * 4 + 1] ?? 255;
  };
}

/** Points of the picture that no words cover and no cutter takes. */
function* samplePoints(corners: readonly Point[], words: readonly Box[]): Generator<Point> {
  const box = boundingBox(corners);
  const [right, bottom] = [
    Math.min(box.x + box.width, PAPER.width),
    Math.min(box.y + box.height, PAPER.height),
  ];
  for (let y = Math.max(0, box.y) + EDGE; y < bottom - EDGE; y += STEP) {
    for (let x = Math.max(0, box.x) + EDGE; x < right - EDGE; x += STEP) {
      const around = [x - EDGE, x + EDGE].map((side) => ({ x: side, y }));
      if (words.some((word) => isIn(word, { x, y }))) continue;
      if (around.every((p) => isInPolygon(p, corners))) yield { x, y };
    }
  }
}

function shareDrawn(levels: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  const [common = 255] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return levels.filter((level) => Math.abs(level - common) >= DIFFERENCE).length / Math.max(1, levels.length);
}

function isIn(box: Box, { x, y }: Point): boolean {
  return x >= box.x - 4 && x <= box.x + box.width + 4 && y >= box.y - 4 && y <= box.y + box.height + 4;
}
