// Letters a page within its budget, and adds a finding if the budget ended a search.

import { type ArtMarks, limitedPanels, pageSearch } from "../../../lettering/src/page-search.ts";
import type { Panel } from "../../manga/storyboard.ts";
import type { LetteredPage, PageBrief } from "../drafter.ts";
import { letterPage } from "../letter-page.ts";
import { searchLimitFinding } from "./search-limit.ts";

/** Rethrows errors of loading a font. */
export async function letterWithin(
  panels: readonly Panel[],
  art: ReadonlyMap<string, ArtMarks>,
  page: PageBrief,
): Promise<LetteredPage> {
  const search = pageSearch();
  const texts = await letterPage(panels, art, page, search);
  const limits = limitedPanels(search).map((panel) => searchLimitFinding("places", page.number, panel));
  return { texts, limits, tries: search.budget.spent };
}
