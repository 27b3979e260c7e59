// A book as PDF for screens: each page its composed image, with the words as invisible text above it, to be searched and copied.
import type { Book } from "../manga/book.ts";
import { PAPER } from "../manga/geometry.ts";
import type { BoundPage } from "./binder.ts";
import { openPdf, pdfBytes, setPageBoxes } from "./pdf-document.ts";
import { layText, POINTS_PER_UNIT, registerTextFonts } from "./pdf-text.ts";

const WIDTH = PAPER.width * POINTS_PER_UNIT;
const HEIGHT = PAPER.height * POINTS_PER_UNIT;

type LoadPage = (number: number) => Promise<BoundPage>;

/** Asks for the pages in order, one at a time. The same book gives the same bytes. Throws what `loadPage` throws. */
export function bindPdf(book: Book, loadPage: LoadPage): AsyncIterable<Uint8Array> {
  const doc = openPdf(book, [WIDTH, HEIGHT]);
  registerTextFonts(doc);
  return pdfBytes(doc, layPages(doc, book, loadPage));
}

async function* layPages(doc: PDFKit.PDFDocument, book: Book, loadPage: LoadPage): AsyncGenerator<undefined> {
  for (const page of book.pages) {
    const { png } = await loadPage(page.number);
    doc.addPage();
    setPageBoxes(doc, { TrimBox: [0, 0, WIDTH, HEIGHT] });
    doc.image(Buffer.from(png), 0, 0, { width: WIDTH, height: HEIGHT });
    for (const text of page.texts) await layText(doc, text);
    yield;
  }
}
