// Adapts a story whole, through all of the author's tasks, for tests that judge books.

import { defaultDirection, type Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type { Story } from "../../../../manga/story.ts";
import { type StoryboardDraft, StoryboardDraftSchema } from "../../../../manga/storyboard.ts";
import { codeDirector } from "../../../code-director.ts";
import { type Brief, READING_SCHEMAS } from "../../../reader.ts";
import type { Cast } from "../../closed/cast.ts";
import type { Concept } from "../../closed/concept.ts";
import type { Plot } from "../../closed/plot.ts";
import { offlineAuthor } from "../author.ts";

const signal = new AbortController().signal;

export interface Adapted {
  story: Story;
  concept: Concept;
  cast: Cast;
  plot: Plot;
  boards: StoryboardDraft[];
}

/** The book that a brief asks for, seed 7 and as many pages as the story wants where it does not say; it keeps every schema. */
export async function adapt(text: string, language: Language, wish: Partial<Brief> = {}): Promise<Adapted> {
  const author = offlineAuthor();
  const story = segmentStory(text, language);
  const brief: Brief = { seed: 7, direction: defaultDirection(language), style: "shonen", ...wish };
  const concept = (await author.read("concept", { story, brief }, signal)).output;
  const cast = (await author.read("characters", { story, brief, concept }, signal)).output;
  const plot = (await author.read("plot", { story, brief, concept }, signal)).output;
  const boards: StoryboardDraft[] = [];
  for (const { number } of plot.pages) {
    const page = { story, brief, concept, cast, plot, page: number };
    boards.push((await codeDirector().direct(page, signal)).output);
  }
  READING_SCHEMAS.concept.parse(concept);
  READING_SCHEMAS.characters.parse(cast);
  READING_SCHEMAS.plot.parse(plot);
  for (const board of boards) StoryboardDraftSchema.parse(board);
  return { story, concept, cast, plot, boards };
}
