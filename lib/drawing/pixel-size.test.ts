import { createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { expect, test } from "vitest";
import { pixelSize } from "./pixel-size.ts";

const SIZE = { width: 300, height: 170 };
const canvas = createCanvas(SIZE.width, SIZE.height);

test("PNG and JPEG say how large they are, JPEG also when it is progressive and has more to tell before", async () => {
  const png = await canvas.encode("png");
  const progressive = await sharp(png)
    .withExif({ IFD0: { Artist: "Mekuri" } })
    .jpeg({ progressive: true })
    .toBuffer();
  for (const bytes of [png, await canvas.encode("jpeg"), progressive]) {
    expect(pixelSize(bytes)).toEqual(SIZE);
  }
});

test("what is no such image, or ends too early, says nothing", async () => {
  const jpeg = await canvas.encode("jpeg");
  for (const bytes of [new Uint8Array(), await canvas.encode("webp"), jpeg.subarray(0, 30)]) {
    expect(pixelSize(bytes)).toBeUndefined();
  }
});
