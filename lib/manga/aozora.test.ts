// The markup of Aozora Bunko: characters that a note spells out become text; notes that only describe the layout do not.
import { describe, expect, it } from "vitest";
import { jisCharacter } from "./jis-x0213.ts";
import { segmentStory } from "./segment.ts";

const texts = (text: string) => segmentStory(text, "ja").units.map((unit) => unit.text);

describe("Aozora's notes", () => {
  it("give a character, in ruby too, by its place in JIS X 0213 or its code point", () => {
    const { units } = segmentStory(
      "※［＃「口＋亞」、第3水準1-15-8、12-3］《おし》と※［＃二の字点、1-2-22］が※［＃「くさかんむり／合」、U+8345、5-1］。",
      "ja",
    );
    expect(units[0]).toMatchObject({ text: "啞と〻が荅。", ruby: [{ at: 0, length: 1, text: "おし" }] });
    expect(texts("猫が※［＃始め二重山括弧、1-1-52］夢※［＃終わり二重山括弧、1-1-53］を見た。")).toEqual([
      "猫が《夢》を見た。",
    ]);
    expect(texts("※［＃「木＋何」］の木。")).toEqual(["〓の木。"]);
  });

  it("keep the words that they mark, and mark headings", () => {
    expect(
      texts(
        "彼は走った［＃「走った」に傍点］。［＃ここから２段階小さな文字］小さい。［＃ここで小さな文字終わり］",
      ),
    ).toEqual([...["彼は走った。", "小さい。"]]);
    const { units } = segmentStory("［＃５字下げ］第一章［＃「第一章」は中見出し］\n\n　雨が降った。", "ja");
    expect(units.map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "第一章"],
      ["narration", "雨が降った。"],
    ]);
  });

  it("expand repeat marks and accents", () => {
    expect(texts("彼はくる／＼と廻り、しみ／″＼と見た。いよ〳〵来た。")).toEqual([
      ...["彼はくるくると廻り、しみじみと見た。", "いよいよ来た。"],
    ]);
    expect(texts("〔Cafe'〕へ〔行く〕。")).toEqual(["Caféへ〔行く〕。"]);
  });

  it("mark no indent where the block is a part of the story", () => {
    const block = Array.from({ length: 80 }, (_, at) => `　猫が${at}匹いた。`).join("\n");
    const { units } = segmentStory(
      `歌の本\n\n　猫。\n［＃ここから１字下げ］\n${block}\n［＃ここで字下げ終わり］\n　犬。`,
      "ja",
    );
    expect(units.every(({ form }) => form === undefined)).toBe(true);
  });
});

describe("a character of JIS X 0213", () => {
  it("is found in each plane; an empty cell gives nothing", () => {
    expect([jisCharacter(1, 14, 76), jisCharacter(2, 1, 1), jisCharacter(1, 16, 1)]).toEqual([
      "匇",
      "𠂉",
      "亜",
    ]);
    expect([jisCharacter(2, 2, 1), jisCharacter(1, 95, 1), jisCharacter(1, 16, 0)]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });
});
