// What the offline author gives for each of its tasks: it reads a story with its own closed words, and says what it found in open ones.
import type { Cast } from "../../../manga/cast.ts";
import type { Concept } from "../../../manga/concept.ts";
import { detectLanguage } from "../../../manga/detect-language.ts";
import type { Plot } from "../../../manga/plot.ts";
import type { Story } from "../../../manga/story.ts";
import { styleOf } from "../../../manga/style-presets.ts";
import { TerminalError } from "../../../pipeline/errors.ts";
import type { ReadingInputs } from "../../reader.ts";
import type { Person } from "../closed/concept.ts";
import { remembering } from "../remembering.ts";
import { designCast } from "./cast.ts";
import { conceiveBook } from "./concept.ts";
import { openCast } from "./open/cast.ts";
import { closedConcept } from "./open/closed-people.ts";
import { openConcept } from "./open/concept.ts";
import { openPlot } from "./open/plot.ts";
import { peopleOf, storyKey } from "./people.ts";
import { plotBook, type Staging, stage } from "./plot.ts";

/** Throws `TerminalError("story-unusable")` for a story that is not in the language it claims, or has nothing to tell. */
export async function conceptOf({ story, brief }: ReadingInputs["concept"]): Promise<Concept> {
  refuse(story);
  const people = await peopleOf(story);
  return openConcept(conceiveBook(story, brief, people, stagingOf(story, people)), styleOf(brief.style));
}

export function castOf({ story, brief, concept }: ReadingInputs["characters"]): Cast {
  return openCast(designCast(story, closedConcept(concept), brief.seed), concept.people);
}

/** Throws as `conceptOf` does. */
export async function plotOf({ story, brief, concept: given }: ReadingInputs["plot"]): Promise<Plot> {
  refuse(story);
  const concept = closedConcept(given);
  const people = await peopleAsWritten(story, concept.people);
  const plot = plotBook(story, concept, stagingOf(story, people), brief.seed);
  return openPlot(plot, { people: concept.people, language: concept.language, seed: brief.seed });
}

/** People whom an editor has renamed are still found in the text by the names that it uses. */
async function peopleAsWritten(story: Story, people: readonly Person[]): Promise<readonly Person[]> {
  const text = story.units.map((unit) => `${unit.label ?? ""}${unit.text}`).join("\n");
  const occurs = ({ name, aliases }: Person) => [name, ...aliases].some((one) => text.includes(one));
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

const stagingOf = (story: Story, people: readonly Person[]): Staging =>
  staged(`${storyKey(story)}\n${JSON.stringify(people)}`, () => stage(story, people));
