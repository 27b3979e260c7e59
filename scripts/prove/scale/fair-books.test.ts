// One owner's thousand panels in the window of a model, and another's one-page book: it takes at most twice as long as alone, at any limit.
import { expect, it } from "vitest";
import { MOST_TIMES, timesAlone } from "./fair-books.ts";

/** Those at which a window has fewer slots than the book has pictures, as many, and more. `npm run prove -- fair-books` has all. */
const RATES = [4, 5, 6, 7, 8, 9, 10, 12, 20, 60];

it.each(RATES)(
  "a one-page book beside a thousand panels, at %i pictures a minute",
  { timeout: 240_000 },
  async (picturesPerMinute) => {
    const { aloneMs, times } = await timesAlone({ picturesPerMinute, seeds: 2 });
    expect(aloneMs).toBeGreaterThan(30_000);
    expect(Math.max(...times)).toBeLessThanOrEqual(MOST_TIMES);
  },
);
