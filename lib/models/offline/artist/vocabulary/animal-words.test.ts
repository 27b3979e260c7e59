// The table of animals: each of its words is the animal that it stands with.
import { expect, it } from "vitest";
import { ANIMAL_WORDS, animalCalled } from "./animal.ts";

it("is known by its words in both languages, each word as the animal that it is", () => {
  const wrong = ANIMAL_WORDS.flatMap(({ animal, ja, en }) =>
    [...ja, ...en].filter((word) => animalCalled(word)?.value !== animal),
  );
  expect(wrong).toEqual([]);
});

it("finds the animal that a creature's name says, and in people none", () => {
  const names = ["the old fox", "狐", "白うさぎ", "Wolves", "月の輪熊", "子グマ", "a hare", "forbearing Tom"];
  const found = names.map((name) => animalCalled(name)?.value);
  expect(found).toEqual(["fox", "fox", "rabbit", "wolf", "bear", "bear", "rabbit", undefined]);
});
