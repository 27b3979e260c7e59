// The wording of a line: first-person words, final particles and politeness, which tell sex, age and status in Japanese, but rarely in
// English.
import type { FoundPerson, ReadUnit } from "../facts.ts";
import type { Reading } from "./sign-kinds.ts";

/** `female`, `male`, `elder`, `child`, `polite`, `plain`, and the first-person word (`self:俺`). */
export type Manner = ReadonlySet<string>;

const LONGEST = 5;
const MARKS = new Set([..."。！？!?…、―—─～〜ッっー・ 　"]);

export function mannerOf(read: ReadUnit | undefined, { words, nouns }: Reading): Manner {
  const manner = new Set<string>();
  if (read === undefined) return manner;
  const { unit, sentences } = read;
  for (const { from, to, words: own } of sentences) {
    let end = to;
    while (end > from && MARKS.has(unit.text[end - 1] ?? "")) end -= 1;
    for (let length = 1; length <= LONGEST && end - length >= from; length += 1) {
      const ending = unit.text.slice(end - length, end);
      const sort = words.value("ending", ending);
      if (sort !== undefined) manner.add(sort);
      if (words.is("polite", ending)) manner.add("polite");
    }
    for (const { text } of own) {
      if (words.is("honour", text)) manner.add("polite");
      const sort = words.value("self-word", text);
      if (words.is("you", text)) manner.add(`you:${text}`);
      if (sort === undefined && nouns.pronoun(text)?.person !== 1) continue;
      if (sort !== undefined) manner.add(sort);
      manner.add(`self:${text}`);
    }
  }
  if (sentences.some(({ from, to }) => to - from > 3) && !manner.has("polite")) manner.add("plain");
  return manner;
}

/** Number of the line's markers that agree with a character's sex and age, and of those that contradict them. */
export function agreementWith(
  manner: Manner,
  { sex, age }: FoundPerson,
): { agrees: number; clashes: number } {
  const of = { female: sex.value, male: sex.value, elder: age.value, child: age.value };
  const told = Object.entries(of).filter(([kind, own]) => manner.has(kind) && own !== "unknown");
  return {
    agrees: told.filter(([kind, own]) => kind === own).length,
    clashes: told.filter(([kind, own]) => kind !== own && kind !== "child").length,
  };
}

/** Score of two contradictory markers, which rarely come from one speaker. */
const CLASH = -2;

/** Similarity of two lines' wording, from `CLASH` to 1. 0 is no evidence. */
export function wordingSimilarity(one: Manner, other: Manner | undefined): number {
  if (other === undefined || one.size === 0 || other.size === 0) return 0;
  let sum = 0;
  for (const kinds of [["polite", "plain"], ["self:"], ["you:"]]) {
    const isOfKind = (word: string) => kinds.some((kind) => word.startsWith(kind));
    const [own, their] = [[...one].find(isOfKind), [...other].find(isOfKind)];
    if (own !== undefined && their !== undefined) sum += own === their ? 0.5 : -0.5;
  }
  if (one.has("elder") !== other.has("elder")) sum -= 0.5;
  for (const sex of ["female", "male"])
    if (one.has(sex) && other.has(sex === "female" ? "male" : "female")) sum -= 0.5;
  return sum <= -1 ? CLASH : Math.min(1, sum);
}
