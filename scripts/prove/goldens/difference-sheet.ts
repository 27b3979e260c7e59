// Contact sheets of differing panels: before, after, and the difference, side by side under the name.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { encodePng } from "../../../lib/drawing/png.ts";
import { paintLine } from "../../../lib/drawing/screen-font.ts";
import type { Difference } from "./compare.ts";
import { type Greys, WIDTH_PX } from "./drawn-pixels.ts";

const GAP = 12;
const LABEL = 26;
const ROW_WIDTH = 3 * WIDTH_PX + 2 * GAP;
const COLUMNS = 2;
/** Maximum height of a sheet. */
const TALLEST = 4000;

const heightOf = ({ widthPx, before, after }: Difference): number =>
  LABEL + Math.max(before.length, after?.length ?? 0) / widthPx + GAP;

/** Writes the sheets to a folder, replacing earlier ones, and returns their paths; none without differences. */
export async function writeDifferenceSheets(
  folder: string,
  differences: readonly Difference[],
): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  if (differences.length === 0) return [];
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (const sheet of sheetsOf(differences)) {
    const path = join(folder, `differences-${paths.length + 1}.png`);
    writeFileSync(path, await painted(sheet));
    paths.push(path);
  }
  return paths;
}

type Column = readonly Difference[];

/** Divides the differences into sheets of columns, which are filled from top to bottom. */
function sheetsOf(differences: readonly Difference[]): Column[][] {
  const columns: Difference[][] = [];
  let filled = TALLEST;
  for (const difference of differences) {
    const tall = heightOf(difference);
    if (filled + tall > TALLEST) {
      columns.push([]);
      filled = GAP;
    }
    columns.at(-1)?.push(difference);
    filled += tall;
  }
  return Array.from({ length: Math.ceil(columns.length / COLUMNS) }, (_, i) =>
    columns.slice(i * COLUMNS, (i + 1) * COLUMNS),
  );
}

async function painted(columns: readonly Column[]): Promise<Uint8Array> {
  const tallest = Math.max(...columns.map((column) => column.reduce((sum, one) => sum + heightOf(one), GAP)));
  const canvas = createCanvas(GAP + columns.length * (ROW_WIDTH + 2 * GAP), tallest);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#c8c8c8";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  for (const [i, column] of columns.entries()) {
    const x = GAP + i * (ROW_WIDTH + 2 * GAP);
    let y = GAP;
    for (const difference of column) {
      row(ctx, difference, x, y);
      y += heightOf(difference);
    }
  }
  return encodePng(canvas, { pixelsPerUnit: 1, colour: true });
}

function row(
  ctx: SKRSContext2D,
  { panel, widthPx, before, after, told, wasAccepted }: Difference,
  x: number,
  y: number,
): void {
  ctx.fillStyle = "black";
  const text = `${panel}: ${told}${wasAccepted ? " (accepted before)" : ""}`;
  paintLine(ctx, { text, x, y: y + LABEL - 9, size: 16, align: "left", widest: ROW_WIDTH });
  const top = y + LABEL;
  place(ctx, { greys: before, widthPx }, [x, top], (grey) => [grey, grey, grey]);
  if (!after) return;
  place(ctx, { greys: after, widthPx }, [x + WIDTH_PX + GAP, top], (grey) => [grey, grey, grey]);
  const [longer, other] = before.length > after.length ? [before, after] : [after, before];
  place(ctx, { greys: longer, widthPx }, [x + 2 * (WIDTH_PX + GAP), top], (grey, at) => {
    const is = Math.abs(grey - (other[at] ?? (grey > 127 ? 0 : 255)));
    // Unchanged pixels are shown pale.
    const pale = 200 + grey * 0.2;
    return [pale, pale - is * 0.75, pale - is * 0.75];
  });
}

function place(
  ctx: SKRSContext2D,
  { greys, widthPx }: { greys: Greys; widthPx: number },
  [x, y]: readonly [number, number],
  paint: (grey: number, at: number) => readonly [number, number, number],
): void {
  const image = ctx.createImageData(widthPx, greys.length / widthPx);
  for (const [at, grey] of greys.entries()) image.data.set([...paint(grey, at), 255], at * 4);
  ctx.putImageData(image, x, y);
}
