// The offline author: a program that adapts a person's own story, without a network or a key, the same way for the same seed.

import { detectLanguage } from "../../../manga/detect-language.ts";
import type { Story } from "../../../manga/story.ts";
import { TerminalError } from "../../../pipeline/errors.ts";
import type { Usage } from "../../../pipeline/usage.ts";
import { programId } from "../../program-versions.ts";
import type { ReadingInputs, ReadingOutputs, ReadingProgram, ReadingTask } from "../../reader.ts";
import type { Concept } from "../closed/concept.ts";
import { remembering } from "../remembering.ts";
import { designCast } from "./cast.ts";
import { conceiveBook } from "./concept.ts";
import { peopleOf, storyKey } from "./people.ts";
import { plotBook, type Staging, stage } from "./plot.ts";

const ID = programId("offline-author");
const USAGE: Usage = { model: ID, inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };

type Tasks = { [T in ReadingTask]: (input: ReadingInputs[T]) => Promise<ReadingOutputs[T]> };

/**
 * Adapts a story by reading it: its scenes, people, lines and sounds. Throws `TerminalError("story-unusable")` for a story
 * that is not in the language it claims, or has nothing to tell.
 */
export function offlineAuthor(): ReadingProgram {
  const tasks: Tasks = {
    async concept({ story, brief }) {
      refuse(story);
      const people = await peopleOf(story);
      return conceiveBook(story, brief, people, stagingOf(story, people));
    },
    async characters({ story, brief, concept }) {
      return designCast(story, concept, brief.seed);
    },
    async plot({ story, brief, concept }) {
      refuse(story);
      const people = await peopleAsWritten(story, concept.people);
      return plotBook(story, concept, stagingOf(story, people), brief.seed);
    },
  };
  return {
    id: ID,
    upToMicros: () => 0,
    async read(task, input, signal) {
      signal.throwIfAborted();
      const output = await tasks[task](input);
      signal.throwIfAborted();
      return { output, usage: USAGE };
    },
  };
}

/** People whom an editor has renamed are still found in the text by the names that it uses. */
async function peopleAsWritten(story: Story, people: Concept["people"]): Promise<Concept["people"]> {
  const text = story.units.map((unit) => `${unit.label ?? ""}${unit.text}`).join("\n");
  const occurs = ({ name, aliases }: Concept["people"][number]) =>
    [name, ...aliases].some((one) => text.includes(one));
  if (people.every(occurs)) return people;
  const found = await peopleOf(story);
  return people.map((person) => {
    const original = occurs(person) ? undefined : found.find(({ id }) => id === person.id);
    return original
      ? { ...person, aliases: [...person.aliases, original.name, ...original.aliases] }
      : person;
  });
}

function refuse(story: Story): void {
  const text = story.units.map((unit) => unit.text).join("\n");
  if (!/[\p{L}\p{N}]/u.test(text)) throw new TerminalError("story-unusable", "The story holds no words.");
  const found = detectLanguage(text);
  if (found === story.language) return;
  const names = { ja: "Japanese", en: "English", other: "another language" } as const;
  throw new TerminalError(
    "story-unusable",
    `The story reads as ${names[found]}, but the book is to be in ${names[story.language]}. The offline author does not translate.`,
  );
}

/** The last few stories are staged once: their plot follows right after their concept. */
const staged = remembering<Staging>(8);

const stagingOf = (story: Story, people: Concept["people"]): Staging =>
  staged(`${storyKey(story)}\n${JSON.stringify(people)}`, () => stage(story, people));
