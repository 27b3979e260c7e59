// The cover and double pages, in every format that has them.
import { buffer } from "node:stream/consumers";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { composeCover } from "../drawing/cover.ts";
import { lastPixels } from "../drawing/last-pixels.ts";
import type { Book } from "../manga/book.ts";
import { sampleFigure } from "../manga/sample-picture.ts";
import { continuedPanel, panelsToPaint, spreadPaper } from "../manga/spread.ts";
import { backPicture, coverBrief, titlePicture } from "./cover-art.ts";
import { fileBinder } from "./file-binder.ts";
import { planLeaves } from "./print-leaves.ts";
import { entriesOf } from "./read-zip.ts";
import { sampleBook, sampleSources } from "./sample-book.ts";

const binder = fileBinder();
const COVER = { page: 1, panel: "k2", faces: [], image: "", widthPx: 182, heightPx: 257 };

const covered = (change: Partial<Book> = {}) => sampleBook(["一", "二", "三"], { cover: COVER, ...change });

const SOMEBODY = sampleFigure({ facing: "right" });

/** Pages 2 and 3 share the picture of page 2's first panel. */
function spread(direction: "rtl" | "ltr"): Book {
  const book = covered({ direction });
  const [panel] = book.pages[1]?.panels ?? [];
  if (panel === undefined) throw new Error("a panel");
  const { x, width } = spreadPaper(direction);
  const corners = [
    { x, y: -30 },
    { x: x + width, y: -30 },
    { x: x + width, y: 1300 },
    { x, y: 1300 },
  ];
  panel.frame = { corners, bleeds: true, crosses: true };
  return book;
}

const infoOf = (entries: ReturnType<typeof entriesOf>) => entries.at(-1)?.data.toString() ?? "";

describe("a cover", () => {
  test("is the first image of a CBZ, then come the title page and the story", async () => {
    const entries = entriesOf(await buffer(binder.bind("cbz", covered(), sampleSources())));
    expect(entries).toHaveLength(2 + 3 + 1);
    const pages = infoOf(entries).match(/<Page [^>]*>/gu) ?? [];
    expect(pages.map((page) => /Type="(\w+)"/u.exec(page)?.[1])).toEqual([
      "FrontCover",
      "InnerCover",
      ...[undefined, undefined, undefined],
    ]);
  });

  test("is the cover image of an EPUB, alone before title page and pages, which keep their sides", async () => {
    const bytes = await buffer(binder.bind("epub", covered(), sampleSources()));
    const entries = entriesOf(bytes);
    const opf = entries.find(({ name }) => name === "EPUB/package.opf")?.data.toString() ?? "";
    expect(opf).toContain('href="cover.png" media-type="image/png" properties="cover-image"');
    expect(opf.match(/properties="cover-image"/gu)).toHaveLength(1);
    expect(opf.match(/page-spread-\w+/gu)).toEqual([
      ...["page-spread-center", "page-spread-right"],
      ...["page-spread-left", "page-spread-right", "page-spread-left"],
    ]);
    const { messages } = await EpubCheck.validate(bytes);
    expect(messages.filter(({ severity }) => severity !== "usage" && severity !== "info")).toEqual([]);
  });

  test("has a white edge around its title and in its counters, and no line of the picture crosses a letter", async () => {
    const brief = await coverBrief(covered({ title: "O O", language: "en" }), sampleSources());
    if (brief === undefined) throw new Error("a cover");
    const drawing = { width: 740, height: 1000, margin: 30, items: [] };
    const white = { ...brief, faces: [], art: { kind: "drawing" as const, drawing } };
    const { bytes, widthPx, heightPx } = await composeCover(white, 910);
    const canvas = createCanvas(widthPx, heightPx);
    canvas.getContext("2d").drawImage(await loadImage(Buffer.from(bytes)), 0, 0);
    const pixels = lastPixels(canvas);
    const isDark = (x: number, y: number) => (pixels[(y * widthPx + x) * 4] ?? 255) < 128;
    const upper = Array.from({ length: heightPx }, (_, y) => y).find((y) => isDark(0, y + 2)) ?? 0;
    const edges = Array.from(
      { length: widthPx - 1 },
      (_, x) => isDark(x, upper + 4) !== isDark(x + 1, upper + 4),
    );
    // Along the row: the line on the left, two strokes of each letter, the line on the right. Each begins and ends, except at the paper's
    // edges.
    expect(edges.filter(Boolean)).toHaveLength(10);
  });

  test("is two pages of a PDF for screens, so that the story's pages keep their sides", async () => {
    const pdf = (await buffer(binder.bind("pdf", covered(), sampleSources()))).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b(?!s)/gu)).toHaveLength(2 + 3);
    expect(pdf).toContain("/PageLayout /TwoPageRight");
  });

  test("is a sheet of four pages around the printed book, which page numbers do not count", async () => {
    const leaves = planLeaves(covered());
    expect(leaves.flatMap((leaf) => (leaf.kind === "cover" ? leaf.side : []))).toEqual([
      "front",
      "inner-front",
      "inner-back",
      "back",
    ]);
    expect(leaves.length % 4).toBe(0);
    expect(leaves.flatMap((leaf) => (leaf.kind === "cover" ? [] : leaf.folio))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });
});

