import { describe, expect, test } from "vitest";
import type { Word } from "../../manga/storyboard.ts";
import { isTooLong, setText } from "./set-text.ts";

function word(text: string, more: Partial<Word> = {}): Word {
  return {
    id: "w1",
    unit: null,
    kind: "balloon",
    voice: "speech",
    speaker: null,
    guessed: false,
    text,
    ruby: [],
    ...more,
  };
}

const lines = async (text: string, language: "ja" | "en", more?: Partial<Word>): Promise<string[]> =>
  (await setText(word(text, more), language))[0]?.lines ?? [];

describe("Japanese", () => {
  test.each([
    ["大変だ！港の明かりが落ちたぞ!!", ["大変だ！", "港の明かりが", "落ちたぞ!!"]],
    ["わたしの名前はリン。灯台守の娘です。", ["わたしの", "名前はリン。", "灯台守の", "娘です。"]],
    ["おはようございます。", ["おはよう", "ございます。"]],
    ["えっ？", ["えっ？"]],
    ["灯台守って？", ["灯台守って？"]],
    ["一行目\n二行目", ["一行目", "二行目"]],
  ])("%s breaks between phrases", async (text, wanted) => {
    expect(await lines(text, "ja")).toEqual(wanted);
  });

  test("a word of katakana is never broken, however narrow its balloon", async () => {
    for (const text of ["スミは、スミだ。", "キャッチャーがシャッターをきった", "あのスミが来た！"]) {
      for (const block of await setText(word(text), "ja")) {
        const words = text.match(/[\p{Script=Katakana}ー]+/gu) ?? [];
        for (const one of words) expect(block.lines.some((line) => line.includes(one))).toBe(true);
      }
    }
  });

  test("a word under ruby stays in one column", async () => {
    const ruby = [{ at: 3, length: 4, text: "じゃちぼうぎゃく" }];
    for (const block of await setText(word("かの、邪智暴虐の王", { ruby }), "ja")) {
      expect(block.lines.some((line) => line.includes("邪智暴虐"))).toBe(true);
    }
  });

  test("ruby widens the pitch of columns", async () => {
    const text = "灯台守の娘が、沖へ行く。";
    const [plain] = await setText(word(text), "ja");
    const [ruby] = await setText(word(text, { ruby: [{ at: 0, length: 3, text: "とうだいもり" }] }), "ja");
    const pitch = (block: typeof plain): number => {
      const [first, second] = block?.lineBoxes ?? [];
      return (first?.x ?? 0) - (second?.x ?? 0);
    };
    expect(pitch(plain)).toBeCloseTo(1.28, 2);
    expect(pitch(ruby)).toBeCloseTo(1.55, 2);
  });

  test("more than ten characters by six columns is too long for a balloon", async () => {
    expect(await isTooLong(word("そうか。"), "ja")).toBe(false);
    expect(await isTooLong(word("わたしはここで待っている。".repeat(8)), "ja")).toBe(true);
  });
});

describe("English", () => {
  test.each([
    ["I told you not to come here.", ["I told you", "not to come", "here."]],
    ["Well... maybe.", ["Well...", "maybe."]],
    ["Hey!", ["Hey!"]],
  ])("%s breaks into balanced lines", async (text, wanted) => {
    expect(await lines(text, "en")).toEqual(wanted);
  });

  test("the middle lines are the widest", async () => {
    const text = "It was a night like any other, except that the lamp in the tower had gone out.";
    const [block] = await setText(word(text), "en");
    const widths = block?.lineBoxes.map((b) => b.width) ?? [];
    const widest = widths.indexOf(Math.max(...widths));
    expect(widest).toBeGreaterThan(0);
    expect(widest).toBeLessThan(widths.length - 1);
  });

  test("words are never hyphenated", async () => {
    for (const block of await setText(word("An extraordinarily uncharacteristic misunderstanding."), "en")) {
      expect(block.lines.join(" ")).toBe("An extraordinarily uncharacteristic misunderstanding.");
    }
  });

  test("a word too long for any line is cut after a vowel, and a held letter anywhere", async () => {
    const all = async (text: string) => (await setText(word(text), "en")).map((block) => block.lines);
    expect(await all("Supercalifragilisticexpialidocious!")).toContainEqual([
      "Superca",
      "lifragilistice",
      "xpialidocious!",
    ]);
    const longest = (await all("Nooooooooooooooooooooooooo!")).map((lines) =>
      Math.max(...lines.map(({ length }) => length)),
    );
    expect(Math.min(...longest)).toBeLessThan(13);
  });

  test("straight quotation marks and double hyphens become typographic ones", async () => {
    expect((await lines(`"Go" -- he said, 'now'.`, "en")).join(" ").replace(/\s/gu, "")).toBe(
      "“Go”—hesaid,‘now’.",
    );
  });
});
