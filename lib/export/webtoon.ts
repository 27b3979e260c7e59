// A book as webtoon: strips of one column, painted from the panels' own art at the strip's size.

import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { PaintedArt } from "../drawing/drafter.ts";
import { releaseCanvas } from "../drawing/last-pixels.ts";
import { paintPanels, type ReadyArt, readyArt } from "../drawing/paint-page.ts";
import { encodePng } from "../drawing/png.ts";
import { screenFont } from "../drawing/screen-font.ts";
import type { Book } from "../manga/book.ts";
import { creditOf } from "../manga/credit.ts";
import { pixelsPerUnit } from "../manga/geometry.ts";
import { letteringSeed } from "../manga/seed.ts";
import { CREDIT_HEIGHT, type PlacedPanel, planStrips, STRIP } from "./webtoon-strips.ts";

/** For programs that ask; a strip is never printed. */
const DPI = 72;

const CREDIT_SIZE = 20;

/** Asks for each page's art once, in order. Throws what `loadArt` throws. */
export async function* webtoonStrips(
  book: Book,
  loadArt: (number: number) => Promise<ReadonlyMap<string, PaintedArt>>,
): AsyncGenerator<Uint8Array> {
  const strips = planStrips(book);
  let loaded: { page: number; art: ReadonlyMap<string, ReadyArt> } | undefined;
  for (const [index, strip] of strips.entries()) {
    const canvas = createCanvas(STRIP.width, strip.height);
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, STRIP.width, strip.height);
    for (const placed of strip.panels) {
      const { number } = placed.page;
      if (loaded?.page !== number) loaded = { page: number, art: await readyArt(await loadArt(number)) };
      paintPlaced(ctx, placed, { book, art: loaded.art });
    }
    if (index === strips.length - 1) paintCredit(ctx, strip.height, book);
    const png = await encodePng(canvas, pixelsPerUnit(DPI));
    releaseCanvas(canvas);
    yield png;
  }
}

function paintPlaced(
  ctx: SKRSContext2D,
  { page, panel, area, scale, left, top }: PlacedPanel,
  { book, art }: { book: Book; art: ReadonlyMap<string, ReadyArt> },
): void {
  const { language, direction, seed, colorMode } = book;
  const { number } = page;
  ctx.save();
  ctx.setTransform(scale, 0, 0, scale, left - area.x * scale, top - area.y * scale);
  paintPanels(ctx, {
    panels: [panel],
    texts: page.texts.filter((text) => text.panel === panel.id),
    art,
    page: { number, language, direction, colorMode, seed: letteringSeed(seed, number) },
  });
  ctx.restore();
}

function paintCredit(ctx: SKRSContext2D, bottom: number, { models, language }: Book): void {
  ctx.font = screenFont(CREDIT_SIZE);
  ctx.textAlign = "center";
  ctx.fillStyle = "#777777";
  ctx.fillText(creditOf(models, language), STRIP.width / 2, bottom - CREDIT_HEIGHT / 2, STRIP.width - 80);
}
