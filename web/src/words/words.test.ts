// The two languages are held beside each other: whoever translates one can read the other line by line.
import { describe, expect, it } from "vitest";
import { EN } from "./en.ts";
import { FIELD_WORDS_EN, FIELD_WORDS_JA } from "./field-words.ts";
import { JA } from "./ja.ts";

const placesOf = (words: string) => [...words.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

const TABLES: [string, Record<string, string>, Record<string, string>][] = [
  ["the studio's words", EN, JA],
  ["the words of fields", FIELD_WORDS_EN, FIELD_WORDS_JA],
];

describe.each(TABLES)("%s", (_, english, japanese) => {
  it("have the same keys in the same order in both languages", () => {
    expect(Object.keys(japanese)).toEqual(Object.keys(english));
  });

  it("fill in the same in both, however they say it", () => {
    for (const [key, words] of Object.entries(english)) {
      expect([key, placesOf(japanese[key] ?? "")]).toEqual([key, placesOf(words)]);
    }
  });
});
