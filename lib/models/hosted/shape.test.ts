// Which bytes count as a picture, and the part of it that a panel shows.
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { cropFor, cropped, decode, nearestRatio } from "./shape.ts";

const canvasOf = (width: number, height: number) => {
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").fillRect(10, 10, 30, 30);
  return canvas;
};

describe("a picture from a model", () => {
  it.each([
    ["png", () => canvasOf(800, 600).encode("png")],
    ["jpeg", () => canvasOf(800, 600).encode("jpeg")],
    ["webp", () => canvasOf(800, 600).encode("webp")],
  ])("may be %s, detected by its bytes", async (format, encode) => {
    const bytes = await encode();
    const decoded = await decode(bytes, "4:3");
    const size = { width: 800, height: 600 };
    expect(decoded).toEqual({ kind: "picture", bytes, contentType: `image/${format}`, ...size });
  });

  it("is unusable when it has another format, is tiny, has another shape, or is cut off", async () => {
    const png = await canvasOf(800, 600).encode("png");
    const jpeg = await canvasOf(800, 600).encode("jpeg");
    const reasonOf = async (bytes: Uint8Array) => {
      const decoded = await decode(bytes, "4:3");
      return decoded.kind === "unusable" ? decoded.reason : decoded.kind;
    };
    expect(await reasonOf(new TextEncoder().encode("<svg/>, which is as long as a header"))).toBe(
      "it is not a PNG, JPEG or WebP",
    );
    expect(await reasonOf(await canvasOf(80, 60).encode("png"))).toBe("it is only 80 × 60 pixels");
    expect(await reasonOf(await canvasOf(600, 800).encode("jpeg"))).toBe("it is 600 × 800, not 4:3");
    const webp = await canvasOf(800, 600).encode("webp");
    for (const whole of [png, jpeg, webp])
      expect(await reasonOf(whole.subarray(0, whole.length - 14))).toBe("its data is incomplete");
    expect(await reasonOf(jpeg.subarray(0, 40))).toMatch(/not a PNG, JPEG or WebP|data is incomplete/);
    const spoilt = Buffer.from(png).fill(0, 33, png.length - 40);
    expect(await reasonOf(spoilt)).toMatch(/cannot be decoded/);
  });

  it("is not decoded when its header states too many pixels for memory", async () => {
    const bytes = new Uint8Array(await canvasOf(800, 600).encode("png"));
    const view = new DataView(bytes.buffer);
    view.setUint32(16, 40_000);
    view.setUint32(20, 30_000);
    expect(await decode(bytes, "4:3")).toEqual({
      kind: "unusable",
      reason: "it is 40000 × 30000 pixels, too many",
    });
  });
});

describe("the part of a picture that a panel shows", () => {
  it("is all of it, with unchanged bytes, where the shapes agree", async () => {
    const bytes = await canvasOf(800, 600).encode("webp");
    const decoded = await decode(bytes, "4:3");
    if (decoded.kind !== "picture") throw new Error(decoded.reason);
    const crop = cropFor(decoded, 400, 300);
    expect(await cropped(decoded, crop)).toEqual({ bytes, contentType: "image/webp" });
  });

  it("is cropped twice as much at the bottom as at the top", () => {
    expect(cropFor({ width: 1000, height: 1000 }, 200, 140)).toEqual({
      ...{ x: 0, y: 100, width: 1000, height: 700 },
    });
  });

  it("has the nearest ratio by proportion", () => {
    expect(nearestRatio(700, 500, ["1:1", "4:3", "3:2", "16:9"])).toBe("4:3");
    expect(nearestRatio(1, 7, ["1:1", "1:4", "1:8"])).toBe("1:8");
  });
});
