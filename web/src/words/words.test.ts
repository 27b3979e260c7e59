// The two language files are held beside each other: whoever translates one can read the other line by line.
import { expect, it } from "vitest";
import { EN, isWordKey } from "./en.ts";
import { JA } from "./ja.ts";

const placesOf = (words: string) => [...words.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

it("the same keys stand in the same order in both", () => {
  expect(Object.keys(JA)).toEqual(Object.keys(EN));
});

it("both fill in the same, however they say it", () => {
  for (const [key, words] of Object.entries(EN)) {
    if (isWordKey(key)) expect([key, placesOf(JA[key])]).toEqual([key, placesOf(words)]);
  }
});
