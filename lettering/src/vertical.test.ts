import { describe, expect, test } from "vitest";
import { loadTypefaces, type Typefaces } from "./fonts.ts";
import { inkBox, type PlacedGlyph } from "./outline.ts";
import { advanceOf, faceFor, type JapaneseFaces, setRuby, setToken } from "./vertical.ts";
import { rubyOfTokens, type Token, tokenize } from "./vertical-tokens.ts";

const FACES: JapaneseFaces = { kana: "antique", kanji: "gothic" };
const fonts: Typefaces = await loadTypefaces(["antique", "gothic", "emoji"]);

const kinds = (text: string): string[] => tokenize(text).map((t) => `${t.kind} ${t.show}`);

function inkOf(glyphs: readonly PlacedGlyph[]): { left: number; right: number; top: number; bottom: number } {
  const box = inkBox(glyphs);
  if (box === null) throw new Error("nothing is drawn");
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
}

function only(text: string): Token {
  const [token, ...rest] = tokenize(text);
  if (token === undefined || rest.length > 0) throw new Error(`${text} is not one token`);
  return token;
}

const set = (text: string): ReturnType<typeof inkOf> => inkOf(setToken(only(text), 0, FACES, fonts));

describe("orientation", () => {
  test("kana, kanji and full-width letters stand upright", () => {
    expect(kinds("あ漢Ａ")).toEqual(["upright あ", "upright 漢", "upright Ａ"]);
  });

  test("two digits share a cell; one digit, or more than two, stand upright one by one", () => {
    expect(kinds("10年")).toEqual(["across 10", "upright 年"]);
    expect(kinds("１０年")).toEqual(["across 10", "upright 年"]);
    expect(kinds("3時")).toEqual(["upright 3", "upright 時"]);
    expect(kinds("256")).toEqual(["upright 2", "upright 5", "upright 6"]);
  });

  test("numbers with points and words of more than four letters are rotated", () => {
    expect(kinds("3.14は")).toEqual(["sideways 3.14", "upright は"]);
    expect(kinds("Hello")).toEqual(["sideways Hello"]);
  });

  test("single letters and short capitals stand upright; a letter with a digit shares a cell", () => {
    expect(kinds("Tシ")).toEqual(["upright T", "upright シ"]);
    expect(kinds("NHK")).toEqual(["upright N", "upright H", "upright K"]);
    expect(kinds("A4")).toEqual(["across A4"]);
  });

  test("marks share a cell in twos, or threes when three are left; a single one is full-width", () => {
    expect(kinds("!")).toEqual(["upright ！"]);
    expect(kinds("！？")).toEqual(["across !?"]);
    expect(kinds("⁉")).toEqual(["across !?"]);
    expect(kinds("!!!")).toEqual(["across !!!"]);
    expect(kinds("!?!?")).toEqual(["across !?", "across !?"]);
  });

  test("dashes and arrows are rotated, and quotation marks become the vertical ones", () => {
    expect(kinds("──→“”")).toEqual(["sideways ―", "sideways ―", "sideways →", "upright 〝", "upright 〟"]);
  });

  test("a voicing mark joins the kana before it, and half-width kana become full-width", () => {
    expect(kinds("か゛")).toEqual(["upright が"]);
    expect(kinds("ﾊﾟ")).toEqual(["upright パ"]);
    expect(tokenize("あ゛")).toHaveLength(1);
  });

  test("an emoji of several code points is one cell", () => {
    expect(kinds("👨‍👩‍👧‍👦")).toEqual(["upright 👨‍👩‍👧‍👦"]);
  });
});

