import { expect, test } from "vitest";
import { qualityLines } from "./quality-lines.ts";

const finding = {
  check: "face-covered" as const,
  page: 3,
  panel: "k2",
  text: "k2/w1",
  message: "the balloon covers the face of c1",
};

test("the command prints nothing for a book without faults or without a report", () => {
  expect(qualityLines(undefined)).toEqual([]);
  expect(qualityLines({ checked: {}, repairs: [{ ...finding, by: "moved" }], findings: [] })).toEqual([]);
});

test("remaining faults are printed with their places, the first of many", () => {
  const book = { check: "density" as const, message: "a page has 8.0 panels on average" };
  expect(qualityLines({ checked: {}, repairs: [], findings: [finding, book] })).toEqual([
    "2 quality finding(s) were not repaired; book.json lists them under quality.",
    "  p003 k2/w1 face-covered: the balloon covers the face of c1",
    "  density: a page has 8.0 panels on average",
  ]);
  const many = Array.from({ length: 12 }, () => finding);
  expect(qualityLines({ checked: {}, repairs: [], findings: many })).toHaveLength(6);
});

test("pictures too coarse for print are printed with the coarsest one", () => {
  const fine = { page: 1, panel: "k1", dpi: 300 };
  const report = { checked: {}, repairs: [], findings: [] };
  expect(qualityLines({ ...report, resolutions: [fine] })).toEqual([]);
  const coarse = [fine, { page: 2, panel: "k3", dpi: 173 }, { page: 2, panel: "k4", dpi: 210 }];
  expect(qualityLines({ ...report, resolutions: coarse })).toEqual([
    "Some pictures have fewer than 300 dots per inch in print; the lowest is 173 (p002 k3). book.json lists all under quality.resolutions.",
  ]);
});
