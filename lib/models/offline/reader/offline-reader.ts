// The offline reader: a program that reads a story into clauses, finds who is in it, who speaks, where it is and what is done, and tells
// only what it is sure of. Without a network or a key, the same way for the same seed.
import { createHash } from "node:crypto";
import type { Cast } from "../../../manga/cast.ts";
import type { Concept } from "../../../manga/concept.ts";
import { detectLanguage } from "../../../manga/detect-language.ts";
import type { Plot } from "../../../manga/plot.ts";
import type { Story } from "../../../manga/story.ts";
import { TerminalError } from "../../../pipeline/errors.ts";
import type { Usage } from "../../../pipeline/usage.ts";
import { programId } from "../../program-versions.ts";
import type { ReadingInputs, ReadingOutputs, ReadingProgram, ReadingTask } from "../../reader.ts";
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
import { hasLetters } from "./text/word-forms.ts";

const ID = programId("offline-reader");
const USAGE: Usage = { model: ID, inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };

type Tasks = { [T in ReadingTask]: (input: ReadingInputs[T]) => Promise<ReadingOutputs[T]> };

const TASKS: Tasks = { concept: conceptOf, characters: castOf, plot: plotOf };

/** Throws what `conceptOf` and `plotOf` throw. */
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

/** Throws `TerminalError("story-unusable")` for a story that is not in the language it claims, or has nothing to tell. */
async function conceptOf({ story, brief }: ReadingInputs["concept"]): Promise<Concept> {
  refuse(story);
  return conceiveBook(story, brief, await factsOf(story));
}

async function castOf({ story, brief, concept }: ReadingInputs["characters"]): Promise<Cast> {
  return designCast(concept, await factsOf(story), brief.seed);
}

/** Throws as `conceptOf` does, and `TerminalError("story-too-long")` where not even the spoken lines fit on the pages. */
async function plotOf({ story, brief, concept }: ReadingInputs["plot"]): Promise<Plot> {
  refuse(story);
  return plotBook(story, concept, await factsOf(story), brief.seed);
}

/** A session's three tasks follow each other in one worker; the next session has another story. */
const remembered = remembering<Promise<StoryFacts>>(1);

export const factsOf = (story: Story): Promise<StoryFacts> =>
  remembered(storyKey(story), () => findFacts(story));

/** Everything of a story, found anew. */
export async function findFacts(story: Story): Promise<StoryFacts> {
  const read = await readStory(story);
  const people = findPeople(read);
  const speakers = findSpeakers(read, people);
  const settings = findSettings(read, people);
  const deeds = findDeeds(read, people, settings);
  return { story: read, people, speakers, settings, deeds };
}

/** The same for the same units. */
function storyKey(story: Story): string {
  const hash = createHash("sha256").update(`${story.language}\n${JSON.stringify(story.cast ?? [])}`);
  for (const { kind, text, label, form } of story.units)
    hash.update(`\n${kind}\t${form ?? ""}\t${label ?? ""}\t${text}`);
  return hash.digest("base64");
}

const LANGUAGES = { ja: "Japanese", en: "English", other: "another language" } as const;

function refuse({ units, language }: Story): void {
  const text = units.map((unit) => unit.text).join("\n");
  if (!hasLetters(text)) throw new TerminalError("story-unusable", "The story holds no words.");
  const found = detectLanguage(text);
  if (found === language) return;
  throw new TerminalError(
    "story-unusable",
    `The story reads as ${LANGUAGES[found]}, but the book is to be in ${LANGUAGES[language]}. The offline reader does not translate.`,
  );
}
