import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import type { Drawing } from "../manga/drawing.ts";
import { type Box, PAPER } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import { samplePicture } from "../manga/sample-picture.ts";
import { type Panel, PanelSchema } from "../manga/storyboard.ts";
import { type ComposedPage, composePage, rasterizeDrawing } from "./compose-page.ts";
import type { PaintedArt, Raster } from "./drafter.ts";

const WIDTH_PX = 910;
const PX = WIDTH_PX / PAPER.width;

const BRIEF = {
  number: 3,
  language: "ja" as const,
  direction: "rtl" as const,
  seed: 5,
  widthPx: WIDTH_PX,
};

/** A panel of 500 × 600 units at 300, 400. */
const PANEL = panelAt("k1", { x: 300, y: 400, width: 500, height: 600 });

function panelAt(id: string, { x, y, width, height }: Box): Panel {
  return PanelSchema.parse({
    id,
    units: [],
    weight: 3,
    picture: samplePicture({ shot: "bust" }),
    words: { texts: [], sounds: [] },
    frame: {
      corners: [
        { x, y },
        { x: x + width, y },
        { x: x + width, y: y + height },
        { x, y: y + height },
      ],
      bleeds: false,
    },
  });
}

/** Art of one grey, margin included. */
function greyArt(tone: number): PaintedArt {
  const drawing: Drawing = {
    width: 500,
    height: 600,
    margin: 30,
    items: [{ d: "M-30 -30H530V630H-30Z", fill: { tone } }],
  };
  return { kind: "drawing", drawing };
}

function text(change: Partial<LetteredText>): LetteredText {
  return {
    id: "k1/w1",
    panel: "k1",
    kind: "balloon",
    voice: "speech",
    speaker: null,
    guessed: false,
    text: "あ",
    lines: ["あ"],
    vertical: true,
    fontSize: 42,
    box: { x: 500, y: 500, width: 200, height: 200 },
    textBox: { x: 560, y: 560, width: 80, height: 80 },
    outline: "M500 500H700V700H500Z",
    tail: null,
    glyphs: "M560 560H640V640H560Z",
    edge: 0,
    ...change,
  };
}

async function compose(change: Partial<ComposedPage>): Promise<(x: number, y: number) => number> {
  return lightnessOf(
    await composePage({
      panels: [PANEL],
      art: new Map([["k1", greyArt(0.4)]]),
      texts: [],
      page: BRIEF,
      ...change,
    }),
  );
}

/** Lightness 0–255 at a point in units. */
async function lightnessOf(raster: Raster): Promise<(x: number, y: number) => number> {
  const image = await loadImage(raster.bytes);
  const ctx = createCanvas(image.width, image.height).getContext("2d");
  ctx.drawImage(image, 0, 0);
  const { data } = ctx.getImageData(0, 0, image.width, image.height);
  return (x, y) => data[(Math.floor(y * PX) * image.width + Math.floor(x * PX)) * 4] ?? Number.NaN;
}

/** Lightness of the darkest point of a box in units. */
function darkest(at: (x: number, y: number) => number, { x, y, width, height }: Box): number {
  let least = 255;
  for (let dy = 0; dy < height; dy += 1) {
    for (let dx = 0; dx < width; dx += 1) least = Math.min(least, at(x + dx, y + dy));
  }
  return least;
}

