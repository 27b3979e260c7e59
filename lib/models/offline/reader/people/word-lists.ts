// Word tables that distinguish characters from things (`assets/words/{en,ja}-people.tsv`), and the facts that a noun states.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun, singularsOf } from "../../noun-kinds.ts";
import { type WordTable, wordTable } from "../text/word-table.ts";

const SEXES = ["female", "male", "none", "unknown"] as const;
export type Sex = (typeof SEXES)[number];

export const FAMILIES = ["person", "relation", "being", "animal", "group", "nature"] as const;

/** Facts of a noun or a title. */
export interface NounFacts {
  /** `nature`: a thing that is animate in stories only. `unknown`: no table has the noun. */
  family: (typeof FAMILIES)[number] | "unknown";
  /** English noun: `human`, `camel`. For a group: the kind of its members. */
  kind: string;
  sex: Sex;
  /** `baby`, `child`, `teen`, `adult`, `elder` or `unknown`. */
  age: string;
}

export interface PronounFacts {
  person: 1 | 2 | 3;
  number: "one" | "many" | "unknown";
  sex: Sex;
  /** Case: `subject`, `object`, `owner`, `self`, `any` or `relative`. */
  form: string;
}

export interface PeopleWords extends WordTable {
  /** The value of the longest entry of a class with which the word ends. The whole word does not count. */
  ending(kind: string, word: string): string | undefined;
  /** Undefined for a noun that never refers to a character. */
  noun(word: string): NounFacts | undefined;
  pronoun(word: string): PronounFacts | undefined;
}

/** Maximum length of a listed ending, in UTF-16 units. An unknown word may be as long as the text. */
const LONGEST_ENDING = 12;

const lists = new Map<Language, PeopleWords>();

/** Reads the table of a language once per process. */
export function peopleWords(language: Language): PeopleWords {
  const known = lists.get(language);
  if (known !== undefined) return known;
  const table = wordTable(language, "people");
  const nouns = new Map<string, NounFacts | undefined>();
  const list: PeopleWords = {
    ...table,
    ending: (kind, word) => {
      for (let start = Math.max(1, word.length - LONGEST_ENDING); start < word.length; start += 1) {
        const value = table.value(kind, word.slice(start));
        if (value !== undefined) return value;
      }
      return undefined;
    },
    noun: (word) => {
      if (!nouns.has(word)) nouns.set(word, factsOf(word, list, language));
      return nouns.get(word);
    },
    pronoun: (word) => {
      const [person, number, sex, form = "any"] = table.value("pronoun", word)?.split(" ") ?? [];
      if (person === undefined) return undefined;
      return {
        person: person === "1" ? 1 : person === "2" ? 2 : 3,
        number: number === "one" || number === "many" ? number : "unknown",
        ...{ sex: sexOf(sex), form },
      };
    },
  };
  lists.set(language, list);
  return list;
}

export const sexOf = (value: string | undefined): Sex => SEXES.find((sex) => sex === value) ?? "unknown";

/** `told`: kind, sex and age, as in the table. */
function factsFrom(family: NounFacts["family"], told: string): NounFacts {
  const [kind = "", sex, age = "?"] = told.split(" ");
  return { family, kind: kind.replaceAll("_", " "), sex: sexOf(sex), age: age === "?" ? "unknown" : age };
}

/** Whether the noun is for a person, an animal or a being. Things that are animate in stories only do not count. */
export const isAnimateNoun = (facts: NounFacts | undefined): boolean =>
  facts !== undefined && facts.family !== "unknown" && facts.family !== "nature";

export const UNKNOWN_NOUN = factsFrom("unknown", "unknown");

/** Maximum length of a noun, in UTF-16 units. */
const LONGEST = 40;

function factsOf(word: string, words: PeopleWords, language: Language): NounFacts | undefined {
  if (word === "" || word.length > LONGEST) return undefined;
  for (const family of FAMILIES) {
    const told = words.value(family, word);
    if (told === undefined) continue;
    const facts = factsFrom(family, told);
    return facts.kind === "~" || facts.kind === "" ? { ...facts, kind: word } : facts;
  }
  if (words.is("nobody", word) || words.is("part", word)) return undefined;
  const isEnglish = language === "en";
  const [sex, age] = words.ending("ending", word)?.split(" ") ?? [];
  const listed = kindOfNoun(word, language);
  if (listed?.is === "animal")
    return factsFrom("animal", isEnglish ? (singularsOf(word)[0] ?? word) : listed.animal);
  // A word of one character counts only if our own list has it: the other table has rare readings of common characters.
  if (listed && (listed.is !== "person" || word.length === 1)) return undefined;
  const isCompound = sex !== undefined && word.length > (isEnglish ? 5 : 2);
  if (!listed && !isCompound) return UNKNOWN_NOUN;
  return factsFrom("person", `human ${sex ?? listed?.gender ?? "?"} ${age ?? listed?.age ?? "?"}`);
}
