// Compares the two languages' tables, which have the same order so that translators can compare them line by line.
import { describe, expect, it } from "vitest";
import { ACCOUNT_WORDS_EN, ACCOUNT_WORDS_JA } from "./account-words.ts";
import { EN } from "./en.ts";
import { FACTOR_WORDS_EN, FACTOR_WORDS_JA } from "./factor-words.ts";
import { FIELD_WORDS_EN, FIELD_WORDS_JA } from "./field-words.ts";
import { FORM_WORDS_EN, FORM_WORDS_JA } from "./form-words.ts";
import { FRAME_WORDS_EN, FRAME_WORDS_JA } from "./frame-words.ts";
import { JA } from "./ja.ts";
import { LETTER_WORDS_EN, LETTER_WORDS_JA } from "./letter-words.ts";
import { MEMBER_WORDS_EN, MEMBER_WORDS_JA } from "./member-words.ts";
import { MODEL_WORDS_EN, MODEL_WORDS_JA } from "./model-words.ts";
import { OPERATE_WORDS_EN, OPERATE_WORDS_JA } from "./operate-words.ts";
import { PEOPLE_WORDS_EN, PEOPLE_WORDS_JA } from "./people-words.ts";
import { PICTURE_WORDS_EN, PICTURE_WORDS_JA } from "./picture-words.ts";
import { READING_WORDS_EN, READING_WORDS_JA } from "./reading-words.ts";
import { REPORT_WORDS_EN, REPORT_WORDS_JA } from "./report-words.ts";

const placesOf = (words: string) => [...words.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

const TABLES: [string, Record<string, string>, Record<string, string>][] = [
  ["the studio's words", EN, JA],
  ["the words of fields", FIELD_WORDS_EN, FIELD_WORDS_JA],
  ["the words of the form of a new book", FORM_WORDS_EN, FORM_WORDS_JA],
  ["the words of the page desk", FRAME_WORDS_EN, FRAME_WORDS_JA],
  ["the words of the lettering desk", LETTER_WORDS_EN, LETTER_WORDS_JA],
  ["the words of the picture desk", PICTURE_WORDS_EN, PICTURE_WORDS_JA],
  ["the words of the models", MODEL_WORDS_EN, MODEL_WORDS_JA],
  ["the words of the operators' desk", OPERATE_WORDS_EN, OPERATE_WORDS_JA],
  ["the words of the people of a book", MEMBER_WORDS_EN, MEMBER_WORDS_JA],
  ["the words of a report", REPORT_WORDS_EN, REPORT_WORDS_JA],
  ["the words of the account", ACCOUNT_WORDS_EN, ACCOUNT_WORDS_JA],
  ["the words of the second factor", FACTOR_WORDS_EN, FACTOR_WORDS_JA],
  ["the words of a reading", READING_WORDS_EN, READING_WORDS_JA],
  ["the words of who is in a book", PEOPLE_WORDS_EN, PEOPLE_WORDS_JA],
];

describe.each(TABLES)("%s", (_, english, japanese) => {
  it("have the same keys in the same order", () => {
    expect(Object.keys(japanese)).toEqual(Object.keys(english));
  });

  it("have the same placeholders", () => {
    for (const [key, words] of Object.entries(english)) {
      expect([key, placesOf(japanese[key] ?? "")]).toEqual([key, placesOf(words)]);
    }
  });
});
