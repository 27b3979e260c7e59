// Tables of `assets` contain no code: their cells are values, lists, choices, ranges and references by name, without arithmetic.
import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ASSETS = join(import.meta.dirname, "../../assets");
const TABLES = globSync(join(ASSETS, "**/*.tsv")).toSorted();
const PLACES = TABLES.filter((file) => relative(ASSETS, file).startsWith("places/"));

/** The cells of a table, each with its file and line, without comments. */
const cellsOf = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) =>
      line.startsWith("//")
        ? []
        : line.split("\t").map((cell) => ({ cell, where: `${relative(ASSETS, file)}:${at + 1}` })),
    );

/** Code that no table may contain: templates, functions, and two numbers or names joined by an operator. */
const CODE =
  /\$\{|=>|<script|\b(?:calc|min|max|clamp|Math\.\w+)\(|[\d.][a-z]*\s*[+^]\s*[\d.]|\d\s+[-*/]\s+\d/;
/** Sums that no table of places may contain: a multiple of a unit plus an offset, or an offset in a unit. */
const SUM = /(?:^|[^a-z\d.])(?!1[a-z])-?[\d.]+[a-z]+:|[a-z]:-?[\d.]+[a-z]/;
/** Syntax that only regular expressions have: groups with `?` or bars, classes, escapes, end anchors and repetitions. */
const REGULAR =
  /\(\?|[- ]\?\p{L}|\([^)]*\||\[[^\]]+\]|\\|[\p{L})\].](?:[?+]|\*(?!\d))|[\p{L})\]]\{\d|\$(?:\||$)/u;

describe("the cells of the tables", () => {
  it("have no code", () => {
    expect(TABLES.length).toBeGreaterThan(500);
    for (const { cell, where } of TABLES.flatMap(cellsOf)) expect(cell, where).not.toMatch(CODE);
  });

  it("have no regular expressions", () => {
    const cells = TABLES.flatMap(cellsOf).filter(({ cell }) => REGULAR.test(cell));
    expect(cells).toEqual([]);
  });

  it.each([
    "hands?",
    "wheel ?chair",
    "(wall|fence)",
    "(?:his|her) hand",
    "[馬牛]を",
    "a\\b",
    "[a-z]+ wall",
    "c\\d+",
    "\\p{L}*",
    "sleeves$",
    "(?<!a)b",
  ])("would contain one with %j", (cell) => {
    expect(cell).toMatch(REGULAR);
  });

  it("have no sums of lengths in places", () => {
    expect(PLACES.length).toBeGreaterThan(400);
    const sums = PLACES.flatMap(cellsOf).filter(({ cell }) => SUM.test(cell));
    expect(sums).toEqual([]);
  });
});
