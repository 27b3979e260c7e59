import { crc32 } from "node:zlib";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { withXmp } from "./embed-xmp.ts";

const PACKET = "<x:xmpmeta>漫画 & packet</x:xmpmeta>";

async function picture(format: "png" | "jpeg" | "webp"): Promise<Buffer> {
  const canvas = createCanvas(31, 17);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#c02040";
  ctx.fillRect(0, 0, 31, 17);
  ctx.fillStyle = "#000000";
  ctx.fillRect(5, 5, 9, 9);
  return format === "png" ? canvas.encode("png") : canvas.encode(format, 90);
}

async function pixels(bytes: Uint8Array): Promise<Buffer> {
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.data();
}

test.each(["png", "jpeg", "webp"] as const)(
  "a %s carries the packet, and its pixels do not change",
  async (format) => {
    const bytes = await picture(format);
    const marked = Buffer.from(withXmp(bytes, PACKET));
    expect(marked.includes(Buffer.from(PACKET))).toBe(true);
    expect((await pixels(marked)).equals(await pixels(bytes))).toBe(true);
    // The result is deterministic, and an image that has a packet is not changed.
    expect(marked.equals(withXmp(bytes, PACKET))).toBe(true);
    expect(marked.equals(withXmp(marked, "another"))).toBe(true);
  },
);

test("a PNG has it as international text before its pixels, with the chunk's length and checksum", async () => {
  const png = Buffer.from(withXmp(await picture("png"), PACKET));
  const at = png.indexOf("iTXt");
  expect(at).toBeLessThan(png.indexOf("IDAT"));
  const length = png.readUInt32BE(at - 4);
  const data = png.subarray(at + 4, at + 4 + length);
  expect(data.toString()).toBe(`XML:com.adobe.xmp\0\0\0\0\0${PACKET}`);
  expect(png.readUInt32BE(at + 4 + length)).toBe(crc32(png.subarray(at, at + 4 + length)));
});

test("a JPEG has it in a segment after the JFIF segment", async () => {
  const jpeg = Buffer.from(withXmp(await picture("jpeg"), PACKET));
  expect(jpeg.readUInt16BE(2)).toBe(0xffe0);
  const at = 4 + jpeg.readUInt16BE(4);
  expect(jpeg.readUInt16BE(at)).toBe(0xffe1);
  const segment = jpeg.subarray(at + 4, at + 2 + jpeg.readUInt16BE(at + 2));
  expect(segment.toString()).toBe(`http://ns.adobe.com/xap/1.0/\0${PACKET}`);
});

test("a packet too long for a JPEG's segment, and any other image, are refused", async () => {
  const jpeg = await picture("jpeg");
  expect(() => withXmp(jpeg, "x".repeat(65_600))).toThrow(RangeError);
  expect(() => withXmp(Buffer.from("GIF89a, at least"), PACKET)).toThrow(RangeError);
});

test("a WebP has it last, in the extended form, which states its size", async () => {
  const webp = Buffer.from(withXmp(await picture("webp"), PACKET));
  expect(webp.readUInt32LE(4)).toBe(webp.length - 8);
  expect(webp.toString("latin1", 12, 16)).toBe("VP8X");
  expect((webp[20] ?? 0) & 0x04).toBe(0x04);
  expect([webp.readUIntLE(24, 3) + 1, webp.readUIntLE(27, 3) + 1]).toEqual([31, 17]);
  const length = Buffer.byteLength(PACKET);
  const at = webp.length - length - (length % 2) - 8;
  expect([webp.toString("latin1", at, at + 4), webp.readUInt32LE(at + 4)]).toEqual(["XMP ", length]);
});
