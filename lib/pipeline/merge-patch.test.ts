import { expect, test } from "vitest";
import { mergePatch } from "./merge-patch.ts";
import { EditRefusedError } from "./step-editor.ts";

// The examples of RFC 7386, appendix A.
test.each([
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [
    ["a", "b"],
    ["c", "d"],
    ["c", "d"],
  ],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])("%j patched with %j gives %j", (target, patch, merged) => {
  const before = structuredClone(target);
  expect(mergePatch(target, patch)).toEqual(merged);
  expect(target).toEqual(before);
});

test("a member that is called __proto__ is a member like any other", () => {
  const merged = mergePatch({}, JSON.parse('{"__proto__":{"polluted":1}}'));
  expect(Object.hasOwn(merged as object, "__proto__")).toBe(true);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
  ["a list", { a: { b: Array(2_001).fill(1) } }],
  ["an object", Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`m${index}`, index]))],
  ["a text", { a: ["x".repeat(10_001)] }],
])("a patch with more in %s than any result has is refused", (_what, patch) => {
  expect(() => mergePatch({}, patch)).toThrow(EditRefusedError);
});

test.each([5_000, 500_000])("a patch that is nested %i deep is refused, in objects or in arrays", (depth) => {
  const objects = JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);
  const arrays = { a: JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`) };
  expect(() => mergePatch({}, objects)).toThrow(EditRefusedError);
  expect(() => mergePatch({}, arrays)).toThrow(EditRefusedError);
});
