// What a noun stands for, for nouns that no list of ours has: a cannery is a workshop, a tureen a bowl, a ferryman somebody. The tables in `assets/kinds` come of WordNet and EDICT (`scripts/kinds.ts`). They know no sentence: whether anybody is
// there, or anything, is for whoever reads the text to say, and what our own lists say of a noun counts before them.
import { readFileSync } from "node:fs";
import type { Language } from "../../manga/language.ts";
import { nounTableFile } from "../noun-table-file.ts";

export type NounKind =
  | { is: "place"; place: string }
  | { is: "thing"; prop: string }
  | { is: "animal"; animal: string }
  /** Gender where the noun tells it. */
  | { is: "person"; age: "child" | "adult" | "elder"; gender?: "female" | "male" };

interface Table {
  kinds: readonly NounKind[];
  /** A noun a line, with the number of its kind: kept as it is on disk, since the worker has no room for a map of it. */
  lines: string;
}

const tables = new Map<Language, Table>();

/** What a noun stands for: in English in the singular or the plural, in Japanese in its base form. */
export function kindOfNoun(noun: string, language: Language): NounKind | undefined {
  const table = tableOf(language);
  if (language === "ja") return find(table, noun) ?? kindOfHead(table, noun);
  const word = noun.toLowerCase();
  return find(table, word) ?? singularsOf(word).flatMap((one) => find(table, one) ?? [])[0];
}

/** 缶詰工場 is a 工場: the longest end of a compound that is a word of two characters or more. */
function kindOfHead(table: Table, noun: string): NounKind | undefined {
  for (let start = 1; start <= noun.length - 2; start += 1) {
    const head = noun.slice(start);
    const known = /^\p{Script=Han}+$/u.test(head) ? find(table, head) : undefined;
    if (known) return known;
  }
  return undefined;
}

/** What an English noun may be many of. */
export function singularsOf(noun: string): string[] {
  const endings = [
    [/ies$/u, "y"],
    [/ves$/u, "f"],
    [/ves$/u, "fe"],
    [/men$/u, "man"],
    [/(?<=s|x|z|ch|sh|o)es$/u, ""],
    [/(?<!s)s$/u, ""],
  ] as const;
  return endings.flatMap(([ending, single]) => (ending.test(noun) ? noun.replace(ending, single) : []));
}

/** Looks a noun up between the lines, which are in the order of code units. */
function find({ kinds, lines }: Table, noun: string): NounKind | undefined {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const start = lines.lastIndexOf("\n", (from + to) >> 1) + 1;
    const end = lines.indexOf("\n", start);
    const tab = lines.indexOf("\t", start);
    const word = lines.slice(start, tab);
    if (word === noun) return kinds[Number.parseInt(lines.slice(tab + 1, end), 36)];
    if (word < noun) from = end + 1;
    else to = start - 1;
  }
  return undefined;
}

function tableOf(language: Language): Table {
  const known = tables.get(language);
  if (known) return known;
  const text = readFileSync(nounTableFile(language), "utf8");
  const end = text.indexOf("\n");
  const table = { kinds: text.slice(0, end).split("\t").map(parseKind), lines: text.slice(end + 1) };
  tables.set(language, table);
  return table;
}

/** `place workshop`, `person adult female`. */
function parseKind(text: string): NounKind {
  const [is = "", what = "", gender] = text.split(" ");
  if (is === "place") return { is, place: what };
  if (is === "thing") return { is, prop: what };
  if (is === "animal") return { is, animal: what };
  if (is !== "person") throw new RangeError(`"${text}" is no kind of noun`);
  return {
    is,
    age: what === "child" || what === "elder" ? what : "adult",
    ...(gender === "female" || gender === "male" ? { gender } : {}),
  };
}
