// For tests: short stories, the inputs of questions about them, and good outputs.
import type { Concept } from "../../manga/concept.ts";
import { segmentStory } from "../../manga/segment.ts";
import { styleOf } from "../../manga/style-presets.ts";
import { writeCharacters } from "../prompts/characters/characters.ts";
import { plainAnswer } from "../prompts/plain-story.ts";
import { writePlot } from "../prompts/plot/plot.ts";
import { writeStoryboard } from "../prompts/storyboard/storyboard.ts";
import { testAsker } from "../prompts/test-asker.ts";
import type { Brief } from "../reader.ts";
import type { ScriptedModel } from "./scripted-model.ts";

export const STORIES = {
  ja: `雨の夜
ミナは古い駅で傘をたたんだ。「だれかいますか」とミナは言った。
返事はない。黒い猫がベンチの下から出てきた。
「なんだ、お前か」とミナは笑った。猫は「にゃあ」と鳴いた。
ミナは猫のとなりに座って、始発を待った。`,
  en: `The Night Train
Mina closed her umbrella at the old station. "Is anybody here?" said Mina.
Nobody answered. A black cat came out from under the bench.
"Oh, it is only you," said Mina, and laughed. "Meow," said the cat.
Mina sat down beside the cat and waited for the first train.`,
} as const;

export type Language = keyof typeof STORIES;

const CONCEPTS: Record<Language, Pick<Concept, "genre" | "themes" | "world" | "audience" | "people">> = {
  ja: {
    ...{ genre: "日常", themes: ["孤独", "出会い"], world: "雨の夜の古い駅。", audience: "十代から" },
    people: [
      {
        ...{ id: "c1", name: "ミナ", aliases: [], role: "protagonist", kind: "human", age: "unknown" },
        ...{ sex: "female", notes: "ミナは古い駅で傘をたたんだ。" },
      },
      {
        ...{ id: "c2", name: "猫", aliases: ["黒い猫"], role: "partner", kind: "cat", age: "adult" },
        ...{ sex: "unknown", notes: "黒い猫がベンチの下から出てきた。" },
      },
    ],
  },
  en: {
    ...{ genre: "slice of life", themes: ["loneliness", "a meeting"], audience: "teens and older" },
    world: "An old station on a rainy night.",
    people: [
      {
        ...{ id: "c1", name: "Mina", aliases: [], role: "protagonist", kind: "human", age: "unknown" },
        ...{ sex: "female", notes: "Mina closed her umbrella at the old station." },
      },
      {
        ...{ id: "c2", name: "cat", aliases: ["black cat"], role: "partner", kind: "cat", age: "adult" },
        ...{ sex: "unknown", notes: "A black cat came out from under the bench." },
      },
    ],
  },
};

/** A story with the inputs of each task and good outputs. */
export async function adapt(language: Language, text: string = STORIES[language]) {
  const story = segmentStory(text, language);
  const brief: Brief = {
    ...{ direction: language === "ja" ? "rtl" : "ltr", style: "manga", seed: 3, pages: 2 },
  };
  const concept: Concept = {
    ...{
      language,
      title: story.title ?? text.slice(0, 8),
      mood: "lonely",
      style: styleOf("manga"),
      pages: 2,
    },
    ...CONCEPTS[language],
  };
  const input = { story, brief, concept };
  const cast = await writeCharacters(input, testAsker(plainAnswer));
  const plot = await writePlot(input, testAsker(plainAnswer));
  const boardInput = { ...input, cast, plot, page: 1 };
  const storyboard = await writeStoryboard(boardInput, testAsker(plainAnswer));
  return {
    inputs: { concept: { story, brief }, characters: input, plot: input, storyboard: boardInput },
    outputs: { concept, characters: cast, plot, storyboard },
  };
}

/** The last text of a question to a model; -1 is the last question. */
export function wordsOf(model: ScriptedModel, question: number): string {
  const part = model.asked.at(question)?.turns.at(-1)?.parts.at(-1);
  return part !== undefined && "text" in part ? part.text : "";
}

export const lastWords = (model: ScriptedModel) => wordsOf(model, -1);
