// Puts all pages of a finished book on one picture in reading order, for the README.
// `node scripts/make/contact-sheet.ts BOOK-FOLDER [PICTURE.png]`; the folder is one that `npm run manga` has written, with png among its formats.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import * as z from "zod";
import { encodePng } from "../../lib/drawing/png.ts";
import { PAPER } from "../../lib/manga/geometry.ts";
import { DirectionSchema } from "../../lib/manga/language.ts";
import { newCommand, runCommand, runs } from "../command/command.ts";

/** Maximum pages in a row; rows have about the same length. */
const COLUMNS = 5;
const PAGE_WIDTH = 340;
const PAGE_HEIGHT = Math.round((PAGE_WIDTH * PAPER.height) / PAPER.width);
const GAP = 16;
/** Background colour. */
const TABLE = "#c8c8c8";

async function contactSheet(folder: string, picture: string): Promise<void> {
  const book = z
    .object({ direction: DirectionSchema })
    .parse(JSON.parse(readFileSync(join(folder, "book.json"), "utf8")));
  const pages = readdirSync(join(folder, "pages"))
    .filter((name) => name.endsWith(".png"))
    .toSorted();
  if (pages.length === 0) throw new Error(`${folder} has no pages as PNG; make it with --formats png`);
  const rows = Math.ceil(pages.length / COLUMNS);
  const columns = Math.ceil(pages.length / rows);
  const canvas = createCanvas(GAP + columns * (PAGE_WIDTH + GAP), GAP + rows * (PAGE_HEIGHT + GAP));
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = TABLE;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.imageSmoothingQuality = "high";
  for (const [index, name] of pages.entries()) {
    const image = await loadImage(join(folder, "pages", name));
    const across = index % columns;
    const column = book.direction === "rtl" ? columns - 1 - across : across;
    const x = GAP + column * (PAGE_WIDTH + GAP);
    const y = GAP + Math.floor(index / columns) * (PAGE_HEIGHT + GAP);
    ctx.drawImage(image, x, y, PAGE_WIDTH, PAGE_HEIGHT);
  }
  writeFileSync(picture, await encodePng(canvas, { pixelsPerUnit: PAGE_WIDTH / PAPER.width, colour: true }));
  process.stdout.write(`${pages.length} pages on ${picture}\n`);
}

const command = newCommand("node scripts/make/contact-sheet.ts", "all pages of a book in one picture")
  .argument("<book-folder>", "a folder of mekuri make with png among its formats")
  .argument("[picture.png]", "where it goes", "docs/images/contact-sheet.png");
runs<object>(command, (_options, folder: string, picture: string) => contactSheet(folder, picture));

process.exitCode = await runCommand(command, process.argv.slice(2), { name: "contact-sheet" });
