// Reads a table of `assets/kinds`: the values on the first line, then one word a line with the number of its value, sorted by code units.
// The text stays as it is on disk and is searched line by line (binary search), because a map of it would need too much memory in the
// worker.
import { readFileSync } from "node:fs";

export interface SortedTable {
  get(word: string): string | undefined;
}

const tables = new Map<string, SortedTable>();

export function sortedTable(file: string): SortedTable {
  const known = tables.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(file, "utf8");
  const end = text.indexOf("\n");
  const values = text.slice(0, end).split("\t");
  const lines = text.slice(end + 1);
  const table: SortedTable = { get: (word) => find(word, lines, values) };
  tables.set(file, table);
  return table;
}

function find(word: string, lines: string, values: readonly string[]): string | undefined {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const start = lines.lastIndexOf("\n", (from + to) >> 1) + 1;
    const end = lines.indexOf("\n", start);
    const tab = lines.indexOf("\t", start);
    const here = lines.slice(start, tab);
    if (here === word) return values[Number.parseInt(lines.slice(tab + 1, end), 36)];
    if (here < word) from = end + 1;
    else to = start - 1;
  }
  return undefined;
}
