// What the offline reader finds before a session starts, as tasks: characters and places in a story's beginning, for an estimate; and
// characters, places and speakers of the whole story, to be corrected.
import { countCharacters } from "../../manga/decode-story.ts";
import { segmentStory } from "../../manga/segment.ts";
import type { Story } from "../../manga/story.ts";
import { SURE_ENOUGH } from "../offline/reader/facts.ts";
import { factsOf } from "../offline/reader/offline-reader.ts";
import { peopleOf } from "../offline/reader/telling/concept.ts";
import { isSure, type StoryFacts, sentencesOf, toldUnits } from "../offline/reader/telling/story-facts.ts";
import type { StoryFindings, StoryGlimpse, StorySize } from "../story-reader.ts";

/** Code points that are read: a person waits for the estimate, and the longest story takes seconds. */
const GLIMPSE = 6_000;
const MOST_PLACES = 6;
/** Most letters of a line, by which a person recognises it. */
const MOST_LINE = 160;

export async function glimpse({
  text,
  language,
}: Pick<StorySize, "text" | "language">): Promise<StoryGlimpse> {
  const beginning = beginningOf(text);
  const characters = countCharacters(beginning);
  const story = segmented(beginning, language);
  if (story === undefined) return { characters, people: [], places: [] };
  const facts = await factsOf(story);
  return {
    characters,
    people: peopleOf(facts).map(({ name, kind }) => ({ name, kind })),
    places: placesIn(facts, SURE_ENOUGH)
      .slice(0, MOST_PLACES)
      .map(({ name, kind }) => ({ name, kind })),
  };
}

/** Throws `RangeError` for a text without units. */
export async function findings({
  text,
  language,
}: Pick<StorySize, "text" | "language">): Promise<StoryFindings> {
  const facts = await factsOf(segmentStory(text, language));
  const people = peopleOf(facts);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const sureOf = new Map(facts.people.people.map(({ id, sure }) => [id, sure]));
  const lines = toldUnits(facts).flatMap(({ unit, spoken }) => {
    if (spoken === undefined) return [];
    const speaker = nameOf.get(spoken.speaker.value ?? "") ?? null;
    const guessed = !spoken.named || !isSure(spoken.speaker);
    return [
      {
        unit: unit.id,
        text: unit.text.slice(0, MOST_LINE),
        speaker,
        sure: share(spoken.speaker.sure),
        guessed,
      },
    ];
  });
  return {
    people: people.map(({ id, name, aliases, role, kind, age, sex }) => ({
      ...{ name, aliases, role, kind, age, sex },
      sure: share(sureOf.get(id) ?? 0),
      lines: lines.filter(({ speaker }) => speaker === name).length,
    })),
    places: placesIn(facts, 0).map(({ name, kind, sure }) => ({ name, kind, sure: share(sure) })),
    lines,
  };
}

const share = (sure: number): number => Math.round(sure * 100) / 100;

/** Places of scenes, in story order, each with its highest certainty. */
function placesIn(facts: StoryFacts, least: number): (StoryGlimpse["places"][number] & { sure: number })[] {
  const { settings } = facts;
  const sureOf = new Map<string, number>();
  for (const sentence of toldUnits(facts).flatMap(sentencesOf)) {
    const { value, sure } = settings.at(sentence).place;
    if (value !== undefined && sure >= least) sureOf.set(value, Math.max(sure, sureOf.get(value) ?? 0));
  }
  const places = new Map(settings.places.map((place) => [place.id, place]));
  return [...sureOf].flatMap(([id, sure]) => {
    const { name, kind } = places.get(id) ?? {};
    return name === undefined || kind === undefined ? [] : [{ name, kind, sure }];
  });
}

/** The beginning, up to a paragraph's end if there is one in its second half. */
function beginningOf(text: string): string {
  if (text.length <= GLIMPSE) return text;
  let end = 0;
  let count = 0;
  for (const character of text) {
    if (count === GLIMPSE) break;
    end += character.length;
    count += 1;
  }
  const paragraph = text.lastIndexOf("\n", end);
  return text.slice(0, end < text.length && paragraph > end / 2 ? paragraph : end);
}

/** The units; undefined where the beginning has none, such as Aozora's key to symbols. */
function segmented(text: string, language: Story["language"]): Story | undefined {
  try {
    return segmentStory(text, language);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
