// Tables of measures (`assets/measures`): proportions, angles and curves by the name of what has them. `scripts/draw/measures.test.ts` holds
// every table to the closed list that it is read by.
import { THING_PACK } from "./thing-pack.ts";

type Named<K extends string, T> = Readonly<Record<K, T>>;

/** What each row says, by its name. Throws `RangeError` for a table that is not there. */
export const measuresOf = <K extends string, T>(table: string): Named<K, T> =>
  Object.fromEntries(
    THING_PACK.measuresOf(table).map(({ name, ...row }): [string, unknown] => [name, row]),
  ) as Named<K, T>;

/** Of a table whose rows are lists. */
export const listsOf = <K extends string, T extends readonly unknown[]>(table: string): Named<K, T> =>
  Object.fromEntries(
    THING_PACK.measuresOf(table).map(({ name, list }): [string, unknown] => [name, list]),
  ) as Named<K, T>;

/** Of a table in which several rows have one name: all of them, in their order. */
export function groupsOf<K extends string, T extends readonly unknown[]>(table: string): Named<K, T> {
  const groups = new Map<string, unknown[]>();
  for (const { name, ...row } of THING_PACK.measuresOf(table))
    groups.set(name, [...(groups.get(name) ?? []), row]);
  return Object.fromEntries<unknown>(groups) as Named<K, T>;
}
