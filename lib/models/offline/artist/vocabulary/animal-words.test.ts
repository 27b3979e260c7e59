// The table of animals: each word means the animal of its row.
import { expect, it } from "vitest";
import { ANIMAL_WORDS, animalCalled } from "./animal.ts";

it("finds the animal of its row for every word in both languages", () => {
  const wrong = ANIMAL_WORDS.flatMap(({ animal, ja, en }) =>
    [...ja, ...en].filter((word) => animalCalled(word)?.value !== animal),
  );
  expect(wrong).toEqual([]);
});

it("finds the animal in a creature's name, and none in a person's", () => {
  const names = ["the old fox", "狐", "白うさぎ", "Wolves", "月の輪熊", "子グマ", "a hare", "forbearing Tom"];
  const found = names.map((name) => animalCalled(name)?.value);
  expect(found).toEqual(["fox", "fox", "rabbit", "wolf", "bear", "bear", "rabbit", undefined]);
});
