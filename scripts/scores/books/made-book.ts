// The book that a reader and the code director make of a story: the input of the reader's scores.
import type { Cast } from "../../../lib/manga/cast.ts";
import type { Concept, Person } from "../../../lib/manga/concept.ts";
import type { Place } from "../../../lib/manga/place.ts";
import type { Plot } from "../../../lib/manga/plot.ts";
import type { PanelDraft, StoryboardDraft } from "../../../lib/manga/storyboard.ts";

export interface MadeBook {
  concept: Pick<Concept, "people">;
  plot: Plot;
  /** The pages of the storyboard, in order. */
  boards: readonly StoryboardDraft[];
}

/** A book with the whole concept and cast. */
export interface WholeBook extends MadeBook {
  concept: Concept;
  cast: Cast;
}

export type MadePerson = Pick<Person, "id" | "name" | "aliases" | "kind" | "age" | "sex">;
export type MadePlace = Pick<Place, "id" | "name" | "kind">;

/** The book of a story whose reader failed: nothing is found, and every letter is lost. */
export const EMPTY_BOOK: MadeBook = {
  concept: { people: [] },
  plot: { places: [], scenes: [], pages: [], leftOut: [] },
  boards: [],
};

export interface PagedPanel {
  /** The page's number, from 1. */
  page: number;
  panel: PanelDraft;
  /** The units that it shows: its own, or those of the previous panel if it has no words. */
  units: readonly string[];
}

/** All panels in reading order. */
export function panelsOf({ boards }: Pick<MadeBook, "boards">): PagedPanel[] {
  const all: PagedPanel[] = [];
  for (const [index, { panels }] of boards.entries())
    for (const panel of panels) {
      const units = panel.units.length > 0 ? panel.units : (all.at(-1)?.units ?? []);
      all.push({ page: index + 1, panel, units });
    }
  return all;
}

/** A share in percent with its denominator; undefined if that is zero. */
export interface Share {
  part: number;
  of: number;
}

export const percent = ({ part, of }: Share): number | undefined =>
  of === 0 ? undefined : Math.round((1000 * part) / of) / 10;
