// The finding for a search that hit its budget.
import type { QualityFinding } from "../../manga/quality.ts";

/** The kind of search: positions of words and sounds, a layout without findings, or repairs. */
type SearchedFor = "places" | "layout" | "repairs";

const MESSAGES: Record<SearchedFor, string> = {
  places:
    "the search for text positions reached its limit: words and sounds are at the best positions found so far",
  layout: "the search for a layout reached its limit: the page has the best layout found so far",
  repairs: "the search for repairs reached its limit: other words or frames may repair the remaining faults",
};

export function searchLimitFinding(sought: SearchedFor, page: number, panel?: string): QualityFinding {
  return { check: "search-limit", page, ...(panel !== undefined && { panel }), message: MESSAGES[sought] };
}
