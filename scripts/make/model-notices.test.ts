// Messages of `npm run manga` before anything is paid.
import { expect, test } from "vitest";
import { estimateBook } from "../../lib/api/estimate.ts";
import { modelIds, parseModels } from "../../lib/models/model-sets.ts";
import { noticesOf } from "./model-notices.ts";

const PIPED = { isRead: false };

test("the price is printed, with a warning if the limit may end the book", () => {
  const estimate = (limitMicros: number) =>
    estimateBook({ pages: 8, models: modelIds(parseModels("simulated")), limitMicros });
  expect(noticesOf("simulated", estimate(40_000_000), PIPED)).toEqual([
    "about 8 pages, about $3.37; Ctrl-C cancels",
  ]);
  expect(noticesOf("simulated", estimate(2_000_000), PIPED).at(-1)).toBe(
    "The estimated cost is $3.37. With the limit of $2.00 the book may stop unfinished; $5.65 is enough.",
  );
});

const offline = estimateBook({ pages: 8, models: modelIds(parseModels("offline")), limitMicros: 0 });

test("a book of programs gets one line about better models, only on a terminal", () => {
  expect(noticesOf("offline", offline, PIPED)).toEqual([]);
  const [line, ...more] = noticesOf("offline", offline, { isRead: true });
  expect(line).toMatch(/--models auto .*--models gemini/);
  expect(line).not.toContain("\n");
  expect(more).toEqual([]);
});

test("auto prints where the story is sent, also without a terminal", () => {
  const notices = ["the story goes to Ollama (qwen3:8b) at http://127.0.0.1:11434"];
  expect(noticesOf("auto", { ...offline, notices }, PIPED)).toEqual(notices);
});
