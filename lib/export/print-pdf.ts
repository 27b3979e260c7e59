// A book as PDF for the press: B5 with 3 mm of bleed, one bit a pixel at 600 dpi or colour at 350, title page, colophon and fly-leaves.
import { coverPainter } from "../drawing/cover.ts";
import type { PaintedArt } from "../drawing/drafter.ts";
import { backCover, colophonPage, hiddenNumber, type Painter, titlePage } from "../drawing/front-matter.ts";
import { paintPage, readyArt } from "../drawing/paint-page.ts";
import { encodeBitmap } from "../drawing/png.ts";
import { colourSheet, type PlanePainter, printSheet } from "../drawing/print-page.ts";
import type { Book } from "../manga/book.ts";
import { PAPER, pixelsPerUnit } from "../manga/geometry.ts";
import { letteringSeed } from "../manga/seed.ts";
import { panelsToPaint } from "../manga/spread.ts";
import { coverBrief } from "./cover-art.ts";
import { openPdf, pdfBytes, setPageBoxes } from "./pdf-document.ts";
import { POINTS_PER_UNIT } from "./pdf-text.ts";
import { type Leaf, planLeaves } from "./print-leaves.ts";

const DPI = 600;
const COLOUR_DPI = 350;

const BLEED = PAPER.bleed * POINTS_PER_UNIT;
const WIDTH = PAPER.width * POINTS_PER_UNIT + 2 * BLEED;
const HEIGHT = PAPER.height * POINTS_PER_UNIT + 2 * BLEED;

type LoadArt = (number: number) => Promise<ReadonlyMap<string, PaintedArt>>;

/** Asks for the pages' art in order and holds one sheet at a time. Throws what `loadArt` throws. */
export function bindPrintPdf(book: Book, loadArt: LoadArt): AsyncIterable<Uint8Array> {
  const doc = openPdf(book, [WIDTH, HEIGHT]);
  return pdfBytes(doc, layLeaves(doc, book, loadArt));
}

async function* layLeaves(doc: PDFKit.PDFDocument, book: Book, loadArt: LoadArt): AsyncGenerator<undefined> {
  for (const leaf of planLeaves(book)) {
    const paint = await leafPainter(leaf, book, loadArt);
    const number = leaf.kind === "cover" ? undefined : hiddenNumber(leaf.folio, book.direction);
    const whole: PlanePainter = (ctx, plane) => {
      paint(ctx, plane);
      if (plane !== "tone") number?.(ctx);
    };
    const sheet =
      book.colorMode === "color"
        ? await colourSheet(whole, COLOUR_DPI)
        : await encodeBitmap(await printSheet(whole, DPI), pixelsPerUnit(DPI));
    doc.addPage();
    setPageBoxes(doc, {
      BleedBox: [0, 0, WIDTH, HEIGHT],
      TrimBox: [BLEED, BLEED, WIDTH - BLEED, HEIGHT - BLEED],
    });
    doc.image(Buffer.from(sheet), 0, 0, { width: WIDTH, height: HEIGHT });
    yield;
  }
}

async function leafPainter(leaf: Leaf, book: Book, loadArt: LoadArt): Promise<PlanePainter> {
  switch (leaf.kind) {
    case "cover":
      return coverSide(leaf.side, book, loadArt);
    case "title":
      return inkOnly(await titlePage(book));
    case "colophon":
      return inkOnly(colophonPage(book));
    case "blank":
      return () => {};
    case "story": {
      const { number, texts } = leaf.page;
      const panels = panelsToPaint(book, leaf.page);
      const { language, direction, seed, colorMode } = book;
      const art = await readyArt(await loadArt(number));
      const page = {
        ...{ number, language, direction, colorMode, folio: leaf.folio },
        seed: letteringSeed(seed, number),
      };
      return (ctx, plane) => paintPage(ctx, { panels, art, texts, page }, plane);
    }
  }
}

/** The inner sides are empty; the back says again what made the book. */
async function coverSide(
  side: Extract<Leaf, { kind: "cover" }>["side"],
  book: Book,
  loadArt: LoadArt,
): Promise<PlanePainter> {
  if (side === "back") return inkOnly(backCover(book));
  const brief = side === "front" ? await coverBrief(book, loadArt) : undefined;
  return brief === undefined ? () => {} : coverPainter(brief);
}

function inkOnly(paint: Painter): PlanePainter {
  return (ctx, plane) => {
    if (plane !== "tone") paint(ctx);
  };
}
