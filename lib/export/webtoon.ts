// A book as webtoon: strips of one column, painted from the panels' own art at the strip's size.

import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { paintBorder } from "../drawing/compose-frames.ts";
import { paintSound, paintText } from "../drawing/compose-texts.ts";
import { composeLeaf } from "../drawing/cover.ts";
import { titlePage } from "../drawing/front-matter.ts";
import { releaseCanvas } from "../drawing/last-pixels.ts";
import { chance } from "../drawing/layout/chance.ts";
import { artOf, paintArt, type ReadyArt, readyArt } from "../drawing/paint-page.ts";
import { encodePng } from "../drawing/png.ts";
import { paintLine } from "../drawing/screen-font.ts";
import type { Book } from "../manga/book.ts";
import { creditOf } from "../manga/credit.ts";
import { withXmp } from "../manga/embed-xmp.ts";
import { boundingBox, pixelsPerUnit } from "../manga/geometry.ts";
import { panelId } from "../manga/panel-id.ts";
import { bookMakers, provenanceOf } from "../manga/provenance.ts";
import { letteringSeed } from "../manga/seed.ts";
import { xmpOf } from "../manga/xmp.ts";
import type { BookSources } from "./binder.ts";
import { titlePicture, titleShows } from "./cover-art.ts";
import { COLUMN_SCALE } from "./webtoon-column.ts";
import { CREDIT_HEIGHT, type PlacedPanel, planStrips, STRIP } from "./webtoon-strips.ts";

/** For programs that ask; a strip is never printed. */
const DPI = 72;

const CREDIT_SIZE = 24;

/** The title page, then the strips. Asks for each page's marks, then for its art, once and in order. Throws what its sources throw. */
export async function* webtoonStrips(
  book: Book,
  sources: Pick<BookSources, "loadMarks" | "loadArt" | "loadPicture">,
): AsyncGenerator<Uint8Array> {
  const { loadMarks, loadArt } = sources;
  const title = await titlePage(book, await titlePicture(book, sources));
  const packetOf = (shown: readonly string[]) => xmpOf(provenanceOf(book, shown));
  yield withXmp((await composeLeaf(title, STRIP.width, book)).bytes, packetOf(titleShows(book)));
  const strips = await planStrips(book, loadMarks);
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
    const png = await encodePng(canvas, {
      pixelsPerUnit: pixelsPerUnit(DPI),
      colour: book.colorMode === "color",
    });
    releaseCanvas(canvas);
    yield withXmp(png, packetOf(strip.panels.map(({ page, panel }) => panelId(page.number, panel.id))));
  }
}

function paintPlaced(
  ctx: SKRSContext2D,
  { page, panel, frame, texts, area, left, top, enlarged }: PlacedPanel,
  { book, art }: { book: Book; art: ReadonlyMap<string, ReadyArt> },
): void {
  const { language, direction, seed, colorMode } = book;
  const { number } = page;
  const colour = colorMode === "color";
  const brief = { number, language, direction, colorMode, seed: letteringSeed(seed, number) };
  ctx.save();
  ctx.setTransform(COLUMN_SCALE, 0, 0, COLUMN_SCALE, -left * COLUMN_SCALE, top - area.y * COLUMN_SCALE);
  const [own, place] = [boundingBox(panel.frame.corners), boundingBox(frame.corners)];
  ctx.save();
  ctx.translate(place.x - own.x * enlarged, place.y - own.y * enlarged);
  ctx.scale(enlarged, enlarged);
  paintArt(ctx, { panel, art: artOf({ art, page: brief }, panel), plane: "both", colour });
  ctx.restore();
  paintBorder(ctx, frame, chance(brief.seed, number, panel.id, "border"));
  for (const text of texts.filter(({ kind }) => kind === "sound")) {
    paintSound(ctx, text, { frame, plane: "both", colour });
  }
  for (const text of texts.filter(({ kind }) => kind !== "sound")) paintText(ctx, text);
  ctx.restore();
}

function paintCredit(ctx: SKRSContext2D, bottom: number, book: Book): void {
  ctx.fillStyle = "#777777";
  paintLine(ctx, {
    text: creditOf(bookMakers(book), book.language),
    ...{ x: STRIP.width / 2, y: bottom - CREDIT_HEIGHT / 2, align: "center" },
    ...{ size: CREDIT_SIZE, widest: STRIP.width - 80 },
  });
}
