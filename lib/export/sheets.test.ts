import { createCanvas, ImageData, loadImage } from "@napi-rs/canvas";
import { initializeCanvas, type Layer, readPsd } from "ag-psd";
import { describe, expect, test } from "vitest";
import type { Book } from "../manga/book.ts";
import type { SheetFormat } from "../manga/export-formats.ts";
import type { BookSources } from "./binder.ts";
import { fileBinder } from "./file-binder.ts";
import { sampleBook, sampleSources } from "./sample-book.ts";

async function sheetsOf(
  format: SheetFormat,
  book: Book,
  sources: BookSources = sampleSources(),
): Promise<Buffer[]> {
  const sheets: Buffer[] = [];
  for await (const bytes of fileBinder().sheets(format, book, sources)) sheets.push(Buffer.from(bytes));
  return sheets;
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

describe("WebP pages", () => {
  test("are the composed pages in order, at their own size", async () => {
    const sources = sampleSources();
    const sheets = await sheetsOf("webp", sampleBook(["一", "二"]), sources);
    expect(sheets.map((bytes) => bytes.subarray(8, 12).toString())).toEqual(["WEBP", "WEBP"]);
    const image = await loadImage(sheets[0] ?? "");
    expect([image.width, image.height]).toEqual([182, 257]);
    expect(sources.asked).toEqual(["page 1", "page 2"]);
  });
});

describe("PSD pages", () => {
  // ag-psd creates image data through a browser's canvas unless it is configured.
  initializeCanvas(
    () => {
      throw new Error("pixels are read as data");
    },
    (width, height) => new ImageData(width, height),
  );

  const LINES = ["「待って」"];
  /** The sample, decoded once, because a page takes a second. */
  const sample = lazy(() => read());
  const read = async (sources: BookSources = sampleSources(), change: Partial<Book> = {}) => {
    const [bytes] = await sheetsOf("psd", sampleBook(LINES, change), sources);
    return readPsd(bytes ?? Buffer.alloc(0), { useImageData: true });
  };
  const find = (layers: Layer[] | undefined, name: string): Layer | undefined =>
    layers?.find((layer) => layer.name?.startsWith(name));
  /** Opacity and red at a pixel of the sheet. */
  const at = ({ left = 0, top = 0, imageData }: Layer, x: number, y: number) => {
    const i = ((y - top) * (imageData?.width ?? 0) + (x - left)) * 4;
    return [imageData?.data[i + 3], imageData?.data[i]];
  };

  test("have the sheet's size, its resolution, and guides at the trim", async () => {
    const psd = await sample();
    expect([psd.width, psd.height]).toEqual([2591, 3624]);
    expect(psd.imageResources?.resolutionInfo?.horizontalResolution).toBe(350);
    const guides = psd.imageResources?.gridAndGuidesInformation?.guides?.map(({ location }) => location);
    expect(guides).toEqual([41, 2549, 41, 3583]);
  });

  test("have paper, tone, ink, frames and number as separate layers, each cut to its content", async () => {
    const { children } = await sample();
    expect(children?.map(({ name }) => name)).toEqual([
      "Paper",
      "Tone",
      "Art",
      "Frames",
      "Number",
      "Balloons",
    ]);
    const tone = find(children, "Tone");
    // The left panel: 160 to 890 units and 385 (below the bar's black, which does not erase tone) to 1185, from the bleed's corner.
    expect([tone?.left, tone?.right, tone?.bottom]).toEqual([261, 1268, 1675]);
    expect(at(tone ?? {}, 700, 1200)).toEqual([102, 0]);
    const art = find(children, "Art");
    expect([art?.left, art?.right]).toEqual([261, 1268]);
    expect(at(art ?? {}, 700, 400)).toEqual([255, 0]);
    expect(find(children, "Frames")?.left).toBeGreaterThan(240);
  });

  test("have every balloon as pixels, and its words as hidden, live, horizontal text", async () => {
    const balloons = find((await sample()).children, "Balloons")?.children;
    expect(balloons?.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["k1/w1 「待って」", false],
      ["k1/w1 text", true],
    ]);
    const [shape, live] = balloons ?? [];
    expect([shape?.left, shape?.top]).toEqual([1827, 394]);
    expect(at(shape ?? {}, 1850, 420)).toEqual([255, 255]);
    expect(live?.text).toMatchObject({ text: "「待って」", orientation: "horizontal" });
    expect(live?.text?.style?.font?.name).toBe("NotoSansJP-Bold");
    // 42 units are 57.9 pixels at 350 dpi.
    expect(live?.text?.style?.fontSize).toBeCloseTo(57.9, 1);
  });

  test("have vertical live text with that experiment, beginning at the right column", async () => {
    const psd = await read({ ...sampleSources(), experimental: ["psd-vertical-text"] });
    const [, live] = find(psd.children, "Balloons")?.children ?? [];
    const [, lying] = find((await sample()).children, "Balloons")?.children ?? [];
    expect(live?.text).toMatchObject({ text: "「待って」", orientation: "vertical" });
    expect(live?.hidden).toBe(true);
    expect(live?.text?.transform?.[4]).toBeCloseTo(lying?.text?.transform?.[4] ?? 0);
  });

  test("have the whole page as composite, for programs that do not read layers", async () => {
    const { imageData } = await sample();
    const level = (x: number, y: number) => imageData?.data[(y * 2591 + x) * 4];
    expect([level(700, 1200), level(700, 400), level(1850, 420), level(10, 10)]).toEqual([153, 0, 255, 255]);
  });

  test.each([
    ["in its colours in a coloured book", { colorMode: "color" }, [255, 0xc0, 0x20]],
    ["in grey in one in black and white", {}, [255, 83, 83]],
  ] as const)("keep a coloured image %s", async (_how, change, expected) => {
    const canvas = createCanvas(74, 100);
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = "#c02040";
    ctx.fillRect(0, 0, 74, 100);
    const bytes = await canvas.encode("png");
    const sources = sampleSources();
    const loadArt = async (number: number) =>
      new Map([
        ...(await sources.loadArt(number)),
        ["k1", { kind: "image" as const, bytes, width: 740, height: 1000 }] as const,
      ]);
    const pictures = find((await read({ ...sources, loadArt }, change)).children, "Pictures");
    const { data = [], width = 0 } = pictures?.imageData ?? {};
    const pixel = ((1000 - (pictures?.top ?? 0)) * width + 1600 - (pictures?.left ?? 0)) * 4;
    expect([data[pixel + 3], data[pixel], data[pixel + 1]]).toEqual(expected);
  });
});

