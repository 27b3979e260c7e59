import { buffer } from "node:stream/consumers";
import { inflateSync } from "node:zlib";
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { encodePng } from "../drawing/png.ts";
import { type Book, BookSchema } from "../manga/book.ts";
import { withXmp } from "../manga/embed-xmp.ts";
import type { Box } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import { provenanceOf } from "../manga/provenance.ts";
import { styleOf } from "../manga/style-presets.ts";
import { xmpOf } from "../manga/xmp.ts";
import type { BoundPage } from "./binder.ts";
import { fileBinder } from "./file-binder.ts";
import { entriesOf } from "./read-zip.ts";

const TEXTS = ["嵐の夜。灯台に人は\nひとりしかいない。", "大変だ!! 外は10年に一度だぞ🌊", "Let go & <run>"];

function book(change: Partial<Book> = {}): Book {
  const box = { x: 200, y: 300, width: 160, height: 300 };
  const pages = TEXTS.map((text, i) => ({
    number: i + 1,
    panels: [],
    texts: [lettered(text, box)],
    image: "",
    widthPx: 91,
    heightPx: 128,
  }));
  return BookSchema.parse({
    schemaVersion: 2,
    sessionId: "s",
    createdAt: "2026-03-04T05:06:08.000Z",
    title: "灯台 & <嵐>",
    language: "ja",
    direction: "rtl",
    style: "ink",
    artStyle: styleOf("ink"),
    seed: 1,
    models: { reader: "offline-reader@1", director: "code-director@1", artist: "offline-artist@1" },
    cast: { characters: [] },
    places: [],
    scenes: [],
    pages,
    sentences: [],
    leftOut: [],
    ...change,
  });
}

function lettered(text: string, box: Box): LetteredText {
  return {
    id: "k1/w1",
    panel: "k1",
    kind: "balloon",
    voice: "speech",
    speaker: null,
    guessed: false,
    text,
    lines: [text],
    vertical: true,
    fontSize: 42,
    box,
    textBox: box,
    outline: null,
    tail: null,
    glyphs: "M0 0",
    edge: 0,
  };
}

/** Loads pages of one grey each, and records the order of the calls. */
function pageLoader() {
  const asked: number[] = [];
  const loadPage = async (number: number): Promise<BoundPage> => {
    asked.push(number);
    const canvas = createCanvas(91, 128);
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = ["#000000", "#888888", "#ffffff"][number % 3] ?? "#000000";
    ctx.fillRect(0, 0, 91, 128);
    return {
      number,
      png: await encodePng(canvas, { pixelsPerUnit: 0.05, colour: true }),
      widthPx: 91,
      heightPx: 128,
    };
  };
  const loadCover = () => Promise.resolve(undefined);
  const loadMarks = () => Promise.resolve(new Map());
  const loadArt = () => Promise.resolve(new Map());
  const loadPicture = () => Promise.reject(new RangeError("there are no pictures"));
  const loadFonts = () => Promise.resolve(undefined);
  const loadSheet = () => Promise.reject(new RangeError("there are no sheets"));
  return { asked, loadPage, loadCover, loadMarks, loadArt, loadPicture, loadFonts, loadSheet };
}

const binder = fileBinder();

