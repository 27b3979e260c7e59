import { expect, test } from "vitest";
import { isMakingFile } from "./documents.ts";

test("a file is being made while one is asked for and the session is at work", () => {
  expect(isMakingFile({ status: "running", exports: { epub: { state: "running" } } })).toBe(true);
  expect(isMakingFile({ status: "running", exports: { epub: { state: "done" } } })).toBe(false);
  // A change: the book that files are made of is not there.
  expect(isMakingFile({ status: "running" })).toBe(false);
  // Stopped in the middle of it.
  expect(isMakingFile({ status: "cancelled", exports: { epub: { state: "running" } } })).toBe(false);
});
