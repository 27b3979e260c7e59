// Format of the tables: the kinds on the first line, then one noun per line with the number of its kind, in the order of code units.
import type { Kind } from "./meanings.ts";

export function tableOf(kinds: ReadonlyMap<string, Kind>): string {
  const numbers = [...new Set(kinds.values())].toSorted();
  const lines = [...kinds]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([noun, kind]) => `${noun}\t${numbers.indexOf(kind).toString(36)}`);
  return `${numbers.join("\t")}\n${lines.join("\n")}\n`;
}
