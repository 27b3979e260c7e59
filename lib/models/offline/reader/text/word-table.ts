// Word tables of a language (`assets/words`), for the grammar or one subject: word classes, with a value for each word.
import { readFileSync } from "node:fs";
import type { Language } from "../../../../manga/language.ts";
import { wordTableFile } from "../../../word-table-file.ts";
import { MOODS, type Mood } from "./clause.ts";

export interface WordTable {
  is(kind: string, word: string): boolean;
  /** The words of the class, in the order of the table. */
  all(kind: string): Iterable<string>;
  /** The third column of the word's row. Undefined if the class does not have the word. */
  value(kind: string, word: string): string | undefined;
  /** The value of a class whose third column is a mood. */
  mood(kind: string, word: string): Mood | undefined;
}

const tables = new Map<string, WordTable>();

/** Reads a table once per process: the grammar's, or that of `subject`. Columns: class, word (or several, separated by a space), value. */
export function wordTable(language: Language, subject?: string): WordTable {
  const file = wordTableFile(language, subject);
  const known = tables.get(file);
  if (known !== undefined) return known;
  const classes = new Map<string, Map<string, string>>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "" || line.startsWith("//")) continue;
    const [kind = "", words = "", value = ""] = line.split("\t");
    const members = classes.get(kind) ?? new Map<string, string>();
    for (const word of words.split(" ")) members.set(word.replaceAll("_", " "), value);
    classes.set(kind, members);
  }
  const table: WordTable = {
    is: (kind, word) => classes.get(kind)?.has(word) === true,
    all: (kind) => classes.get(kind)?.keys() ?? [],
    value: (kind, word) => classes.get(kind)?.get(word),
    mood: (kind, word) => MOODS.find((mood) => mood === table.value(kind, word)),
  };
  tables.set(file, table);
  return table;
}
