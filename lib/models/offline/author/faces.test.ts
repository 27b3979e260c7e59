// Which faces people make: by their own words, by what has just happened, and by whether they only look on.
import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import { airAt, expressionOfLine } from "./faces.ts";
import { LEXICON_EN } from "./lexicon-en.ts";
import { LEXICON_JA } from "./lexicon-ja.ts";
import { read } from "./stories/labelled.ts";
import { readClosed } from "./stories/read-closed.ts";

/** Who makes which face where a story says these words. */
const FACES: readonly (readonly [
  language: Language,
  story: string,
  words: string,
  who: string,
  faces: string,
])[] = [
  [
    "en",
    'The train is stuck in the snow. The crowd groaned.\n\n"My daughter is getting married tomorrow!" cried Mrs. Finch.\n\n"I have soup," said Toby.',
    "My daughter",
    "Mrs. Finch",
    "shocked",
  ],
  [
    "en",
    'The train is stuck in the snow. The crowd groaned.\n\n"I have soup," said Toby.\n\n"Nobody wants soup," said Mrs. Finch.',
    "I have soup",
    "Toby",
    "worried",
  ],
  [
    "en",
    'The train is stuck in the snow.\n\nThe soldier laughed. "What kind of soup do you have?"\n\n"Leek," said Toby. "I am glad you ask," he said.\n\nThe soldier nodded.',
    "glad you ask",
    "Toby",
    "smile",
  ],
  ["en", 'Wren laughed. "You are impossible!"\n\n"Yes," said Otto.', "impossible", "Wren", "laugh"],
  ["en", 'Wren looked at an angry goose.\n\n"Shoo," said Otto. Wren waited.', "goose", "Wren", "calm"],
  ["en", 'Biscuit jumped.\n\n"Oh no!" Biscuit cried. "I broke it!"', "Oh no", "Biscuit", "shocked"],
  ["en", '"You sold it?" shouted Mina. "Idiot!"\n\n"Yes," said Leo.', "You sold it", "Mina", "angry shout"],
  [
    "en",
    'Duchess lay on the wall.\n\n"Then fetch it," said Duchess, and yawned.',
    "fetch it",
    "Duchess",
    "tired",
  ],
  [
    "en",
    '"I told myself that she is not strong enough," said Otto. "Say something."\n\n"No," said Wren.',
    "strong enough",
    "Otto",
    "calm sad thoughtful",
  ],
  [
    "en",
    'Wren laughed.\n\n"Perhaps, perhaps, perhaps!" she shouted into the wind.\n\n"No," said Otto.',
    "Perhaps, perhaps",
    "Wren",
    "shout laugh",
  ],
  ["ja", "ミナは教室に入った。\n「まだ怒ってる？」とミナは聞いた。", "まだ怒ってる", "ミナ", "worried"],
  ["ja", "ミナは振り返った。\n「……ばか！　大好き！」とミナは言った。", "大好き", "ミナ", "shy"],
  ["ja", "ケンは廊下を走った。\n「入部ですか！？」とケンは言った。", "入部", "ケン", "surprised"],
  ["ja", "サワは廊下に立っていた。サワは悲鳴を上げた。", "悲鳴", "サワ", "terrified"],
];

describe("faces", () => {
  it.each(FACES)("in %s: %s", async (language, text, words, who, faces) => {
    const { story, plot, concept } = await readClosed(text, language);
    const unit = story.units.find((one) => one.text.includes(words));
    const id = concept.people.find(({ name }) => name === who)?.id;
    const beat = plot.pages
      .flatMap((page) => page.beats)
      .find(
        ({ units, people }) => units.includes(unit?.id ?? "") && people.some((one) => one.character === id),
      );
    expect(faces.split(" ")).toContain(beat?.people.find(({ character }) => character === id)?.expression);
  });

  it("of those who ask are startled only by a word or two, and uneasy in an uneasy air", () => {
    expect(expressionOfLine("Why?", LEXICON_EN, "neutral")).toBe("surprised");
    expect(expressionOfLine("Where did you put the umbrella?", LEXICON_EN, "neutral")).toBe("calm");
    expect(expressionOfLine("どこに置いたの？", LEXICON_JA, "comic")).toBe("calm");
    expect(expressionOfLine("どこに置いたの？", LEXICON_JA, "trouble")).toBe("worried");
  });

  it("do not fall on somebody before they have a reason", async () => {
    const { story, plot } = await readClosed(read({ name: "horror", language: "ja" }), "ja");
    const unit = story.units.find(({ text }) => text.includes("十二段だ"))?.id ?? "";
    const beat = plot.pages.flatMap(({ beats }) => beats).find(({ units }) => units.includes(unit));
    expect(beat?.people.map(({ expression }) => expression)).toEqual(["calm"]);
  });
});

describe("the air of a moment", () => {
  const units = (texts: readonly string[]): StoryUnit[] =>
    texts.map((text, at) => ({ id: `u${at}`, kind: "narration", text, ruby: [], paragraph: at }));
  const long = units(["Wren wept.", ...Array.from({ length: 20 }, () => "Otto went on."), "Wren laughed."]);

  it("is its scene's near the words that make that mood, and plain far from them", () => {
    expect(airAt({ units: long, at: 2, mood: "sad" }, LEXICON_EN)).toBe("sad");
    expect(airAt({ units: long, at: 14, mood: "sad" }, LEXICON_EN)).toBe("neutral");
    expect(airAt({ units: long, at: 19, mood: "comic" }, LEXICON_EN)).toBe("comic");
    expect(airAt({ units: long, at: 14, mood: "eerie" }, LEXICON_EN)).toBe("eerie");
  });
});
