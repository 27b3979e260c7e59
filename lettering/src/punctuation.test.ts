import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutStops } from "./punctuation.ts";
import { samplePanel } from "./sample-page.ts";
import { setInBalloons } from "./split-word.ts";

const word = (text: string, ruby: { at: number; length: number; text: string }[] = []) => {
  const corners = [
    { x: 0, y: 0 },
    { x: 1000, y: 0 },
    { x: 1000, y: 1000 },
    { x: 0, y: 1000 },
  ];
  const [made] = samplePanel({ id: "k1", corners, texts: [{ text }] }).words.texts;
  if (made === undefined) throw new Error("a word");
  return { ...made, ruby };
};

test.each([
  ["待って。", "待って"],
  ["待って、行くな。", "待って　行くな"],
  ["「そうか。」と、言った。", "「そうか」と　言った"],
  ["まさか。！", "まさか！"],
  ["はい。。。いや、　そうだ。", "はい　いや　そうだ"],
  ["一行目。\n二行目。", "一行目\n二行目"],
  ["、、、", "、、、"],
])("%s loses its stops and commas", (before, after) => {
  expect(withoutStops(word(before)).text).toBe(after);
});

test("ruby stays on its letters", () => {
  const { text, ruby } = withoutStops(
    word("ああ。」と、灯台守。", [{ at: 6, length: 3, text: "とうだいもり" }]),
  );
  expect(ruby.map(({ at, length }) => text.slice(at, at + length))).toEqual(["灯台守"]);
});

test("all stops and commas are removed, and nothing else", () => {
  const letters = fc.constantFrom(..."あ漢ーa1。、！」「　… \n𠮷");
  fc.assert(
    fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 30 }), (text) => {
      const after = withoutStops(word(text)).text;
      const rest = (all: string) => all.replaceAll(/[。、\s]/gu, "");
      expect(rest(after)).toBe(rest(text));
      if (rest(text) !== "") expect(after).not.toMatch(/[。、]/u);
    }),
  );
});

test("a page's brief decides whether balloons are set without stops and commas; English keeps them", async () => {
  const linesOf = async (text: string, language: "ja" | "en") =>
    (await setInBalloons(word(text), { language, dropPunctuation: true }))[0]?.[0]?.lines.join("|");
  expect(await linesOf("ほら、見て。", "ja")).not.toMatch(/[。、]/u);
  expect(await linesOf("Look, there.", "en")).toMatch(/,.*\./u);
});
