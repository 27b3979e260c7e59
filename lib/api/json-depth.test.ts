import fc from "fast-check";
import { expect, it } from "vitest";
import { isNestedDeeper } from "./json-depth.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** Computes the depth by recursion, as consumers of a parsed value do. */
function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

it("measures the same depth as a walk through the parsed value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(7), (value, most) => {
      expect(isNestedDeeper(bytes(JSON.stringify(value)), most)).toBe(depthOf(value) > most);
    }),
  );
});

it("ignores brackets inside strings, also after an escaped quotation mark", () => {
  expect(isNestedDeeper(bytes('["[[[[", "\\"[[[[", "\\\\", "「[[」"]'), 1)).toBe(false);
  expect(isNestedDeeper(bytes('["\\\\", [1]]'), 1)).toBe(true);
});

it("needs no stack for a million brackets, closed or not", () => {
  expect(isNestedDeeper(bytes("[".repeat(1_000_000)))).toBe(true);
  expect(isNestedDeeper(bytes("[]".repeat(500_000)))).toBe(false);
});