describe("composePage", () => {
  test("art fills its frame and is clipped to it, and the border is black", async () => {
    const at = await compose({});
    expect(at(550, 700)).toBe(153);
    expect(at(300, 700)).toBeLessThan(40);
    expect(at(550, 1000)).toBeLessThan(40);
    expect(at(285, 700)).toBe(255);
    expect(at(550, 1015)).toBe(255);
  });

  test("an image covers the frame's box exactly", async () => {
    const canvas = createCanvas(10, 10);
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = "#000000";
    ctx.fillRect(0, 0, 5, 10);
    ctx.fillStyle = "#808080";
    ctx.fillRect(5, 0, 5, 10);
    const bytes = await canvas.encode("png");
    const at = await compose({ art: new Map([["k1", { kind: "image", bytes, width: 10, height: 10 }]]) });
    expect(at(400, 700)).toBe(0);
    expect(at(700, 410)).toBe(128);
    expect(at(790, 990)).toBe(128);
  });

  test("an image in colour is grey in a black-and-white book, and unchanged in a coloured one", async () => {
    const canvas = createCanvas(1000, 1000);
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = "#dddddd";
    ctx.fillRect(0, 0, 1000, 1000);
    // A small coloured area is enough for an image to count as coloured.
    ctx.fillStyle = "#e02020";
    ctx.fillRect(480, 480, 40, 40);
    const bytes = await canvas.encode("png");
    const art = new Map([["k1", { kind: "image" as const, bytes, width: 1000, height: 1000 }]]);
    const inGrey = await compose({ art });
    expect([inGrey(550, 700), inGrey(750, 460)]).toEqual([89, 221]);
    const inColour = await compose({ art, page: { ...BRIEF, colorMode: "color" } });
    expect([inColour(550, 700), inColour(750, 460)]).toEqual([224, 221]);
  });

  test("a drawing smaller than its frame is enlarged to fill it", async () => {
    const art = greyArt(0.4);
    if (art.kind !== "drawing") throw new Error("a drawing");
    const small = {
      ...art.drawing,
      width: 250,
      height: 300,
      margin: 0,
      items: [{ d: "M0 0H250V300H0Z", fill: { tone: 0.4 } }],
    };
    const at = await compose({ art: new Map([["k1", { kind: "drawing", drawing: small }]]) });
    expect(at(780, 980)).toBe(153);
  });

  test("a balloon hides the art, and its letters are black", async () => {
    const at = await compose({ texts: [text({})] });
    expect(at(600, 600)).toBe(0);
    expect(at(530, 530)).toBe(255);
    expect(at(700, 600)).toBeLessThan(60);
  });

  test("letters without a balloon have a white edge over the art", async () => {
    const at = await compose({ texts: [text({ outline: null, edge: 12, kind: "caption" })] });
    expect(at(600, 600)).toBe(0);
    expect(at(552, 600)).toBe(255);
    expect(at(530, 600)).toBe(153);
  });

  test("a sound is clipped to its frame unless its box extends beyond it", async () => {
    const glyphs = "M700 600H900V700H700Z";
    const sound = { kind: "sound", id: "k1/s1", outline: null, glyphs } as const;
    const inside = await compose({
      texts: [text({ ...sound, box: { x: 700, y: 600, width: 90, height: 100 } })],
    });
    expect(inside(750, 650)).toBe(0);
    expect(inside(850, 650)).toBe(255);
    const outside = await compose({
      texts: [text({ ...sound, box: { x: 700, y: 600, width: 200, height: 100 } })],
    });
    expect(outside(850, 650)).toBe(0);
  });

  test("balloons are over sounds", async () => {
    const sound = text({ kind: "sound", outline: null, glyphs: "M500 500H700V700H500Z", id: "k1/s1" });
    const at = await compose({ texts: [text({}), sound] });
    expect(at(530, 530)).toBe(255);
  });

  test("the page number is in the outer corner: left on odd pages of a right-bound book", async () => {
    const left = { x: 150, y: 2400, width: 60, height: 70 };
    const right = { x: 1610, y: 2400, width: 60, height: 70 };
    const corners = async (number: number, direction: "rtl" | "ltr") => {
      const at = await compose({ page: { ...BRIEF, number, direction } });
      return [darkest(at, left) < 100, darkest(at, right) < 100];
    };
    expect(await corners(3, "rtl")).toEqual([true, false]);
    expect(await corners(4, "rtl")).toEqual([false, true]);
    expect(await corners(3, "ltr")).toEqual([false, true]);
  });

  test("a credit is at the foot, inside the safe area", async () => {
    const foot = { x: 600, y: 2390, width: 600, height: 80 };
    const at = await compose({ page: { ...BRIEF, credit: "Mekuri · written by offline-reader@1" } });
    expect(darkest(at, foot)).toBeLessThan(180);
    expect(darkest(at, { ...foot, y: 2470, height: 90 })).toBe(255);
    expect(darkest(await compose({}), foot)).toBe(255);
  });

  test("has the size of the trimmed page, and the same page gives the same bytes", async () => {
    const page = { panels: [PANEL], art: new Map([["k1", greyArt(0.2)]]), texts: [text({})], page: BRIEF };
    const [first, second] = [await composePage(page), await composePage(page)];
    expect([first.widthPx, first.heightPx]).toEqual([910, 1285]);
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });

  test("throws for a page whose panel has no art", async () => {
    await expect(compose({ art: new Map() })).rejects.toThrow("panel k1 of page 3 has no art");
  });
});

describe("rasterizeDrawing", () => {
  test("cuts the margin off", async () => {
    const drawing: Drawing = {
      width: 100,
      height: 50,
      margin: 30,
      items: [
        { d: "M-30 -30H130V80H-30Z", fill: "black" },
        { d: "M0 0H100V50H0Z", fill: "white" },
      ],
    };
    const raster = await rasterizeDrawing(drawing, 200);
    expect([raster.widthPx, raster.heightPx]).toEqual([200, 100]);
    const image = await loadImage(raster.bytes);
    const ctx = createCanvas(200, 100).getContext("2d");
    ctx.drawImage(image, 0, 0);
    expect(ctx.getImageData(0, 0, 200, 100).data.every((level) => level === 255)).toBe(true);
  });
});
