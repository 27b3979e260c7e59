// The settei sheet (設定資料) as PDF: how the book looks, its people with the pictures that panels were made after, and its places.
// A4 across, a picture a page, its words as text.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { loadTypeface } from "../../lettering/src/fonts.ts";
import { releaseCanvas } from "../drawing/last-pixels.ts";
import { encodePng } from "../drawing/png.ts";
import type { Book } from "../manga/book.ts";
import { machineNote } from "../manga/credit.ts";
import { type Provenance, provenanceOf, sourceInWords, sourceTermOf } from "../manga/provenance.ts";
import type { BookSources } from "./binder.ts";
import { openPdf, pdfBytes } from "./pdf-document.ts";
import { registerTextFonts } from "./pdf-text.ts";
import { readingImage } from "./reading-image.ts";
import { type SetteiPage, setteiPages, WORDS } from "./settei-pages.ts";

/** In points. */
const PAGE = { width: 841.89, height: 595.28, margin: 40, gap: 22 };
const NAME = 24;
const TEXT = 11;
const FOOT = 8;

/** From this proportion on a picture stands below its words, else beside them. */
const WIDE = 1.5;

/** Part of the page's height that it takes then: a dozen lines stand above it in two columns. */
const MOST_WIDE = 0.68;

/** Asks for the pictures in order, one at a time. The same book gives the same bytes. Throws what its sources throw. */
export function bindSettei(book: Book, sources: Pick<BookSources, "loadSheet">): AsyncIterable<Uint8Array> {
  const shown = (book.sheets ?? []).map(({ step }) => step);
  const whole = provenanceOf(book, shown);
  const holdsGiven = shown.some((step) => whole.given?.includes(step));
  const made: Provenance = { ...whole, holdsGiven };
  const title = `${book.title} ${WORDS[book.language].settei}`;
  const doc = openPdf(book, [PAGE.width, PAGE.height], { made, title, layout: "SinglePage" });
  registerTextFonts(doc);
  return pdfBytes(doc, layPages(doc, { book, made, sources }));
}

interface Bound {
  book: Book;
  made: Provenance;
  sources: Pick<BookSources, "loadSheet">;
}

async function* layPages(doc: PDFKit.PDFDocument, { book, made, sources }: Bound): AsyncGenerator<undefined> {
  const { language } = book;
  const source = sourceInWords(sourceTermOf(made), language);
  const foot = `${machineNote(made.models, language, made.holdsGiven)} ${source[0]?.toUpperCase()}${source.slice(1)}.`;
  for (const page of setteiPages(book)) {
    doc.addPage();
    await layPage(doc, page, sources);
    doc.font("gothic").fontSize(FOOT).fillColor("#777777");
    doc.text(await printable(`${book.title}　${foot}`), PAGE.margin, PAGE.height - PAGE.margin / 2 - FOOT, {
      ...{ width: PAGE.width - 2 * PAGE.margin, height: FOOT * 1.5, ellipsis: true },
    });
    yield;
  }
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function layPage(
  doc: PDFKit.PDFDocument,
  { heading, lines, sheet }: SetteiPage,
  { loadSheet }: Bound["sources"],
): Promise<void> {
  const body: Area = {
    x: PAGE.margin,
    y: PAGE.margin,
    width: PAGE.width - 2 * PAGE.margin,
    height: PAGE.height - 2.2 * PAGE.margin,
  };
  if (sheet === undefined) return layWords(doc, { heading, lines }, body);
  const picture = await pictureFile(await loadSheet(sheet.step));
  const aspect = sheet.width / sheet.height;
  if (aspect < WIDE) {
    const width = Math.min(body.height * aspect, body.width * 0.6);
    layPicture(doc, picture, { ...body, width });
    const x = body.x + width + PAGE.gap;
    return layWords(doc, { heading, lines }, { ...body, x, width: body.x + body.width - x });
  }
  const height = Math.min(body.width / aspect, body.height * MOST_WIDE);
  const top = body.y + body.height - height;
  layPicture(doc, picture, { ...body, y: top, height });
  await layWords(doc, { heading, lines }, { ...body, height: top - body.y - PAGE.gap / 2, columns: 2 });
}

function layPicture(doc: PDFKit.PDFDocument, picture: Uint8Array, { x, y, width, height }: Area): void {
  doc.image(Buffer.from(picture), x, y, { fit: [width, height], align: "center", valign: "center" });
}

/** What does not fit is cut with an ellipsis. */
async function layWords(
  doc: PDFKit.PDFDocument,
  { heading, lines }: Pick<SetteiPage, "heading" | "lines">,
  { x, y, width, height, columns = 1 }: Area & { columns?: number },
): Promise<void> {
  doc.font("gothic").fillColor("#000000").fontSize(NAME);
  doc.text(await printable(heading), x, y, { width, height: NAME * 1.5, ellipsis: true });
  doc.fontSize(TEXT);
  const top = doc.y + TEXT / 2;
  const text = await printable(lines.join("\n"));
  const room = { width, height: Math.max(TEXT, y + height - top), columns, columnGap: PAGE.gap };
  doc.text(text, x, top, { ...room, lineGap: 3, ellipsis: true });
}

/** Without letters that the typeface lacks: they would be boxes. */
async function printable(text: string): Promise<string> {
  const face = await loadTypeface("gothic");
  return [...text].filter((letter) => letter === "\n" || face.has(letter.codePointAt(0) ?? 0)).join("");
}

/** As PDF holds images: PNG or JPEG, whatever was stored. */
async function pictureFile(stored: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(stored);
  const canvas = createCanvas(image.width, image.height);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(image, 0, 0);
  const png = await encodePng(canvas, { pixelsPerUnit: 1, colour: true });
  const size = { widthPx: canvas.width, heightPx: canvas.height };
  releaseCanvas(canvas);
  return (await readingImage({ png, ...size })).bytes;
}
