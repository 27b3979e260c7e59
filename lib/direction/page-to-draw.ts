// The input of the director, and the page in the form that its modules pass on.
import type { Character } from "../manga/cast.ts";
import type { Concept } from "../manga/concept.ts";
import type { Direction, Language } from "../manga/language.ts";
import type { Plot } from "../manga/plot.ts";

/** The part of phase 4's input that the director reads. */
export interface StoryboardInput {
  /** The whole plot, or the part that `plotForPage` keeps. */
  plot: Plot;
  page: number;
  concept: Pick<Concept, "people" | "language">;
  cast: { characters: readonly Pick<Character, "id" | "outfits">[] };
  brief: { direction: Direction; seed: number };
}

export interface PageToDraw {
  plot: Plot;
  page: number;
  people: Concept["people"];
  /** The designs, with each person's outfits by part of the story. */
  characters: StoryboardInput["cast"]["characters"];
  language: Language;
  direction: Direction;
  seed: number;
}

export function pageToDraw({ plot, page, concept, cast, brief }: StoryboardInput): PageToDraw {
  if (!plot.pages.some(({ number }) => number === page)) throw new RangeError(`the plot has no page ${page}`);
  return {
    ...{ plot, page, people: concept.people, characters: cast.characters, language: concept.language },
    ...{ direction: brief.direction, seed: brief.seed },
  };
}
