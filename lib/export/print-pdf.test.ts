import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { fileBinder } from "./file-binder.ts";
import { planLeaves } from "./print-leaves.ts";
import { sampleBook, sampleSources } from "./sample-book.ts";

const binder = fileBinder();

describe("the leaves of a printed book", () => {
  test("are title page with an empty back, story, colophon, and fly-leaves up to a multiple of four", () => {
    const kinds = planLeaves(sampleBook(["一", "二", "三"])).map(({ kind }) => kind);
    expect(kinds).toEqual(["title", "blank", "story", "story", "story", "colophon", "blank", "blank"]);
  });

  test("have no fly-leaf if the number is a multiple of four already", () => {
    const leaves = planLeaves(sampleBook(["一", "二", "三", "四", "五"]));
    expect(leaves.map((leaf) => leaf.kind !== "cover" && leaf.folio)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(leaves.at(-1)?.kind).toBe("colophon");
  });

  test("keep every page of the story on its side of the fold", () => {
    for (const leaf of planLeaves(sampleBook(["一", "二", "三"]))) {
      if (leaf.kind === "story") expect(leaf.folio % 2).toBe(leaf.page.number % 2);
    }
  });
});

describe("a PDF for the press", () => {
  test("has a bleed box, a trim box, one bit a pixel and the reading direction", async () => {
    const sources = sampleSources();
    const bytes = await buffer(binder.bind("print-pdf", sampleBook(["「待って」"]), sources));
    const pdf = Buffer.from(bytes).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b(?!s)/gu)).toHaveLength(4);
    // 188 × 263 mm, and the trim box 3 mm inside.
    expect(pdf.match(/\/MediaBox \[0 0 532\.91\d* 745\.51\d*\]/gu)).toHaveLength(4);
    expect(pdf.match(/\/BleedBox \[0 0 532\.91\d* 745\.51\d*\]/gu)).toHaveLength(4);
    expect(pdf.match(/\/TrimBox \[8\.50\d* 8\.50\d* 524\.40\d* 737\.00\d*\]/gu)).toHaveLength(4);
    expect(pdf.match(/\/BitsPerComponent 1\s+\/Width 4441\s+\/Height 6213/gu)).toHaveLength(4);
    expect(pdf).toContain("/Direction /R2L");
    // Once for the title page, once for the page itself.
    expect(sources.asked).toEqual(["picture 1/k1", "art 1"]);
  });

  test("of a book in colour, with its cover, has three bytes a pixel at 350 dpi, and bleed", async () => {
    const cover = { page: 1, panel: "k2", faces: [], image: "", widthPx: 1, heightPx: 1 };
    const book = sampleBook(["「待って」"], { colorMode: "color", cover });
    const items = [{ d: "M-30 -30H800V1030H-30Z", fill: { tone: 0.4 }, tint: "#d04030" }];
    const drawing = { width: 800, height: 1000, margin: 30, items };
    const art = new Map(["k1", "k2"].map((panel) => [panel, { kind: "drawing" as const, drawing }]));
    const sources = { ...sampleSources(), loadArt: async () => art };
    const bytes = await buffer(binder.bind("print-pdf", book, sources));
    const pdf = Buffer.from(bytes).toString("latin1");
    expect(pdf.match(/\/BitsPerComponent 8\s+\/Width 2591\s+\/Height 3624/gu)).toHaveLength(8);
    expect(pdf).not.toContain("/BitsPerComponent 1\n");
    expect(pdf).toContain("/ColorSpace /DeviceRGB");
    expect(pdf.match(/\/TrimBox \[8\.50\d* 8\.50\d* 524\.40\d* 737\.00\d*\]/gu)).toHaveLength(8);
  });

  test("of a left-bound book is read from the left, and has the same bytes each time", async () => {
    const book = sampleBook(["Wait!"], { language: "en", direction: "ltr" });
    const first = await buffer(binder.bind("print-pdf", book, sampleSources()));
    const second = await buffer(binder.bind("print-pdf", book, sampleSources()));
    expect(first.toString("latin1")).toContain("/Direction /L2R");
    expect(first.equals(second)).toBe(true);
  });

  test("rethrows errors of its art", async () => {
    const loadArt = () => Promise.reject(new Error("store down"));
    const book = sampleBook(["「待って」"]);
    await expect(buffer(binder.bind("print-pdf", book, { ...sampleSources(), loadArt }))).rejects.toThrow(
      "store down",
    );
  });
});
