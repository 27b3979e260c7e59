// Both hands of people in pictures: what a text puts into the other one, and what stays in it.
import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import { inHandsOf } from "../../../manga/moment.ts";
import { adapt } from "./stories/adapt.ts";
import { panelsOf } from "./stories/expectations.ts";

/** What anybody's hands have together, picture by picture. */
async function handsIn(text: string, language: Language): Promise<string[][]> {
  const panels = panelsOf(await adapt(text, language));
  return panels.flatMap(({ picture }) => picture.figures.map(inHandsOf));
}

const together = (hands: readonly string[][], ...props: string[]) =>
  hands.some((full) => props.every((prop) => full.includes(prop)));

describe("the other hand", () => {
  it.each([
    ["ja", "雨の朝、ミナは傘と鞄を持って家を出た。「行ってきます」とミナは言った。", ["umbrella", "bag"]],
    ["ja", "台所でミナはナイフでパンを切った。「朝ごはんよ」とミナは言った。", ["knife", "bread"]],
    ["ja", "ケンは左手に提灯、右手に剣を握った。「出てこい」とケンは言った。", ["paper-lantern", "sword"]],
    [
      "en",
      'Mina carried a lantern and a heavy basket up the path. "Nearly there," said Mina.',
      ["lantern", "basket"],
    ],
    ["en", 'Mina cut the bread with a long knife. "Breakfast," said Mina.', ["knife", "bread"]],
    ["en", 'Otto held a cup in one hand and a book in the other. "Sit down," said Otto.', ["cup", "book"]],
  ] satisfies [Language, string, string[]][])(
    "has what a text (%s) puts there: %s",
    async (language, text, props) => {
      expect(together(await handsIn(text, language), ...props)).toBe(true);
    },
  );

  it("keeps an umbrella while the first one takes something else", async () => {
    const text =
      "雨が降っていた。ミナは傘を差して歩いた。\n「遅いな」とミナは言った。\nケンが走ってきた。ミナはケンに手紙を見せた。「これを見て」とミナは言った。";
    expect(together(await handsIn(text, "ja"), "umbrella", "letter")).toBe(true);
  });

  it("is empty where two things are done with one after the other, and where a thing takes both arms", async () => {
    const inTurn = await handsIn(
      'Mina opened the letter. Then she sat at the window and drank from a cup. "Well," said Mina.',
      "en",
    );
    expect(inTurn.flat()).toContain("letter");
    expect(together(inTurn, "letter", "cup")).toBe(false);
    const arms = await handsIn('Mina carried a lantern and a large box. "Help me," said Mina.', "en");
    expect(together(arms, "lantern", "box")).toBe(false);
  });
});
