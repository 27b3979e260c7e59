// Single phrases of picture prompts.
import { describe, expect, it } from "vitest";
import { ageBand, mayBeYoung } from "./ages.ts";
import { beingWords, heldWords } from "./design-words.ts";
import { article, definite, emptyWords, thingWords } from "./picture-words.ts";

it.each([
  ["umbrella", "an umbrella"],
  ["the lamp", "the lamp"],
  ["glasses", "glasses"],
  ["compass", "a compass"],
  ["two oars", "two oars"],
  ["手紙", "手紙"],
])("%s becomes %s", (noun, said) => expect(article(noun)).toBe(said));

it.each([
  ["umbrella", "the umbrella"],
  ["snow", "the snow"],
  ["freshly baked bread", "the freshly baked bread"],
  ["hour hand", "the hour hand"],
  ["a lamp", "a lamp"],
  ["glasses", "glasses"],
  ["Nell's coat", "Nell's coat"],
  ["手紙", "手紙"],
  ["", ""],
])("%s from a writer becomes %s", (noun, said) => expect(definite(noun)).toBe(said));

it("uses the same article for countable and uncountable things, in the scene and in hand", () => {
  const things = [{ what: "snow" }, { what: "window" }, { what: "crow", count: 3 }];
  expect(thingWords({ things, shot: "full" }, String)).toBe("the snow; the window; 3 crows");
  expect(heldWords({ what: "bread" })).toBe("holding the bread");
});

it.each([
  [{ what: "letter" }, "holding the letter"],
  [{ what: "letter", how: "kept" }, "holding the letter"],
  [{ what: "umbrella", how: "over the head" }, "holding the umbrella over the head"],
  [{ what: "bag", how: "on the back" }, "with the bag on the back"],
  [{ what: "cart", how: "pushed" }, "pushing the cart"],
  [{ what: "trunk", how: "together" }, "carrying the trunk together"],
])("%j in hand is described", (held, said) => expect(heldWords(held)).toBe(said));

it("states how much of the picture stays plain, and where", () => {
  expect(emptyWords({ tenths: 3, where: "top right" })).toBe(
    "the top right third of the picture is plain sky or wall, calm and nearly empty",
  );
  expect(emptyWords({ tenths: 5, where: "bottom" })).toContain(
    "the bottom half of the picture is plain ground",
  );
  expect(emptyWords({ tenths: 0, where: "top" })).toBe("");
});

describe("the age", () => {
  it.each([
    ["72", "elder"],
    ["17", "teen"],
    ["about 12 to 20", "child"],
    ["１６歳", "teen"],
    ["二十三歳", "adult"],
    ["十歳", "child"],
    ["七つ", "child"],
    ["sixteen", "teen"],
    ["in her thirties", "adult"],
    ["young adult", "adult"],
    ["young", "teen"],
    ["adult, looks like a child", "child"],
    ["middle-aged", "adult"],
    ["老人", "elder"],
    ["少女", "child"],
    ["", "unknown"],
  ])("%s is in the band %s", (age, band) => expect(ageBand(age)).toBe(band));
});

it("describes nothing of the body of anyone who may be under 18", () => {
  const cases = [
    ["human", "unknown", true],
    ["human", "17", true],
    ["boy", "unknown", true],
    ["elf", "unknown", true],
    ["camel", "unknown", false],
    ["camel", "young", true],
    ["camel", "7", false],
    ["catgirl", "unknown", true],
    ["merman", "unknown", true],
    ["human", "18", false],
    ["old woman", "unknown", false],
  ] as const;
  for (const [kind, age, young] of cases)
    expect([kind, age, mayBeYoung({ kind, age })]).toEqual([kind, age, young]);
});

it.each([
  ["human", "7", "female", "girl, a child"],
  ["camel", "elder", "unknown", "old camel"],
  ["teapot", "unknown", "unknown", "teapot"],
  ["ghost", "adult", "female", "ghost in the form of a woman"],
] as const)("a %s of %s is described by kind and age", (kind, age, sex, said) => {
  expect(beingWords({ kind, age, sex })).toBe(said);
});
