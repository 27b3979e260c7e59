// How full the pages of a book are: on more pages the same story has fewer and larger panels on each. Fewer pages than the story needs do not
// have more panels: they leave narration out.
const MOST_PAGES = 100;

/** Number of pages as a share of what the story needs. Measured with the sample stories: 6.1, 4.2 and 3.4 panels a page. */
const SHARES = { usual: 1, airier: 1.5, airiest: 2 } as const;
export type Fullness = keyof typeof SHARES;

/** The number of pages of such a book; undefined if it would have no more than the next fuller one. `needed`: what the story needs. */
export function pagesFor(fullness: Fullness, needed: number): number | undefined {
  const airier = Math.min(MOST_PAGES, Math.max(Math.round(needed * SHARES.airier), needed + 1));
  const airiest = Math.min(MOST_PAGES, Math.max(Math.round(needed * SHARES.airiest), airier + 1));
  const [pages, fuller] = { usual: [needed, 0], airier: [airier, needed], airiest: [airiest, airier] }[
    fullness
  ];
  return pages !== undefined && fuller !== undefined && pages > fuller ? pages : undefined;
}
