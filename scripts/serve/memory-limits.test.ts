import { expect, test } from "vitest";
import { HEAP_LIMITS, heapLimitsFor } from "./memory-limits.ts";

test("processes of the local service get memory limits unless the environment lifts them", () => {
  expect(heapLimitsFor({})).toBe(HEAP_LIMITS);
  expect(heapLimitsFor({ MEKURI_LOCAL_MEMORY: "" })).toBe(HEAP_LIMITS);
  expect(heapLimitsFor({ MEKURI_LOCAL_MEMORY: "small" })).toBe(HEAP_LIMITS);
  expect(heapLimitsFor({ MEKURI_LOCAL_MEMORY: "free" })).toEqual([]);
  expect(() => heapLimitsFor({ MEKURI_LOCAL_MEMORY: "lots" })).toThrow(/MEKURI_LOCAL_MEMORY is unusable/);
});
