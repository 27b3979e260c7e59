import { expect, test } from "vitest";
import { differences } from "./differences.ts";

test("equal values have no differences, whatever the order of their members", () => {
  expect(differences({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toEqual([]);
  expect(differences({ a: undefined }, {})).toEqual([]);
});

test("the smallest differing parts are named, with their old and new values", () => {
  const old = { title: "A", panels: [{ id: "k1", text: "x" }, { id: "k2" }], gone: 1 };
  const now = {
    title: "A",
    panels: [
      { id: "k1", text: "y" },
      { id: "k2", more: [1] },
    ],
    fresh: null,
  };
  expect(differences(old, now)).toEqual([
    { path: "panels/0/text", old: "x", new: "y" },
    { path: "panels/1/more", new: [1] },
    { path: "gone", old: 1 },
    { path: "fresh", new: null },
  ]);
});

test("values of different kinds differ as a whole", () => {
  expect(differences([1], { 0: 1 })).toEqual([{ path: "", old: [1], new: { 0: 1 } }]);
  expect(differences({ a: [1, 2] }, { a: [1] })).toEqual([{ path: "a/1", old: 2 }]);
});
