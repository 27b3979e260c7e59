// What the director is given, and the page as its parts hand it to each other.
import type { Character } from "../manga/cast.ts";
import type { Concept } from "../manga/concept.ts";
import type { Direction, Language } from "../manga/language.ts";
import type { Plot } from "../manga/plot.ts";

/** The input of phase 4 as far as the director reads it. */
export interface StoryboardInput {
  /** The whole plot, or what `plotForPage` leaves of it. */
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
  /** The designs, for what each person wears in which part of the story. */
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
