import { expect, test } from "vitest";
import { furnishingsOf } from "./apply-to-pages.ts";

test.each([
  ["kitchen", "台所", "mirror"],
  ["school", "学校", "mirror"],
  ["dojo", "道場", "mirror"],
  ["sea", "海", "boat"],
  ["lighthouse", "灯台", "bench"],
  ["pond", "池", "boat"],
  ["alley", "路地", "bicycle"],
  ["forest", "森", "flag"],
])("a %s has the same usual things as 「%s」, among them %s", (english, japanese, thing) => {
  expect(furnishingsOf(english)).toContain(thing);
  expect(furnishingsOf(japanese)).toEqual(furnishingsOf(english));
});

test("the sky and unknown kinds of places have no usual things", () => {
  expect(furnishingsOf("sky")).toEqual([]);
  expect(furnishingsOf("宇宙")).toEqual([]);
  expect(furnishingsOf("salt pan")).toEqual([]);
});
