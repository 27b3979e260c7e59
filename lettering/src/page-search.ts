// The inputs of a page's lettering besides the page: the marks of its art, its search budget, and results of earlier letterings.

import type { PlacedText } from "./candidates.ts";
import type { Face, Keep, LetteredText, Panel } from "./page.ts";
import { MOST_TRIES, type SearchBudget, searchBudget } from "./search-budget.ts";
import type { Silhouette } from "./silhouette.ts";

/** Areas of a panel's art that matter to its words; boxes in the drawing's units, from the top left of its frame's box. */
export interface ArtMarks {
  faces: Face[];
  keep: Keep[];
  /** The panel's corners are those of the white around a picture, not of an inked frame. */
  unframed?: boolean;
}

/** A panel's texts and sounds, and the inputs from which they were made. */
export interface LetteredPanel {
  panel: Panel;
  /** The words of earlier panels that are near enough to affect this panel. */
  near: readonly Silhouette[];
  texts: readonly LetteredText[];
  silhouettes: readonly Silhouette[];
  /** A budget ended its search. */
  limited: boolean;
}

/** The places that the search gives a panel's words when it may place all of them. */
export interface FreePlaces {
  near: readonly Silhouette[];
  placed: readonly PlacedText[];
  /** A budget ended the search; the places are the best that were found before. */
  limited: boolean;
}

/** The search budget of a page, and its cached results, for a page that is lettered repeatedly. */
export interface PageSearch {
  budget: SearchBudget;
  /** The most tries for one panel. */
  panelLimit: number;
  /** Lettered panels by panel id. */
  panels: Map<string, LetteredPanel>;
  /** Places by panel and words; valid for one layout of the page. */
  places: Map<string, FreePlaces>;
}

export function pageSearch(
  budget = searchBudget(MOST_TRIES.page),
  panelLimit: number = MOST_TRIES.panel,
): PageSearch {
  return { budget, panelLimit, panels: new Map(), places: new Map() };
}

/** Ids of the panels whose last search was ended by a budget. */
export function limitedPanels({ panels }: PageSearch): string[] {
  return [...panels.values()].flatMap(({ panel, limited }) => (limited ? [panel.id] : []));
}

export const isSameList = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);
