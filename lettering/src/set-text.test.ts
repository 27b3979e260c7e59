import { describe, expect, test } from "vitest";
import type { Word } from "./page.ts";
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

  test.each([
    ["足あとの先に、小さなおにぎりがあった。", ["足あとの", "おにぎりが", "あった"]],
    ["それから、ひと声鳴いた。", ["ひと声"]],
    ["ピントが、合わなかったんです！", ["合わなかったんです！"]],
    ["母の形見なのです", ["形見なのです"]],
    ["部長、これ、空が写ってないんだけど", ["部長、", "写ってないんだけど"]],
    ["いや。屋上の鍵、写真部が持ってるって聞いて", ["いや。", "屋上の鍵、", "写真部が"]],
    ["町長がくしゃみをした。犬がくしゃみをした。旗まで倒れた。", ["くしゃみを", "旗まで倒れた。"]],
  ])("%s keeps its words and endings on one line", async (text, wholes) => {
    const own = await lines(text, "ja");
    for (const whole of wholes) expect(own.filter((line) => line.includes(whole))).not.toEqual([]);
  });

  test("a sentence or a clause ends its line", async () => {
    const own = await lines("お鈴は首を振った。そして、欄干に足をかけた。", "ja", { kind: "caption" });
    for (const line of own) expect(line).not.toMatch(/。./u);
  });

  test("a clause ends its line even where its stop was removed", async () => {
    const text = "そこの娘　こんな夜に　何をしておる";
    expect(await lines(text, "ja")).toEqual(["そこの娘", "こんな夜に", "何をしておる"]);
  });

  test("adjacent marks are set solid, and brackets at a line's ends take no room", async () => {
    const [block] = await setText(word("「あ」。"), "ja");
    // Half an em for each bracket, one for あ, and the room of a stop.
    expect(block?.lines).toEqual(["「あ」。"]);
    expect(block?.height).toBeCloseTo(0.5 + 1 + 0.5 + 0.45, 5);
    const [apart] = await setText(word("あ」「い"), "ja");
    expect(apart?.lines.length === 1 ? apart.height : 3.5).toBeCloseTo(3.5, 5);
  });

  test("no line breaks between a kanji and its kana where another break is as good", async () => {
    const blocks = await setText(word("じゃあ、あたしのプリン食べたのも、うそじゃない？"), "ja");
    const best = blocks[0]?.cost ?? 0;
    for (const { lines: own } of blocks.filter(({ cost }) => cost <= best + 2.5)) {
      for (const line of own) expect(line).not.toMatch(/食$/u);
    }
  });

  test("no line breaks between お and its noun, in the narrowest balloon too", async () => {
    const blocks = await setText(word("お侍さま。川に、櫛を落としました"), "ja");
    expect(blocks.some(({ lines }) => lines.length > 5)).toBe(true);
    for (const { lines: own } of blocks) for (const line of own) expect(line).not.toMatch(/^お$/u);
  });

  test("a katakana word is never broken, in the narrowest balloon too", async () => {
    for (const text of ["スミは、スミだ。", "キャッチャーがシャッターをきった", "あのスミが来た！"]) {
      for (const block of await setText(word(text), "ja")) {
        const words = text.match(/[\p{Script=Katakana}ー]+/gu) ?? [];
        for (const one of words) expect(block.lines.some((line) => line.includes(one))).toBe(true);
      }
    }
  });

  test("a word with ruby stays in one column", async () => {
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

  test("more than ten characters by six columns is too long for one balloon", async () => {
    expect(await isTooLong(word("そうか。"), "ja")).toBe(false);
    expect(await isTooLong(word("わたしはここで待っている。".repeat(8)), "ja")).toBe(true);
  });
});

describe("English", () => {
  test.each([
    ["I told you not to come here.", ["I told you not", "to come here."]],
    ["Well... maybe.", ["Well...", "maybe."]],
    ["Hey!", ["Hey!"]],
  ])("%s breaks into balanced lines", async (text, wanted) => {
    expect(await lines(text, "en")).toEqual(wanted);
  });

  test.each(["Oh no!", "I broke it!", "You fixed it.", "Naturally."])(
    "%s stays on one line",
    async (text) => {
      expect(await lines(text, "en")).toEqual([text]);
    },
  );

  test("a title stays with its name, and no line ends with the first word of a sentence", async () => {
    const text =
      "Everybody was waiting for the last train. Mr. Abbot, the stationmaster, climbed onto a bench. He sat.";
    for (const kind of ["caption", "balloon"] as const) {
      for (const line of await lines(text, "en", { kind })) {
        expect(line).not.toMatch(/Mr\.$/u);
        expect(line).not.toMatch(/[.] \w+$/u);
      }
    }
  });

  test("no short word is left alone on the last line", async () => {
    expect((await lines("It is always morning for a tomato, Pip.", "en")).at(-1)).not.toBe("Pip.");
    expect((await lines("The moon has fallen in!", "en")).at(-1)).not.toBe("in!");
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

  test("a word too long for any line is cut after a vowel, and a repeated letter anywhere", async () => {
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
