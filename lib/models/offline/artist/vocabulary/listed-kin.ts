// The word tables of `assets/things/kin.tsv`: what people, poses, places and looks are called besides their own names.
import { THING_PACK } from "../closed/thing-pack.ts";
import { says, type Tests } from "./phrase.ts";

const TABLES = Map.groupBy(THING_PACK.kin, ({ table = "" }) => table);

/** The rows of a table. Its values are of `T`: `scripts/draw/things.test.ts` holds them to the closed lists. */
function rowsIn<T extends string>(table: string): [value: T, words: string][] {
  const rows = TABLES.get(table);
  if (!rows) throw new RangeError(`kin.tsv has no table ${table}`);
  return rows.map(({ value = "", words = "" }) => [value as T, words]);
}

export const wordsOf = <T extends string>(table: string): Readonly<Record<T, string>> =>
  Object.fromEntries(rowsIn(table)) as Record<T, string>;

/** Values whose words are looked for in a text, in the order of the rows. */
export const testsOf = <T extends string>(table: string): Tests<T> =>
  rowsIn<T>(table).map(([value, words]) => [value, says(words)] as const);

/** The same of facts: `cage:out` tells that the cage is left, `inWheels` that it is so. */
export const factsOf = <T extends object>(table: string): Tests<T> =>
  testsOf<string>(table).map(([fact, when]) => {
    const [name = "", value = true] = fact.split(":");
    return [{ [name]: value } as T, when];
  });

const SAYS = wordsOf("says");

/** Whether a text says one of the words of a row of the table `says`. Throws `RangeError` where there is no such row. */
export function said(value: string): (text: string) => boolean {
  const words = SAYS[value];
  if (words === undefined) throw new RangeError(`kin.tsv has no words for ${value}`);
  return says(words);
}
