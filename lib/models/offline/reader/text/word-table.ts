// The table of grammar words of a language (`assets/words`): which class a word belongs to, and what the class needs to know of it.
import { readFileSync } from "node:fs";
import type { Language } from "../../../../manga/language.ts";
import { wordTableFile } from "../../../word-table-file.ts";

export interface WordTable {
  /** Whether the word belongs to the class. */
  is(kind: string, word: string): boolean;
  /** The third column of the word's row. Undefined where the class has no such word. */
  value(kind: string, word: string): string | undefined;
}

const tables = new Map<Language, WordTable>();

/** Reads the table once a process. Columns: class, word (or several, separated by a space), value. */
export function wordTable(language: Language): WordTable {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const classes = new Map<string, Map<string, string>>();
  for (const line of readFileSync(wordTableFile(language), "utf8").split("\n")) {
    if (line === "" || line.startsWith("//")) continue;
    const [kind = "", words = "", value = ""] = line.split("\t");
    const members = classes.get(kind) ?? new Map<string, string>();
    for (const word of words.split(" ")) members.set(word.replaceAll("_", " "), value);
    classes.set(kind, members);
  }
  const table: WordTable = {
    is: (kind, word) => classes.get(kind)?.has(word) === true,
    value: (kind, word) => classes.get(kind)?.get(word),
  };
  tables.set(language, table);
  return table;
}
