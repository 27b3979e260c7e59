import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "./detect-language.ts";
import type { Language } from "./language.ts";
import { segmentStory } from "./segment.ts";
import { type Story, StorySchema } from "./story.ts";

const kinds = (story: Story) => story.units.map(({ kind, text }) => `${kind[0]}:${text}`);
const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");

describe("segmentStory", () => {
  it("takes a first line set apart as the title", () => {
    const story = segmentStory("傘と猫\n\n　雨が降っていた。", "ja");
    expect(story.title).toBe("傘と猫");
    expect(kinds(story)).toEqual(["h:傘と猫", "n:雨が降っていた。"]);
  });

  it("keeps a quote within a line, and a quoted word within narration", () => {
    const story = segmentStory("「『黒猫』って言った？」彼は「はい」という言葉を知らない。", "ja");
    expect(kinds(story)).toEqual(["s:『黒猫』って言った？", "n:彼は「はい」という言葉を知らない。"]);
  });

  it("splits a sentence around the quoted line that it contains", () => {
    expect(kinds(segmentStory("ミナは「行こう」と言った。", "ja"))).toEqual([
      "n:ミナは",
      "s:行こう",
      "n:と言った。",
    ]);
    expect(kinds(segmentStory('"Come in," said Mina. "It is late."', "en"))).toEqual([
      "s:Come in,",
      "n:said Mina.",
      "s:It is late.",
    ]);
  });

  it("reads a play script's names as labels and its directions as narration", () => {
    const story = segmentStory("ミナ「待って！」\nミナ（小声で）「来たよ」\nケン：わかった", "ja");
    expect(story.units.map(({ label, text }) => [label, text])).toEqual([
      ["ミナ", "待って！"],
      [undefined, "（小声で）"],
      ["ミナ", "来たよ"],
      [undefined, "ケン：わかった"],
    ]);
    const english = segmentStory("MINA: Hello.\nTOM (whispering): Hi.\nMINA: Bye.", "en");
    expect(english.units.map(({ label }) => label)).toEqual(["MINA", undefined, "TOM", "MINA"]);
  });

  it("keeps the reading of a name that stands before a line", () => {
    const story = segmentStory("源太《げんた》「待って！」", "ja");
    expect(story.units.map(({ kind, text, ruby }) => [kind, text, ruby.length])).toEqual([
      ["narration", "源太", 1],
      ["speech", "待って！", 0],
    ]);
  });

  it("keeps a title on a flag or a sign in its sentence", () => {
    const story = segmentStory("旗が立った。「くしゃみ大会」。猫が見ていた。", "ja");
    expect(story.units.every(({ kind }) => kind === "narration")).toBe(true);
  });

  it("separates notes on the cast, and prints the readings that they give", () => {
    const story = segmentStory(
      "【登場人物】\n・伊織（いおり）：侍。痩せている。\n・お鈴：町娘。\n\n雪の橋\n\n　雪の夜、伊織が橋を渡っていた。",
      "ja",
    );
    expect(story.cast).toEqual([
      { name: "伊織", notes: "侍。痩せている。", reading: "いおり" },
      { name: "お鈴", notes: "町娘。" },
    ]);
    expect(story.title).toBe("雪の橋");
    expect(kinds(story)).toEqual(["h:雪の橋", "n:雪の夜、伊織が橋を渡っていた。"]);
    expect(story.units[1]?.ruby).toEqual([{ at: 4, length: 2, text: "いおり" }]);
    const english = segmentStory(
      'The Bicycle\n\nMina: 15, short hair\nLeo: 17, tall\n\n"You sold it?" said Mina.',
      "en",
    );
    expect(english.cast?.map(({ name, notes }) => [name, notes])).toEqual([
      ["Mina", "15, short hair"],
      ["Leo", "17, tall"],
    ]);
    expect(kinds(english)).toEqual(["h:The Bicycle", "s:You sold it?", "n:said Mina."]);
  });

  it("does not take a play's line for a note on the cast", () => {
    expect(
      segmentStory("MINA: Fifteen, and late again.\nTOM: 15 minutes, no more.\nMINA: Bye.", "en").cast,
    ).toBeUndefined();
    expect(segmentStory("ミナ「十五歳だよ」\nケン「そうか」", "ja").cast).toBeUndefined();
  });

  it("turns Aozora's marks into ruby and drops its notes", () => {
    const story = segmentStory(
      "［＃３字下げ］｜夕立《ゆうだち》の中、源太《げんた》が走った。［＃「走った」に傍点］",
      "ja",
    );
    expect(story.units).toHaveLength(1);
    expect(story.units[0]).toMatchObject({
      text: "夕立の中、源太が走った。",
      ruby: [
        { at: 0, length: 2, text: "ゆうだち" },
        { at: 5, length: 2, text: "げんた" },
      ],
    });
  });

  it("drops Aozora's key to symbols and colophon", () => {
    const key = "-------------------------------------------------------";
    const text = `走れ\n太宰\n\n${key}\n【テキスト中に現れる記号について】\n《》：ルビ\n${key}\n\n　彼は走った。\n\n底本：「全集」\n入力：誰か`;
    expect(kinds(segmentStory(text, "ja")).at(-1)).toBe("n:彼は走った。");
  });

  it("reads speech in single quotes to its end, past tags and elisions", () => {
    const told = "'Nice,' said the small 'Stute Fish, 'but nubbly.' The boys' boat sank.";
    expect(kinds(segmentStory(told, "en"))).toEqual([
      ...["s:Nice,", "n:said the small 'Stute Fish,", "s:but nubbly.", "n:The boys' boat sank."],
    ]);
    expect(kinds(segmentStory("‘Take it,’ he said; ‘it’s yours’.", "en"))).toEqual([
      ...["s:Take it,", "n:he said;", "s:it’s yours", "n:."],
    ]);
  });

  it("keeps a quote of the other kind within its line", () => {
    expect(kinds(segmentStory("'She said, \"Go home,\" to me,' he said.", "en"))).toEqual([
      ...['s:She said, "Go home," to me,', "n:he said."],
    ]);
    expect(kinds(segmentStory("« Come in, » said Mina.", "en"))).toEqual(["s:Come in,", "n:said Mina."]);
  });

  it("keeps a single mentioned word in its sentence", () => {
    const named = "His name led the list of “killed.” She wept.";
    expect(kinds(segmentStory(named, "en")).every((unit) => unit.startsWith("n:"))).toBe(true);
  });

  it("makes quoted writing and sounds narration with a form of their own", () => {
    const story = segmentStory(
      "そこに金文字でこう書いてありました。\n「どうかお入りください」\n二人は笑った。\n「ゴーン」と鐘が鳴った。\n「行こう」と彼は言った。",
      "ja",
    );
    expect(story.units.filter(({ form }) => form).map(({ kind, text, form }) => [kind, text, form])).toEqual([
      ["narration", "どうかお入りください", "sign"],
      ["narration", "ゴーン", "sound"],
    ]);
    expect(kinds(story)).toContain("s:行こう");
    expect(segmentStory("「何だ」と書いてあった。「なるほど。」彼は読んだ。", "ja").units.at(-2)?.kind).toBe(
      "speech",
    );
  });

  it("expands Aozora's repeat marks and missing characters", () => {
    const story = segmentStory(
      "彼はくる／＼と廻り、しみ／″＼泣いた。一人／＼が※［＃「勹＜夕」、第3水準1-14-76］《もんめ》を払った。",
      "ja",
    );
    expect(kinds(story)).toEqual(["n:彼はくるくると廻り、しみじみ泣いた。", "n:一人一人が匇を払った。"]);
    expect(story.units[1]?.ruby).toEqual([{ at: 5, length: 1, text: "もんめ" }]);
    const coded = segmentStory("※［＃「口＋喿」、U+566A］しい犬が吠えた。", "ja");
    expect(kinds(coded)).toEqual(["n:噪しい犬が吠えた。"]);
  });

  it("marks the author's line, and the date below the story", () => {
    const story = segmentStory("蠅\n横光利一\n\n　馬が走った。\n\n（大正十二年五月）", "ja");
    expect(story.units.map(({ text, form }) => [text, form])).toEqual([
      ["蠅", undefined],
      ["横光利一", "author"],
      ["馬が走った。", undefined],
      ["（大正十二年五月）", "date"],
    ]);
  });

  it("removes Project Gutenberg's header and footer", () => {
    const frame = (edge: string) => `*** ${edge} OF THE PROJECT GUTENBERG EBOOK FLIES ***`;
    const text = `The Project Gutenberg eBook of Flies\n\n${frame("START")}\n\nFlies\n\nThe fly sat.\n\n${frame("END")}\n\nLicence.`;
    expect(kinds(segmentStory(text, "en"))).toEqual(["h:Flies", "n:The fly sat."]);
  });

  it("joins the hard-wrapped lines of an e-mail", () => {
    const text = [
      "The lamp had been dark for three winters when Nell first saw the old",
      "man sitting beside it with a loaf of bread in his lap and snow on his",
      "boots. He looked up.",
      "",
      '"Come in," he said, "and close the door before the wind comes in with',
      'you."',
    ].join("\n");
    expect(kinds(segmentStory(text, "en"))).toEqual([
      "n:The lamp had been dark for three winters when Nell first saw the old man sitting beside it with a loaf of bread in his lap and snow on his boots.",
      "n:He looked up.",
      "s:Come in,",
      "n:he said,",
      "s:and close the door before the wind comes in with you.",
    ]);
  });

  it("titles an e-mail by its subject and removes its header", () => {
    const story = segmentStory(
      "From: a@example.com\nTo: b@example.com\nSubject: Re: The cat\n\nIt snowed.",
      "en",
    );
    expect(story.title).toBe("The cat");
    expect(kinds(story)).toEqual(["h:The cat", "n:It snowed."]);
  });

  it("takes a separated title with its author from a text's start", () => {
    const story = segmentStory("走る塩売り\n架空太郎\n\n　惣助は怒った。", "ja");
    expect(story.title).toBe("走る塩売り");
    expect(kinds(story)).toEqual(["h:走る塩売り", "h:架空太郎", "n:惣助は怒った。"]);
  });

  it("leaves a gap in the paragraph numbers at a separator", () => {
    const story = segmentStory("雨が降った。\n\n＊＊＊\n\n朝になった。", "ja");
    expect(story.units.map(({ paragraph }) => paragraph)).toEqual([0, 2]);
  });

  it("recognises chapter headings, which are no titles", () => {
    const story = segmentStory("第一章　出会い\n\n雨が降った。\n\nChapter 2\n\n晴れた。", "ja");
    expect(story.units.filter(({ kind }) => kind === "heading").map(({ text }) => text)).toEqual([
      "第一章　出会い",
      "Chapter 2",
    ]);
    expect(segmentStory("第一章\n\n雨が降った。", "ja").title).toBeUndefined();
    expect(segmentStory("第一話　出会い\n\n雨が降った。", "ja").title).toBe("出会い");
    expect(segmentStory("# The Fox\n\nIt rained.", "en").title).toBe("The Fox");
  });

  it("reads dialogue dashes and British quotes", () => {
    expect(kinds(segmentStory("— Come in, — said Mina.\n— Thank you.", "en"))).toEqual([
      "s:Come in,",
      "n:said Mina.",
      "s:Thank you.",
    ]);
    expect(kinds(segmentStory("'I don't know,' said Mina.", "en"))).toEqual([
      "s:I don't know,",
      "n:said Mina.",
    ]);
  });

  it("keeps a written word in its sentence", () => {
    expect(kinds(segmentStory('A sign that said "CLOSED" hung on the door.', "en"))).toEqual([
      'n:A sign that said "CLOSED" hung on the door.',
    ]);
  });

  it("refuses a text without content", () => {
    expect(() => segmentStory(" \n***\n", "en")).toThrow(RangeError);
  });

  const pieces = fc.constantFrom(
    ..."「」『』“”\"'（）()。、！？…―—-*#：:｜|《》［］＃\n\n　 ".split(""),
    ..."雨が降るミナはトムABCdef 12老人",
    "「待って」",
    "と言った。",
    'said Mina. "No!" ',
    "\n\n***\n\n",
    "Mr. ",
    "ミナ「はい」\n",
    "MINA: yes\n",
    "漢字《かんじ》",
  );

  it.each<Language>(["ja", "en"])("loses no letter of any text (%s)", (language) => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        if (letters(text) === "" || text.includes("［＃")) return;
        const story = segmentStory(text, language);
        StorySchema.parse(story);
        const kept = story.units
          .map(({ text: own, ruby, label }) => (label ?? "") + withRuby(own, ruby))
          .join("");
        expect([...letters(kept)].sort().join("")).toBe([...letters(text.normalize("NFC"))].sort().join(""));
      }),
      { numRuns: 400 },
    );
  });

  it("never fails on text that has letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const story = segmentStory(`Once. ${text}`, "en");
        expect(story.units.length).toBeGreaterThan(0);
      }),
    );
  });
});

function withRuby(text: string, ruby: Story["units"][number]["ruby"]): string {
  return text + ruby.map((one) => one.text).join("");
}

describe("detectLanguage", () => {
  it("distinguishes Japanese and English from all others", () => {
    expect(detectLanguage("雨が降っていた。ミナは走った。")).toBe("ja");
    expect(detectLanguage("It was raining, and Mina ran to the station with her umbrella.")).toBe("en");
    expect(
      detectLanguage("Le chat est sur la table et il mange du poisson avec du pain dans la cuisine."),
    ).toBe("other");
    expect(detectLanguage("猫在桌子上吃鱼。他说今天下雨了。")).toBe("other");
    expect(detectLanguage("비가 내리고 있었다.")).toBe("other");
    expect(detectLanguage("1234 !!")).toBe("other");
  });
});
