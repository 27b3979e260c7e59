// Compares the table in docs/proof/bench.md with the results.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ResultsSchema } from "./row.ts";
import { markdownTable, withBenchTable } from "./tables.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test("docs/proof/bench.md has the table of bench/results.json", () => {
  const results = ResultsSchema.parse(JSON.parse(read("bench/results.json")));
  const page = read("docs/proof/bench.md");
  expect(page).toBe(withBenchTable(page, markdownTable(results)));
});
