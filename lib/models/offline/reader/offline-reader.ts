// The offline reader: parses a story into clauses, finds people, speakers, places and events, and reports only facts that are certain
// enough. It needs no network and no key, and is deterministic for a seed.
import type { Story } from "../../../manga/story.ts";
import type { Usage } from "../../../pipeline/usage.ts";
import { programId } from "../../program-versions.ts";
import type { ReadingInputs, ReadingOutputs, ReadingProgram, ReadingTask } from "../../reader.ts";
import { refuseUnusable, storyKey } from "../../reading/usable-story.ts";
import { remembering } from "../remembering.ts";
import { findDeeds } from "./deeds/find-deeds.ts";
import { findPeople } from "./people/people.ts";
import { findSettings } from "./places/find-settings.ts";
import { findSpeakers } from "./speakers/find-speakers.ts";
import { designCast } from "./telling/cast.ts";
import { conceiveBook } from "./telling/concept.ts";
import { plotBook } from "./telling/plot.ts";
import type { StoryFacts } from "./telling/story-facts.ts";
import { readStory } from "./text/read-story.ts";

const ID = programId("offline-reader");
const USAGE: Usage = { model: ID, inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };

const TASKS: { [T in ReadingTask]: (input: ReadingInputs[T]) => Promise<ReadingOutputs[T]> } = {
  async concept({ story, brief }) {
    refuseUnusable(story);
    return conceiveBook(story, brief, await factsOf(story));
  },
  async characters({ story, brief, concept }) {
    return designCast(concept, await factsOf(story), brief.seed);
  },
  async plot({ story, brief, concept }) {
    refuseUnusable(story);
    return plotBook(story, concept, await factsOf(story), brief.seed);
  },
};

/** Throws what `refuseUnusable` and `plotBook` throw. */
export function offlineReader(): ReadingProgram {
  return {
    id: ID,
    upToMicros: () => 0,
    async read(task, input, signal) {
      signal.throwIfAborted();
      const output = await TASKS[task](input);
      signal.throwIfAborted();
      return { output, usage: USAGE };
    },
  };
}

/** Caches one story: a session's three tasks run in one worker in sequence. */
const remembered = remembering<Promise<StoryFacts>>(1);

export const factsOf = (story: Story): Promise<StoryFacts> =>
  remembered(storyKey(story), () => findFacts(story));

/** Finds all facts of a story, without the cache. */
export async function findFacts(story: Story): Promise<StoryFacts> {
  const read = await readStory(story);
  const people = findPeople(read);
  const speakers = findSpeakers(read, people);
  const settings = findSettings(read, people);
  const deeds = findDeeds(read, people, settings);
  return { story: read, people, speakers, settings, deeds };
}
