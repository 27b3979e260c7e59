// Common parts of all PDFs of a book: metadata, reading direction, and entries that pdfkit cannot set.
import PDFDocument from "pdfkit";
import type { Book } from "../manga/book.ts";
import { artistsOf } from "../manga/model-ids.ts";
import { type Provenance, provenanceOf } from "../manga/provenance.ts";
import { xmpOf } from "../manga/xmp.ts";

interface Opened {
  /** What made its pictures, if it differs from the whole book's. */
  made?: Provenance;
  /** Default: the book's. */
  title?: string;
  /** Initial page layout. Default: two pages at a time. */
  layout?: "SinglePage";
}

/** An empty document with pages of this size in points. */
export function openPdf(
  book: Book,
  size: [number, number],
  { made = provenanceOf(book), title = book.title, layout }: Opened = {},
): PDFKit.PDFDocument {
  const subject = `Read by ${book.models.reader}, directed by ${book.models.director}, drawn by ${artistsOf(made.models).join(" and ")}`;
  // The book's creation time, not the clock's, so that the file's identifier is deterministic.
  const createdAt = new Date(book.createdAt);
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size,
    // No text uses pdfkit's default font, which it would otherwise read here.
    font: "",
    pdfVersion: "1.7",
    lang: book.language,
    info: {
      Title: title,
      Author: "Mekuri",
      Creator: "Mekuri",
      Producer: "Mekuri",
      Subject: subject,
      CreationDate: createdAt,
    },
  });
  setReading(doc, book, layout);
  const facts = { title, description: subject, author: "Mekuri", producer: "Mekuri", createdAt };
  setMetadata(doc, xmpOf(made, facts));
  return doc;
}

/** Streams the document's bytes as they are made. `pages` adds one page with each step. */
export async function* pdfBytes(
  doc: PDFKit.PDFDocument,
  pages: AsyncIterable<unknown>,
): AsyncGenerator<Uint8Array> {
  for await (const _ of pages) {
    const grown: unknown = doc.read();
    if (grown instanceof Uint8Array) yield grown;
  }
  doc.end();
  for await (const chunk of doc) {
    if (chunk instanceof Uint8Array) yield chunk;
  }
}

/** Right-bound books turn right to left, and the first page of either kind stands alone (ISO 32000-1, tables 28 and 150). */
function setReading(doc: PDFKit.PDFDocument, { direction }: Book, layout = "TwoPageRight"): void {
  const catalog = catalogOf(doc);
  // pdfkit ends this object when the document ends.
  catalog.ViewerPreferences = doc.ref({
    Direction: direction === "rtl" ? "R2L" : "L2R",
    DisplayDocTitle: true,
  });
  catalog.PageLayout = layout;
}

/**
 * Replaces pdfkit's metadata packet, which does not escape `&` and `<` of a title and so is invalid XML. It is uncompressed, so that
 * programs that do not parse PDF can find it (ISO 32000-1, 14.3.2). Throws if a new version of pdfkit writes its own elsewhere.
 */
function setMetadata(doc: PDFKit.PDFDocument, packet: string): void {
  if (typeof Reflect.get(doc, "endMetadata") !== "function") {
    throw new Error("pdfkit no longer writes its metadata in endMetadata");
  }
  const endMetadata = () => {
    const stream = doc.ref({ Type: "Metadata", Subtype: "XML" });
    Object.assign(stream, { compress: false });
    stream.end(Buffer.from(packet, "utf8"));
    catalogOf(doc).Metadata = stream;
  };
  Object.assign(doc, { endMetadata });
}

/** The document's catalog, for which pdfkit has no public access. Throws if a new version keeps it elsewhere. */
function catalogOf(doc: object): Record<string, unknown> {
  const root: unknown = Reflect.get(doc, "_root");
  const data: unknown = typeof root === "object" && root !== null ? Reflect.get(root, "data") : undefined;
  if (!isRecord(data)) throw new Error("pdfkit no longer keeps the catalog in _root.data");
  return data;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Left, bottom, right and top in points (ISO 32000-1, 14.11.2). */
type PageBox = [number, number, number, number];

/** Sets boxes of the current page besides its MediaBox. Throws if a new version of pdfkit keeps a page's entries elsewhere. */
export function setPageBoxes(doc: PDFKit.PDFDocument, boxes: { TrimBox: PageBox; BleedBox?: PageBox }): void {
  const dictionary: unknown = Reflect.get(doc.page, "dictionary");
  const data: unknown = isRecord(dictionary) ? dictionary.data : undefined;
  if (!isRecord(data)) throw new Error("pdfkit no longer keeps a page's entries in dictionary.data");
  Object.assign(data, boxes);
}
