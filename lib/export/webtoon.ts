// A book as webtoon: strips of one column, painted from the panels' art at the strip's size.

import { createCanvas } from "@napi-rs/canvas";
import { paintCredit, paintPlaced } from "../drawing/column/paint-column.ts";
import { composeLeaf } from "../drawing/cover.ts";
import { titlePage } from "../drawing/front-matter.ts";
import { releaseCanvas } from "../drawing/last-pixels.ts";
import { type ReadyArt, readyArt } from "../drawing/paint-page.ts";
import { encodePng } from "../drawing/png.ts";
import type { Book } from "../manga/book.ts";
import { creditOf } from "../manga/credit.ts";
import { withXmp } from "../manga/embed-xmp.ts";
import { pixelsPerUnit } from "../manga/geometry.ts";
import { panelId } from "../manga/panel-id.ts";
import { bookMakers, provenanceOf } from "../manga/provenance.ts";
import { letteringSeed } from "../manga/seed.ts";
import { xmpOf } from "../manga/xmp.ts";
import type { BookSources } from "./binder.ts";
import { titlePicture, titleShows } from "./cover-art.ts";
import { planStrips, STRIP } from "./webtoon-strips.ts";

/** A nominal value for programs that read it; a strip is never printed. */
const DPI = 72;

/** The title page, then the strips. Loads each page's marks, then its art, once and in order. Rethrows errors of its sources. */
export async function* webtoonStrips(
  book: Book,
  sources: Pick<BookSources, "loadMarks" | "loadArt" | "loadPicture" | "loadFonts">,
): AsyncGenerator<Uint8Array> {
  const { loadMarks, loadArt } = sources;
  const { language, direction, colorMode, seed } = book;
  const title = await titlePage(book, await titlePicture(book, sources));
  const packetOf = (shown: readonly string[]) => xmpOf(provenanceOf(book, shown));
  yield withXmp((await composeLeaf(title, STRIP.width, book)).bytes, packetOf(titleShows(book)));
  const strips = await planStrips(book, loadMarks, await sources.loadFonts());
  let loaded: { page: number; art: ReadonlyMap<string, ReadyArt> } | undefined;
  for (const [index, strip] of strips.entries()) {
    const canvas = createCanvas(STRIP.width, strip.height);
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, STRIP.width, strip.height);
    for (const placed of strip.panels) {
      const { number } = placed.page;
      if (loaded?.page !== number) loaded = { page: number, art: await readyArt(await loadArt(number)) };
      const page = { number, language, direction, colorMode, seed: letteringSeed(seed, number) };
      paintPlaced(ctx, placed, { page, art: loaded.art });
    }
    if (index === strips.length - 1) paintCredit(ctx, strip.height, creditOf(bookMakers(book), language));
    const png = await encodePng(canvas, {
      pixelsPerUnit: pixelsPerUnit(DPI),
      colour: colorMode === "color",
    });
    releaseCanvas(canvas);
    yield withXmp(png, packetOf(strip.panels.map(({ page, panel }) => panelId(page.number, panel.id))));
  }
}
