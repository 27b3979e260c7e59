// A book as PDF for screens: each page its composed image, with the words as invisible text above it, to be searched and copied.
import type { Book } from "../manga/book.ts";
import { PAPER } from "../manga/geometry.ts";
import type { BookSources } from "./binder.ts";
import { frontLeaves } from "./front-leaves.ts";
import { openPdf, pdfBytes, setPageBoxes } from "./pdf-document.ts";
import { layText, POINTS_PER_UNIT, registerTextFonts } from "./pdf-text.ts";

const WIDTH = PAPER.width * POINTS_PER_UNIT;
const HEIGHT = PAPER.height * POINTS_PER_UNIT;

/** Asks for the pages in order, one at a time. The same book gives the same bytes. Throws what its sources throw. */
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
  const lay = (png: Uint8Array) => {
    doc.addPage();
    setPageBoxes(doc, { TrimBox: [0, 0, WIDTH, HEIGHT] });
    doc.image(Buffer.from(png), 0, 0, { width: WIDTH, height: HEIGHT });
  };
  for (const { png } of await frontLeaves(book, sources)) {
    lay(png);
    yield;
  }
  for (const page of book.pages) {
    const { png } = await sources.loadPage(page.number);
    lay(png);
    for (const text of page.texts) await layText(doc, text);
    yield;
  }
}
