// The webtoon layout in `reader.json`: positions, gaps between pages, and books without it.
import { describe, expect, it } from "vitest";
import { readManifest } from "../../reader/src/read-manifest.ts";
import { sampleBook } from "../export/sample-book.ts";
import type { Book } from "./book.ts";
import { bookForReader, readerManifest, renditionsIn, withRenditions } from "./reader-manifest.ts";
import { styleOf } from "./style-presets.ts";

const image = (name: string, panels: readonly string[]) => ({
  ...{ image: name, widthPx: 800, heightPx: 900 },
  places: panels.map((panel, index) => ({ panel, y: 6 + index * 400 })),
});

/** A book of three pages with two images each; the second page begins a scene, the third with a peak. */
function stripped(): Book {
  const book = sampleBook(["一", "二", "三"]);
  for (const page of book.pages) {
    page.strip = [image(`${page.number}a`, ["k1"]), image(`${page.number}b`, ["k2"])];
  }
  for (const { picture } of book.pages.slice(1).flatMap(({ panels }) => panels)) picture.scene = "s9";
  const first = book.pages[2]?.panels[0];
  if (first !== undefined) first.weight = 5;
  return book;
}

const manifestOf = (book: Book) => readerManifest(bookForReader(book));

describe("the strip of a book", () => {
  it("is the images of all pages, with gaps above a page for a scene, a peak and a page turn", () => {
    const { strip = [] } = readManifest(manifestOf(stripped()), "https://books.example/reader.json");
    expect(strip.map(({ gap, places }) => [gap, places])).toEqual([
      [60, [{ y: 6, page: 0, panel: 0 }]],
      [undefined, [{ y: 6, page: 0, panel: 1 }]],
      [420, [{ y: 6, page: 1, panel: 0 }]],
      [undefined, [{ y: 6, page: 1, panel: 1 }]],
      [260, [{ y: 6, page: 2, panel: 0 }]],
      [undefined, [{ y: 6, page: 2, panel: 1 }]],
    ]);
  });

  it("begins with the cover; pages are counted after it", () => {
    const cover = { page: 1, panel: "k1", faces: [], image: "cover", widthPx: 1654, heightPx: 2339 };
    const { strip = [] } = manifestOf({ ...stripped(), cover });
    expect(strip.slice(0, 2)).toMatchObject([
      { renditions: [{ src: "renditions/cover.png" }], places: [{ y: 0, page: 0 }] },
      { gap: 60, places: [{ page: 1, panel: 0 }] },
    ]);
  });

  it("is the default view only in a scrolled style", () => {
    const book = stripped();
    expect(manifestOf(book).opens).toBe("pages");
    expect(manifestOf({ ...book, artStyle: styleOf("webtoon-color") }).opens).toBe("strip");
  });

  it("is absent where one page has none; the reader then shows pages below each other", () => {
    const book = stripped();
    delete book.pages[1]?.strip;
    expect(manifestOf(book)).not.toHaveProperty("strip");
    expect(manifestOf(sampleBook([]))).not.toHaveProperty("strip");
  });

  it("is among the files that a manifest names, and its addresses are replaced with theirs", async () => {
    const manifest = manifestOf(stripped());
    expect(renditionsIn(manifest)).toHaveLength(3 + 6);
    const moved = await withRenditions(manifest, async (one) => ({ ...one, src: `https://x/${one.src}` }));
    for (const { src } of renditionsIn(moved)) expect(src).toMatch(/^https:\/\/x\/renditions\//);
    const back = await withRenditions(moved, async (one) => ({
      ...one,
      src: one.src.slice("https://x/".length),
    }));
    expect(back).toEqual(manifest);
  });
});
