// Kinds of nouns that none of our own lists has: a cannery is a workshop, a tureen a bowl, a ferryman a person. The tables in
// `assets/kinds` are made from WordNet and EDICT (`scripts/draw/kinds.ts`). They know no context: the reader decides whether the person or
// thing is present. Our own lists take precedence.
import type { Language } from "../../manga/language.ts";
import { nounTableFile } from "../noun-table-file.ts";
import { sortedTable } from "./sorted-table.ts";
import { SHOWN } from "./words/shown-words.ts";

export type NounKind =
  | { is: "place"; place: string }
  | { is: "thing"; prop: string }
  | { is: "animal"; animal: string }
  /** Set if the noun states the gender. */
  | { is: "person"; age: "child" | "adult" | "elder"; gender?: "female" | "male" };

/** Parsed kinds by their text in the table: each is parsed once. */
const parsed = new Map<string, NounKind>();

/** The kind of a noun: English in singular or plural, Japanese in the base form. */
export function kindOfNoun(noun: string, language: Language): NounKind | undefined {
  if (language === "ja") return find(noun, language) ?? kindOfHead(noun);
  const word = noun.toLowerCase();
  return find(word, language) ?? singularsOf(word).flatMap((one) => find(one, language) ?? [])[0];
}

/** The kind of a compound's head: 缶詰工場 is a 工場. The head is the longest ending of at least two characters that the table has. */
function kindOfHead(noun: string): NounKind | undefined {
  for (let start = 1; start <= noun.length - 2; start += 1) {
    const head = noun.slice(start);
    const known = /^\p{Script=Han}+$/u.test(head) ? find(head, "ja") : undefined;
    if (known) return known;
  }
  return undefined;
}

/** Possible singulars of an English noun. */
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

/** The plural of an English noun. The table has irregular plurals. */
export const pluralOf = (noun: string): string =>
  SHOWN.exact(noun, "plural") ??
  (/[^aeiou]y$/u.test(noun)
    ? `${noun.slice(0, -1)}ies`
    : /(?:x|s|ch|sh)$/u.test(noun)
      ? `${noun}es`
      : `${noun}s`);

function find(noun: string, language: Language): NounKind | undefined {
  const text = sortedTable(nounTableFile(language)).get(noun);
  if (text === undefined) return undefined;
  const kind = parsed.get(text) ?? parseKind(text);
  parsed.set(text, kind);
  return kind;
}

/** Parses a kind of the table: `place workshop`, `person adult female`. */
function parseKind(text: string): NounKind {
  const [is = "", what = "", gender] = text.split(" ");
  if (is === "place") return { is, place: what };
  if (is === "thing") return { is, prop: what };
  if (is === "animal") return { is, animal: what };
  if (is !== "person") throw new RangeError(`unknown kind of noun: "${text}"`);
  return {
    is,
    age: what === "child" || what === "elder" ? what : "adult",
    ...(gender === "female" || gender === "male" ? { gender } : {}),
  };
}
