// Who stands where, and what is in whose hands.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CORPUS_EN } from "./speakers-corpus-en.ts";
import { CORPUS_JA } from "./speakers-corpus-ja.ts";
import { adapt } from "./stories/adapt.ts";
import { panelsOf } from "./stories/expectations.ts";

const example = (name: string) =>
  readFileSync(new URL(`../../../../examples/${name}`, import.meta.url), "utf8");
const plain = (text: string) => text.replaceAll(/⟦[^⟧]*⟧/gu, "");

describe("people in pictures", () => {
  it("keeps people on their sides all through a scene, and lets who speaks first stand where reading starts", async () => {
    let talks = 0;
    let crossed = 0;
    for (const [text, language] of [
      [example("amayadori-no-tokeiya.txt"), "ja"],
      [example("the-last-loaf.txt"), "en"],
      ...CORPUS_JA.slice(0, 4).map((story) => [plain(story.text), "ja"] as const),
      ...CORPUS_EN.slice(0, 4).map((story) => [plain(story.text), "en"] as const),
    ] as const) {
      const sides = new Map<string, boolean>();
      for (const { picture, words } of panelsOf(await adapt(text, language))) {
        const [left, right] = picture.figures.toSorted((a, b) => a.at - b.at);
        if (!left || !right || picture.figures.length > 2) continue;
        const pair = [left.character, right.character].toSorted().join(" ");
        const key = `${picture.scene.id} ${pair}`;
        const order = pair.startsWith(left.character);
        expect(sides.get(key) ?? order, key).toBe(order);
        sides.set(key, order);
        const [first, second] = [...new Set(words.texts.flatMap(({ speaker }) => speaker ?? []))];
        if (!first || !second) continue;
        talks += 1;
        if (first !== (language === "ja" ? right : left).character) crossed += 1;
      }
    }
    expect(talks).toBeGreaterThan(20);
    expect(crossed / talks).toBeLessThan(0.15);
  });

  it("keep what they carry in the hand until it is put down", async () => {
    const book = await adapt(
      "夜の森を、ミナは提灯を持って歩いた。\n「寒い」とミナは言った。\nミナは空を見上げた。星が光っていた。\nミナは提灯を木の下に置いた。\nミナは振り返った。「誰？」",
      "ja",
      { pages: 2 },
    );
    const held = panelsOf(book).flatMap(({ units, picture }) =>
      picture.figures.map(({ holds }) => ({ units: units.join(" "), holds })),
    );
    const of = (unit: string) => held.findLast(({ units }) => units.includes(unit))?.holds;
    expect(["u0001", "u0002", "u0007"].map(of)).toEqual(["paper-lantern", "paper-lantern", null]);
  });

  it("hold what they take out of a bag, and not the bag", async () => {
    const { boards } = await adapt(
      "「ほら、これだ」とミナは言った。ミナは袋から大きな瓶を取り出した。「すごい」とケンは言った。",
      "ja",
    );
    const holds = boards.flatMap(({ panels }) =>
      panels.flatMap(({ picture }) => picture.figures.flatMap((figure) => figure.holds ?? [])),
    );
    expect(holds).toContain("bottle");
    expect(holds).not.toContain("sack");
  });

  it("hold up the thing that was just spoken of", async () => {
    const { boards } = await adapt(
      '"Do you still have the letter?" asked Otto.\n\nWren held it up. "Always," said Wren.\n\n"Good," said Otto.',
      "en",
    );
    const figures = boards.flatMap(({ panels }) => panels.flatMap(({ picture }) => picture.figures));
    expect(figures.find(({ pose }) => pose === "hold")?.holds).toBe("letter");
  });

  it("turn away from whom they will not look at", async () => {
    const book = await adapt(
      '"You sold it?" shouted Mina in the street.\n\nLeo stood in the rain and did not look at her. Mina waited.\n\n"It was mine," said Leo.',
      "en",
    );
    const away = panelsOf(book).find(
      ({ picture }) =>
        picture.figures.length === 2 && picture.figures.some(({ pose }) => pose === "look-down"),
    );
    const [left, right] = away?.picture.figures.toSorted((a, b) => a.at - b.at) ?? [];
    const turned = left?.pose === "look-down" ? left : right;
    expect(turned?.facing).toBe(turned === left ? "left" : "right");
  });
});
