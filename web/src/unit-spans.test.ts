import fc from "fast-check";
import { expect, test } from "vitest";
import { segmentStory } from "../../lib/manga/segment.ts";
import { passagesOf, unitSpans } from "./unit-spans.ts";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。",
  "「待って」\n朝になった。",
].join("\n\n");

const said = (text: string, language: "ja" | "en") => {
  const { units } = segmentStory(text, language);
  return unitSpans(text, units).map(({ start, end }) => text.slice(start, end));
};

test("every unit of a story is found at its position, also a repeated one", () => {
  expect(said(STORY, "ja")).toEqual([
    "雨の夜、ミナは駅で猫を見つけた。",
    "待って",
    "とミナは言った。",
    "猫は走り出した。",
    "待って",
    "朝になった。",
  ]);
});

test("a sentence across two lines is found, and one with an inserted reading is left out", () => {
  expect(said("The night was long and\nwet. Mina ran home.", "en")).toEqual([
    "The night was long and\nwet.",
    "Mina ran home.",
  ]);
  expect(said("猫は｜時計《とけい》を見た。朝になった。", "ja")).toEqual(["朝になった。"]);
});

test("the units of a panel are one passage if nothing is between them", () => {
  const { units } = segmentStory(STORY, "ja");
  const passages = passagesOf(STORY, unitSpans(STORY, units), new Set(["u0001", "u0002", "u0004"]));
  expect(passages.map(({ text, isMarked }) => [text, isMarked])).toEqual([
    ["雨の夜、ミナは駅で猫を見つけた。「待って", true],
    ["」とミナは言った。", false],
    ["猫は走り出した。", true],
    ["\n\n「待って」\n朝になった。", false],
  ]);
});

test("all passages together are the text, whatever is marked", () => {
  const unit = fc.record({ id: fc.constantFrom("a", "b", "c"), text: fc.string({ maxLength: 4 }) });
  fc.assert(
    fc.property(fc.string(), fc.array(unit), fc.subarray(["a", "b", "c"]), (text, units, marked) => {
      const passages = passagesOf(text, unitSpans(text, units), new Set(marked));
      expect(passages.map((one) => one.text).join("")).toBe(text);
    }),
  );
});
