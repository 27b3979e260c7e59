// Texts in fonts that a person supplied.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fontFile } from "./font-file.ts";
import type { OwnFonts } from "./font-names.ts";
import { glyphPath } from "./outline.ts";
import { boundedTypeface, missingCharacters, ownTypeface } from "./own-font.ts";
import type { Language, Word } from "./page.ts";
import { setText } from "./set-text.ts";
import { setSound } from "./sounds.ts";
import type { Typeface } from "./typeface.ts";

const COMIC = `own-${"1".repeat(64)}` as const;
const REGGAE = `own-${"2".repeat(64)}` as const;
const read = (name: string) => new Uint8Array(readFileSync(fontFile(name)));
const fonts: OwnFonts = new Map([
  [COMIC, read("ComicNeue_700Bold.ttf")],
  [REGGAE, read("ReggaeOne_400Regular.ttf")],
]);

const word = (text: string, font?: NonNullable<Word["set"]>["font"]): Word => ({
  ...{ id: "w1", kind: "balloon", voice: "speech", speaker: null, guessed: false, text, ruby: [] },
  ...(font && { set: { font } }),
});
async function setIn(
  text: string,
  language: Language,
  font?: NonNullable<Word["set"]>["font"],
  own?: OwnFonts,
) {
  const [block] = await setText(word(text, font), language, own);
  return glyphPath(block?.glyphs() ?? []);
}

describe("a text in an own font", () => {
  it("is set as in a shipped typeface of the same file", async () => {
    expect(await setIn("Hello there", "en", COMIC, fonts)).toBe(await setIn("Hello there", "en", "comic"));
    expect(await setIn("待って！", "ja", REGGAE, fonts)).toBe(await setIn("待って！", "ja", "reggae"));
  });

  it("has characters that the font lacks from the typeface that the lettering would choose", async () => {
    const usual = await setIn("待って", "ja");
    expect(await setIn("待って", "ja", COMIC, fonts)).toBe(usual);
    const mixed = await setIn("待ってA", "ja", COMIC, fonts);
    expect(mixed).not.toBe(await setIn("待ってA", "ja"));
    expect(await setIn("Café Ω", "en", COMIC, fonts)).not.toBe("");
  });

  it("is set as if nobody had chosen a typeface where the font is not there", async () => {
    expect(await setIn("待って", "ja", REGGAE)).toBe(await setIn("待って", "ja"));
    expect(await setIn("Wait", "en", REGGAE, new Map())).toBe(await setIn("Wait", "en"));
  });

  it("can be a sound", async () => {
    const sound = (font?: NonNullable<Word["set"]>["font"]) => ({
      ...{ text: "ドン", loudness: 3, hard: true },
      ...(font && { set: { font } }),
    });
    const drawn = async (font?: NonNullable<Word["set"]>["font"], own?: OwnFonts) => {
      const [shape] = await setSound(sound(font), { language: "ja", fonts: own }, () => 0.5);
      return glyphPath(shape?.glyphs ?? []);
    };
    expect(await drawn(REGGAE, fonts)).toBe(await drawn("reggae"));
    expect(await drawn(COMIC, fonts)).toBe(await drawn());
  });
});

it("names the characters that a font lacks, each once, without spaces and emoji", () => {
  const face = ownTypeface(COMIC, fonts);
  if (face === undefined) throw new RangeError("there is no such font");
  expect(missingCharacters("Aあ あ漢 !😀", face)).toEqual(["あ", "漢"]);
});

describe("a glyph of a hostile font", () => {
  const glyph = (points: number, reach: number) => ({
    outline: {
      commands: Array.from({ length: points }, () => ({
        type: "L" as const,
        at: [0, 0] as [number, number],
      })),
      box: { x: 0, y: 0, width: reach, height: 1 },
    },
    ...{ cluster: 0, x: 0, y: 0, advance: 1 },
  });
  const faceOf = (count: number, ...one: Parameters<typeof glyph>): Typeface => {
    const same = glyph(...one);
    const glyphs = Array.from({ length: count }, () => same);
    return boundedTypeface({ name: COMIC, has: () => true, shape: () => glyphs });
  };

  it("counts as missing where it has too many points or reaches too far", () => {
    expect(faceOf(1, 100, 1).has(65)).toBe(true);
    expect(faceOf(1, 100_000, 1).has(65)).toBe(false);
    expect(faceOf(1, 100, 1_000).has(65)).toBe(false);
  });

  it("is left blank where a rule of the font puts it, and a character becomes few glyphs", () => {
    const glyphs = faceOf(10_000, 100_000, 1).shape("AB", "right");
    expect(glyphs.length).toBeLessThanOrEqual(8);
    expect(glyphs.every(({ outline }) => outline.commands.length === 0)).toBe(true);
  });
});