describe("webtoon strips", () => {
  test("are 800 pixels wide and hold the panels with their words", async () => {
    const sources = sampleSources();
    const sheets = await sheetsOf("webtoon", sampleBook(["一"]), sources);
    // Once for the title page at the top, and once for the panels.
    expect(sources.asked).toEqual(["picture 1/k1", "art 1"]);
    const images = await Promise.all(sheets.map((bytes) => loadImage(bytes)));
    expect(images.map(({ width }) => width)).toEqual([800, 800, 800]);
    const [, first] = images;
    if (first === undefined) throw new Error("a strip");
    const ctx = createCanvas(first.width, first.height).getContext("2d");
    ctx.drawImage(first, 0, 0);
    const level = (x: number, y: number) => ctx.getImageData(x, y, 1, 1).data[0];
    // The first panel is 700 pixels wide, is on the side where reading starts, and runs off the column there; its picture is white.
    const border = Array.from({ length: 12 }, (_, x) => level(102 + x, 700) ?? 255);
    expect(Math.min(...border)).toBeLessThan(80);
    expect(level(798, 700)).toBe(255);
    expect([level(50, 700), level(450, 900)]).toEqual([255, 255]);
    const words = Array.from({ length: 60 * 60 }, (_, i) =>
      level(100 + (i % 60) * 11, 40 + Math.floor(i / 60) * 8),
    );
    expect(words.filter((dark) => (dark ?? 255) < 60).length).toBeGreaterThan(5);
  });
});
