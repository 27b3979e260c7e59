// Signs, letters, verses and sounds are distinguished from speech and narration; quotes are read whole, over paragraphs too.
import { describe, expect, it } from "vitest";
import type { Language } from "./language.ts";
import { segmentStory } from "./segment.ts";

const forms = (text: string, language: Language) =>
  segmentStory(text, language).units.map(({ kind, form, text: own }) => `${form ?? kind}: ${own}`);

describe("quoted writing", () => {
  it("is a sign where a block is set apart, with or without quotation marks", () => {
    const text =
      "　二人は歩いた。また戸があった。\n［＃ここから３字下げ］\n「靴をお脱ぎください。」\n［＃ここで字下げ終わり］\n「どうする。」\n　彼は脱いだ。";
    expect(forms(text, "ja")).toEqual([
      ...["narration: 二人は歩いた。", "narration: また戸があった。", "sign: 靴をお脱ぎください。"],
      ...["speech: どうする。", "narration: 彼は脱いだ。"],
    ]);
    const board = "The farmer was angry. He put up a board.\n\nNO ENTRY\n\nThe children wept.";
    expect(forms(board, "en")[2]).toBe("sign: NO ENTRY");
  });

  it("is a letter from its announced beginning to the next empty line", () => {
    const text =
      "　箱から紙切れが出た。それにはこう書いてあった。\n\n　私は女工です。毎日働きます。\n　さようなら。\n\n　彼は泣いた。";
    expect(forms(text, "ja").map((one) => one.split(":")[0])).toEqual([
      ...["narration", "narration", "letter", "letter", "letter", "narration"],
    ]);
    const note = "She opened the letter. It was short.\n\nDear Anne: I am gone to sea. Tom.\n\nShe sat down.";
    expect(forms(note, "en").map((one) => one.split(":")[0])).toEqual([
      ...["narration", "narration", "letter", "letter", "narration"],
    ]);
  });

  it("is no letter where the story continues after one was read", () => {
    const text = "She opened the letter. It was short.\n\nShe sat down and wept.";
    expect(forms(text, "en").every((one) => one.startsWith("narration"))).toBe(true);
  });

  it("is verse where short lines begin with capitals and run on", () => {
    const text =
      "The sailor stood up and sang.\n\n  The ship went down\n  In the cold, cold sea.\n\nHe sat down.\n\nNobody spoke.";
    expect(forms(text, "en").filter((one) => one.startsWith("verse"))).toHaveLength(2);
  });
});

describe("a quotation", () => {
  it("continues over paragraphs that each open it again", () => {
    const { units } = segmentStory("“It rained.\n\n“Then it snowed.”\n\n“Did it?” he asked.", "en");
    expect(units.map(({ kind, continues, text }) => [kind, continues === true, text])).toEqual([
      ["speech", false, "It rained."],
      ["speech", true, "Then it snowed."],
      ["speech", false, "Did it?"],
      ["narration", false, "he asked."],
    ]);
  });

  it("continues over Japanese lines, with another quote inside", () => {
    const text = "「昔、母が\n『来い』と言った。\nそれだけだ」\n彼は黙った。";
    expect(forms(text, "ja")).toEqual([
      "speech: 昔、母が『来い』と言った。それだけだ",
      "narration: 彼は黙った。",
    ]);
  });

  it("ends before the next one opens where it is unclosed", () => {
    expect(forms("「待て。\n「なぜだ」\n彼は黙った。", "ja")).toEqual([
      ...["speech: 待て。", "speech: なぜだ", "narration: 彼は黙った。"],
    ]);
  });

  it("belongs to its sentence where a particle follows it as after a noun", () => {
    for (const text of ["「落下」から身を守る。", "声は「大変」きり出なかった。", "「夢」は遠い。"])
      expect(forms(text, "ja")).toEqual([`narration: ${text}`]);
    expect(forms("「うん」にっこり笑った。", "ja")[0]).toBe("speech: うん");
  });

  it("is read in guillemets and between dashes", () => {
    expect(forms("« Come in, » said Mina.", "en")).toEqual(["speech: Come in,", "narration: said Mina."]);
    expect(forms("— Who is it?\n— Me, — said Tom. — Open!", "en")).toEqual([
      ...["speech: Who is it?", "speech: Me,", "narration: said Tom.", "speech: Open!"],
    ]);
  });
});

describe("a sentence", () => {
  it("is not cut where quoted words in it end", () => {
    expect(forms('The board said "KEEP OUT. NO DOGS." and he left.', "en")).toHaveLength(1);
    expect(forms("えっ？と思ったが、猫は逃げた。", "ja")).toHaveLength(1);
    expect(forms("Mr. J. H. Bell of St. Ives came at 10 a.m. on foot.", "en")).toHaveLength(1);
  });

  it("keeps its words without the underscores that mark emphasis", () => {
    expect(forms("You must _not_ forget the _Fitch_burg road.", "en")).toEqual([
      "narration: You must not forget the Fitchburg road.",
    ]);
  });
});
