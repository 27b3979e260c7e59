import { expect, test } from "vitest";
import { bookWord, shownWord, UNAMBIGUOUS_WORDS } from "./known-words.ts";

test("a word of the book is shown in the studio's language, and stored in the book's form", () => {
  expect(shownWord("look-back", "en")).toBe("look back");
  expect(shownWord("look-back", "ja")).toBe("振り返る");
  expect(shownWord("look back", "ja")).toBe("振り返る");
  expect(shownWord("dark trousers", "ja")).toBe("濃いズボン");
  for (const tongue of ["ja", "en"] as const) {
    const words = ["look-back", "asleep", "sleep", "dark trousers"];
    for (const word of words) expect(bookWord(shownWord(word, tongue), words, { tongue })).toBe(word);
  }
});

test("any other word stays as typed", () => {
  expect(shownWord("sharpens a scythe", "ja")).toBe("sharpens a scythe");
  expect(bookWord("鎌を研ぐ", ["stand"], { tongue: "ja" })).toBe("鎌を研ぐ");
});

test("a held bow is translated differently from the gesture", () => {
  expect(shownWord("bow", "ja", "doing")).toBe("お辞儀");
  expect(shownWord("bow", "ja", "thing")).toBe("弓");
  expect(bookWord("弓", ["bow"], { tongue: "ja", field: "thing" })).toBe("bow");
});

test("while the vocabulary is not loaded, a translation of one word is converted, and one of several stays", () => {
  expect(bookWord("ヘルメット", UNAMBIGUOUS_WORDS, { tongue: "ja" })).toBe("helmet");
  // A look of a face and an effect in the air.
  expect(bookWord("衝撃", UNAMBIGUOUS_WORDS, { tongue: "ja" })).toBe("衝撃");
});
