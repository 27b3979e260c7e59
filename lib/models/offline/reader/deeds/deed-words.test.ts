import { expect, test } from "vitest";
import { deedWords } from "./deed-words.ts";
import { namedThing } from "./nouns.ts";

const en = deedWords("en");
const ja = deedWords("ja");
const phrase = (text: string, head: string) => ({ from: 0, to: text.length, text, head });

test("a verb with its particle has precedence over the verb alone", () => {
  expect(en.does("release", { lemma: "put", particle: "down" })).toBe(true);
  expect(en.verbValue("posture", { lemma: "get", particle: "up" })).toBe("stand");
  expect(en.verbValue("posture", { lemma: "get" })).toBeUndefined();
});

test("a Japanese verb that no list has takes its class from its English translation", () => {
  expect(ja.does("take", { lemma: "掴み取る" })).toBe(true);
  expect(ja.does("give", { lemma: "手渡す" })).toBe(true);
  expect(ja.kindOfVerb({ lemma: "彫る" })).toBe("contact");
  expect(ja.kindOfVerb({ lemma: "思う" })).toBe("cognition");
});

test("a compound verb is recognized with its second part in kana", () => {
  expect(ja.verbValue("posture", { lemma: "駆けよる" })).toBe("run");
  expect(ja.verbValue("posture", { lemma: "立ちあがる" })).toBe("stand");
  expect(ja.kindOfVerb({ lemma: "飛び移る" })).toBe("motion");
});

test('the posture of "swoop" is flying, and that of "dive" is jumping', () => {
  expect(en.verbValue("posture", { lemma: "swoop", particle: "down" })).toBe("fly");
  expect(en.verbValue("posture", { lemma: "dive" })).toBe("jump");
});

test("nouns for things are visible, in singular and plural", () => {
  expect(en.seen("lanterns")).toEqual({ kind: "thing", noun: "lantern" });
  expect(en.seen("knives")).toEqual({ kind: "thing", noun: "knife" });
  expect(ja.seen("柱時計")?.kind).toBe("thing");
  expect(ja.seen("小箱")?.kind).toBe("thing");
});

test("nouns for ideas, times and places are not visible", () => {
  for (const noun of ["idea", "morning", "village", "courage", "week"])
    expect(en.seen(noun), noun).toBeUndefined();
  for (const noun of ["考え", "勇気", "明日", "時間"]) expect(ja.seen(noun), noun).toBeUndefined();
});

test("a thing keeps its adjectives and its number", () => {
  expect(namedThing(phrase("her great white cloak", "cloak"), en)).toMatchObject({
    what: "great white cloak",
  });
  expect(namedThing(phrase("the two old lamps", "lamp"), en)).toMatchObject({ what: "old lamp", count: 2 });
  expect(namedThing(phrase("no lamp", "lamp"), en)).toBeUndefined();
  expect(namedThing(phrase("both hands", "hand"), en)).toBeUndefined();
});

test("a noun of position stands for the thing to which it belongs", () => {
  expect(namedThing(phrase("古い机の上", "上"), ja)).toMatchObject({ what: "机" });
  expect(namedThing(phrase("部屋の中の箱の横", "横"), ja)).toMatchObject({ what: "箱" });
  expect(namedThing(phrase("の".repeat(500), "上"), ja)).toBeUndefined();
});
