// Pages as WebP: about a third of their PNG's size, for the web.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { releaseCanvas } from "../drawing/last-pixels.ts";
import type { Book } from "../manga/book.ts";
import { withXmp } from "../manga/embed-xmp.ts";
import { pageProvenance } from "../manga/provenance.ts";
import { xmpOf } from "../manga/xmp.ts";
import type { BoundPage } from "./binder.ts";

/** The lowest quality at which lines stay clean and letters have no visible artefacts. */
const QUALITY = 90;

export async function* webpPages(
  book: Book,
  loadPage: (number: number) => Promise<BoundPage>,
): AsyncGenerator<Uint8Array> {
  for (const bookPage of book.pages) {
    const page = await loadPage(bookPage.number);
    const canvas = createCanvas(page.widthPx, page.heightPx);
    canvas.getContext("2d").drawImage(await loadImage(page.png), 0, 0);
    const webp = await canvas.encode("webp", QUALITY);
    releaseCanvas(canvas);
    yield withXmp(webp, xmpOf(pageProvenance(book, bookPage)));
  }
}
