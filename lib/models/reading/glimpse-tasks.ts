// The fast approximation for an estimate, as a task: characters and places in a story's beginning, found by the offline reader.
import { countCharacters } from "../../manga/decode-story.ts";
import { segmentStory } from "../../manga/segment.ts";
import type { Story } from "../../manga/story.ts";
import { factsOf } from "../offline/reader/offline-reader.ts";
import { peopleOf } from "../offline/reader/telling/concept.ts";
import { isSure, type StoryFacts, sentencesOf, toldUnits } from "../offline/reader/telling/story-facts.ts";
import type { StoryGlimpse, StorySize } from "../story-reader.ts";

/** Code points that are read: a person waits for the estimate, and the longest story takes seconds. */
const GLIMPSE = 6_000;
const MOST_PLACES = 6;

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
    places: placesIn(facts).slice(0, MOST_PLACES),
  };
}

/** Places where scenes certainly are, in story order. */
function placesIn(facts: StoryFacts): StoryGlimpse["places"] {
  const { settings } = facts;
  const ids = toldUnits(facts)
    .flatMap(sentencesOf)
    .map((sentence) => settings.at(sentence).place)
    .flatMap((place) => (isSure(place) && place.value !== undefined ? [place.value] : []));
  return [...new Set(ids)].flatMap((id) => {
    const place = settings.places.find((one) => one.id === id);
    return place === undefined ? [] : [{ name: place.name, kind: place.kind }];
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