describe("a PDF", () => {
  test("has a trimmed B5 page for each page of the book, read from the right", async () => {
    const { asked, ...sources } = pageLoader();
    const pdf = (await buffer(binder.bind("pdf", book(), sources))).toString("latin1");
    expect(pdf.startsWith("%PDF-1.7")).toBe(true);
    expect(pdf.trimEnd().endsWith("%%EOF")).toBe(true);
    expect(pdf.match(/\/Type \/Page\b(?!s)/gu)).toHaveLength(3);
    expect(pdf.match(/\/MediaBox \[0 0 515\.90\d* 728\.50\d*\]/gu)).toHaveLength(3);
    expect(pdf.match(/\/TrimBox \[0 0 515\.90\d* 728\.50\d*\]/gu)).toHaveLength(3);
    expect(pdf.match(/\/Subtype \/Image/gu)).toHaveLength(3);
    expect(pdf).toContain("/Direction /R2L");
    expect(pdf).toContain("(D:20260304050608Z)");
    expect(asked).toEqual([1, 2, 3]);
  });

  test("states what made it in an uncompressed metadata stream, as in its information dictionary", async () => {
    const pdf = (await buffer(binder.bind("pdf", book(), pageLoader()))).toString();
    const [, reference] = /\/Metadata (\d+) 0 R/u.exec(pdf) ?? [];
    const stream = pdf.slice(pdf.indexOf(`\n${reference} 0 obj`));
    expect(stream).toMatch(/\/Type \/Metadata\n\/Subtype \/XML/u);
    const packet = /<\?xpacket begin[\s\S]*?<\?xpacket end="r"\?>/u.exec(stream)?.[0] ?? "";
    expect(packet).toContain("digitalsourcetype/algorithmicMedia<");
    expect(packet).toContain('<rdf:li xml:lang="x-default">灯台 &amp; &lt;嵐&gt;</rdf:li>');
    expect(packet).toContain("<xmp:CreateDate>2026-03-04T05:06:08Z</xmp:CreateDate>");
  });

  test("of a left-bound book is read from the left", async () => {
    const english = book({ direction: "ltr", language: "en" });
    const pdf = (await buffer(binder.bind("pdf", english, pageLoader()))).toString("latin1");
    expect(pdf).toContain("/Direction /L2R");
    expect(pdf).toContain("/Lang (en)");
  });

  test("contains every text invisibly and unbroken, in its page's order", async () => {
    const pdf = await buffer(binder.bind("pdf", book(), pageLoader()));
    const pages = streamsOf(pdf).filter((stream) => stream.includes(" Do") || stream.includes(" TJ"));
    const text = textOf(pdf);
    expect(text).toEqual([
      "嵐の夜。灯台に人は ひとりしかいない。",
      "大変だ!! 外は10年に一度だぞ🌊",
      "Let go & <run>",
    ]);
    for (const page of pages) expect(page).toContain("3 Tr");
  });

  test("has the same bytes each time", async () => {
    const [first, second] = [
      await buffer(binder.bind("pdf", book(), pageLoader())),
      await buffer(binder.bind("pdf", book(), pageLoader())),
    ];
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  test("rethrows errors of its pages", async () => {
    const loadPage = () => Promise.reject(new Error("store down"));
    const failing = { ...pageLoader(), loadPage };
    await expect(buffer(binder.bind("pdf", book(), failing))).rejects.toThrow("store down");
    await expect(buffer(binder.bind("cbz", book(), failing))).rejects.toThrow("store down");
  });
});

describe("a CBZ", () => {
  test("has the pages in order, each with what made it, and the description last", async () => {
    const { asked, ...sources } = pageLoader();
    const entries = entriesOf(await buffer(binder.bind("cbz", book(), sources)));
    expect(entries.map((entry) => entry.name)).toEqual(["001.png", "002.png", "003.png", "ComicInfo.xml"]);
    expect(asked).toEqual([1, 2, 3]);
    const { png } = await sources.loadPage(2);
    expect(entries[1]?.data.equals(withXmp(png, xmpOf(provenanceOf(book()))))).toBe(true);
  });

  test("has the book's metadata for readers, with names escaped", async () => {
    const entries = entriesOf(await buffer(binder.bind("cbz", book(), pageLoader())));
    const xml = entries.at(-1)?.data.toString() ?? "";
    expect(xml).toContain("<Title>灯台 &amp; &lt;嵐&gt;</Title>");
    expect(xml).toContain("<LanguageISO>ja</LanguageISO>");
    expect(xml).toContain("<PageCount>3</PageCount>");
    expect(xml).toContain("<Manga>YesAndRightToLeft</Manga>");
    expect(xml).toContain("<BlackAndWhite>Yes</BlackAndWhite>");
    expect(xml).toMatch(/<Page Image="2" ImageSize="\d+" ImageWidth="91" ImageHeight="128"\/>/u);
    const english = entriesOf(await buffer(binder.bind("cbz", book({ direction: "ltr" }), pageLoader())));
    expect(english.at(-1)?.data.toString()).toContain("<Manga>No</Manga>");
  });

  test("has the book's time, and the same bytes each time", async () => {
    const [first, second] = [
      await buffer(binder.bind("cbz", book(), pageLoader())),
      await buffer(binder.bind("cbz", book(), pageLoader())),
    ];
    expect(first.equals(second)).toBe(true);
    // 5:06:08 on 4 March 2026 in DOS format (APPNOTE.TXT, 4.4.6).
    expect(first.readUInt16LE(10)).toBe((5 << 11) | (6 << 5) | 4);
    expect(first.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (3 << 5) | 4);
  });
});

/** A PDF's streams that inflate to text. */
function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at !== -1; at = pdf.indexOf("stream\n", at + 7)) {
    const end = pdf.indexOf("endstream", at);
    if (pdf.subarray(at - 3, at).toString() === "end" || end === -1) continue;
    try {
      streams.push(inflateSync(pdf.subarray(at + 7, end)).toString("latin1"));
    } catch {
      // The stream is a font or an image.
    }
  }
  return streams;
}

/** The text of each page, decoded as a reader does it: through each font's ToUnicode map. */
function textOf(pdf: Buffer): string[] {
  const streams = streamsOf(pdf);
  const maps = streams.filter((stream) => stream.includes("beginbfrange")).map(unicodeMap);
  const pages = streams.filter((stream) => stream.includes(" TJ"));
  // Fonts are in the order of their first use.
  const fonts = [...new Set(pages.flatMap((page) => page.match(/F\d+(?= [\d.]+ Tf)/gu) ?? []))];
  return pages.map((page) => {
    let map: string[] | undefined;
    let text = "";
    for (const [, font, shown] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gu)) {
      if (font !== undefined) map = maps[fonts.indexOf(font)];
      for (const [, hex] of (shown ?? "").matchAll(/<([0-9a-f]+)>/gu)) {
        for (const [glyph] of (hex ?? "").matchAll(/.{4}/gu))
          text += map?.[Number.parseInt(glyph, 16)] ?? "?";
      }
    }
    return text;
  });
}

function unicodeMap(cmap: string): string[] {
  const list = [...cmap.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[(.*?)\]/gu)].map(([, range]) => range ?? "");
  return list
    .flatMap((range) => [...range.matchAll(/<([0-9a-f ]*)>/gu)])
    .map(([, hex]) =>
      Buffer.from((hex ?? "").replaceAll(" ", ""), "hex")
        .swap16()
        .toString("utf16le"),
    );
}
