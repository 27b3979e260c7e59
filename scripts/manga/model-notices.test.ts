// What `npm run manga` says before anything is paid.
import { expect, test } from "vitest";
import { estimateBook } from "../../lib/api/estimate.ts";
import { modelIds, parseModels } from "../../lib/models/model-sets.ts";
import { noticesOf } from "./model-notices.ts";

test("the price is said, and a limit that may end the book is warned of", () => {
  const estimate = (limitMicros: number) =>
    estimateBook({ pages: 8, models: modelIds(parseModels("simulated")), limitMicros });
  expect(noticesOf("simulated", estimate(40_000_000))).toEqual([
    "about 8 pages, about $3.09; Ctrl-C cancels",
  ]);
  expect(noticesOf("simulated", estimate(2_000_000)).at(-1)).toBe(
    "The book is estimated at $3.09, and the limit of $2.00 may end it before it is finished; $4.74 is enough.",
  );
  expect(
    noticesOf(
      "offline",
      estimateBook({ pages: 8, models: modelIds(parseModels("offline")), limitMicros: 0 }),
    ),
  ).toEqual([]);
});
