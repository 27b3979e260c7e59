// For tests: short stories with what the offline author makes of them, which are answers that are known to be good.

import type { Cast } from "../../manga/cast.ts";
import type { Concept } from "../../manga/concept.ts";
import type { Plot } from "../../manga/plot.ts";
import { segmentStory } from "../../manga/segment.ts";
import type { StoryboardDraft } from "../../manga/storyboard.ts";
import { codeDirector } from "../code-director.ts";
import { offlineAuthor } from "../offline/author/author.ts";
import type { Brief } from "../reader.ts";
import type { ScriptedModel } from "./scripted-model.ts";

const signal = new AbortController().signal;

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

/** A story with the inputs of each task and good answers to it. */
export async function adapt(language: Language, text: string = STORIES[language]) {
  const story = segmentStory(text, language);
  const brief: Brief = { direction: language === "ja" ? "rtl" : "ltr", style: "manga", seed: 3, pages: 2 };
  const author = offlineAuthor();
  const concept: Concept = (await author.read("concept", { story, brief }, signal)).output;
  const cast: Cast = (await author.read("characters", { story, brief, concept }, signal)).output;
  const plot: Plot = (await author.read("plot", { story, brief, concept }, signal)).output;
  const boardInput = { story, brief, concept, cast, plot, page: 1 };
  const board: StoryboardDraft = (await codeDirector().direct(boardInput, signal)).output;
  return {
    inputs: {
      concept: { story, brief },
      characters: { story, brief, concept },
      plot: { story, brief, concept },
      storyboard: boardInput,
    },
    outputs: { concept, characters: cast, plot, storyboard: board },
  };
}

/** The last words of a question to a model; -1 is the last question. */
export function wordsOf(model: ScriptedModel, question: number): string {
  const part = model.asked.at(question)?.turns.at(-1)?.parts.at(-1);
  return part !== undefined && "text" in part ? part.text : "";
}

export const lastWords = (model: ScriptedModel) => wordsOf(model, -1);
