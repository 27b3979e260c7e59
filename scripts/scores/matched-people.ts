// Matches the people of a book with the labelled cast by their names.
//
// Two names agree by 3 points if they are equal without articles, possessives, honorifics and plural endings; by 2 points if one
// contains the other, or both have the same head or share a word of a name; by 1 point if only the heads of descriptions are equal. The
// score of a pair of people is the best of their names and aliases. If it is positive, up to 1.5 points are added for common lines (Dice's
// coefficient), so that `the man` is matched with the man who speaks. Pairs are matched greedily by score, then by the order of the
// book's people, each person once. A remaining person of the book who agrees with a matched one is a double. One who agrees with nobody
// is invented.
import type { MadePerson } from "./books/made-book.ts";
import type { LabelledPerson } from "./reading-labels.ts";

export interface MatchedPeople {
  /** Label ids by the book's ids, for matched people. */
  labelOf: ReadonlyMap<string, string>;
  /** The book's ids by label ids. */
  bookOf: ReadonlyMap<string, string>;
  /** Label ids by the book's ids, for doubles. */
  doubles: ReadonlyMap<string, string>;
  /** The book's ids of invented people. */
  invented: readonly string[];
}

/** The labelled person of a person of the book, including doubles. */
export const labelledId = ({ labelOf, doubles }: MatchedPeople, id: string): string | undefined =>
  labelOf.get(id) ?? doubles.get(id);

/** The speaker of a line in the book, and by the labels. */
export interface LinePair {
  speaker: string;
  labelled: readonly string[];
}

export function matchPeople(
  people: readonly MadePerson[],
  cast: readonly LabelledPerson[],
  lines: readonly LinePair[] = [],
): MatchedPeople {
  const pairs = people.flatMap((person, order) =>
    cast.flatMap((labelled, index) => {
      const points = agreement(person, labelled) + MOST_BY_LINES * saidBy(person, labelled, lines);
      return namesOf(person, labelled) > 0 ? [{ person, labelled, points, order, index }] : [];
    }),
  );
  pairs.sort((a, b) => b.points - a.points || a.order - b.order || a.index - b.index);
  const labelOf = new Map<string, string>();
  const bookOf = new Map<string, string>();
  for (const { person, labelled } of pairs) {
    if (labelOf.has(person.id) || bookOf.has(labelled.id)) continue;
    labelOf.set(person.id, labelled.id);
    bookOf.set(labelled.id, person.id);
  }
  const doubles = new Map<string, string>();
  for (const { person, labelled, points } of pairs)
    if (points >= 1 && !labelOf.has(person.id) && !doubles.has(person.id))
      doubles.set(person.id, labelled.id);
  const known = (id: string) => labelOf.has(id) || doubles.has(id);
  return { labelOf, bookOf, doubles, invented: people.map(({ id }) => id).filter((id) => !known(id)) };
}

const MOST_BY_LINES = 1.5;

/** Dice's coefficient of the lines of a person of the book and of a labelled person: 1 if the lines are the same. */
function saidBy({ id }: MadePerson, labelled: LabelledPerson, lines: readonly LinePair[]): number {
  const own = lines.filter(({ speaker }) => speaker === id);
  const theirs = lines.filter((line) => line.labelled.includes(labelled.id));
  const both = own.filter((line) => theirs.includes(line));
  return both.length === 0 ? 0 : (2 * both.length) / (own.length + theirs.length);
}

/** The score of the best pair of names. */
function namesOf(person: MadePerson, labelled: LabelledPerson): number {
  const others = [labelled.name, ...labelled.aliases];
  return Math.max(
    ...[person.name, ...person.aliases].flatMap((name) => others.map((other) => namesAgree(name, other))),
  );
}

/** Prefers people who act to people who are only mentioned, a person to a group, and an equal kind to another. */
function agreement(person: MadePerson, labelled: LabelledPerson): number {
  const isGroup = labelled.kind.startsWith("group of");
  const isPlural = [person.name, ...person.aliases].some((name) => PLURAL.test(name));
  const isOther = (person.kind === "human") !== /human/u.test(labelled.kind);
  return (
    namesOf(person, labelled) +
    (namesAgree(person.name, labelled.name) === 3 ? 0.05 : 0) +
    (labelled.part === "acts" ? 0.1 : 0) -
    (isGroup !== isPlural ? 0.2 : 0) -
    (isOther ? 0.2 : 0)
  );
}

