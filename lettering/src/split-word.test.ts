import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundingBox } from "./geometry.ts";
import { kinsokuErrors } from "./kinsoku.ts";
import { letterPage } from "./letter-page.ts";
import { lettersOutside, polygonsOf } from "./read-path.ts";
import { rectangle, samplePanel } from "./sample-page.ts";
import { splitWord } from "./split-word.ts";

const wordOf = (text: string) => {
  const [word] = samplePanel({ id: "k1", corners: rectangle(0, 0, 9, 9), texts: [{ text }] }).words.texts;
  if (word === undefined) throw new Error("no word");
  return word;
};
const partsOf = (text: string, count: number, language: "ja" | "en") =>
  splitWord(wordOf(text), count, language)?.map((part) => part.text);

describe("a line that is split over two balloons", () => {
  it("is cut after a sentence, else after a clause or a phrase", () => {
    expect(partsOf("ここで待っている。いつまでも待っている、約束だ。", 2, "ja")).toEqual([
      "ここで待っている。",
      "いつまでも待っている、約束だ。",
    ]);
    expect(partsOf("雨が降っていたから、店に入った", 2, "ja")).toEqual([
      "雨が降っていたから、",
      "店に入った",
    ]);
    expect(partsOf("I waited. You never came, did you?", 2, "en")).toEqual([
      "I waited. ",
      "You never came, did you?",
    ]);
    expect(partsOf("ああああ", 2, "ja")).toBeUndefined();
  });

  it("loses no character, and no balloon starts with a character that may not start a line", () => {
    const text = fc
      .array(fc.constantFrom("そうか", "……", "。", "！？", "灯台守が", "来る", "、", "っ", "》", "10年"), {
        minLength: 4,
        maxLength: 30,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 3 }), (line, count) => {
        const parts = partsOf(line, count, "ja");
        if (parts === undefined) return;
        expect(parts.join("")).toBe(line);
        expect(kinsokuErrors(parts)).toEqual([]);
      }),
    );
  });
});

describe("a line that is too long for one balloon", () => {
  const LONG =
    "わたしはここで待っている。灯台の明かりが消えても、嵐が来ても、ずっと待っている。だから、かならず帰ってきて。約束だよ、きっと。忘れないで。";
  const corners = rectangle(160, 185, 1500, 1000);

  it("stands in joined balloons: one outline around all of its letters", async () => {
    const panel = samplePanel({ id: "k1", corners, texts: [{ text: LONG }, { text: "うん。" }] });
    const page = { number: 1, language: "ja", direction: "rtl", seed: 4 } as const;
    const [text, answer] = await letterPage([panel], new Map(), page);
    expect(text?.text).toBe(LONG);
    expect(text?.lines.join("")).toBe(LONG);
    expect(text && lettersOutside(text)).toEqual([]);
    expect(polygonsOf(text?.outline ?? "")).toHaveLength(1);
    expect(Math.max(...(text?.lines ?? []).map((line) => line.length))).toBeLessThanOrEqual(11);
    expect(answer?.lines).toEqual(["うん。"]);
    expect(await letterPage([panel], new Map(), page)).toEqual([text, answer]);
  });
});

describe("a caption of several sentences", () => {
  const corners = rectangle(160, 185, 1500, 1000);
  const page = { number: 1, language: "ja", direction: "rtl", seed: 4 } as const;
  const lettered = async (text: string) => {
    const texts = [{ text, kind: "caption" as const }];
    const [caption] = await letterPage([samplePanel({ id: "k1", corners, texts })], new Map(), page);
    if (caption === undefined) throw new Error("letterPage gave no text");
    return caption;
  };

  it("stands in two separate boxes in reading order when it is long", async () => {
    const text = "夜明けの野原で、狐は足を止めた。雪の上に、子どもの足あとが続いている。";
    const caption = await lettered(text);
    expect(caption.lines.join("")).toBe(text);
    expect(lettersOutside(caption)).toEqual([]);
    const [first, second, ...others] = polygonsOf(caption.outline ?? "").map(boundingBox);
    if (first === undefined || second === undefined) throw new Error("letterPage did not give two boxes");
    expect(others).toEqual([]);
    const [left, right] = first.x < second.x ? [first, second] : [second, first];
    const isBeside = left.x + left.width < right.x;
    const isBelow = Math.max(first.y, second.y) > Math.min(first.y + first.height, second.y + second.height);
    expect(isBeside || isBelow).toBe(true);
  });

  it("stays whole when it is short, or one sentence", async () => {
    for (const text of [
      "狐は鳴いた。春が来た。",
      "狐は、雪の上に続いている子どもの足あとを、鼻を鳴らしてたどっていった。",
    ]) {
      expect(polygonsOf((await lettered(text)).outline ?? "")).toHaveLength(1);
    }
  });

  it("is not cut after a title", async () => {
    const text =
      "Everybody on the platform was waiting for the train with old Mr. Abbot, who climbed onto a bench.";
    const texts = [{ text, kind: "caption" as const }];
    const english = { ...page, language: "en", direction: "ltr" } as const;
    const [caption] = await letterPage([samplePanel({ id: "k1", corners, texts })], new Map(), english);
    expect(polygonsOf(caption?.outline ?? "")).toHaveLength(1);
  });
});
