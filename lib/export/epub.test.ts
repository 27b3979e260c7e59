import { buffer } from "node:stream/consumers";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { describe, expect, test } from "vitest";
import type { Book } from "../manga/book.ts";
import { fileBinder } from "./file-binder.ts";
import { entriesOf } from "./read-zip.ts";
import { sampleBook, sampleSources } from "./sample-book.ts";

const LINES = ["嵐の夜。灯台に人は\nひとりしかいない。", "大変だ!! 外は10年に一度だぞ🌊", "Let go & <run>"];

const bind = (book: Book) => buffer(fileBinder().bind("epub", book, sampleSources()));

/** Returns a function that reads an entry's text by name. */
async function readerOf(book: Book): Promise<(name: string) => string> {
  const entries = entriesOf(await bind(book));
  return (name) => entries.find((entry) => entry.name === name)?.data.toString() ?? "";
}

describe("an EPUB", () => {
  test.each([
    ["right", sampleBook(LINES)],
    ["left", sampleBook(LINES, { language: "en", direction: "ltr", title: '"Wait" & see' })],
  ])("of a book bound on the %s passes EPUBCheck without errors and warnings", async (_side, book) => {
    const { messages, errorCount, fatalCount, warningCount } = await EpubCheck.validate(await bind(book));
    expect(messages.filter(({ severity }) => severity !== "usage" && severity !== "info")).toEqual([]);
    expect([fatalCount, errorCount, warningCount]).toEqual([0, 0, 0]);
  });

  test("states what made it in its package, and in each of its images", async () => {
    const models = {
      ...{ reader: "gemini/gemini-3.8-flash@5", director: "code-director@1" },
      artist: "gemini/gemini-3-pro-image@2",
    };
    const entries = entriesOf(await bind(sampleBook(LINES, { models })));
    const opf = entries.find(({ name }) => name === "EPUB/package.opf")?.data.toString() ?? "";
    const source = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    expect(opf).toContain(`<meta property="Iptc4xmpExt:DigitalSourceType">${source}</meta>`);
    expect(opf).toContain('<meta property="Iptc4xmpExt:AISystemUsed">gemini-3-pro-image</meta>');
    const images = entries.filter(({ name }) => /\.(?:png|jpg)$/u.test(name));
    expect(images.length).toBe(3);
    for (const { data } of images) expect(data.toString("latin1")).toContain(source);
  });

  test("begins with its media type, uncompressed", async () => {
    const bytes = await bind(sampleBook(LINES));
    expect(bytes.subarray(30, 58).toString()).toBe("mimetypeapplication/epub+zip");
    expect(entriesOf(bytes)[0]?.stored).toBe(true);
  });

  test("has a fixed layout, turns to the left, and has every page on its side of the fold", async () => {
    const opf = (await readerOf(sampleBook(LINES)))("EPUB/package.opf");
    expect(opf).toContain('<meta property="rendition:layout">pre-paginated</meta>');
    expect(opf).toContain('<spine page-progression-direction="rtl">');
    expect(opf.match(/page-spread-\w+/gu)).toEqual([
      "page-spread-left",
      "page-spread-right",
      "page-spread-left",
    ]);
    expect(opf).toContain("<dc:title>灯台 &amp; &lt;嵐&gt;</dc:title>");
    expect(opf).toContain('href="page-001.png" media-type="image/png" properties="cover-image"');
  });

  test("of a left-bound book turns to the right and opens on the right", async () => {
    const opf = (await readerOf(sampleBook(LINES, { direction: "ltr" })))("EPUB/package.opf");
    expect(opf).toContain('<spine page-progression-direction="ltr">');
    expect(opf).toContain('<itemref idref="page-001" properties="page-spread-right"/>');
  });

  test("has each text whole over the image, at its place", async () => {
    const page = (await readerOf(sampleBook(LINES)))("EPUB/page-003.xhtml");
    expect(page).toContain('content="width=182, height=257"');
    expect(page).toContain('<img src="page-003.png"');
    // The text's box begins at 1370, 320 units; a pixel of the sample is ten units.
    expect(page).toMatch(
      /<p class="down" style="left: 137\.0px; top: 32\.0px;[^"]*">Let go &amp; &lt;run&gt;<\/p>/u,
    );
  });

  test("has the same bytes each time, and another book has another identifier", async () => {
    const first = await bind(sampleBook(LINES));
    expect(first.equals(await bind(sampleBook(LINES)))).toBe(true);
    const idOf = async (book: Book) =>
      /urn:uuid:[0-9a-f-]{36}/u.exec((await readerOf(book))("EPUB/package.opf"))?.[0];
    expect(await idOf(sampleBook(["別の本"]))).not.toBe(await idOf(sampleBook(LINES)));
  });
});