describe("vertical forms", () => {
  test("double primes stand at the letters that they enclose", () => {
    const [opening, closing] = [set("〝"), set("〟")];
    expect(opening.top).toBeGreaterThan(0.5);
    expect(opening.left).toBeGreaterThan(0);
    expect(closing.bottom).toBeLessThan(0.5);
    expect(closing.right).toBeLessThan(0);
  });

  test.each(["ー", "―", "…", "〜"])("%s runs down the column", (text) => {
    const { left, right, top, bottom } = set(text);
    expect(bottom - top).toBeGreaterThan((right - left) * 1.8);
    expect(Math.abs((left + right) / 2)).toBeLessThan(0.12);
  });

  test("stops and commas sit in the upper right of their cell", () => {
    for (const text of ["、", "。"]) {
      const { left, bottom } = set(text);
      expect(left).toBeGreaterThan(0);
      expect(bottom).toBeLessThan(0.5);
    }
  });

  test("an opening bracket fills the lower half of its cell and a closing one the upper half", () => {
    for (const [open, close] of [
      ["「", "」"],
      ["（", "）"],
      ["《", "》"],
    ] as const) {
      expect(set(open).top).toBeGreaterThan(0.4);
      expect(set(close).bottom).toBeLessThan(0.6);
    }
  });

  test("full characters are centred in their cell, in every face", async () => {
    const all = await loadTypefaces(["antique", "gothic", "reggae", "dela", "rocknroll"]);
    for (const name of all.keys()) {
      const { left, right, top, bottom } = inkOf(setToken(only("回"), 0, { kana: name, kanji: name }, all));
      expect(Math.abs((top + bottom) / 2 - 0.5)).toBeLessThan(0.04);
      expect(Math.abs(left + right)).toBeLessThan(0.06);
    }
  });

  test("small kana move to the right", () => {
    const small = set("っ");
    const large = set("つ");
    expect(small.left + small.right).toBeGreaterThan(large.left + large.right + 0.05);
  });

  test("a tate-chu-yoko group is centred and no wider than its column", () => {
    for (const text of ["10", "!?", "!!!", "A4"]) {
      const { left, right, top, bottom } = set(text);
      expect(Math.abs(left + right)).toBeLessThan(0.02);
      expect(right - left).toBeLessThanOrEqual(0.97);
      expect(Math.abs((top + bottom) / 2 - 0.5)).toBeLessThan(0.02);
    }
  });

  test("a rotated word is as long as when set horizontally, and stays in its column", () => {
    const { left, right, top, bottom } = set("Hello");
    expect(bottom - top).toBeGreaterThan((right - left) * 2);
    expect(bottom).toBeLessThanOrEqual(advanceOf(only("Hello"), undefined, { faces: FACES, fonts }) + 0.02);
    expect(left).toBeGreaterThan(-0.5);
    expect(right).toBeLessThan(0.5);
  });
});

describe("faces", () => {
  test("kana are antique, kanji and Latin letters gothic", () => {
    expect(faceFor("あ", FACES, fonts).face.name).toBe("antique");
    expect(faceFor("漢", FACES, fonts).face.name).toBe("gothic");
    expect(faceFor("A", FACES, fonts).face.name).toBe("gothic");
  });

  test("a character that the wanted face lacks comes from a face that has it", () => {
    expect(faceFor("😀", FACES, fonts).face.name).toBe("emoji");
    expect(faceFor("㍍", FACES, fonts).face.name).toBe("gothic");
  });

  test("a character that no face has is set as a geta mark", () => {
    expect(faceFor("가", FACES, fonts).show).toBe("〓");
  });
});

describe("ruby", () => {
  test("stands right of its base at half its size, centred on it", () => {
    const glyphs = setRuby({ from: 0, to: 1, text: "うみ" }, { top: 2, bottom: 3 }, FACES, fonts);
    const { left, right, top, bottom } = inkOf(glyphs);
    expect(left).toBeGreaterThanOrEqual(0.5);
    expect(right).toBeLessThanOrEqual(1);
    expect(Math.abs((top + bottom) / 2 - 2.5)).toBeLessThan(0.12);
  });

  test("covers the tokens that it touches; ruby outside the text or over other ruby is dropped", () => {
    const tokens = tokenize("灯台守の娘");
    const ruby = [
      { at: 0, length: 3, text: "とうだいもり" },
      { at: 1, length: 1, text: "だい" },
      { at: 4, length: 1, text: "むすめ" },
      { at: 9, length: 1, text: "×" },
    ];
    expect(rubyOfTokens(tokens, ruby)).toEqual([
      { from: 0, to: 3, text: "とうだいもり" },
      { from: 4, to: 5, text: "むすめ" },
    ]);
  });
});
