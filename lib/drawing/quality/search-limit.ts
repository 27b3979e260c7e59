// The finding for a search that hit its budget.
import type { QualityFinding } from "../../manga/quality.ts";

/** The kind of search: positions of words and sounds, a layout without findings, or repairs. */
type SearchedFor = "places" | "layout" | "repairs";

const MESSAGES: Record<SearchedFor, string> = {
  places: "the search for places ended at its limit: words and sounds stand at the best places found by then",
  layout: "the search for a layout ended at its limit: the page has the best one found by then",
  repairs:
    "the search for repairs ended at its limit: what is still wrong may be mended by other words or frames",
};

export function searchLimitFinding(sought: SearchedFor, page: number, panel?: string): QualityFinding {
  return { check: "search-limit", page, ...(panel !== undefined && { panel }), message: MESSAGES[sought] };
}
