// The settei sheet (設定資料) as PDF: the book's style, its people with the reference pictures of panels, and its places. A4 landscape, a
// picture a page, with its words as text.
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

/** Aspect ratio from which on a picture is placed below its words, else beside them. */
const WIDE = 1.5;

/** Maximum share of the page's height for such a picture, which leaves room for a dozen lines in two columns. */
const MOST_WIDE = 0.68;

/** Loads the pictures in order, one at a time. The same book gives the same bytes. Rethrows errors of its sources. */
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

/** Text that does not fit is cut with an ellipsis. */
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

/** Drops letters that the font lacks, which would be printed as boxes. */
async function printable(text: string): Promise<string> {
  const face = await loadTypeface("gothic");
  return [...text].filter((letter) => letter === "\n" || face.has(letter.codePointAt(0) ?? 0)).join("");
}

/** Converts a picture to a type that PDF supports: PNG or JPEG. */
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
