import { expect, test } from "vitest";
import { kinsokuErrors, mayBreak, mayStartLine } from "./kinsoku.ts";

test.each([..."、。，．・：；？！」』）】〕〉》々ゝヽーっゃゅょァィ"])(
  "no line starts with %s",
  (character) => {
    expect(mayStartLine(character)).toBe(false);
  },
);

test.each([..."「『（【〔〈《"])("no line ends with %s", (character) => {
  expect(mayBreak(character, "あ")).toBe(false);
});

test.each(["……", "――", "──", "〜〜"])("no line breaks inside %s", (run) => {
  expect(mayBreak(run.slice(0, 1), run.slice(1))).toBe(false);
});

test("errors name the line and the character", () => {
  expect(kinsokuErrors(["そう「", "か", "、まあ"])).toEqual(["line 1 ends with 「", "line 3 starts with 、"]);
});

test("a run of one character that is longer than a line may be broken", () => {
  expect(kinsokuErrors(["あーーー", "ーーー"])).toEqual([]);
});
