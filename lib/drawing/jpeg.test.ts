import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { encodeJpeg } from "./jpeg.ts";
import { joinScans } from "./jpeg-scans.ts";

/** A canvas whose halves have two colours. */
function halves(left: string, right: string) {
  const canvas = createCanvas(64, 48);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = left;
  ctx.fillRect(0, 0, 32, 48);
  ctx.fillStyle = right;
  ctx.fillRect(32, 0, 32, 48);
  return canvas;
}

/** Width, height and components of a baseline JPEG, from its frame header (ITU T.81, B.2.2). */
function frameOf(jpeg: Uint8Array): number[] {
  const bytes = Buffer.from(jpeg);
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5), bytes[at + 9] ?? 0];
}

async function pixelsOf(jpeg: Uint8Array) {
  const image = await loadImage(jpeg);
  const ctx = createCanvas(image.width, image.height).getContext("2d");
  ctx.drawImage(image, 0, 0);
  return (x: number, y: number) => [...ctx.getImageData(x, y, 1, 1).data.subarray(0, 3)];
}

test("a grey page has one component, and its greys", async () => {
  const jpeg = await encodeJpeg(halves("#000000", "#b2b2b2"), false);
  expect(frameOf(jpeg)).toEqual([64, 48, 1]);
  const at = await pixelsOf(jpeg);
  expect([at(8, 20), at(50, 20)]).toEqual([
    [0, 0, 0],
    [178, 178, 178],
  ]);
});

test("a page in colour has three, and its colours", async () => {
  const jpeg = await encodeJpeg(halves("#c9302c", "#ffffff"), true);
  expect(frameOf(jpeg)).toEqual([64, 48, 3]);
  const at = await pixelsOf(jpeg);
  for (const [index, level] of [0xc9, 0x30, 0x2c].entries()) {
    expect(Math.abs((at(8, 20)[index] ?? 0) - level)).toBeLessThan(4);
  }
  expect(at(50, 20)).toEqual([255, 255, 255]);
});

test("the same page gives the same bytes", async () => {
  const [first, second] = [halves("#123456", "#fedcba"), halves("#123456", "#fedcba")];
  expect(Buffer.from(await encodeJpeg(first, true)).equals(await encodeJpeg(second, true))).toBe(true);
});

test("joined parts decode to the rows of the whole page", async () => {
  for (const [width, height] of [
    [64, 48],
    [61, 131],
    [40, 7],
    [4441, 2600],
  ] as const) {
    const canvas = createCanvas(width, height);
    const ctx = canvas.getContext("2d");
    const greys = Array.from({ length: height }, (_, y) => Math.round((255 * y) / height));
    for (const [y, grey] of greys.entries()) {
      ctx.fillStyle = `rgb(${grey}, ${grey}, ${grey})`;
      ctx.fillRect(0, y, width, 1);
    }
    const jpeg = await encodeJpeg(canvas, false);
    expect(frameOf(jpeg)).toEqual([width, height, 1]);
    const at = await pixelsOf(jpeg);
    for (const [y, grey] of greys.entries()) {
      for (const x of [0, width - 1]) expect(Math.abs((at(x, y)[0] ?? 0) - grey)).toBeLessThan(8);
    }
  }
});

test("data that are not JPEG are refused", () => {
  const parts = [Buffer.alloc(64), Buffer.alloc(64)];
  expect(() => joinScans(parts, { height: 16, blocks: 8 })).toThrow(RangeError);
  expect(() => joinScans([], { height: 16, blocks: 8 })).toThrow(RangeError);
});
