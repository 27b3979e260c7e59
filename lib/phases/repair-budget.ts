// The book's budget for repairs of its lettered pages, so that a book of 100 crowded pages finishes too. It counts tries, as the drafter
// does, not time, so that finishing a book again gives the same repairs. A million tries take about half a second of CPU.

/** Tries that all pages share, in addition to each page's own `LEAST`. */
const SHARED = 40_000_000;
/** Tries that each page has, no matter how many the pages before it took. */
const LEAST = 100_000;

/** The most tries for the next page, after the pages before it took `spent`. A single page may have a lower limit of its own. */
export function repairShare({ pages, done, spent }: { pages: number; done: number; spent: number }): number {
  const later = pages - done - 1;
  return Math.max(LEAST, SHARED + (pages - later) * LEAST - spent);
}
