// A book as PDF for the press: B5 with 3 mm of bleed, one bit a pixel at 600 dpi or colour at 350, title page, colophon and fly-leaves.
import { backPainter, coverPainter } from "../drawing/cover.ts";
import { colophonPage, hiddenNumber, titlePage } from "../drawing/front-matter.ts";
import { paintPage, readyArt } from "../drawing/paint-page.ts";
import { encodeBitmap } from "../drawing/png.ts";
import { colourSheet, type PlanePainter, printSheet } from "../drawing/print-page.ts";
import { pageFrame } from "../manga/binding.ts";
import type { Book } from "../manga/book.ts";
import { PAPER, pixelsPerUnit } from "../manga/geometry.ts";
import type { Direction } from "../manga/language.ts";
import { bookMakers } from "../manga/provenance.ts";
import { letteringSeed } from "../manga/seed.ts";
import { panelsToPaint } from "../manga/spread.ts";
import type { BookSources } from "./binder.ts";
import { backPicture, coverBrief, titlePicture } from "./cover-art.ts";
import { openPdf, pdfBytes, setPageBoxes } from "./pdf-document.ts";
import { POINTS_PER_UNIT } from "./pdf-text.ts";
import { type Leaf, planLeaves } from "./print-leaves.ts";

const DPI = 600;
const COLOUR_DPI = 350;

const BLEED = PAPER.bleed * POINTS_PER_UNIT;
const WIDTH = PAPER.width * POINTS_PER_UNIT + 2 * BLEED;
const HEIGHT = PAPER.height * POINTS_PER_UNIT + 2 * BLEED;

type Sources = Pick<BookSources, "loadArt" | "loadPicture">;

/** Loads the pages' art in order and holds one sheet at a time. Rethrows errors of its sources. */
export function bindPrintPdf(book: Book, sources: Sources): AsyncIterable<Uint8Array> {
  const doc = openPdf(book, [WIDTH, HEIGHT]);
  return pdfBytes(doc, layLeaves(doc, book, sources));
}

async function* layLeaves(doc: PDFKit.PDFDocument, book: Book, sources: Sources): AsyncGenerator<undefined> {
  for (const leaf of planLeaves(book)) {
    const paint = await leafPainter(leaf, book, sources);
    const number = leaf.kind === "cover" ? undefined : hiddenNumber(leaf.folio, book.direction);
    const whole: PlanePainter = (ctx, plane) => {
      paint(ctx, plane);
      number?.(ctx, plane);
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

async function leafPainter(leaf: Leaf, book: Book, sources: Sources): Promise<PlanePainter> {
  const { direction } = book;
  switch (leaf.kind) {
    case "cover":
      return coverSide(leaf.side, book, sources);
    case "title":
      return fromFold(await titlePage(book, await titlePicture(book, sources)), leaf.folio, direction);
    case "colophon":
      return fromFold(colophonPage(book), leaf.folio, direction);
    case "blank":
      return () => {};
    case "story": {
      const { number, texts } = leaf.page;
      const panels = panelsToPaint(book, leaf.page);
      const { language, seed, colorMode } = book;
      const art = await readyArt(await sources.loadArt(number));
      const page = {
        ...{ number, language, direction, colorMode, folio: leaf.folio },
        seed: letteringSeed(seed, number),
      };
      return (ctx, plane) => paintPage(ctx, { panels, art, texts, page }, plane);
    }
  }
}

/** Centres on the page's frame, as the story's pages are, not on the paper. */
function fromFold(paint: PlanePainter, number: number, direction: Direction): PlanePainter {
  const shift = pageFrame({ number, direction }).x - PAPER.frame.x;
  return (ctx, plane) => {
    ctx.save();
    ctx.translate(shift, 0);
    paint(ctx, plane);
    ctx.restore();
  };
}

/** The inner sides are empty. The back cover states what made the book. */
async function coverSide(
  side: Extract<Leaf, { kind: "cover" }>["side"],
  book: Book,
  sources: Sources,
): Promise<PlanePainter> {
  if (side === "back")
    return backPainter({ ...book, models: bookMakers(book) }, await backPicture(book, sources));
  const brief = side === "front" ? await coverBrief(book, sources) : undefined;
  return brief === undefined ? () => {} : coverPainter(brief);
}
