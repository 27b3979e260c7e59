// The book's budget for repairs of its lettered pages, so that a book of 100 crowded pages is finished too. It counts tries, as the
// drafter does, and never time: a book that is finished again is mended as before. A million tries are about half a second of CPU.

/** What all pages share, beside what each of them can use in any case. */
const SHARED = 40_000_000;
/** What each page can use, whatever the pages before it took. */
const LEAST = 100_000;

/** The most tries for the next page, when the pages before it took `spent`. One page may have a smaller limit of its own. */
export function repairShare({ pages, done, spent }: { pages: number; done: number; spent: number }): number {
  const later = pages - done - 1;
  return Math.max(LEAST, SHARED + (pages - later) * LEAST - spent);
}
