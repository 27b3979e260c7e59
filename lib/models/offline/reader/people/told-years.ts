// What narration says of somebody beside their name: how many years they are (十三歳, `Nell was twelve`), and what only women wear.
import type { Word } from "../text/word.ts";
import { add, type Referent } from "./referent.ts";
import { meantBy, type Scene } from "./scene.ts";
import { type PeopleWords, UNKNOWN_NOUN } from "./word-lists.ts";

/** Told years weigh more than what nouns say of an age, in uses of such a noun. */
const YEARS = 6;
const GARMENT = 2;
const OLDEST = 110;
/** `It was one`: so small a number is mostly none of years. */
const YOUNGEST = 3;

/** `about`: whom the sentence before is about; a sentence that means nobody goes on about them. */
export function learnTold(scene: Scene, about: readonly Referent[]): void {
  const { spoken, heading, sentence, words } = scene;
  if (spoken || heading) return;
  const at = yearsAt(sentence.words, words);
  const years = at < 0 ? 0 : yearsOf(numberBefore(sentence.words, at + 1, words), words);
  const sex = sentence.words
    .map(({ lemma }) => words.value("wear", lemma))
    .find((told) => told !== undefined);
  if ((years < YOUNGEST || years > OLDEST) && sex === undefined) return;
  const who = whom(scene, sentence.words[Math.max(at, 0)]?.from ?? 0) ?? about;
  const [person, other] = who;
  if (person === undefined || other || person.many) return;
  if (person.kinds.size === 0) add(person.kinds, "human");
  if (sex !== undefined) add(person.sexes, sex === "male" ? "male" : "female", GARMENT);
  learnYears(person, years);
}

/** The same of what the person wrote beside the story: `15, short hair`, 高校一年生。 */
export function learnNote(one: Referent, all: readonly Word[], words: PeopleWords): void {
  const years = yearsOf(numberBefore(all, 1, words), words);
  const at = Number.isInteger(years) && isNumber(all[0]) ? 0 : yearsAt(all, words);
  if (at >= 0) learnYears(one, yearsOf(numberBefore(all, at + 1, words), words));
  for (const { lemma } of all) {
    const { family, sex, age } = words.noun(lemma) ?? UNKNOWN_NOUN;
    if (family !== "person") continue;
    if (sex !== "unknown") add(one.sexes, sex, YEARS);
    if (age !== "unknown" && at < 0) add(one.ages, age, YEARS);
  }
}

const isNumber = (word: Word | undefined) => word?.tag === "NUM" || word?.detail?.includes("数") === true;

function learnYears(one: Referent, years: number): void {
  if (years >= YOUNGEST && years <= OLDEST) add(one.ages, bandOf(years), YEARS);
}

const bandOf = (years: number): string =>
  years < 13 ? "child" : years < 20 ? "teen" : years < 60 ? "adult" : "elder";

/** The only one that the sentence means before the number; undefined where it means nobody. */
function whom(one: Scene, from: number): Referent[] | undefined {
  const subject = one.sentence.clauses.findLast(
    (clause) => clause.subject && clause.subject.to <= from,
  )?.subject;
  const found = subject && meantBy(subject, one)?.referents;
  if (found) return found;
  const meant = one.uses.filter((use) => use.found);
  const before = meant.filter(({ to }) => to <= from).flatMap((use) => use.found?.referents ?? []);
  return meant.length > 0 ? before : undefined;
}

/** Where the number ends that says years: before 歳, after `was` at the end of what it says, before `years old`. */
function yearsAt(all: readonly Word[], words: PeopleWords): number {
  return all.findIndex((word, at) => {
    const [before, next, after] = [all[at - 1], all[at + 1], all[at + 2]];
    if (word.tag === "名詞")
      return word.detail?.includes("数") === true && words.is("years", next?.text ?? "");
    if (word.tag !== "NUM") return false;
    if (next?.lemma === "year" && after?.lemma === "old") return true;
    return before?.lemma === "be" && (next === undefined || next.tag === "PUNCT" || next.tag === "CCONJ");
  });
}

/** The words of the number that ends before `end`. */
function numberBefore(all: readonly Word[], end: number, words: PeopleWords): readonly Word[] {
  let start = end;
  const isPart = (word: Word | undefined) =>
    word !== undefined && (word.detail?.includes("数") === true || words.is("number", word.text));
  while (start > 0 && isPart(all[start - 1])) start -= 1;
  return all.slice(Math.min(start, end - 1), end);
}

/** 二十四 and `twenty-four` are 24, ８２ and `82` as they stand. */
function yearsOf(number: readonly Word[], words: PeopleWords): number {
  const written = number
    .map(({ text }) => text.normalize("NFKC"))
    .join("-")
    .toLowerCase();
  const plain = Number(written.replaceAll("-", ""));
  if (Number.isFinite(plain)) return plain;
  let [sum, last] = [0, 0];
  for (const part of written.split("-")) {
    const value = Number(words.value("number", part) ?? Number.NaN);
    if (value === 10 && last > 0 && last < 10) sum += last * 9;
    sum += value;
    last = value;
  }
  return sum;
}
