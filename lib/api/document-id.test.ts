import { expect, test } from "vitest";
import { isDocumentId } from "./document-id.ts";
import { UNUSABLE_IDS } from "./document-id-samples.ts";

test.each(UNUSABLE_IDS)("%j is the id of no document", (id) => {
  expect(isDocumentId(id)).toBe(false);
});

test.each(["a", "...", "__a", "a__", "_a_", "雨".repeat(500), "x".repeat(1_500), "%2F", "3f2a-9"])(
  "%j may be the id of a document",
  (id) => {
    expect(isDocumentId(id)).toBe(true);
  },
);
