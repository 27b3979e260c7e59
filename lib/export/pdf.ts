// A book as PDF for screens: each page its composed image, with the words as invisible text over it for search and copying.
import type { Book } from "../manga/book.ts";
import { PAPER } from "../manga/geometry.ts";
import type { BookSources, BoundImage } from "./binder.ts";
import { frontLeaves } from "./front-leaves.ts";
import { openPdf, pdfBytes, setPageBoxes } from "./pdf-document.ts";
import { layText, POINTS_PER_UNIT, registerTextFonts } from "./pdf-text.ts";
import { readingImage } from "./reading-image.ts";

const WIDTH = PAPER.width * POINTS_PER_UNIT;
const HEIGHT = PAPER.height * POINTS_PER_UNIT;

/** Loads the pages in order, one at a time. The same book gives the same bytes. Rethrows errors of its sources. */
export function bindPdf(book: Book, sources: BookSources): AsyncIterable<Uint8Array> {
  const doc = openPdf(book, [WIDTH, HEIGHT]);
  registerTextFonts(doc);
  return pdfBytes(doc, layPages(doc, book, sources));
}

async function* layPages(
  doc: PDFKit.PDFDocument,
  book: Book,
  sources: BookSources,
): AsyncGenerator<undefined> {
  const lay = async (image: BoundImage) => {
    const { bytes } = await readingImage(image);
    doc.addPage();
    setPageBoxes(doc, { TrimBox: [0, 0, WIDTH, HEIGHT] });
    doc.image(Buffer.from(bytes), 0, 0, { width: WIDTH, height: HEIGHT });
  };
  for (const leaf of await frontLeaves(book, sources)) {
    await lay(leaf);
    yield;
  }
  for (const page of book.pages) {
    await lay(await sources.loadPage(page.number));
    for (const text of page.texts) await layText(doc, text);
    yield;
  }
}
