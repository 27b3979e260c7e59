// The table of docs/proof/bench.md against the results that it is made of.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ResultsSchema } from "./row.ts";
import { markdownTable, withBenchTable } from "./tables.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test("docs/proof/bench.md shows what bench/results.json holds", () => {
  const results = ResultsSchema.parse(JSON.parse(read("bench/results.json")));
  const page = read("docs/proof/bench.md");
  expect(page).toBe(withBenchTable(page, markdownTable(results)));
});
