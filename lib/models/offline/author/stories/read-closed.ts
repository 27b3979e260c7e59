// Reads a story in the author's own closed words, before they are opened, for tests of what it finds.
import { defaultDirection, type Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type { Story } from "../../../../manga/story.ts";
import type { Brief } from "../../../reader.ts";
import type { Cast } from "../../closed/cast.ts";
import type { Concept } from "../../closed/concept.ts";
import type { Plot } from "../../closed/plot.ts";
import { designCast } from "../cast.ts";
import { conceiveBook } from "../concept.ts";
import { peopleOf } from "../people.ts";
import { plotBook, stage } from "../plot.ts";

export interface ClosedBook {
  story: Story;
  concept: Concept;
  cast: Cast;
  plot: Plot;
}

/** Seed 7 and as many pages as the story wants where the brief does not say. */
export async function readClosed(
  text: string,
  language: Language,
  wish: Partial<Brief> = {},
): Promise<ClosedBook> {
  const story = segmentStory(text, language);
  const brief: Brief = { seed: 7, direction: defaultDirection(language), style: "manga", ...wish };
  const people = await peopleOf(story);
  const staging = stage(story, people);
  const concept = conceiveBook(story, brief, people, staging);
  const cast = designCast(story, concept, brief.seed);
  return { story, concept, cast, plot: plotBook(story, concept, staging, brief.seed) };
}
