import { describe, expect, it } from "vitest";
import { counted } from "./counted.ts";
import { lexiconOf } from "./lexicons.ts";

describe("a close look at a thing", () => {
  it.each([
    ["en", "She left two loaves on the steps.", "bread", 2],
    ["en", "Three small red apples lay in the bowl.", "apple", 3],
    ["en", "One loaf was left. Two men looked at it.", "bread", 1],
    ["ja", "皿におにぎりが二つあった。", "rice-ball", 2],
    ["ja", "机の上に三つのりんごがある。", "apple", 3],
    ["ja", "パンを十二個買った。", "bread", 1],
  ] as const)("%s: %s", (language, action, prop, count) => {
    expect(counted([prop], action, lexiconOf(language))).toHaveLength(count);
  });

  it("has each once where it is of several", () => {
    expect(counted(["bread", "key"], "Two loaves and a key.", lexiconOf("en"))).toEqual(["bread", "key"]);
  });
});
