// Adapts a story whole, through all of the author's tasks, for tests that judge books.
import type { Cast } from "../../closed/cast.ts";
import type { Concept } from "../../closed/concept.ts";
import { defaultDirection, type Language } from "../../../../manga/language.ts";
import type { Plot } from "../../closed/plot.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type { Story } from "../../../../manga/story.ts";
import type { StoryboardDraft } from "../../closed/storyboard.ts";
import { type Brief, WRITING_SCHEMAS } from "../../../writer.ts";
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
  const concept = (await author.write("concept", { story, brief }, signal)).output;
  const cast = (await author.write("characters", { story, brief, concept }, signal)).output;
  const plot = (await author.write("plot", { story, brief, concept }, signal)).output;
  const boards: StoryboardDraft[] = [];
  for (const { number } of plot.pages) {
    const page = { story, brief, concept, cast, plot, page: number };
    boards.push((await author.write("storyboard", page, signal)).output);
  }
  WRITING_SCHEMAS.concept.parse(concept);
  WRITING_SCHEMAS.characters.parse(cast);
  WRITING_SCHEMAS.plot.parse(plot);
  for (const board of boards) WRITING_SCHEMAS.storyboard.parse(board);
  return { story, concept, cast, plot, boards };
}
