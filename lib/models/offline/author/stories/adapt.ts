// Adapts a story whole, through all of the author's tasks, for tests that judge books.
import type { Concept } from "../../../../manga/concept.ts";
import type { Language } from "../../../../manga/language.ts";
import type { Plot } from "../../../../manga/plot.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type { Story } from "../../../../manga/story.ts";
import type { StoryboardDraft } from "../../../../manga/storyboard.ts";
import { offlineAuthor } from "../author.ts";

const signal = new AbortController().signal;

export interface Adapted {
  story: Story;
  concept: Concept;
  plot: Plot;
  boards: StoryboardDraft[];
}

export async function adapt(text: string, language: Language, seed = 7): Promise<Adapted> {
  const author = offlineAuthor();
  const story = segmentStory(text, language);
  const brief = { seed, direction: language === "ja" ? ("rtl" as const) : ("ltr" as const), style: "shonen" };
  const concept = (await author.write("concept", { story, brief }, signal)).output;
  const cast = (await author.write("characters", { story, brief, concept }, signal)).output;
  const plot = (await author.write("plot", { story, brief, concept }, signal)).output;
  const boards: StoryboardDraft[] = [];
  for (const { number } of plot.pages) {
    const page = { story, brief, concept, cast, plot, page: number };
    boards.push((await author.write("storyboard", page, signal)).output);
  }
  return { story, concept, plot, boards };
}
