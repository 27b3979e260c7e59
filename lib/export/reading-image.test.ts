import { buffer } from "node:stream/consumers";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { encodePng } from "../drawing/png.ts";
import { seededChance } from "../pipeline/simulation/chance.ts";
import type { BookSources } from "./binder.ts";
import { fileBinder } from "./file-binder.ts";
import { entriesOf } from "./read-zip.ts";
import { readingImage } from "./reading-image.ts";
import { sampleBook, sampleSources } from "./sample-book.ts";

const SIZE = { widthPx: 182, heightPx: 257 };

/** Soft greys, or reds, with grain, as in painted pictures. */
async function painted(colour: boolean) {
  const chance = seededChance(1);
  const canvas = createCanvas(SIZE.widthPx, SIZE.heightPx);
  const ctx = canvas.getContext("2d");
  const pixels = ctx.createImageData(SIZE.widthPx, SIZE.heightPx);
  const grain = () => chance.next() * 12;
  for (let at = 0; at < pixels.data.length; at += 4) {
    const level = 90 + (at / pixels.data.length) * 120;
    const grey = level + grain();
    const red = [grey, level / 2 + grain(), level / 3 + grain()];
    pixels.data.set([...(colour ? red : [grey, grey, grey]), 255], at);
  }
  ctx.putImageData(pixels, 0, 0);
  return { png: await encodePng(canvas, { pixelsPerUnit: 0.1, colour: true }), ...SIZE };
}

const paintedSources = (colour = false): BookSources => ({
  ...sampleSources(),
  loadPage: async (number) => ({ number, ...(await painted(colour)) }),
});

describe("an image for reading", () => {
  test("stays PNG if it was drawn by the program", async () => {
    const drawn = await sampleSources().loadPage(1);
    expect(await readingImage(drawn)).toEqual({
      ...{ bytes: drawn.png, extension: "png", contentType: "image/png", grey: true },
    });
  });

  test.each([false, true])(
    "is a JPEG of less than half the size where it was painted, colour: %s",
    async (colour) => {
      const image = await painted(colour);
      const { bytes, ...said } = await readingImage(image);
      expect(said).toEqual({ extension: "jpg", contentType: "image/jpeg", grey: !colour });
      expect(bytes.byteLength).toBeLessThan(image.png.byteLength / 2);
    },
  );
});

describe("files of a painted book", () => {
  const book = sampleBook(["待って", "はい"]);

  test("a PDF has grey pages as grey", async () => {
    const pdf = (await buffer(fileBinder().bind("pdf", book, paintedSources()))).toString("latin1");
    expect(pdf.match(/\/Filter \/DCTDecode/gu)).toHaveLength(2);
    // The two pages, and the drawn cover and title page.
    expect(pdf.match(/\/ColorSpace \/DeviceGray/gu)).toHaveLength(4);
  });

  test("an EPUB states the images' types, and passes EPUBCheck", async () => {
    const bytes = await buffer(fileBinder().bind("epub", book, paintedSources()));
    const opf = entriesOf(bytes).find(({ name }) => name === "EPUB/package.opf");
    expect(opf?.data.toString()).toContain('href="page-002.jpg" media-type="image/jpeg"');
    const { errorCount, fatalCount, warningCount } = await EpubCheck.validate(bytes);
    expect([fatalCount, errorCount, warningCount]).toEqual([0, 0, 0]);
  });

  test("a CBZ names files by their types, and states whether they are grey", async () => {
    const read = async (colour: boolean) => {
      const entries = entriesOf(await buffer(fileBinder().bind("cbz", book, paintedSources(colour))));
      return { names: entries.map(({ name }) => name), xml: entries.at(-1)?.data.toString() ?? "" };
    };
    const grey = await read(false);
    expect(grey.names).toEqual(["001.png", "002.png", "003.jpg", "004.jpg", "ComicInfo.xml"]);
    expect(grey.xml).toContain("<BlackAndWhite>Yes");
    expect((await read(true)).xml).toContain("<BlackAndWhite>No");
  });
});
