import { createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { expect, test } from "vitest";
import { readImageHeader } from "./image-header.ts";

const SIZE = { width: 300, height: 170 };
const canvas = createCanvas(SIZE.width, SIZE.height);

test("the size of a PNG and a JPEG is read, also of a progressive JPEG and behind other segments", async () => {
  const png = await canvas.encode("png");
  const progressive = await sharp(png)
    .withExif({ IFD0: { Artist: "Mekuri" } })
    .jpeg({ progressive: true })
    .toBuffer();
  expect(readImageHeader(png)).toEqual({ contentType: "image/png", ...SIZE });
  for (const bytes of [await canvas.encode("jpeg"), progressive]) {
    expect(readImageHeader(bytes)).toEqual({ contentType: "image/jpeg", ...SIZE });
  }
});

test("the size of a lossy, lossless and extended WebP is read", async () => {
  const picture = () => sharp({ create: { ...SIZE, channels: 3, background: "#888888" } });
  const kinds = {
    "VP8 ": await picture().webp({ quality: 80 }).toBuffer(),
    VP8L: await picture().webp({ lossless: true }).toBuffer(),
    VP8X: await picture()
      .withExif({ IFD0: { Artist: "Mekuri" } })
      .webp()
      .toBuffer(),
  };
  for (const [chunk, bytes] of Object.entries(kinds)) {
    expect(bytes.subarray(12, 16).toString("latin1")).toBe(chunk);
    expect(readImageHeader(bytes)).toEqual({ contentType: "image/webp", ...SIZE });
  }
});

test("another format, or a file that ends too early, gives nothing", async () => {
  const [jpeg, webp] = [await canvas.encode("jpeg"), await canvas.encode("webp")];
  const gif = Buffer.from("GIF89a and so on, long enough for a header");
  for (const bytes of [new Uint8Array(), gif, webp.subarray(0, 28), jpeg.subarray(0, 30)]) {
    expect(readImageHeader(bytes)).toBeUndefined();
  }
});
