// Finds the most detailed areas of an image, for images without marks from an artist or a picture check: words keep them clear, as they do
// hands and things.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Box } from "../manga/geometry.ts";
import { releaseCanvas } from "./last-pixels.ts";

/** Longer side of the analysed image, and side of a cell, in pixels. */
const LONG_SIDE = 192;
const CELL = 12;
/** A cell is busy if its detail exceeds the mean by these standard deviations and this factor, and is at least this many levels a pixel. */
const ABOVE = { deviations: 0.8, times: 1.4 } as const;
const LEAST_DETAIL = 6;
const MOST_AREAS = 4;
/** Minimum number of cells of an area; smaller ones are noise. */
const LEAST_CELLS = 2;
/** Maximum busy share: if nearly everything is busy, the areas are useless. */
const MOST_SHARE = 0.5;

/** Boxes in units; `size`: the panel's. Empty for a uniform image. Throws the decoder's error for a broken image. */
export async function busyAreas(bytes: Uint8Array, size: { width: number; height: number }): Promise<Box[]> {
  const { detail, columns, rows } = await detailOf(bytes);
  const mean = detail.reduce((sum, value) => sum + value, 0) / Math.max(1, detail.length);
  const spread = Math.sqrt(
    detail.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, detail.length),
  );
  const least = Math.max(LEAST_DETAIL, mean * ABOVE.times, mean + ABOVE.deviations * spread);
  const busy = detail.map((value) => value >= least);
  return areasOf(busy, columns)
    .filter((cells) => cells.length >= LEAST_CELLS)
    .map((cells) => ({ cells, weight: cells.reduce((sum, cell) => sum + (detail[cell] ?? 0), 0) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_AREAS)
    .map(({ cells }) => boxAround(cells, { columns, rows }, size))
    .filter((box) => box.width * box.height <= size.width * size.height * MOST_SHARE);
}

/** Mean difference of lightness between neighbouring pixels in each cell, row by row. */
async function detailOf(bytes: Uint8Array): Promise<{ detail: number[]; columns: number; rows: number }> {
  const image = await loadImage(bytes);
  const scale = LONG_SIDE / Math.max(image.width, image.height);
  const width = Math.max(CELL, Math.round(image.width * scale));
  const height = Math.max(CELL, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, width, height);
  ctx.drawImage(image, 0, 0, width, height);
  const { data } = ctx.getImageData(0, 0, width, height);
  releaseCanvas(canvas);
  const light = (x: number, y: number): number => {
    const at = (Math.min(height - 1, y) * width + Math.min(width - 1, x)) * 4;
    return 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
  };
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const detail = Array.from({ length: columns * rows }, (_, cell) => {
    const [left, top] = [(cell % columns) * CELL, Math.floor(cell / columns) * CELL];
    let steps = 0;
    let pixels = 0;
    for (let y = top; y < Math.min(height, top + CELL); y++) {
      for (let x = left; x < Math.min(width, left + CELL); x++) {
        const here = light(x, y);
        steps += Math.abs(light(x + 1, y) - here) + Math.abs(light(x, y + 1) - here);
        pixels += 1;
      }
    }
    return steps / Math.max(1, pixels);
  });
  return { detail, columns, rows };
}

/** Connected components of busy cells. */
function areasOf(busy: readonly boolean[], columns: number): number[][] {
  const areas: number[][] = [];
  const seen = new Set<number>();
  for (const [start, isBusy] of busy.entries()) {
    if (!isBusy || seen.has(start)) continue;
    const area: number[] = [];
    const open = [start];
    seen.add(start);
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      area.push(cell);
      const column = cell % columns;
      const beside = [
        ...(column > 0 ? [cell - 1] : []),
        ...(column < columns - 1 ? [cell + 1] : []),
        ...[cell - columns, cell + columns],
      ];
      for (const next of beside) {
        if (busy[next] !== true || seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    areas.push(area);
  }
  return areas;
}

function boxAround(
  cells: readonly number[],
  { columns, rows }: { columns: number; rows: number },
  { width, height }: { width: number; height: number },
): Box {
  const across = cells.map((cell) => cell % columns);
  const down = cells.map((cell) => Math.floor(cell / columns));
  const [left, top] = [Math.min(...across), Math.min(...down)];
  const [right, bottom] = [Math.max(...across) + 1, Math.max(...down) + 1];
  const tenths = (units: number) => Math.round(units * 10) / 10;
  return {
    x: tenths((left / columns) * width),
    y: tenths((top / rows) * height),
    width: tenths(((right - left) / columns) * width),
    height: tenths(((bottom - top) / rows) * height),
  };
}
