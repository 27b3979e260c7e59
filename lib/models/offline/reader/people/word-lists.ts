// The tables of nouns, pronouns and verbs that tell people from things (`assets/words/people-en.tsv`, `people-ja.tsv`), and what a noun
// tells of whoever it names.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun, singularsOf } from "../../noun-kinds.ts";

export type Sex = "female" | "male" | "none" | "unknown";

/** What a noun or a title says of somebody. */
export interface NounFacts {
  /** `nature`: a thing that only stories give a will; `unknown`: no table has the noun. */
  family: "person" | "relation" | "being" | "animal" | "nature" | "group" | "unknown";
  /** English noun: `human`, `camel`. Of a group: of its members. */
  kind: string;
  sex: Sex;
  /** `baby`, `child`, `teen`, `adult`, `elder` or `unknown`. */
  age: string;
}

export interface PeopleWords {
  is(kind: string, word: string): boolean;
  value(kind: string, word: string): string | undefined;
  /** The longest entry of a class that the word ends with and is longer than. */
  ending(kind: string, word: string): { end: string; value: string } | undefined;
  /** Undefined for a noun that is never somebody. */
  noun(word: string): NounFacts | undefined;
}

/** No listed ending is longer, in UTF-16 units. */
const LONGEST_ENDING = 12;

const lists = new Map<Language, PeopleWords>();

/** Reads the table of a language once a process. */
export function peopleWords(language: Language): PeopleWords {
  const known = lists.get(language);
  if (known !== undefined) return known;
  const classes = new Map<string, Map<string, string>>();
  for (const line of readFileSync(fileOf(language), "utf8").split("\n")) {
    if (line === "" || line.startsWith("//")) continue;
    const [kind = "", words = "", value = ""] = line.split("\t");
    const members = classes.get(kind) ?? new Map<string, string>();
    for (const word of words.split(" ")) {
      const plain = word.replaceAll("_", " ");
      if (!members.has(plain)) members.set(plain, value);
    }
    classes.set(kind, members);
  }
  const words: Omit<PeopleWords, "noun"> = {
    is: (kind, word) => classes.get(kind)?.has(word) === true,
    value: (kind, word) => classes.get(kind)?.get(word),
    ending: (kind, word) => {
      const members = classes.get(kind);
      for (let start = Math.max(1, word.length - LONGEST_ENDING); start < word.length; start += 1) {
        const end = word.slice(start);
        const value = members?.get(end);
        if (value !== undefined) return { end, value };
      }
      return undefined;
    },
  };
  const nouns = new Map<string, NounFacts | undefined>();
  const list: PeopleWords = {
    ...words,
    noun: (word) => {
      if (nouns.has(word)) return nouns.get(word);
      const facts = factsOf(word, words, language);
      nouns.set(word, facts);
      return facts;
    },
  };
  lists.set(language, list);
  return list;
}

function fileOf(language: Language): string {
  return fileURLToPath(new URL(`../../../../../assets/words/people-${language}.tsv`, import.meta.url));
}

const known = (value: string | undefined): string =>
  value === undefined || value === "?" ? "unknown" : value;

export function sexOf(value: string | undefined): Sex {
  return value === "female" || value === "male" || value === "none" ? value : "unknown";
}

/** No noun is longer, in UTF-16 units. */
const LONGEST = 40;

function factsOf(word: string, words: Omit<PeopleWords, "noun">, language: Language): NounFacts | undefined {
  if (word === "" || word.length > LONGEST) return undefined;
  for (const family of ["person", "relation"] as const) {
    const value = words.value(family, word)?.split(" ");
    if (value) return { family, kind: "human", sex: sexOf(value[0]), age: known(value[1]) };
  }
  for (const family of ["being", "animal"] as const) {
    const value = words.value(family, word)?.split(" ");
    if (value === undefined) continue;
    const [kind = "~", sex, age] = value;
    return {
      family,
      kind: kind === "~" ? word : kind.replaceAll("_", " "),
      sex: sexOf(sex),
      age: known(age),
    };
  }
  const members = words.value("group", word)?.split(" ");
  if (members)
    return { family: "group", kind: members[0] ?? "human", sex: "unknown", age: known(members[1]) };
  const nature = words.value("nature", word);
  if (nature !== undefined)
    return {
      family: "nature",
      kind: nature === "~" || nature === "" ? word : nature,
      sex: "unknown",
      age: "unknown",
    };
  if (words.is("nobody", word) || words.is("part", word)) return undefined;
  const end = words.ending("ending", word)?.value.split(" ");
  const listed = kindOfNoun(word, language);
  if (listed?.is === "animal")
    return {
      family: "animal",
      kind: language === "en" ? (singularsOf(word)[0] ?? word) : listed.animal,
      sex: "unknown",
      age: "unknown",
    };
  // Of one character are only the words of our own list: the table has rare readings of common signs.
  if (listed?.is === "person" && word.length > 1) {
    const age = listed.age === "child" || listed.age === "elder" ? listed.age : "adult";
    return { family: "person", kind: "human", sex: sexOf(end?.[0] ?? listed.gender), age: end?.[1] ?? age };
  }
  if (listed !== undefined) return undefined;
  const compound = end !== undefined && (language === "en" ? word.length > 5 : word.length > 2);
  if (compound) return { family: "person", kind: "human", sex: sexOf(end[0]), age: known(end[1]) };
  return { family: "unknown", kind: "unknown", sex: "unknown", age: "unknown" };
}
