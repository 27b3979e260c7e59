import { expect, test } from "vitest";
import { upcast, versionOf } from "./upcast.ts";

test("a document of an earlier version is raised to today's, and today's stays as it is", () => {
  expect(upcast("story", { schemaVersion: 1, ownerId: "ann" })).toEqual({
    schemaVersion: 2,
    ownerId: "ann",
    key: null,
  });
  const today = { schemaVersion: 2, ownerId: "ann", key: { by: "k" } };
  expect(upcast("story", today)).toEqual(today);
  expect(versionOf("story")).toBe(2);
});

test("an existing account keeps the general daily limit, and one whose migration was reverted its own", () => {
  expect(upcast("user", { schemaVersion: 1, ownerId: "ann" })).toEqual({
    ...{ schemaVersion: 2, ownerId: "ann", dayLimit: "service" },
  });
  expect(upcast("user", { schemaVersion: 1, dayLimit: 5 })).toEqual({ schemaVersion: 2, dayLimit: 5 });
});

test("a document of a future version is refused, with advice", () => {
  expect(() => upcast("story", { schemaVersion: 9 })).toThrow(
    "reads up to 2: deploy the newer version again",
  );
  expect(() => upcast("story", { ownerId: "ann" })).toThrow();
});

test("results of phases are converted to open words, and a person in a panel gets a side", () => {
  const plot = { scenes: [{ id: "s1", place: { kind: "bridge", name: "" } }], pages: [], leftOut: [] };
  expect(upcast("phase", { schemaVersion: 1, phase: "plot", output: plot })).toMatchObject({
    schemaVersion: 2,
    output: { places: [{ id: "l1", kind: "bridge" }], scenes: [{ id: "s1", place: "l1" }] },
  });
  const bound = { schemaVersion: 1, phase: "finish", output: { title: "T" } };
  expect(upcast("phase", bound)).toEqual({ ...bound, schemaVersion: 2 });
  const panels = [{ id: "k1", people: [{ character: "c1", at: 0.25 }] }, { id: "k2" }];
  expect(upcast("page", { schemaVersion: 1, panels })).toEqual({
    schemaVersion: 2,
    panels: [{ id: "k1", people: [{ character: "c1", side: 0.25 }] }, { id: "k2" }],
  });
});
