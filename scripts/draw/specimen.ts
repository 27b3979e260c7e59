// Writes sheets of everything that the offline artist can draw to out/specimen: people, poses, expressions, settings, things, animals, and
// the results of lettering and layout. They are for visual review after every change of these. `npm run prove -- specimen people rooms`
// writes only the named sheets. Exit status 2 for an unknown sheet.
import "./things/packed.ts";
import { mkdir, writeFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import type { Command } from "commander";
import { paintDrawing } from "../../lib/drawing/paint.ts";
import { drawRequest } from "../../lib/models/offline/artist/draw-request.ts";
import { newCommand, runs, UsageError } from "../command/command.ts";
import { CRAFT_SHEETS, writeCraftSheets } from "./specimen/craft-sheets.ts";
import { requestOf, SHEETS, type Sheet } from "./specimen/sheets.ts";

const OUT = "out/specimen";

/** Draws a sheet's cells in rows and writes it. */
async function writeSheet(sheet: Sheet): Promise<void> {
  const { name, cells, columns, width, height, scale } = sheet;
  const [w, h] = [width * scale, height * scale];
  const canvas = createCanvas(Math.ceil(columns * w), Math.ceil(Math.ceil(cells.length / columns) * h));
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "white";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  for (const [i, cell] of cells.entries()) {
    const { content } = drawRequest(requestOf(cell, sheet));
    if (content.kind !== "drawing") continue;
    ctx.save();
    ctx.translate((i % columns) * w, Math.floor(i / columns) * h);
    ctx.beginPath();
    ctx.rect(2, 2, w - 4, h - 4);
    ctx.clip();
    ctx.save();
    ctx.scale(scale, scale);
    paintDrawing(ctx, content.drawing);
    ctx.restore();
    ctx.strokeRect(2, 2, w - 4, h - 4);
    ctx.font = "12px sans-serif";
    ctx.fillStyle = "white";
    ctx.fillRect(3, 3, ctx.measureText(cell.label).width + 8, 17);
    ctx.fillStyle = "black";
    ctx.fillText(cell.label, 7, 16);
    ctx.restore();
  }
  await writeFile(`${OUT}/${name}.png`, canvas.toBuffer("image/png"));
  console.log(`${OUT}/${name}.png`);
}

const KNOWN = [...SHEETS.map(({ name }) => name), ...CRAFT_SHEETS];

export function specimen(): Command {
  const command = newCommand(
    "specimen",
    "write sheets of everything that the offline artist can draw",
  ).argument("[sheets...]", `names of sheets: ${KNOWN.join(", ")}; default: all`);
  return runs<object>(command, (_options, wanted: string[]) => writeSheets(wanted));
}

async function writeSheets(wanted: readonly string[]): Promise<void> {
  const stranger = wanted.find((name) => !KNOWN.includes(name));
  if (stranger !== undefined)
    throw new UsageError(`There is no sheet "${stranger}". Sheets: ${KNOWN.join(", ")}.`);
  await mkdir(OUT, { recursive: true });
  for (const sheet of SHEETS) if (wanted.length === 0 || wanted.includes(sheet.name)) await writeSheet(sheet);
  await writeCraftSheets(OUT, wanted);
}
