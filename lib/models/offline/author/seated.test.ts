import { expect, test } from "vitest";
import type { Draft } from "./draft.ts";
import type { StagedScene } from "./scenes.ts";
import { seatFellows } from "./seated.ts";

type Posed = readonly [character: string, pose: Draft["people"][number]["pose"]];

const draft = (action: string, ...people: readonly Posed[]): Draft =>
  ({
    ...{ scene: "s1", action },
    people: people.map(([character, pose]) => ({ character, pose, expression: "calm" })),
  }) as unknown as Draft;
const stage = (kind: string): StagedScene =>
  ({ scene: { id: "s1", place: { kind, name: "" } } }) as unknown as StagedScene;
const posesOf = (drafts: readonly Draft[], kind: string) =>
  seatFellows(drafts, [stage(kind)]).map(({ people }) => people.map(({ pose }) => pose));

test("whoever talks in a train with somebody who sits, sits; at a station they stand", () => {
  const drafts = [draft("健太は座っていた。", ["c1", "sit"]), draft("と老人が言った。", ["c2", "stand"])];
  expect(posesOf(drafts, "train")).toEqual([["sit"], ["sit"]]);
  expect(posesOf(drafts, "station")).toEqual([["sit"], ["stand"]]);
});

test("whoever stands at a strap stands on", () => {
  const drafts = [
    draft("Mina sat down.", ["c1", "sit"]),
    draft("Ken held on to a strap.", ["c2", "stand"]),
    draft("said Ken.", ["c2", "stand"]),
  ];
  expect(posesOf(drafts, "bus")).toEqual([["sit"], ["stand"], ["stand"]]);
});
