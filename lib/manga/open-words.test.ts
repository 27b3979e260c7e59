// The book's data has no closed list of what can be drawn. Enumerations exist only for values on which code branches, and they are few.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { CastSchema } from "./cast.ts";
import { ConceptSchema } from "./concept.ts";
import { PlotSchema } from "./plot.ts";
import { StoryboardPageSchema } from "./storyboard.ts";

/** Fields in which code reports its own checks, and what a person sets on lettering by hand; no model is asked for them. */
const NOT_ASKED = new Set(["repairs", "limits", "set"]);

/** The values of all enumerations that schemas reach, each enumeration once. */
function enumerationsIn(...schemas: readonly z.ZodType[]): string[][] {
  const found = new Map<string, string[]>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("enum" in value && Array.isArray(value.enum)) {
      const values = value.enum.map(String);
      found.set(values.join("|"), values);
    }
    for (const [member, below] of Object.entries(value)) if (!NOT_ASKED.has(member)) look(below);
  };
  for (const schema of schemas) look(z.toJSONSchema(schema, { io: "input" }));
  return [...found.values()];
}

test("all results of reader and director together have at most 80 enumerated values", () => {
  const lists = enumerationsIn(ConceptSchema, CastSchema, PlotSchema, StoryboardPageSchema);
  // Proves that enumerations are found: moods, voices, shots.
  expect(
    lists
      .map((values) => values.length)
      .toSorted((a, b) => b - a)
      .slice(0, 3),
  ).toEqual([9, 8, 7]);
  expect(lists.flat().length).toBeLessThanOrEqual(80);
});

/**
 * The longest list of words that each file may have. A list in any other file is new: its values should be open words, or belong to the
 * artist.
 */
const LISTS: Readonly<Record<string, number>> = {
  "staging.ts": 8,
  "concept.ts": 2,
  "plot.ts": 2,
  "storyboard.ts": 3,
};

test("no other file of the book's schemas has a list of words", () => {
  const counted = Object.keys(LISTS).map((file) => [file, listsOf(file)]);
  expect(Object.fromEntries(counted)).toEqual(LISTS);
  for (const file of ["cast.ts", "moment.ts", "place.ts", "style.ts"])
    expect([file, listsOf(file)]).toEqual([file, 0]);
  // A list of things is long, in whatever form it is written.
  const long = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .filter((file) => longestList(file) > 30);
  expect(long).toEqual([]);
});

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");

const listsOf = (file: string): number => textOf(file).match(/\bz\s*\.enum\(/g)?.length ?? 0;

/** Counts quoted words with only commas, brackets, spreads and comments between them. */
function longestList(file: string): number {
  const lists = textOf(file).match(/(?:"[a-z][a-z-]*"(?:,|\s|\.{3}|[()[\]]|as const|\/\/[^\n]*)*)+/g) ?? [];
  return Math.max(0, ...lists.map((list) => list.match(/"/g)?.length ?? 0)) / 2;
}
