import { expect, test } from "vitest";
import { HEAP_LIMITS, heapLimitsFor } from "./memory-limits.ts";

test("processes of the local service are kept small, unless its environment lets them take what they like", () => {
  expect(heapLimitsFor({})).toBe(HEAP_LIMITS);
  expect(heapLimitsFor({ MEKURI_LOCAL_MEMORY: "" })).toBe(HEAP_LIMITS);
  expect(heapLimitsFor({ MEKURI_LOCAL_MEMORY: "small" })).toBe(HEAP_LIMITS);
  expect(heapLimitsFor({ MEKURI_LOCAL_MEMORY: "free" })).toEqual([]);
  expect(() => heapLimitsFor({ MEKURI_LOCAL_MEMORY: "lots" })).toThrow(/MEKURI_LOCAL_MEMORY is unusable/);
});