const PLURAL = /(?:たち|達|ども|[^s]s|men|children|people|crowd|人々|みんな)$/iu;

const ARTICLES = /^(?:(?:an?|the|his|her|their|its|my|our|your|this|that|these|those|some|another|one) )+/u;
const NO_NAMES = new Set(
  "mr mrs miss ms dr sir lady lord old young little big poor small great tall the an".split(" "),
);
const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ children: "child", men: "man", women: "woman", people: "person", brethren: "brother" },
  ...{ mice: "mouse", geese: "goose", wives: "wife", gentlemen: "gentleman" },
};
/** The end of a description's head. */
const HEAD_ENDS = / (?:of|from|in|out|on|at|with|who|that|before|about|to|for|wanted) /u;

const isJapanese = (text: string) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);

/** 0 to 3 points. */
export function namesAgree(a: string, b: string): number {
  return isJapanese(a) || isJapanese(b)
    ? japaneseAgree(bareJapanese(a), bareJapanese(b))
    : englishAgree(a, b);
}

function wordsOf(name: string): string[] {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[‘’'“”".,_]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
  const words = plain.replace(ARTICLES, "").split(/[ -]/u);
  return words.filter((word) => word !== "" && word !== "s").map(singular);
}

const singular = (word: string): string =>
  IRREGULAR[word] ?? (/[^su]s$/u.test(word) && word.length > 3 ? word.slice(0, -1) : word);

function englishAgree(a: string, b: string): number {
  const [own, other] = [wordsOf(a), wordsOf(b)];
  if (own.length === 0 || other.length === 0) return 0;
  if (own.join(" ") === other.join(" ")) return 3;
  if (namesMeet(a, b)) return 2;
  const [head, otherHead] = [headOf(a), headOf(b)];
  if (head !== otherHead || head === "" || (properOf(a).length > 0 && properOf(b).length > 0)) return 0;
  return own.length === 1 || other.length === 1 ? 2 : 1;
}

/** All names of one are names of the other, and their titles do not differ: Mr. and Mrs. with one surname are two people. */
function namesMeet(a: string, b: string): boolean {
  const [own, other] = [properOf(a), properOf(b)].toSorted((one, two) => one.length - two.length) as [
    string[],
    string[],
  ];
  const titles = new Set([titleOf(a), titleOf(b)].filter((title) => title !== ""));
  return own.length > 0 && titles.size < 2 && own.every((name) => other.includes(name));
}

const titleOf = (name: string): string => /\b(?:mrs?|miss|ms)\b/iu.exec(name)?.[0].toLowerCase() ?? "";

/** Proper names of the person. `the man from Belfast` and `the King's cook` have none. */
function properOf(name: string): string[] {
  const words = headPhraseOf(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
  if (!/^\p{Lu}/u.test(words.at(-1) ?? "")) return [];
  const proper = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => singular(word.toLowerCase()));
  return proper.filter((word) => !NO_NAMES.has(word));
}

const headPhraseOf = (name: string): string => (` ${name} `.split(HEAD_ENDS)[0] ?? "").trim();
const headOf = (name: string): string => wordsOf(headPhraseOf(name)).at(-1) ?? "";

const bareJapanese = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/《[^》]*》|[｜\s「」『』・]/gu, "")
    .replace(/^(?:その|この|あの|ある|一人の|ひとりの)/u, "")
    .replace(/(?<=.)(?:さん|くん|君|さま|様|ちゃん|氏|殿|たち|達|ども)$/u, "");

function japaneseAgree(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  if (a === b) return 3;
  const [short, long] = [a, b].toSorted((one, other) => one.length - other.length) as [string, string];
  const isWord = short.length >= 2 || /^\p{Script=Han}$/u.test(short);
  if (!isWord) return 0;
  // The head of a phrase is its end: 橋本のおじさん is おじさん, and 橋本 is another person, whose uncle he is.
  if (long.endsWith(short)) return short.length >= 2 ? 2 : 1;
  return short.length >= 2 && long.startsWith(short) && !long.slice(short.length).startsWith("の") ? 1.5 : 0;
}
