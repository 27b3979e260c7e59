// Reads a story whole, through all of the author's tasks, for tests that judge what was read.
import type { Cast } from "../../../../manga/cast.ts";
import type { Concept } from "../../../../manga/concept.ts";
import { defaultDirection, type Language } from "../../../../manga/language.ts";
import type { Place } from "../../../../manga/place.ts";
import type { Plot, Scene } from "../../../../manga/plot.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type { Story } from "../../../../manga/story.ts";
import { type Brief, READING_SCHEMAS } from "../../../reader.ts";
import { offlineAuthor } from "../author.ts";

const signal = new AbortController().signal;

export interface ReadBook {
  story: Story;
  brief: Brief;
  concept: Concept;
  cast: Cast;
  plot: Plot;
}

/** What a brief asks for, seed 7 and as many pages as the story wants where it does not say; it keeps every schema. */
export async function readBook(
  text: string,
  language: Language,
  wish: Partial<Brief> = {},
): Promise<ReadBook> {
  const author = offlineAuthor();
  const story = segmentStory(text, language);
  const brief: Brief = { seed: 7, direction: defaultDirection(language), style: "manga", ...wish };
  const concept = (await author.read("concept", { story, brief }, signal)).output;
  const cast = (await author.read("characters", { story, brief, concept }, signal)).output;
  const plot = (await author.read("plot", { story, brief, concept }, signal)).output;
  READING_SCHEMAS.concept.parse(concept);
  READING_SCHEMAS.characters.parse(cast);
  READING_SCHEMAS.plot.parse(plot);
  return { story, brief, concept, cast, plot };
}

/** Where and when something is: a scene with its place, and the kind of it that the author read. */
export type Setting = Omit<Scene, "place"> & { place: Place; kind: string };

/** Undefined where the plot has no such scene. */
export function settingOf({ scenes, places }: Plot, id: string | undefined): Setting | undefined {
  const scene = scenes.find((one) => one.id === id);
  const place = places.find((one) => one.id === scene?.place);
  return scene && place && { ...scene, place, kind: kindOf(place) };
}

/** The author's own kind of a place, without what is said of it besides. */
export const kindOf = ({ kind }: Pick<Place, "kind">): string =>
  kind === "train, on its roof" ? "rooftop" : (kind.split(", ")[0] ?? kind);
