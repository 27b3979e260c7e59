import { expect, test } from "vitest";
import {
  type ClientSession,
  charactersIn,
  isDrawnOffline,
  isMakingFile,
  placesIn,
  plotPagesIn,
  sideIn,
} from "./documents.ts";

test("a file is being made while one is asked for and the session is at work", () => {
  expect(isMakingFile({ status: "running", exports: { epub: { state: "running" } } })).toBe(true);
  expect(isMakingFile({ status: "running", exports: { epub: { state: "done" } } })).toBe(false);
  // A change: the book that files are made of is not there.
  expect(isMakingFile({ status: "running" })).toBe(false);
  // Stopped in the middle of it.
  expect(isMakingFile({ status: "cancelled", exports: { epub: { state: "running" } } })).toBe(false);
});

test("a cast of the form before is shown without what was not words then", () => {
  const before = {
    characters: [
      {
        ...{ id: "c1", name: "Mina", kind: "human", age: "child", gender: "female", build: "small" },
        ...{ hair: { style: "bob", fill: "dark" }, clothes: { top: "shirt" }, description: "Mina." },
      },
    ],
  };
  const [mina] = charactersIn(before);
  expect(mina).toMatchObject({ name: "Mina", sex: "female", build: "small", marks: [], outfits: [] });
  expect(mina).not.toHaveProperty("hair");
  expect(charactersIn(undefined)).toEqual([]);
});

test("a plot of the form before has no places, and beats without figures", () => {
  const beat = { id: "b1", people: [{ character: "c1", expression: "calm" }], props: ["lamp"], lines: [] };
  const before = { scenes: [], pages: [{ number: 1, beats: [beat] }] };
  expect(placesIn(before)).toEqual([]);
  expect(plotPagesIn(before)[0]?.beats[0]).toMatchObject({ id: "b1", figures: [], things: [], effects: [] });
});

test("where somebody stands is read of documents of before, too", () => {
  expect(sideIn({ side: 0.2 })).toBe(0.2);
  expect(sideIn({ at: 0.8 })).toBe(0.8);
});

test("the offline artist draws what a hosted writer tells", () => {
  const drawn = (artist: string) =>
    isDrawnOffline({ params: { models: { artist } } as unknown as ClientSession["params"] });
  expect(drawn("offline-artist@3")).toBe(true);
  expect(drawn("simulated-artist@1")).toBe(true);
  expect(drawn("gemini:gemini-3-image")).toBe(false);
});
