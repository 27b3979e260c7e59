// The READMEs' tables against the results that they are made of.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ResultsSchema } from "./row.ts";
import { markdownTable, withBenchTable } from "./tables.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test.each([
  ["README.md", "en"],
  ["README.ja.md", "ja"],
] as const)("%s shows what bench/results.json holds", (file, language) => {
  const results = ResultsSchema.parse(JSON.parse(read("bench/results.json")));
  const page = read(file);
  expect(page).toBe(withBenchTable(page, markdownTable(results, language)));
});
