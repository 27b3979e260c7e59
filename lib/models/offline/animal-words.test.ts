// The table of animals: each of its words is the animal that it stands with.
import { expect, it } from "vitest";
import { ANIMALS, animalOf } from "./animal-words.ts";

it("is known by its words in both languages, each word as the animal that it is", () => {
  const wrong = ANIMALS.flatMap(({ animal: name, kind, ja, en }) =>
    [...ja, ...en].filter((word) => animalOf({ kind, name: word, description: "" }) !== name),
  );
  expect(wrong).toEqual([]);
});

it("finds the animal that a creature's name says, and in people none", () => {
  const names = ["the old fox", "狐", "白うさぎ", "Wolves", "月の輪熊", "子グマ", "dragon", "a hare"];
  const found = [...names, "forbearing Tom"].map((name) =>
    animalOf({ kind: "creature", name, description: "" }),
  );
  expect(found).toEqual(["fox", "fox", "rabbit", "wolf", "bear", "bear", undefined, "rabbit", undefined]);
  expect(animalOf({ kind: "human", name: "Fox", description: "" })).toBeUndefined();
});
