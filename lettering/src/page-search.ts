// What lettering a page is given beside the page: where its faces are, how much it may search, and what is known from before.

import type { PlacedText } from "./candidates.ts";
import type { Face, Keep, LetteredText, Panel } from "./page.ts";
import { MOST_TRIES, type SearchBudget, searchBudget } from "./search-budget.ts";
import type { Silhouette } from "./silhouette.ts";

/** What the lettering must know of a panel's art; boxes in the drawing's units, from the top left of its frame's box. */
export interface ArtMarks {
  faces: Face[];
  keep: Keep[];
  /** The panel's corners are not those of a frame, but of the white that a picture stands in. */
  unframed?: boolean;
}

/** A panel's texts and sounds, and what they came of. */
export interface LetteredPanel {
  panel: Panel;
  /** The words before it that are near enough to matter to it. */
  near: readonly Silhouette[];
  texts: readonly LetteredText[];
  silhouettes: readonly Silhouette[];
  /** Its search was ended by a budget. */
  limited: boolean;
}

/** The places that the search gives a panel's words, wherever a person or a repair puts some of them. */
export interface FreePlaces {
  near: readonly Silhouette[];
  placed: readonly PlacedText[];
  /** They are the best that were found before a budget ended the search. */
  limited: boolean;
}

/** How much a page may be searched, and what is known of it where it is lettered again and again. */
export interface PageSearch {
  budget: SearchBudget;
  /** The most tries for one panel. */
  panelLimit: number;
  /** By their ids. */
  panels: Map<string, LetteredPanel>;
  /** By panel and words; a search is of one layout of the page. */
  places: Map<string, FreePlaces>;
}

export function pageSearch(
  budget = searchBudget(MOST_TRIES.page),
  panelLimit: number = MOST_TRIES.panel,
): PageSearch {
  return { budget, panelLimit, panels: new Map(), places: new Map() };
}

/** Those panels whose search was ended by a budget when they were last lettered. */
export function limitedPanels({ panels }: PageSearch): string[] {
  return [...panels.values()].flatMap(({ panel, limited }) => (limited ? [panel.id] : []));
}

export const isSameList = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);
