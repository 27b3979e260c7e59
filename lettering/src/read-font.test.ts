// Fonts that people supply: which are accepted, and what a hostile or broken file does.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fontFile } from "./font-file.ts";
import { loadTypeface } from "./fonts.ts";
import { boundedTypeface } from "./own-font.ts";
import { MOST_FONT_BYTES, readFont } from "./read-font.ts";
import { mulberry32 } from "./seeded-random.ts";
import { typefaceOf } from "./typeface.ts";

const read = (name: string) => new Uint8Array(readFileSync(fontFile(name)));
const COMIC = read("ComicNeue_700Bold.ttf");
const REGGAE = read("ReggaeOne_400Regular.ttf");

/** The font with another value of `OS/2.fsType`. */
function withEmbedding(font: Uint8Array, fsType: number): Uint8Array {
  const copy = font.slice();
  const view = new DataView(copy.buffer);
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    if (new TextDecoder().decode(copy.subarray(at, at + 4)) !== "OS/2") continue;
    view.setUint16(view.getUint32(at + 8) + 8, fsType);
  }
  return copy;
}

const startingWith = (tag: string) => {
  const bytes = new Uint8Array(5_000);
  bytes.set(new TextEncoder().encode(tag));
  return bytes;
};

describe("a font that a person supplies", () => {
  it("is named by its family, and its maker's rule for embedding is read", () => {
    expect(readFont(COMIC)).toEqual({ name: "Comic Neue", embedding: "installable" });
    expect(readFont(REGGAE)).toMatchObject({
      name: expect.stringMatching(/Reggae/),
      embedding: "installable",
    });
    expect(readFont(withEmbedding(COMIC, 0x0008))).toMatchObject({ embedding: "editable" });
    expect(readFont(withEmbedding(COMIC, 0x0104))).toMatchObject({ embedding: "preview" });
    // Of several bits of an early version, the one that allows most holds.
    expect(readFont(withEmbedding(COMIC, 0x0006))).toMatchObject({ embedding: "preview" });
  });

  it.each([
    ["a restricted licence", withEmbedding(COMIC, 0x0002), "restricted"],
    ["bitmaps only", withEmbedding(COMIC, 0x0200), "bitmaps-only"],
    ["WOFF2, which could unpack to gigabytes", startingWith("wOF2"), "compressed"],
    ["WOFF", startingWith("wOFF"), "compressed"],
    ["a collection", startingWith("ttcf"), "collection"],
    ["a picture", startingWith("\u0089PNG"), "not-a-font"],
    ["nothing", new Uint8Array(), "not-a-font"],
    ["zeros", new Uint8Array(5_000), "not-a-font"],
    ["more bytes than are accepted", new Uint8Array(MOST_FONT_BYTES + 1), "too-large"],
    ["a head without tables", startingWith("OTTO"), "broken"],
    ["symbols only", read("NotoEmoji_500Medium.ttf"), "no-letters"],
  ] as const)("is refused: %s", (_, bytes, fault) => {
    expect(readFont(bytes)).toEqual({ fault });
  });

  it("is refused wherever it is cut off", () => {
    for (const share of [0.001, 0.01, 0.2, 0.5, 0.9, 0.999]) {
      expect(readFont(COMIC.slice(0, COMIC.length * share))).toHaveProperty("fault");
    }
  });

  it("ends in time and leaves the shipped fonts as they are, whatever its bytes", async () => {
    const shipped = await loadTypeface("comic");
    const before = JSON.stringify(shipped.shape("HELLO", "right"));
    const random = mulberry32(7);
    const start = performance.now();
    let accepted = 0;
    for (let round = 0; round < 150; round++) {
      const bytes = COMIC.slice();
      const most = 2 ** (round % 8);
      // Half of the changes are in the head and the table directory.
      for (let n = 0; n < most; n++) {
        const reach = n % 2 === 0 ? 400 : bytes.length;
        bytes[4 + Math.floor(random() * (reach - 4))] = Math.floor(random() * 256);
      }
      if ("fault" in readFont(bytes)) continue;
      accepted += 1;
      const face = boundedTypeface(typefaceOf("own-", bytes));
      const glyphs = ["HELLO", "fi", "あ。"].flatMap((text) => [
        ...face.shape(text, "right"),
        ...face.shape(text, "down"),
      ]);
      expect(glyphs.length).toBeLessThan(100);
      for (const { outline, advance } of glyphs) {
        expect(outline.commands.length).toBeLessThanOrEqual(2_000);
        expect(Math.abs(advance)).toBeLessThanOrEqual(3);
      }
    }
    expect(accepted).toBeGreaterThan(10);
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(JSON.stringify(shipped.shape("HELLO", "right"))).toBe(before);
  });
});
