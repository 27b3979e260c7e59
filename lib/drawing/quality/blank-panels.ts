// Finds blank panels from the pixels of the composed page.
import { type Box, boundingBox, PAPER, type Point } from "../../manga/geometry.ts";
import type { QualityFinding } from "../../manga/quality.ts";
import type { PrintedPage } from "../drafter.ts";
import { type PngRows, readPngRows } from "../png-rows.ts";

/** Units between samples, and distance from the frame's edge, so that the border does not count. */
const STEP = 9;
const EDGE = 16;
/** Minimum difference in lightness from the panel's most frequent level. */
const DIFFERENCE = 24;
/** Share of differing samples below which a panel is nearly blank. */
const LEAST_DRAWN = 0.004;

/** Throws the error of `readPngRows` for an image that is not a PNG of `encodePng`. */
export async function blankPanels(page: PrintedPage): Promise<QualityFinding[]> {
  const picture = await readPngRows(page.image);
  return page.panels.flatMap((panel) => {
    const words = page.texts.filter((text) => text.panel === panel.id).map(({ box }) => box);
    const drawn = shareDrawn(levelsOf(picture, panel.frame.corners, words));
    if (drawn === undefined || drawn >= LEAST_DRAWN) return [];
    const message = `the picture is nearly blank: only ${(drawn * 100).toFixed(1)} % of it differs from its main tone`;
    return [{ check: "blank-picture" as const, page: page.number, panel: panel.id, message }];
  });
}

/** Histogram of lightness (0–255) of a panel's samples, without those covered by words or trimmed off. */
function levelsOf(
  { greenAt, width, height }: PngRows,
  corners: readonly Point[],
  words: readonly Box[],
): Uint32Array {
  const levels = new Uint32Array(256);
  const box = boundingBox(corners);
  const right = Math.min(box.x + box.width, PAPER.width);
  const bottom = Math.min(box.y + box.height, PAPER.height);
  const scale = width / PAPER.width;
  for (let y = Math.max(0, box.y) + EDGE; y < bottom - EDGE; y += STEP) {
    const edges = crossingsAt(y, corners);
    const beside = words.filter((word) => y >= word.y - 4 && y <= word.y + word.height + 4);
    const pixels = greenAt(Math.min(height - 1, Math.floor(y * scale)));
    for (let x = Math.max(0, box.x) + EDGE; x < right - EDGE; x += STEP) {
      if (beside.some((word) => x >= word.x - 4 && x <= word.x + word.width + 4)) continue;
      if (!isWithin(x - EDGE, edges) || !isWithin(x + EDGE, edges)) continue;
      const column = Math.min(width - 1, Math.floor(x * scale));
      const level = pixels[column] ?? 255;
      levels[level] = (levels[level] ?? 0) + 1;
    }
  }
  return levels;
}

/** X positions where a polygon's edges cross a height. */
function crossingsAt(y: number, polygon: readonly Point[]): number[] {
  const found: number[] = [];
  let a = polygon.at(-1);
  if (a === undefined) return found;
  for (const b of polygon) {
    if (a.y > y !== b.y > y) found.push(((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x);
    a = b;
  }
  return found;
}

/** Whether `x` is inside, by the even-odd rule. */
function isWithin(x: number, edges: readonly number[]): boolean {
  let inside = false;
  for (const edge of edges) if (x < edge) inside = !inside;
  return inside;
}

/** The share that differs from the most frequent lightness; undefined if there are no samples. */
function shareDrawn(levels: Uint32Array): number | undefined {
  const all = levels.reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  const common = levels.indexOf(Math.max(...levels));
  const drawn = levels.reduce(
    (sum, count, level) => (Math.abs(level - common) >= DIFFERENCE ? sum + count : sum),
    0,
  );
  return drawn / all;
}
