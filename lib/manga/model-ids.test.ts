import { expect, test } from "vitest";
import { ModelIdsSchema } from "./model-ids.ts";

const IDS = { reader: "offline-reader@1f3a9c2e", director: "code-director@1", artist: "a@1" };

test("ids of reader, director and artist are read unchanged", () => {
  expect(ModelIdsSchema.parse(IDS)).toEqual(IDS);
});

test("the writer of an older session or book becomes its reader and its director", () => {
  const writer = "gemini/gemini-3.8-flash@5";
  const older = { writer, artist: "offline-artist@1" };
  expect(ModelIdsSchema.parse(older)).toEqual({
    ...{ reader: writer, director: writer, artist: "offline-artist@1" },
  });
});

test.each([[undefined], ["offline"], [{ ...IDS, director: undefined }], [{ writer: "w" }], [{}]])(
  "%j is refused",
  (stored) => {
    expect(ModelIdsSchema.safeParse(stored).success).toBe(false);
  },
);
