// How old those are of whom a story tells no age: as old as the others whom it calls by their bare first names, where the one
// that it is about is young. Among children grown people have titles: Mum, Mr. Rusk, Coach, 店長, 牧さん.
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";

type Age = Person["age"];

/** What is known of somebody's age, and what a story tells of them. */
export interface Aged {
  person: Person;
  /** Stated, or betrayed by a noun or a school. */
  told: Age | undefined;
  /** Only a noun like 少年 or boy, which is said of those of seventeen too. */
  vague: boolean;
  sentences: readonly string[];
}

const SAME_AGE =
  /同じ(?:くらい|ぐらい)?の?(?:年|歳|年頃|年ごろ)(?![生組])|同い年|同年代|同級生|\b(?:(?:about|exactly|just)? ?(?:his|her|their) (?:own )?age|(?:of )?the same age|classmate)\b/iu;

const BARE = {
  en: /^\p{Lu}\p{Ll}+$/u,
  ja: /^(?:[\p{Script=Han}々]{1,3}|[ァ-ヴー]{2,5}|[ぁ-ん]{2,4})$/u,
} as const;

/** Surnames and titles are what grown people are called by. */
const GROWN = /(?:さん|先生|様|殿|氏)$|^(?:Mum|Mom|Mama|Dad|Papa|Mother|Father|Coach|Doctor|Chef|Officer)$/u;

/** The people, with the ages of those whose own nothing tells. */
export function withPeers(aged: readonly Aged[], language: Language): Person[] {
  const young = aged.find(({ told, vague }) => told !== undefined && !vague && isYoung(told))?.told;
  const about = aged[0];
  return aged.map((one) => {
    const { person, told, vague, sentences } = one;
    if (person.kind !== "human" || (told !== undefined && !vague)) return person;
    const other = aged.find((another) => another !== one && another.told !== undefined && !another.vague);
    if (other?.told && sentences.some((text) => SAME_AGE.test(text))) return { ...person, age: other.told };
    if (vague) return young === "teen" && about?.told === "teen" ? { ...person, age: "teen" } : person;
    return isYoung(about?.told) && isBare(person, language)
      ? { ...person, age: about?.told ?? person.age }
      : person;
  });
}

const isYoung = (age: Age | undefined): boolean => age === "child" || age === "teen";

const isBare = ({ name, aliases }: Person, language: Language): boolean =>
  BARE[language].test(name) && ![name, ...aliases].some((one) => GROWN.test(one));
