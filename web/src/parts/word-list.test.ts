import { expect, test } from "vitest";
import { joinWords, splitWords } from "./word-list.ts";

test("words shown in Japanese are converted to the book's words, and other words are kept", () => {
  const worn = ["white shirt", "dark trousers", "赤いマフラー"];
  const shown = joinWords(worn, "ja");
  expect(shown).toBe("白いシャツ、濃いズボン、赤いマフラー");
  expect(
    splitWords(`${shown}，麦わら帽子`, { known: [...worn, "straw hat"], tongue: "ja", most: 12 }),
  ).toEqual([...worn, "straw hat"]);
});

test("empty words and duplicates are removed, and the schema's limits are applied", () => {
  const bounds = { known: [], tongue: "en", most: 2 } as const;
  expect(splitWords("hat,, hat ,", bounds)).toEqual(["hat"]);
  expect(splitWords(`a, b, c`, bounds)).toEqual(["a", "b"]);
  expect(splitWords("x".repeat(300), bounds)[0]).toHaveLength(120);
});
