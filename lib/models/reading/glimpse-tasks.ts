// The quick look of an estimate as a task: who and where a story's beginning is about, as the offline author finds them.
import { countCharacters } from "../../manga/decode-story.ts";
import { segmentStory } from "../../manga/segment.ts";
import type { Story } from "../../manga/story.ts";
import { lexiconOf } from "../offline/author/lexicons.ts";
import { peopleOf } from "../offline/author/people.ts";
import { readSetting } from "../offline/author/settings.ts";
import type { StoryGlimpse, StorySize } from "../story-reader.ts";

/** Code points that a glimpse reads: people and places are found by patterns whose time grows faster than the text. */
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
  const people = await peopleOf(story);
  const lexicon = lexiconOf(language);
  const places = new Map<string, StoryGlimpse["places"][number]>();
  for (const { kind, text: told } of story.units) {
    if (places.size === MOST_PLACES) break;
    const place = kind === "speech" ? undefined : readSetting(told, lexicon).place;
    const called = place && (place.name || place.kind);
    if (place && called && !places.has(called)) places.set(called, place);
  }
  return {
    characters,
    people: people.map(({ name, kind }) => ({ name, kind })),
    places: [...places.values()],
  };
}

/** To the end of a paragraph, where one ends in its second half. */
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

/** The beginning of a story may be its key to symbols alone. */
function segmented(text: string, language: Story["language"]): Story | undefined {
  try {
    return segmentStory(text, language);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
