import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

/** The plain way to the same text. */
function spelled(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each !== "object" || each === null || Array.isArray(each)
      ? each
      : Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  );
}

test("equal values have one spelling, whatever the order of their keys", () => {
  const written = '{"a":[{"x":1,"y":{"b":2,"c":null}}],"z":"é"}';
  expect(canonicalJson({ z: "é", a: [{ y: { c: null, b: 2 }, x: 1 }] })).toBe(written);
  expect(canonicalJson({ a: [{ x: 1, y: { b: 2, c: null } }], z: "é" })).toBe(written);
});

test("any value is written as JSON with sorted keys, and is not changed", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const before = JSON.stringify(value);
      expect(canonicalJson(value)).toBe(spelled(value));
      expect(JSON.stringify(value)).toBe(before);
    }),
  );
});

test("undefined members are omitted, dates become texts, and numeric keys come first", () => {
  const value = { b: undefined, a: new Date(0), list: [undefined, { d: 1, c: undefined }], 10: "x", 2: "y" };
  expect(canonicalJson(value)).toBe(spelled(value));
  expect(() => canonicalJson(undefined)).toThrow(TypeError);
});
