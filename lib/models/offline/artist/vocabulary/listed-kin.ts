// The word tables of `assets/things/kin.tsv`: words for people, poses, places and looks besides the artist's own names. Code gets tables
// and rows by name. `scripts/draw/things.test.ts` checks that these exist, and that their values are names of the artist's.

import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import { ANIMAL_NAMES, type Animal } from "../closed/animals.ts";
import { type PlaceKind, PlaceKindSchema, type Prop, PropSchema } from "../closed/staging.ts";
import { THING_PACK } from "../closed/thing-pack.ts";
import { type Match, nameIn, patternsOf, plain, wordTable } from "./phrase.ts";

const TABLES = Map.groupBy(THING_PACK.kin, ({ table = "" }) => table);

/** The rows of a table: a value, and its words separated by bars. Throws `RangeError` for an unknown table. */
export function rowsIn<T extends string>(table: string): [value: T, words: string][] {
  const rows = TABLES.get(table);
  if (!rows) throw new RangeError(`kin.tsv has no table "${table}"`);
  return rows.map(({ value = "", words = "" }) => [value as T, words]);
}

/** A table whose rows are sets of names. */
export const setsIn = <K extends string, T extends string>(table: string) =>
  Object.fromEntries(
    rowsIn(table).map(([value, names]): [string, unknown] => [value, new Set(names.split("|"))]),
  ) as Readonly<Record<K, ReadonlySet<T>>>;

/** A table of nouns, as a function that looks them up. */
export const kinTable = <T extends string>(table: string) => wordTable(rowsIn<T>(table));

type Test = (text: string) => boolean;

const tests = new Map<string, readonly (readonly [value: string, says: Test])[]>();

/** The values of a table, each with a test whether a text contains one of its words. English words match as whole words only. */
export function testsOf(table: string) {
  const known = tests.get(table) ?? rowsIn(table).map(([value, words]) => [value, testOf(words)] as const);
  tests.set(table, known);
  return known;
}

function testOf(words: string): Test {
  const { en, ja } = patternsOf(words);
  return (text) => {
    const line = plain(text);
    return en?.test(line) || ja?.test(line) || false;
  };
}

/** The value of the first row with a word in the text. Rows are in order of precedence. */
export const called = <T extends string>(table: string, text: string): T | undefined =>
  testsOf(table).find(([, says]) => says(text))?.[0] as T | undefined;

/** The fact that a table has for a text: `cage:out` gives `{ cage: "out" }`, `inWheels` gives `{ inWheels: true }`. */
export function factsCalled<T extends object>(table: string, text: string): T | undefined {
  const [fact, value = true] = called(table, text)?.split(":") ?? [];
  return fact === undefined ? undefined : ({ [fact]: value } as T);
}

/** The name that a text is, or else the value that a table has for it. */
export function calledAmong<T extends string>(
  text: string,
  names: ReadonlySet<T>,
  table: string,
): Match<T> | undefined {
  const name = nameIn(text, names);
  if (name) return { value: name, by: "name" };
  const value = called<T>(table, text);
  return value === undefined ? undefined : { value, by: "word" };
}

/** Whether a text contains a word of a row of the table `says`. Throws `RangeError` for an unknown row. */
export function says(row: string, text: string): boolean {
  const test = testsOf("says").find(([value]) => value === row)?.[1];
  if (!test) throw new RangeError(`the table "says" of kin.tsv has no row "${row}"`);
  return test(text);
}

type DrawnNoun =
  | { is: "place"; place: PlaceKind }
  | { is: "thing"; prop: Prop }
  | { is: "animal"; animal: Animal }
  | { is: "person" };

/** What a noun is drawn as, by the noun tables. Throws if they give a kind that has no drawing. */
export function drawnNoun(noun: string, language: Language): DrawnNoun | undefined {
  const kind = kindOfNoun(noun, language);
  if (kind?.is === "place") return { is: "place", place: PlaceKindSchema.parse(kind.place) };
  if (kind?.is === "thing") return { is: "thing", prop: PropSchema.parse(kind.prop) };
  if (kind?.is !== "animal") return kind && { is: "person" };
  const animal = ANIMAL_NAMES.find((name) => name === kind.animal);
  if (animal === undefined) throw new RangeError(`there is no drawing of the animal "${kind.animal}"`);
  return { is: "animal", animal };
}
