// When a wish changes an acting or a look, details that belonged to the old one are removed: they would override the new one.
import { expect, it } from "vitest";
import type { Character } from "../../../manga/cast.ts";
import type { Figure, Panel } from "../../../manga/storyboard.ts";
import { describeLook } from "../describe-look.ts";
import { withActing, withMoreThings } from "./apply-to-pages.ts";
import { applyTokens } from "./cast-changes.ts";
import { lookTokens } from "./look-tokens.ts";

const rider: Figure = {
  ...{ character: "c1", doing: "ride", posture: "astride", mount: "horse", feeling: "proud of the cake" },
  ...{ face: ["eyes shut"], hands: [{ what: "halberd", how: "over the shoulder" }], view: "front" },
  ...{ facing: "left", side: 0.5, depth: 1 },
};
const panel: Panel = {
  ...{ id: "k1", units: [], weight: 3, words: { texts: [], sounds: [] } },
  frame: { corners: [], bleeds: false },
  picture: {
    ...{ scene: "s1", place: "l1", hour: "day", weather: "clear", season: "spring", mood: "neutral" },
    ...{ shot: "full", angle: "level", figures: [rider], things: [{ what: "lamp" }], effects: [] },
    ...{ action: "Mina rides.", sounds: [], emptyZone: { tenths: 0, where: "top" } },
  },
};

it("a new action removes posture and mount, and keeps what the hands hold", () => {
  const [posed] = withActing(panel, "c1", { doing: "kneads dough" }).picture.figures;
  expect(posed).toMatchObject({ doing: "kneads dough", feeling: rider.feeling, hands: rider.hands });
  expect(posed).not.toHaveProperty("posture");
  expect(posed).not.toHaveProperty("mount");
});

it("a new feeling removes the old facial expression, and a new view changes nothing else", () => {
  const [felt] = withActing(panel, "c1", { feeling: "homesick" }).picture.figures;
  expect(felt).toMatchObject({ feeling: "homesick", doing: "ride", mount: "horse" });
  expect(felt).not.toHaveProperty("face");
  const [turned] = withActing(panel, "c1", { view: "back" }).picture.figures;
  expect(turned).toEqual({ ...rider, view: "back" });
});

it("a place gets its landmarks first, then the usual things of its kind", () => {
  const landmarks = [{ what: "well", side: "left" }, { what: "halberd" }];
  const place = { id: "l1", name: "", kind: "village square", landmarks, look: 0 };
  expect(withMoreThings(panel, place, 3).picture.things).toEqual([
    { what: "lamp" },
    { what: "well", where: "left" },
    ...[{ what: "bench" }, { what: "bicycle" }],
  ]);
});

const design: Character = {
  ...{ id: "c1", name: "ミナ", kind: "human", age: "child", sex: "female", build: "small", look: 1 },
  ...{ hair: "a silver braid", marks: [], accessories: [], words: "a silver braid" },
  outfits: [
    { id: "o1", worn: ["light coat", "dark shorts"], scenes: [] },
    { id: "o2", worn: ["striped pyjamas"], scenes: ["s2"] },
  ],
  description: "ミナ。",
};
const changeDesign = (before: Character, said: string, language: "ja" | "en"): Character =>
  applyTokens(before, lookTokens(said, []), language) ?? before;
const wornBy = (said: string, language: "ja" | "en") =>
  changeDesign(design, said, language).outfits.map(({ worn }) => worn);

it("a new look removes the model's own words, and a wish without a look leaves the design unchanged", () => {
  const cut = changeDesign(design, "髪を短く", "ja");
  expect(cut).not.toHaveProperty("words");
  expect(cut.hair).toBe("short, silver");
  expect(cut.description).toBe("ミナ。小柄な女の子。銀色の短い髪、淡い色のコート、濃い色の半ズボン。");
  expect(changeDesign(design, "…", "ja")).toBe(design);
});

it.each([
  ["麦わら帽子をかぶせて", "ja", ["light coat", "dark shorts", "straw hat"]],
  ["Give her a feathered hat.", "en", ["light coat", "dark shorts", "feathered hat"]],
  ["赤いマフラーを着せて", "ja", ["light coat", "dark shorts", "赤いマフラー"]],
  ["She should wear a red scarf", "en", ["light coat", "dark shorts", "red scarf"]],
  ["着物を着せて", "ja", ["light kimono", "dark shorts"]],
  ["黒い着物を着せて", "ja", ["black kimono", "dark shorts"]],
  ["make the clothes white", "en", ["white coat", "dark shorts"]],
] as const)('after "%s" (%s) the first outfit is %j', (said, language, worn) => {
  expect(wornBy(said, language)[0]).toEqual(worn);
});

it("a hat is put on and taken off in every outfit", () => {
  expect(wornBy("a straw hat", "en")[1]).toEqual(["striped pyjamas", "straw hat"]);
  const hatted = { ...design, outfits: [{ id: "o1", worn: ["red fez hat", "light coat"], scenes: [] }] };
  expect(changeDesign(hatted, "帽子を外して", "ja").outfits[0]?.worn).toEqual(["light coat"]);
});

it.each([
  ["younger", "72", "adult"],
  ["older", "unknown", "elder"],
  ["make her 12 years old", "adult", "12"],
] as const)('"%s" changes the age %s to %s', (said, age, aged) => {
  expect(changeDesign({ ...design, age }, said, "en").age).toBe(aged);
});

it("glasses and a beard can be added and removed", () => {
  const shaved = changeDesign({ ...design, beard: "full beard" }, "shave the beard", "en");
  expect(shaved).not.toHaveProperty("beard");
  const seeing = changeDesign(design, "with glasses and a beard", "en");
  expect(seeing).toMatchObject({ accessories: ["glasses"], beard: "full beard" });
  expect(changeDesign(seeing, "without glasses", "en").accessories).toEqual([]);
});

it("a description keeps words that have no translation", () => {
  const camel = { ...design, kind: "camel", marks: ["red saddle"], hair: "sandy", outfits: [] };
  expect(describeLook(camel, "en")).toBe("ミナ, a small camel: sandy, red saddle.");
  expect(describeLook(camel, "ja")).toBe("ミナ。小柄なcamel。sandy、red saddle。");
});
