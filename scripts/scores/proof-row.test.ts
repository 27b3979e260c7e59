// Rows of measurements are appended and never overwritten.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendRow, type Measurement, openProof, wideGaps } from "./proof-row.ts";
import { FIGURES, type Figures, figuresByLanguage } from "./reader-scores.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proof-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const none = figuresByLanguage([]);
const figures = (part: number): Figures =>
  Object.fromEntries(FIGURES.map((name) => [name, { part, of: 4 }])) as Figures;
const measurement: Measurement = {
  ...{ date: "2026-11-30", commit: "be45976", reader: "offline-author", stories: 11, unread: 0 },
  development: { ...none, both: figures(3) },
  test: { ...none, both: figures(2) },
};

describe("the table of measurements", () => {
  it("gets a header once and a row for each measurement, and keeps earlier rows", () => {
    const file = join(folder, "reader-test.tsv");
    appendRow(file, measurement);
    const first = readFileSync(file, "utf8");
    appendRow(file, { ...measurement, commit: "1234567" });
    const both = readFileSync(file, "utf8");
    expect(both.startsWith(first)).toBe(true);
    expect(both.trimEnd().split("\n")).toHaveLength(3);
  });

  it("has both sets and the gap of each figure, and a dash for an empty denominator", () => {
    const file = join(folder, "reader-test.tsv");
    appendRow(file, measurement);
    const [header = "", row = ""] = readFileSync(file, "utf8").split("\n");
    const cells = new Map(header.split("\t").map((name, at) => [name, row.split("\t")[at]]));
    expect(cells.get("lines right, both")).toBe("75.0 50.0 -25.0");
    expect(cells.get("lines right, en")).toBe("- - -");
    expect(cells.get("commit")).toBe("be45976");
  });

  it("refuses a file with other columns", () => {
    const file = join(folder, "reader-test.tsv");
    writeFileSync(file, "date\tsomething\n");
    expect(() => openProof(file)).toThrow("has other columns");
    expect(() => appendRow(file, measurement)).toThrow("has other columns");
    expect(readFileSync(file, "utf8")).toBe("date\tsomething\n");
  });

  it("lists figures whose sets differ by more than five points", () => {
    const lines = wideGaps(measurement);
    expect(lines).toHaveLength(FIGURES.length);
    expect(lines.every((line) => line.includes(", both"))).toBe(true);
    expect(lines[2]).toMatch(/^lines right, both +75\.0 % and 50\.0 %, -25\.0 points$/u);
    const five = { part: 70, of: 100 };
    const sets = { development: { ...none, en: { ...none.en, found: { part: 75, of: 100 } } } };
    expect(wideGaps({ ...sets, test: { ...none, en: { ...none.en, found: five } } })).toEqual([]);
  });
});
