import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cues, matchesOf } from "../words/cues.ts";
import { needlesOf, sieveOf } from "../words/needles.ts";
import { lexiconOf } from "./lexicons.ts";

describe("what a text must contain for a pattern to match", () => {
  it.each([
    ["box|crate", ["BOX", "CRATE"]],
    ["stor(?:y|ies)", ["STOR"]],
    ["jam[ -]?jar", ["JAM"]],
    ["colou?r", ["COLO"]],
    ["lamps*", ["LAMP"]],
    ["so+n", ["SO"]],
    ["(?:tea|coffee)[ -]kettle", ["KETTLE"]],
    ["(?<one>(?-i:ab))\\k<one>\\x41\\u0041\\u{41}", ["AB"]],
    ["(?<kind>tea|coffee)(?: cup)?", ["TEA", "COFFEE"]],
    ["(?<!\\p{L}['’])(?:loa(?:fs?|ves))(?![\\p{L}\\d])", ["LOA"]],
    ["(?<=the )\\b[Mm]r\\. ?X{2,3}", ["R."]],
    ["本(?!当)|手紙", ["本", "手紙"]],
    ["[a-z]+ing", ["ING"]],
    ["\\p{Script=Han}{2}", undefined],
    ["box|[a-z]+", undefined],
    ["(?:box)?|a*", undefined],
    ["^$", undefined],
  ] as const)("is, of %s, %j", (pattern, needles) => {
    expect(needlesOf(pattern)).toEqual(needles);
    expect(() => new RegExp(pattern, "u")).not.toThrow();
  });

  it("leaves out no pattern that matches, whatever its case", () => {
    const patterns = [/stor(?:y|ies)/giu, /ba?c|c+a/giu, /[ab]c?|本/giu, /(?:a(?:b|c)){1,2}b/giu, /ks/giu];
    const sieve = sieveOf(patterns);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcABC本storyieskſ\u212a") }), (text) => {
        const likely = sieve(text);
        for (const [index, pattern] of patterns.entries())
          if (text.search(pattern) >= 0) expect(likely).toContain(index);
      }),
    );
  });
});

/** Tables of a lexicon, those inside others too. */
const tablesIn = (of: object): Cues<unknown>[] =>
  Object.values(of).flatMap((value): Cues<unknown>[] => {
    if (Array.isArray(value)) return value[0]?.value === undefined ? [] : [value];
    return typeof value === "object" && !(value instanceof RegExp) ? tablesIn(value) : [];
  });

it.each(["ja", "en"] as const)("finds in stories every word of every table (%s)", (language) => {
  const folder = new URL("stories/", import.meta.url);
  const text = readdirSync(folder)
    .filter((name) => name.endsWith(`.${language}.txt`) && name !== "long.en.txt")
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");
  const tables = tablesIn(lexiconOf(language));
  expect(tables.length).toBeGreaterThan(15);
  for (const cues of tables) {
    const all = cues.flatMap(({ value, when, fits = () => true }) =>
      [...text.matchAll(when)]
        .filter(({ 0: word, index }) => fits(text.slice(0, index), text.slice(index + word.length), word))
        .map((match) => ({ value, at: match.index, text: match[0] })),
    );
    expect(matchesOf(text, cues)).toEqual(all);
  }
});
