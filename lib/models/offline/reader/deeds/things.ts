// Which things a sentence tells of as really there: subjects, objects and places of told clauses that are no people, no places and no parts
// of a body.
import type { Thing } from "../../../../manga/moment.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import type { People, SentencePlace, Sure } from "../facts.ts";
import type { Clause, Phrase } from "../text/clause.ts";
import type { Deed } from "./deed.ts";
import type { DeedWords } from "./deed-words.ts";
import { type Named, namedThing } from "./phrase-nouns.ts";

/** As many things as a picture takes. */
const MOST = 16;

/** How sure a thing is there, by what it is in its clause. */
const SURE = { subject: 0.85, object: 0.85, place: 0.8, manner: 0.55 } as const;

/** Something that a clause tells of, with where its predicate begins in the unit. */
export interface Told<T> extends Sure<T> {
  at: number;
}

export function thingsOf(
  deeds: readonly Deed[],
  { people, words, at }: { people: People; words: DeedWords; at: SentencePlace },
): Told<Thing>[] {
  return deeds.flatMap(({ clause, real }) => {
    if (!tellsOfThings(clause, words)) return [];
    const { subject, objects, places, manner } = clause;
    const told = (phrases: readonly Phrase[], certainty: number) =>
      phrases.flatMap((phrase): Told<Thing>[] => {
        if (phrase.marker !== undefined && words.is("not-there", phrase.marker)) return [];
        const thing = crowdOf(phrase, words) ?? namedThing(phrase, words);
        if (thing === undefined || kindOfNoun(thing.head, words.language)?.is === "place") return [];
        if (people.meant(at, phrase) !== undefined) return [];
        const value: Thing = { what: thing.what, ...(thing.count !== undefined && { count: thing.count }) };
        return [{ value, sure: Math.min(certainty, real), at: clause.predicate.from }];
      });
    return [
      ...told(subject === undefined || subject.shared ? [] : [subject], SURE.subject),
      ...told(objects, SURE.object),
      ...told(places, SURE.place),
      ...told(manner, SURE.manner),
    ];
  });
}

/** Each thing once, as sure as any clause makes it. */
export function surest(told: readonly Sure<Thing>[]): Sure<Thing>[] {
  const found = new Map<string, Sure<Thing>>();
  for (const { value, sure } of told)
    if ((found.get(value.what)?.sure ?? 0) < sure) found.set(value.what, { value, sure });
  return [...found.values()].toSorted((a, b) => b.sure - a.sure).slice(0, MOST);
}

/** Many people of whom nobody is of the cast. */
const crowdOf = ({ head }: Phrase, words: DeedWords): Named | undefined =>
  words.is("crowd", head.toLowerCase()) ? { what: "crowd", head: "crowd", kind: "thing" } : undefined;

/** What is said, known or felt of a thing does not put it there. */
function tellsOfThings({ predicate, speech }: Clause, words: DeedWords): boolean {
  if (speech !== undefined || words.does("become", predicate)) return false;
  const kind = words.kindOfVerb(predicate);
  return kind !== "cognition" && kind !== "communication" && kind !== "emotion";
}
