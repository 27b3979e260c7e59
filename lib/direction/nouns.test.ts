import { describe, expect, it } from "vitest";
import { nounOf } from "./nouns.ts";

describe("nounOf", () => {
  it.each([
    ["grand piano", "large"],
    ["a rusty old bicycle", "large"],
    ["wooden ladders", "large"],
    ["fishing-rod", "long"],
    ["halberd", "long"],
    ["black cat", "animal"],
    ["camel with a red saddle", "animal"],
    ["stray kitten", "small"],
    ["bath, swimming pool", "large"],
    ["lighthouse", "tall"],
    ["ruined castle", "tall"],
    ["黒い子猫", "small"],
    ["木の椅子", "seat"],
    ["赤い傘", "long"],
    ["古い灯台", "tall"],
  ] as const)('gives "%s" the trait %s', (what, trait) => {
    expect([...nounOf(what)]).toContain(trait);
  });

  it.each(["letter", "cup of tea", "teddy bear", "toy car", "paper crane", "scarf", "手紙", "ぬいぐるみ"])(
    'gives "%s" no trait',
    (what) => {
      expect([...nounOf(what)]).toEqual([]);
    },
  );
});
