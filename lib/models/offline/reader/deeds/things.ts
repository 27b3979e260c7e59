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

export function thingsOf(
  deeds: readonly Deed[],
  { people, words, at }: { people: People; words: DeedWords; at: SentencePlace },
): Sure<Thing>[] {
  const found = new Map<string, Sure<Thing>>();
  for (const { clause, sure } of deeds) {
    if (!tellsOfThings(clause, words)) continue;
    const add = (phrases: readonly Phrase[], certainty: number) => {
      for (const phrase of phrases) {
        if (phrase.marker !== undefined && words.is("not-there", phrase.marker)) continue;
        const thing = crowdOf(phrase, words) ?? namedThing(phrase, words);
        if (thing === undefined || kindOfNoun(thing.head, words.language)?.is === "place") continue;
        if (people.meant(at, phrase) !== undefined) continue;
        const value: Thing = { what: thing.what, ...(thing.count !== undefined && { count: thing.count }) };
        const before = found.get(thing.head);
        const told = { value, sure: Math.min(certainty, sure) };
        if (before === undefined || before.sure < told.sure) found.set(thing.head, told);
      }
    };
    if (clause.subject !== undefined && clause.subject.shared !== true) add([clause.subject], SURE.subject);
    add(clause.objects, SURE.object);
    add(clause.places, SURE.place);
    add(clause.manner, SURE.manner);
  }
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
