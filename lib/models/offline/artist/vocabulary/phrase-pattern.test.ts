import { describe, expect, it } from "vitest";
import { patternsOf } from "./phrase.ts";
import { patternOf } from "./phrase-pattern.ts";

/** The texts that an entry matches. */
const meant = (entry: string, texts: readonly string[]): string[] => {
  const { en, ja } = patternsOf(entry);
  return texts.filter((text) => (en ?? ja)?.test(text));
};

describe("patternOf", () => {
  it.each([
    ["hand in hand", ["hand in hand", "they walk hand in hand"], ["hand", "hand in hands", "in hand"]],
    ["twin/two braids", ["twin braids", "two braids"], ["braids", "twins braids"]],
    ["pull(s/ed/ing) out", ["pull out", "pulls out", "pulled out", "pulling out"], ["puller out"]],
    ["(tele)phone", ["phone", "telephone"], ["telephon", "microphone"]],
    ["light( )house", ["lighthouse", "light house"], ["light-house", "light  house"]],
    ["arms (are) crossed", ["arms crossed", "arms are crossed"], ["arms  crossed", "armscrossed"]],
    ["curl(s) (up)", ["curl", "curls", "curl up"], ["curlup"]],
    ["(his/her) (left) shoulder", ["shoulder", "her left shoulder"], ["leftshoulder"]],
    ["on (top of) the wall", ["on the wall", "on top of the wall"], ["on top the wall"]],
    ["in a … cage", ["in a big cage", "in a cat's cage", "in a half-open cage"], ["in a cage", "in a"]],
    ["in a (…) (…) cage", ["in a cage", "in a big old cage"], ["in a very big old cage"]],
    ["up(…) there", ["up there", "upstairs there"], ["pup there"]],
    ["fall(s) !asleep/ill", ["fall", "falls down", "falls illegally"], ["fall asleep", "falls ill"]],
    ["fall !(in love)", ["fall in", "fall in lakes"], ["fall in love"]],
    ["twirl !around …", ["twirl ribbons"], ["twirl", "twirl around him"]],
    ["^pass(es)^", ["pass", "passes"], ["pass by", "they pass"]],
    ["^up", ["up", "up there"], ["look up", "upper"]],
    ["sleeve(s)^", ["the sleeve", "sleeves"], ["sleeve of a coat"]],
    ["頭(の)上", ["頭上に", "頭の上に"], ["頭の中"]],
    ["^子…", ["子馬"], ["子", "王子様"]],
  ])("reads %s", (entry, yes, no) => {
    expect(meant(entry, [...yes, ...no])).toEqual(yes);
  });

  it.each([
    ["", /its end where a word is expected/],
    ["hands?", /no letter, digit or mark/],
    ["[馬牛]を", /no letter, digit or mark/],
    ["\\bup", /no letter, digit or mark/],
    ["a|b", /no letter, digit or mark/],
    ["(?:his|her) hand", /no letter, digit or mark/],
    ["on (the wall", /not closed/],
    ["on the) wall", /has \) where it means nothing/],
    ["on  the wall", /has {3}where a word is expected/],
    ["on/ the wall", /has {3}where a word is expected/],
    ["() wall", /has \) where a word is expected/],
    ["(the) (wall)", /no word that is needed/],
    ["!wall", /no word that is needed/],
    ["(his)/her hand", /\/ beside a whole word in brackets/],
    ["on ^wall", /has \^ where a word is expected/],
    ["…(…)", /twice in a word/],
    [`${"(a) ".repeat(12)}wall`, /more than 2000 phrases/],
    ["a".repeat(201), /more than 200 characters/],
  ])("refuses %j", (entry, reason) => {
    expect(() => patternOf(entry)).toThrow(RangeError);
    expect(() => patternOf(entry)).toThrow(reason);
  });

  it("matches the longest field in bounded time", () => {
    const pattern = patternsOf("a(a)(a)(a)(a)(a)(a)(a)(a) (…) (…) end").en;
    const began = performance.now();
    for (const text of ["a".repeat(300), "a ".repeat(150), "a-".repeat(150)])
      expect(pattern?.test(text)).toBe(false);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
