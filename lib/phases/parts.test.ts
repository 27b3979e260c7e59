// A session continues with its deployment's versions of the programs, and records them. A concept of one reader is never continued by
// another reader.
import { expect, test } from "vitest";
import type { Part } from "../manga/model-ids.ts";
import { styleOf } from "../manga/style-presets.ts";
import type { ReadingInputs } from "../models/reader.ts";
import { unmeteredContext } from "../models/unmetered-context.ts";
import { type StepRef, stepId } from "../pipeline/step-id.ts";
import { versionsOf } from "./made-by.ts";
import { artistOf, read } from "./parts.ts";
import type { MangaContext } from "./tools.ts";

const MODELS: Record<Part, string> = {
  reader: "offline-reader@11111111",
  director: "code-director@11111111",
  artist: "offline-artist@11111111",
};

interface Deployed {
  artist?: string;
  reader?: string;
  models?: typeof MODELS;
  conceptBy?: string;
}

function service({ artist = MODELS.artist, reader = MODELS.reader, models = MODELS, conceptBy }: Deployed) {
  const calls = unmeteredContext();
  const madeBy: string[] = [];
  const none = () => Promise.reject(new Error("not for pictures"));
  const context: MangaContext = {
    ...calls,
    ...{ sessionId: "s1", createdAt: "2026-03-04T05:06:08.000Z", take: 0 },
    params: {
      ...{ storyHash: "", language: "en", direction: "ltr", style: "manga", seed: 3, formats: [] },
      ...{ review: [], reviewTimeoutMinutes: 30, models },
    },
    tools: {
      artist: async () => ({ id: artist, draw: none }),
      reader: async () => ({ id: reader, read: async () => Promise.reject(new Error("is read")) }),
      ...{ director: none, stories: none, drafter: none, binder: none },
    },
    madeBy: (id) => void madeBy.push(id),
    ...{ edit: undefined, ownPrompt: async () => undefined, ownReferences: async () => [], asked: () => {} },
    given: new Set(),
    isFinal: () => false,
    madeOf: async () => undefined,
    before: async () => undefined,
    ...{ beside: [], references: (choose) => choose() },
    makerOf: () => conceptBy,
    ...{
      story: none,
      givenText: none,
      output: none,
      has: () => false,
      outputHash: () => "",
      putBlob: none,
      putBlobStream: none,
      getBlob: none,
    },
  };
  return { context, madeBy, notices: calls.notices };
}

test("a part of the session's first version is named by the parameters alone", async () => {
  const { context, madeBy, notices } = service({ artist: MODELS.artist });
  await artistOf(context);
  expect({ madeBy, notices }).toEqual({ madeBy: [], notices: [] });
});

test("another version is recorded in the result and on the timeline", async () => {
  const { context, madeBy, notices } = service({ artist: "offline-artist@22222222" });
  await artistOf(context);
  expect(madeBy).toEqual(["offline-artist@22222222"]);
  expect(notices).toEqual([
    "Made by offline-artist@22222222 instead of offline-artist@11111111, with which the session began: this version of Mekuri has another artist.",
  ]);
});

const INPUT: ReadingInputs["plot"] = {
  story: { language: "en", units: [] },
  brief: { direction: "ltr", style: "manga", seed: 3 },
  concept: {
    ...{ title: "-", language: "en", genre: "-", themes: [], mood: "neutral", world: "", audience: "" },
    ...{ people: [], pages: 1, style: styleOf("manga") },
  },
};
const BEFORE = { ...MODELS, reader: "offline-author@11111111" };

test("another version of the same reader continues the session", async () => {
  const { context, madeBy } = service({ reader: "offline-reader@22222222" });
  await expect(read(context, "plot", INPUT)).rejects.toThrow("is read");
  expect(madeBy).toEqual(["offline-reader@22222222"]);
});

test("a session whose reader no longer exists is read by the present one from the start", async () => {
  const fresh = service({ models: BEFORE });
  await expect(read(fresh.context, "concept", INPUT)).rejects.toThrow("is read");
  const begun = service({ models: BEFORE, conceptBy: MODELS.reader });
  await expect(read(begun.context, "plot", INPUT)).rejects.toThrow("is read");
  expect(begun.madeBy).toEqual([MODELS.reader]);
});

test.each(["characters", "plot"] as const)(
  "no %s is read after the concept of a reader that no longer exists",
  async (task) => {
    const { context, madeBy } = service({ models: BEFORE });
    await expect(read(context, task, INPUT)).rejects.toMatchObject({
      code: "model-unknown",
      message:
        "offline-author read this session's concept, and this version of Mekuri no longer has it. Start the story again; offline-reader then reads all of it.",
    });
    expect(madeBy).toEqual([]);
  },
);

const PAGES = [
  { number: 1, panels: [{ id: "k1" }, { id: "k2" }] },
  { number: 2, panels: [{ id: "k1" }] },
];

function versions(makers: Readonly<Record<string, string>>) {
  const makerOf = (step: StepRef) => makers[stepId(step)];
  return versionsOf({ pages: PAGES }, { models: MODELS, makerOf });
}

test("a book made by one version of each part lists no versions", () => {
  expect(versions({})).toBeUndefined();
});

test("a book lists all versions of the parts that had several, in the order of its steps", () => {
  expect(
    versions({ "storyboard/p002": "code-director@22222222", "artwork/p001/k1": "offline-artist@33333333" }),
  ).toEqual({
    director: [MODELS.director, "code-director@22222222"],
    artist: ["offline-artist@33333333", MODELS.artist],
  });
});

test("a part whose steps all have a later version is listed too", () => {
  const reader = "offline-reader@22222222";
  expect(versions({ concept: reader, characters: reader, plot: reader })).toEqual({ reader: [reader] });
});
