import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { encodePng } from "./png.ts";

function painted(colors: string[]) {
  const canvas = createCanvas(colors.length, 3);
  const ctx = canvas.getContext("2d");
  for (const [x, color] of colors.entries()) {
    ctx.fillStyle = color;
    ctx.fillRect(x, 0, 1, 3);
  }
  return canvas;
}

async function decoded(png: Uint8Array): Promise<Uint8ClampedArray> {
  const image = await loadImage(png);
  const ctx = createCanvas(image.width, image.height).getContext("2d");
  ctx.drawImage(image, 0, 0);
  return ctx.getImageData(0, 0, image.width, image.height).data;
}

function pixelsOf(canvas: ReturnType<typeof painted>): Uint8ClampedArray {
  return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
}

describe("encodePng", () => {
  test("a grey canvas becomes one byte a pixel and keeps every level", async () => {
    const canvas = painted(
      Array.from({ length: 256 }, (_, level) => `#${level.toString(16).padStart(2, "0").repeat(3)}`),
    );
    const png = await encodePng(canvas, { pixelsPerUnit: 1, colour: true });
    expect(png[25]).toBe(0);
    expect(await decoded(png)).toEqual(pixelsOf(canvas));
  });

  test("with `colour: false` the levels are taken without a check for colour", async () => {
    const canvas = painted(["#000000", "#7f7f7f", "#80807f", "#fefefe", "#ffffff"]);
    const png = await encodePng(canvas, { pixelsPerUnit: 1, colour: false });
    expect(png[25]).toBe(0);
    const red = (data: Uint8ClampedArray) => data.filter((_, at) => at % 4 === 0);
    expect(red(await decoded(png))).toEqual(red(pixelsOf(canvas)));
  });

  test("a coloured canvas keeps its colours", async () => {
    const canvas = painted(["#ff0000", "#00ff00", "#123456", "#ffffff", "#000000", "#fefeff"]);
    const png = await encodePng(canvas, { pixelsPerUnit: 1, colour: true });
    expect(png[25]).toBe(2);
    expect(await decoded(png)).toEqual(pixelsOf(canvas));
  });

  test("records the resolution, and the same canvas gives the same bytes", async () => {
    const canvas = painted(["#000000", "#808080"]);
    const png = Buffer.from(await encodePng(canvas, { pixelsPerUnit: 0.9, colour: true }));
    const at = png.indexOf("pHYs");
    expect(png.readUInt32BE(at + 4)).toBe(9000);
    expect(Buffer.from(await encodePng(canvas, { pixelsPerUnit: 0.9, colour: true })).equals(png)).toBe(true);
  });
});