describe("the book's pictures on its front and back", () => {
  const book = covered();
  const [first, second, third] = book.pages.map(({ panels }) => panels[0]);
  if (second === undefined || third === undefined) throw new Error("three pages");
  second.picture.shot = "establishing";
  third.picture.shot = "detail";

  test("are a place on the title page, and a thing on the back cover", async () => {
    expect((await titlePicture(book, sampleSources()))?.panel).toBe(second);
    expect((await backPicture(book, sampleSources()))?.panel).toBe(third);
  });

  test("show the largest picture of the place, or one with a person", async () => {
    const places = covered();
    const [small, large] = places.pages.map(({ panels }) => panels[0]);
    if (small === undefined || large === undefined) throw new Error("two pages");
    for (const panel of [small, large])
      panel.picture = { ...panel.picture, shot: "establishing", figures: [] };
    large.weight = 5;
    expect((await titlePicture(places, sampleSources()))?.panel).toBe(large);
    small.picture.figures = [SOMEBODY];
    expect((await titlePicture(places, sampleSources()))?.panel).toBe(small);
  });

  test("are two, even if no picture shows a thing by itself", async () => {
    const { panel } = (await titlePicture(covered(), sampleSources())) ?? {};
    expect(panel?.id).toBe(first?.id);
    expect((await backPicture(covered(), sampleSources()))?.panel).not.toEqual(panel);
  });

  test("move below the title if it would cover a head", async () => {
    const brief = await coverBrief(book, sampleSources());
    if (brief === undefined) throw new Error("a cover");
    const face = {
      character: "c1",
      box: { x: 300, y: 20, width: 120, height: 120 },
      mouth: { x: 350, y: 110 },
    };
    const topOf = async (faces: (typeof face)[]) => {
      const { bytes, widthPx, heightPx } = await composeCover({ ...brief, faces }, 182);
      const canvas = createCanvas(widthPx, heightPx);
      canvas.getContext("2d").drawImage(await loadImage(Buffer.from(bytes)), 0, 0);
      const pixels = lastPixels(canvas);
      return Array.from({ length: heightPx }, (_, y) => pixels[(y * widthPx + 2) * 4] ?? 255).findIndex(
        (level) => level < 250,
      );
    };
    // Ten units are a pixel: the title covers 100 units of the face, or keeps a distance of 50.
    expect((await topOf([face])) - (await topOf([]))).toBe(15);
  });
});

describe("two pages that share a picture", () => {
  test.each(["rtl", "ltr"] as const)(
    "are one image of a CBZ of a book read %s, and known as a double page",
    async (direction) => {
      const entries = entriesOf(await buffer(binder.bind("cbz", spread(direction), sampleSources())));
      const pages = infoOf(entries).match(/<Page [^>]*>/gu) ?? [];
      expect(pages.map((page) => page.includes('DoublePage="true"'))).toEqual([false, false, false, true]);
      const image = await loadImage(entries[3]?.data ?? Buffer.alloc(0));
      expect([image.width, image.height]).toEqual([364, 257]);
      // The sample's even pages are grey, its odd ones white.
      const canvas = createCanvas(364, 257);
      canvas.getContext("2d").drawImage(image, 0, 0);
      const pixels = lastPixels(canvas);
      const [left, right] = [pixels[0], pixels[363 * 4]];
      expect([left, right]).toEqual(direction === "rtl" ? [255, 136] : [136, 255]);
    },
  );

  test.each(["rtl", "ltr"] as const)(
    "show it whole on both sheets for the press, over the fold's bleed, read %s",
    async (direction) => {
      const book = spread(direction);
      const [, even, odd] = book.pages;
      if (even === undefined || odd === undefined) throw new Error("two pages");
      const [panel] = panelsToPaint(book, even);
      const [far] = panelsToPaint(book, odd);
      if (panel === undefined) throw new Error("a panel");
      expect(far).toEqual(continuedPanel(panel, direction));
      const xs = far?.frame.corners.map(({ x }) => x) ?? [];
      // Both the outer bleed and the one in the fold are covered.
      expect(Math.min(...xs)).toBeLessThanOrEqual(-30);
      expect(Math.max(...xs)).toBeGreaterThanOrEqual(1850);
    },
  );
});
