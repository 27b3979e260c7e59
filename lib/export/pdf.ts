// A book as PDF for screens: each page its composed image, with the words as invisible text above it, to be searched and copied.
import PDFDocument from "pdfkit";
import type { Book } from "../manga/book.ts";
import { PAPER } from "../manga/geometry.ts";
import type { BoundPage } from "./binder.ts";
import { layText, POINTS_PER_UNIT, registerTextFonts } from "./pdf-text.ts";

const PAGE_SIZE = [PAPER.width * POINTS_PER_UNIT, PAPER.height * POINTS_PER_UNIT];

/** Asks for the pages in order, one at a time. The same book gives the same bytes. Throws what `loadPage` throws. */
export async function bindPdf(
  book: Book,
  loadPage: (number: number) => Promise<BoundPage>,
): Promise<Uint8Array> {
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size: PAGE_SIZE,
    pdfVersion: "1.7",
    lang: book.language,
    info: {
      Title: book.title,
      Author: "Mekuri",
      Creator: "Mekuri",
      Producer: "Mekuri",
      Subject: `Written by ${book.models.writer}, drawn by ${book.models.artist}`,
      // Part of the file's identity: the book's own time, not the clock's.
      CreationDate: new Date(book.createdAt),
    },
  });
  const bytes = collect(doc);
  setReading(doc, book);
  registerTextFonts(doc);
  try {
    for (const page of book.pages) {
      const { png } = await loadPage(page.number);
      doc.addPage();
      trimAll(doc);
      doc.image(Buffer.from(png), 0, 0, { width: PAGE_SIZE[0] ?? 0, height: PAGE_SIZE[1] ?? 0 });
      for (const text of page.texts) await layText(doc, text);
    }
  } finally {
    doc.end();
  }
  return bytes;
}

async function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of doc) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Right-bound books turn the other way, and both kinds open with a page alone (ISO 32000-1, tables 28 and 150). */
function setReading(doc: PDFKit.PDFDocument, { direction }: Book): void {
  const catalog = catalogOf(doc);
  // pdfkit ends this object itself when the document ends.
  catalog.ViewerPreferences = doc.ref({
    Direction: direction === "rtl" ? "R2L" : "L2R",
    DisplayDocTitle: true,
  });
  catalog.PageLayout = "TwoPageRight";
}

/** The document's catalog, which pdfkit has no public way to reach. Throws where a new version keeps it elsewhere. */
function catalogOf(doc: object): Record<string, unknown> {
  const root: unknown = Reflect.get(doc, "_root");
  const data: unknown = typeof root === "object" && root !== null ? Reflect.get(root, "data") : undefined;
  if (!isRecord(data)) throw new Error("pdfkit no longer keeps the catalog in _root.data");
  return data;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function trimAll(doc: PDFKit.PDFDocument): void {
  const { page } = doc;
  const dictionary: unknown = Reflect.get(page, "dictionary");
  const data: unknown = isRecord(dictionary) ? dictionary.data : undefined;
  if (!isRecord(data)) throw new Error("pdfkit no longer keeps a page's entries in dictionary.data");
  data.TrimBox = [0, 0, page.width, page.height];
}
