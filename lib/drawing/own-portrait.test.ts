// Uploaded pictures: which are accepted, the messages for the others, and the maximum memory.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp, { type Sharp } from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { portraitOf } from "./own-portrait.ts";
import { blackPng, plainPicture, withSize } from "./sample-pictures.ts";

const SIDE = 4096;

/** The portrait's size, and the colour of one of its pixels. */
async function portrait(bytes: Uint8Array, at: { left: number; top: number } = { left: 0, top: 0 }) {
  const { bytes: jpeg } = await portraitOf(bytes);
  const { width, height, format, space } = await sharp(jpeg).metadata();
  const pixel = await sharp(jpeg)
    .extract({ ...at, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return { size: `${width} × ${height}`, format, space, pixel: [...pixel] };
}

/** A picture in two colours: blue above, orange below. */
async function halves(width: number, height: number): Promise<Sharp> {
  const half = { create: { width, height: height / 2, channels: 3, background: "#2040ff" } } as const;
  const below = await plainPicture(width, height / 2)
    .png()
    .toBuffer();
  return sharp(
    await sharp(half)
      .extend({ bottom: height / 2, background: "#ff8000" })
      .composite([{ input: below, top: height / 2, left: 0 }])
      .png()
      .toBuffer(),
  );
}

const isNear = (actual: readonly number[], wanted: readonly number[]) =>
  actual.length === wanted.length &&
  actual.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 12);

describe("an uploaded picture", () => {
  it.each([
    [2400, 600, 1200, 300],
    [600, 300, 600, 300],
  ])(
    "as a reference keeps its proportions, at most 1,200 pixels a side: %i × %i",
    async (w, h, width, height) => {
      const { bytes } = await portraitOf(await plainPicture(w, h).png().toBuffer(), "whole");
      expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width, height });
    },
  );

  it.each([
    ["PNG", () => plainPicture(900, 1200).png()],
    ["PNG, interlaced", () => plainPicture(900, 1200).png({ progressive: true })],
    ["PNG of 16 bits a channel", () => plainPicture(900, 1200).toColourspace("rgb16").png()],
    ["PNG with a palette", () => plainPicture(900, 1200).png({ palette: true })],
    ["JPEG", () => plainPicture(900, 1200).jpeg()],
    ["JPEG, progressive", () => plainPicture(900, 1200).jpeg({ progressive: true })],
    ["WebP, lossy", () => plainPicture(900, 1200).webp()],
    ["WebP, lossless", () => plainPicture(900, 1200).webp({ lossless: true })],
  ])("is used unchanged: %s", async (_, picture) => {
    const { pixel, ...kind } = await portrait(await picture().toBuffer());
    expect(kind).toEqual({ size: "900 × 1200", format: "jpeg", space: "srgb" });
    expect(pixel).toSatisfy((colour: number[]) => isNear(colour, [196, 18, 45]));
  });

  it("may be a JPEG in CMYK, which is converted to RGB", async () => {
    const { space, size } = await portrait(
      await plainPicture(900, 1200).toColourspace("cmyk").jpeg().toBuffer(),
    );
    expect({ space, size }).toEqual({ space: "srgb", size: "900 × 1200" });
  });

  it("may be an animation, of which the first frame is used", async () => {
    const frames = await Promise.all(
      ["#2040ff", "#ff8000"].map((background) =>
        sharp({ create: { width: 400, height: 400, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animation = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    const { size, pixel } = await portrait(animation);
    expect(size).toBe("300 × 400");
    expect(pixel).toSatisfy((colour: number[]) => isNear(colour, [0x20, 0x40, 0xff]));
  });

  it("is put on white where it is transparent", async () => {
    const { pixel } = await portrait(await plainPicture(300, 400, { alpha: true }).png().toBuffer());
    expect(pixel).toSatisfy((colour: number[]) => isNear(colour, [226, 137, 150]));
  });

  it("is rotated as its EXIF orientation says", async () => {
    // EXIF orientation 6: the stored left side is the top.
    const stored = await (await halves(1200, 1600))
      .rotate(-90)
      .withExif({})
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await sharp(stored).metadata()).toMatchObject({ width: 1600, height: 1200, orientation: 6 });
    const { size, pixel } = await portrait(stored, { left: 20, top: 20 });
    expect(size).toBe("900 × 1200");
    expect(pixel).toSatisfy((colour: number[]) => isNear(colour, [0x20, 0x40, 0xff]));
  });

  it("is cropped at its sides equally, and more at the bottom than at the top", async () => {
    const wide = await sharp({ create: { width: 1600, height: 400, channels: 3, background: "#ff8000" } })
      .composite([
        {
          input: { create: { width: 100, height: 400, channels: 3, background: "#2040ff" } },
          left: 750,
          top: 0,
        },
      ])
      .png()
      .toBuffer();
    expect((await portrait(wide, { left: 150, top: 200 })).pixel).toSatisfy((colour: number[]) =>
      isNear(colour, [0x20, 0x40, 0xff]),
    );
    const tall = await portrait(await (await halves(400, 2000)).png().toBuffer(), { left: 200, top: 520 });
    expect(tall.size).toBe("400 × 533");
    expect(tall.pixel).toSatisfy((colour: number[]) => isNear(colour, [0x20, 0x40, 0xff]));
  });

  it("gives the same portrait for the same bytes", async () => {
    const bytes = await plainPicture(1000, 1000).jpeg().toBuffer();
    const [first, second] = await Promise.all([portraitOf(bytes), portraitOf(bytes)]);
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });
});

describe("limits for large pictures", () => {
  it("allow more than 16.8 megapixels for a lossy WebP, with EXIF data too", async () => {
    const noted = plainPicture(5000, 4000).withExif({ IFD0: { Artist: "Mekuri" } });
    const bytes = await noted.webp({ quality: 50, effort: 0 }).toBuffer();
    expect((await portrait(bytes)).size).toBe("900 × 1200");
  });

  // Only the header is read.
  it.each([
    ["a PNG", () => plainPicture(300, 400).png()],
    ["a lossless WebP", () => plainPicture(300, 400).webp({ lossless: true })],
    ["a WebP with alpha", () => plainPicture(300, 400, { alpha: true }).webp()],
    ["a progressive JPEG", () => plainPicture(300, 400).jpeg({ progressive: true })],
  ])("up to 16.8 megapixels are accepted for %s, and a larger one gets advice", async (_, picture) => {
    const bytes = withSize(await picture().toBuffer(), { width: 4096, height: 4097 });
    await expect(portraitOf(bytes)).rejects.toMatchObject({
      name: "PictureUnusableError",
      message: expect.stringMatching(/^has 4096 × 4097 pixels; at most 16\.8 megapixels .* make it smaller/),
    });
  });

  it.each([
    ["a PNG", () => plainPicture(300, 400).png()],
    ["a JPEG", () => plainPicture(300, 400).jpeg()],
    ["a lossy WebP", () => plainPicture(300, 400).webp()],
  ])("above 50 megapixels refuse %s", async (_, picture) => {
    const bytes = withSize(await picture().toBuffer(), { width: 8000, height: 6251 });
    await expect(portraitOf(bytes)).rejects.toThrow(
      /at most 50 megapixels are accepted for its kind; make it smaller/,
    );
  });

  it("accept half of that for an interlaced PNG with 16 bits a channel", async () => {
    const bytes = await plainPicture(300, 400).toColourspace("rgb16").png({ progressive: true }).toBuffer();
    await expect(portraitOf(withSize(bytes, { width: 4096, height: 4096 }))).rejects.toThrow(
      /at most 8\.4 meg/,
    );
  });

  it("refuse a strip whose crop would be too small", async () => {
    const strip = await plainPicture(6000, 400).jpeg().toBuffer();
    await expect(portraitOf(strip)).rejects.toThrow(/has 6000 × 400 pixels, and its sides differ too much/);
  });
});

describe("a picture that cannot be used", () => {
  const other = /^is neither PNG nor JPEG nor WebP/;
  const broken = /^is damaged or cut off: it cannot be decoded$/;
  it.each([
    ["a GIF", () => plainPicture(300, 400).gif().toBuffer(), other],
    ["an AVIF", () => plainPicture(300, 400).avif({ effort: 0 }).toBuffer(), other],
    ["a TIFF", () => plainPicture(300, 400).tiff().toBuffer(), other],
    [
      "an SVG",
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"/>'),
      other,
    ],
    ["two thirds of a PNG", () => twoThirds(plainPicture(300, 400).png()), broken],
    [
      "two thirds of an interlaced PNG",
      () => twoThirds(plainPicture(300, 400).png({ progressive: true })),
      broken,
    ],
    ["two thirds of a JPEG", () => twoThirds(plainPicture(300, 400).jpeg()), broken],
    [
      "two thirds of a progressive JPEG",
      () => twoThirds(plainPicture(300, 400).jpeg({ progressive: true })),
      broken,
    ],
    ["two thirds of a WebP", () => twoThirds(plainPicture(300, 400).webp()), broken],
    [
      "a PNG whose header states a larger size",
      async () => withSize(blackPng({ width: 300, height: 400 }), { width: 4000, height: 400 }),
      broken,
    ],
  ])("is refused with the reason: %s", async (_, picture, message) => {
    await expect(portraitOf(await picture())).rejects.toMatchObject({
      name: "PictureUnusableError",
      message: expect.stringMatching(message),
    });
  });

  it("is refused if its header has contradictory sizes", async () => {
    // The canvas of an extended WebP says 300 × 400, but its picture is far larger.
    const bytes = await plainPicture(3000, 4000)
      .withExif({ IFD0: { Artist: "Mekuri" } })
      .webp({ effort: 0 })
      .toBuffer();
    bytes.writeUIntLE(299, 24, 3);
    bytes.writeUIntLE(399, 27, 3);
    await expect(portraitOf(bytes)).rejects.toThrow(/^is damaged/);
  });
});

it("a picture with damaged bytes becomes a portrait or is refused, without another error", async () => {
  const small = () => plainPicture(200, 270);
  const pictures = await Promise.all([
    small().png().toBuffer(),
    small().jpeg().toBuffer(),
    small().jpeg({ progressive: true }).toBuffer(),
    small().webp().toBuffer(),
    plainPicture(200, 270, { alpha: true }).webp().toBuffer(),
    small()
      .withExif({ IFD0: { Artist: "Mekuri" } })
      .webp({ lossless: true })
      .toBuffer(),
  ]);
  // Most damage is in the first hundred bytes, which are headers.
  const damage = fc.record({ at: fc.oneof(fc.nat(99), fc.nat(2_000)), byte: fc.nat(255) });
  const property = fc.asyncProperty(
    fc.constantFrom(...pictures),
    fc.array(damage, { minLength: 1, maxLength: 4 }),
    fc.option(fc.nat(2_000)),
    async (picture, damages, length) => {
      const bytes = Buffer.from(picture.subarray(0, length ?? picture.length));
      for (const { at, byte } of damages) if (at < bytes.length) bytes[at] = byte;
      const end = await portraitOf(bytes).then(
        ({ contentType }) => contentType,
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      );
      expect(["image/jpeg", "PictureUnusableError"]).toContain(end);
    },
  );
  await fc.assert(property, { numRuns: 150 });
});

async function twoThirds(picture: Sharp): Promise<Buffer> {
  const bytes = await picture.toBuffer();
  return bytes.subarray(0, Math.floor((bytes.length * 2) / 3));
}

/** Decodes the given files, eight at once. Prints how many became portraits, and the memory used in MB. */
const MEASURE = `
  import { readFileSync } from "node:fs";
  import { portraitOf } from ${JSON.stringify(new URL("./own-portrait.ts", import.meta.url).href)};
  const files = process.argv.slice(1).map((path) => readFileSync(path));
  const idle = process.memoryUsage.rss();
  const ends = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => portraitOf(files[i % files.length])));
  // Not getrusage, whose maximum includes the parent's memory when it started this process.
  const [, kilobytes] = /VmHWM:\\s+(\\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"));
  console.log(JSON.stringify({
    megabytes: Math.round((kilobytes * 1024 - idle) / 1e6),
    taken: ends.filter(({ status }) => status === "fulfilled").length,
  }));
`;

describe.skipIf(process.platform !== "linux")("eight pictures at once need less than 200 MB", () => {
  const folder = mkdtempSync(join(tmpdir(), "mekuri-pictures-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  function measure(name: string, pictures: readonly Uint8Array[]): { megabytes: number; taken: number } {
    const paths = pictures.map((bytes, index) => {
      const path = join(folder, `${name}-${index}`);
      writeFileSync(path, bytes);
      return path;
    });
    const args = ["--input-type=module", "-e", MEASURE, ...paths];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  }

  it("that are PNG, JPEG and WebP of 4,096 × 4,096, and up to 50 megapixels if shrunk on load", async () => {
    const jpeg = () => plainPicture(SIDE, SIDE).jpeg({ quality: 50 });
    const pictures = await Promise.all([
      blackPng({ width: SIDE, height: SIDE }),
      plainPicture(SIDE, SIDE).png({ progressive: true, compressionLevel: 1 }).toBuffer(),
      jpeg().toBuffer(),
      jpeg().jpeg({ progressive: true, chromaSubsampling: "4:4:4" }).toBuffer(),
      plainPicture(SIDE, SIDE).webp({ quality: 50, effort: 0 }).toBuffer(),
      plainPicture(SIDE, SIDE).webp({ lossless: true, effort: 0 }).toBuffer(),
      plainPicture(7000, 7000).jpeg({ quality: 10 }).toBuffer(),
      plainPicture(7000, 7000).webp({ quality: 50, effort: 0 }).toBuffer(),
    ]);
    const { taken, megabytes } = measure("valid", pictures);
    expect(taken).toBe(8);
    expect(megabytes).toBeLessThan(200);
  });

  it("that are progressive JPEG of 4,096 × 4,096, each of which takes half of the limit", async () => {
    const progressive = { progressive: true, chromaSubsampling: "4:4:4" };
    const { taken, megabytes } = measure("progressive", [
      await plainPicture(SIDE, SIDE).jpeg(progressive).toBuffer(),
    ]);
    expect(taken).toBe(8);
    expect(megabytes).toBeLessThan(200);
  });

  it("that are decompression bombs: 143 KB of 49 megapixels and 31 KB of 256", () => {
    const bombs = [
      blackPng({ width: 7000, height: 7000 }),
      blackPng({ width: 16_000, height: 16_000, bits: 1, colourType: 0 }),
    ];
    const { taken, megabytes } = measure("bombs", bombs);
    expect(taken).toBe(0);
    expect(megabytes).toBeLessThan(50);
  });
});
