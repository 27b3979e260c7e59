// Tables of measures (`assets/measures`): named proportions, angles and curves.
// `scripts/draw/measures.test.ts` checks that each table covers exactly the closed list that reads it.
import { THING_PACK } from "./thing-pack.ts";

type Named<K extends string, T> = Readonly<Record<K, T>>;

/** The rows of a table by name. Throws `RangeError` for an unknown table. */
export const measuresOf = <K extends string, T>(table: string): Named<K, T> =>
  Object.fromEntries(
    THING_PACK.measuresOf(table).map(({ name, ...row }): [string, unknown] => [name, row]),
  ) as Named<K, T>;

/** The same for a table whose rows are lists. */
export const listsOf = <K extends string, T extends readonly unknown[]>(table: string): Named<K, T> =>
  Object.fromEntries(
    THING_PACK.measuresOf(table).map(({ name, list }): [string, unknown] => [name, list]),
  ) as Named<K, T>;

/** The same for a table with several rows to a name: all rows of a name, in order. */
export function groupsOf<K extends string, T extends readonly unknown[]>(table: string): Named<K, T> {
  const groups = new Map<string, unknown[]>();
  for (const { name, ...row } of THING_PACK.measuresOf(table))
    groups.set(name, [...(groups.get(name) ?? []), row]);
  return Object.fromEntries<unknown>(groups) as Named<K, T>;
}
