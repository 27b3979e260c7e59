// Scores the people of a book against the labelled cast: invented people and doubles, missing people, and wrong traits.
//
// - Invented or double: share of all people of the book. A person who is only mentioned in the text is neither.
// - Found: share of the labelled people who act or speak in two sentences or more.
// - Traits: kind, sex and age of found people, if the labels have them (for kind: if the book has a word for it). `wrong` contradicts the
//   labels, `unknown` has no value. A baby and a child have the same age. Two kinds that are not human are equal if they share a word
//   (`cat`, `wildcat`) or if the book's kind is more general (`animal`, `creature`).
import type { MadePerson, Share } from "../books/made-book.ts";
import type { MatchedPeople } from "../matched-people.ts";
import type { LabelledPerson, LabelledSentence, ReadingLabels } from "../reading-labels.ts";

export const TRAITS = ["kind", "sex", "age"] as const;
export type Trait = (typeof TRAITS)[number];
export type Agreement = "right" | "wrong" | "unknown";

export interface CastScores {
  strangers: Share;
  found: Share;
  traits: Record<Trait, Record<Agreement, number>>;
  misses: string[];
}

const SENTENCES_OF_NOTE = 2;

/** Labelled people who act or speak in two sentences or more. */
export function peopleOfNote({ cast, sentences }: ReadingLabels): LabelledPerson[] {
  const does = ({ deeds, speakers }: LabelledSentence, id: string) =>
    speakers.includes(id) || deeds.some(({ who }) => who === id);
  return cast.filter(
    ({ id, part }) =>
      part === "acts" && sentences.filter((sentence) => does(sentence, id)).length >= SENTENCES_OF_NOTE,
  );
}

export function scoreCast(
  people: readonly MadePerson[],
  matched: MatchedPeople,
  labels: ReadingLabels,
): CastScores {
  const traits = Object.fromEntries(
    TRAITS.map((trait) => [trait, { right: 0, wrong: 0, unknown: 0 }]),
  ) as CastScores["traits"];
  const misses: string[] = [];
  for (const person of people) {
    const labelled = labels.cast.find(({ id }) => id === matched.labelOf.get(person.id));
    if (labelled === undefined) {
      misses.push(`${matched.doubles.has(person.id) ? "double" : "invented"}: ${person.name}`);
      continue;
    }
    for (const trait of TRAITS) {
      const agreement = traitAgrees(trait, person, labelled);
      if (agreement === undefined) continue;
      traits[trait][agreement] += 1;
      if (agreement === "wrong")
        misses.push(`${trait}: ${person.name} is ${person[trait]}, not ${labelled[trait]}`);
    }
  }
  const wanted = peopleOfNote(labels);
  const found = wanted.filter(({ id }) => matched.bookOf.has(id));
  for (const { id, name } of wanted) if (!matched.bookOf.has(id)) misses.push(`not found: ${name}`);
  return {
    strangers: { part: people.length - matched.labelOf.size, of: people.length },
    found: { part: found.length, of: wanted.length },
    traits,
    misses,
  };
}

/** Undefined if the labels have no value. */
export function traitAgrees(
  trait: Trait,
  person: MadePerson,
  labelled: LabelledPerson,
): Agreement | undefined {
  if (trait === "kind") return kindAgrees(person.kind, labelled.kind);
  if (trait === "sex") {
    if (labelled.sex === "?") return undefined;
    if (labelled.sex === "none") return person.sex === "unknown" ? "right" : "wrong";
    return person.sex === "unknown" ? "unknown" : person.sex === labelled.sex ? "right" : "wrong";
  }
  if (labelled.age === "?") return undefined;
  const band = bandOf(person.age);
  if (band === undefined) return "unknown";
  const same = (age: string) => (age === "baby" ? "child" : age);
  return same(band) === same(labelled.age) ? "right" : "wrong";
}

const WIDER = new Set([
  "animal",
  "creature",
  "beast",
  "being",
  "bird",
  "insect",
  "spirit",
  "monster",
  "plant",
]);

/** Members of a group have the group's kind. */
export function kindAgrees(own: string, labelled: string): Agreement {
  const [kind, wanted] = [own, labelled].map(bareKind) as [string, string];
  if (kind === "" || kind === "unknown") return "unknown";
  if (kind === wanted) return "right";
  if (kind === "human" || wanted === "human") return "wrong";
  if (WIDER.has(kind)) return "right";
  return wanted.split(/[ -]/u).some((word) => kind.includes(word)) || wanted.includes(kind)
    ? "right"
    : "wrong";
}

const bareKind = (kind: string): string =>
  kind
    .toLowerCase()
    .replace(/^group of /u, "")
    .replace(/(?<=[^s])s$/u, "")
    .replace(/^(?:person|people|man|woman|child|boy|girl)$/u, "human");

/** `72` is an elder. Undefined if the age is unknown. */
function bandOf(age: string): LabelledPerson["age"] | undefined {
  const years = Number(/\d+/u.exec(age)?.[0] ?? Number.NaN);
  if (!Number.isNaN(years)) {
    if (years < 13) return years < 3 ? "baby" : "child";
    return years < 20 ? "teen" : years < 60 ? "adult" : "elder";
  }
  return (["baby", "child", "teen", "adult", "elder"] as const).find((band) => age.includes(band));
}
