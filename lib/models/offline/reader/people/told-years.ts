// Ages that narration states in years beside a character (十三歳, `Nell was twelve`).
import type { Word } from "../text/clause.ts";
import { add, type Referent } from "./referent.ts";
import type { Scene } from "./scene.ts";
import { type PeopleWords, UNKNOWN_NOUN } from "./word-lists.ts";

/** Weight of a stated age, relative to a noun that implies an age. */
const YEARS = 6;
const OLDEST = 110;
/** Minimum age. A smaller number is usually not an age: `It was one`. */
const YOUNGEST = 3;

/** Adds a stated age to the only character mentioned before it. Without a mention the sentence continues the previous topic. */
export function learnStatedAge({ spoken, sentence, words, uses }: Scene, about: readonly Referent[]): void {
  const told = spoken ? undefined : yearsIn(sentence.words, words);
  if (told === undefined) return;
  const before = uses.filter(({ to }) => to <= told.from).flatMap(({ found }) => found?.referents ?? []);
  const [person, other] = uses.some(({ found }) => found) ? before : about;
  if (person === undefined || other || person.many) return;
  if (person.kinds.size === 0) add(person.kinds, "human");
  add(person.ages, told.age, YEARS);
}

/** Adds age and sex from a user's note on the cast: `15, short hair`, 高校一年生. */
export function learnNote(one: Referent, all: readonly Word[], words: PeopleWords): void {
  const told = yearsIn(all, words, "note");
  if (told) add(one.ages, told.age, YEARS);
  for (const { lemma } of all) {
    const { family, sex, age } = words.noun(lemma) ?? UNKNOWN_NOUN;
    if (family !== "person") continue;
    if (sex !== "unknown") add(one.sexes, sex, YEARS);
    if (age !== "unknown" && told === undefined) add(one.ages, age, YEARS);
  }
}

const isNumber = (word: Word | undefined) => word?.tag === "NUM" || word?.detail?.includes("数") === true;

/** The first number that states an age: before 歳 or `years old`, after `was` at the end of a clause, or at the start of a note. */
function yearsIn(all: readonly Word[], words: PeopleWords, note?: "note") {
  const end = all.findIndex((word, at) => {
    const [before, next, after] = [all[at - 1], all[at + 1], all[at + 2]];
    const isOfYears = next?.lemma === "year" ? after?.lemma === "old" : words.is("years", next?.text ?? "");
    const isFirst = note && at === 0 && !isNumber(next);
    const isLast = next === undefined || next.tag === "PUNCT" || next.tag === "CCONJ";
    return isNumber(word) && (isOfYears || isFirst || (isLast && before?.lemma === "be"));
  });
  let start = end;
  while (start > 0 && (isNumber(all[start - 1]) || words.is("number", all[start - 1]?.text ?? "")))
    start -= 1;
  const years = end < 0 ? 0 : numberOf(all.slice(start, end + 1), words);
  if (years < YOUNGEST || years > OLDEST) return undefined;
  return { from: all[end]?.from ?? 0, age: bandOf(years) };
}

const bandOf = (years: number): string =>
  years < 13 ? "child" : years < 20 ? "teen" : years < 60 ? "adult" : "elder";

/** 二十四 and `twenty-four` are 24; ８２ and `82` are 82. */
function numberOf(all: readonly Word[], words: PeopleWords): number {
  const written = all.map(({ text }) => text.normalize("NFKC").toLowerCase()).join("-");
  const plain = Number(written.replaceAll("-", ""));
  if (Number.isFinite(plain)) return plain;
  let [sum, last] = [0, 0];
  for (const part of written.split("-")) {
    const value = Number(words.value("number", part) ?? 0);
    if (value === 10 && last > 0 && last < 10) sum += last * 9;
    sum += value;
    last = value;
  }
  return sum;
}
