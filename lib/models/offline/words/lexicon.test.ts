// The tables of visible things: every value can be drawn, and a word is never found inside another.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nounTableFile } from "../../noun-table-file.ts";
import { wordTableFile } from "../../word-table-file.ts";
import { ClothesSchema } from "../artist/closed/cast.ts";
import { PersonSchema } from "../artist/closed/person.ts";
import {
  ExpressionSchema,
  HourSchema,
  PlaceKindSchema,
  PoseSchema,
  WeatherSchema,
} from "../artist/closed/staging.ts";
import { sortedTable } from "../sorted-table.ts";
import { lexicon, plainLetters } from "./lexicon.ts";
import { SHOWN } from "./shown-words.ts";

const { top, bottom, hat } = ClothesSchema.shape;
const { age, kind } = PersonSchema.shape;

test.each([
  ["pose", PoseSchema.options],
  ["expression", ExpressionSchema.options],
  ["place", PlaceKindSchema.options],
  ["hour", HourSchema.options],
  ["weather", WeatherSchema.options],
  ["top", top.options],
  ["bottom", bottom.options],
  ["hat", hat.options],
  ["age", age.options],
  ["kind", kind.options],
] as const)("every word for %s has a value that can be drawn", (name, options) => {
  const values = [...SHOWN.values(name)].filter((value) => !(options as readonly string[]).includes(value));
  expect(values.filter((value) => (value as string) !== "-")).toEqual([]);
});

test("every kind of place has usual things, except sky and space", () => {
  const unknown = PlaceKindSchema.options.filter((place) => SHOWN.first(place, "usual") === undefined);
  expect(unknown).toEqual(["sky", "space"]);
});

test("the longest word at a position is found, and a part of another word is not", () => {
  expect(SHOWN.find("The Reading Room, by the room", "place")).toEqual([
    { value: "library", at: 4, text: "Reading Room" },
    { value: "room", at: 25, text: "room" },
  ]);
  expect(SHOWN.first("a scapegoat", "hat")).toBeUndefined();
  expect(SHOWN.find("キャンバスの前のバス", "place").map(({ at }) => at)).toEqual([8]);
});

test("a phrase in which a word means something else is not that word", () => {
  expect(SHOWN.first("鳥居", "kind")).toBeUndefined();
  expect(SHOWN.first("鳥", "kind")).toBe("bird");
  expect(SHOWN.at("鳥居", 0, "kind")).toBeUndefined();
});

test("an article or possessive in a phrase stands for any other", () => {
  for (const phrase of ["folded his arms", "folded her arms", "folded their arms"])
    expect(SHOWN.first(phrase, "pose")).toBe("arms-crossed");
});

test("letters keep their offsets in plain letters", () => {
  expect(plainLetters("İ’m ÉTÉ")).toBe("İ'm ÉtÉ");
});

test("an unknown class throws a RangeError", () => {
  expect(() => lexicon<Record<string, string>>("shown").first("a", "nobody")).toThrow(RangeError);
});

test("a long text takes time in proportion to its length", () => {
  const millis = (count: number) => {
    const text = "the quick brown fox jumped over the sleeping 走って ".repeat(count);
    const start = performance.now();
    SHOWN.find(text, "pose");
    return performance.now() - start;
  };
  millis(200);
  expect(millis(2_000)).toBeLessThan(Math.max(40, millis(200)) * 40);
});

/** A word with one short vowel and one consonant, which an ending doubles: `step`, but not `gulp` or `row`. */
const SHORT = /^[^aeiou']*[aeiou][^aeiouwxy']$/;

test.each(["shown", "wishes"])(
  "English words of the table of %s are inflected as English spells them",
  (subject) => {
    const rows = readFileSync(wordTableFile("en", subject), "utf8").split("\n");
    const phrases = rows
      .filter((row) => !row.startsWith("//"))
      .flatMap((row) => (row.split("\t")[1] ?? "").split(" "));
    const words = new Set(phrases.flatMap((phrase) => phrase.split("_")));
    const isVerb = (word: string) => sortedTable(nounTableFile("en", "verbs")).get(word) !== undefined;
    const wrong = [...words].flatMap((word) => {
      const end = word.at(-1) ?? "";
      // Wrong forms without doubling (stoped, stoping), except those of a verb in -e (hiding).
      const undoubled = SHORT.test(word) && !isVerb(`${word}e`) ? [`${word}ed`, `${word}ing`] : [];
      // Wrong doubled base forms: stopp, stopps.
      const doubled = SHORT.test(word) && word.length > 2 ? [`${word}${end}`, `${word}${end}s`] : [];
      // Wrong forms beside right ones: troted beside trotted.
      const [, stem = "", , ending = ""] = /^(.*([^aeiou]))\2(ed|ing)$/.exec(word) ?? [];
      const beside = SHORT.test(stem) ? [`${stem}${ending}`] : [];
      // Wrong forms that keep a silent e: heaveed, heaveing.
      const silent = /[^aeiou']e$/.test(word) ? [`${word}ed`, `${word}ing`] : [];
      return [...undoubled, ...doubled, ...beside, ...silent].filter((one) => words.has(one));
    });
    expect(wrong).toEqual([]);
    expect(phrases.filter((phrase) => /(?:^|_)an_[^aeiou]/.test(phrase))).toEqual([]);
  },
);
