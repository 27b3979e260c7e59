// Finds everybody in a story: walks its noun phrases, keeps those with evidence of a will, and answers who a phrase or a clause means.
import type { FoundPerson, Mention, People, ReadStory, SentencePlace } from "../facts.ts";
import { castOf } from "./cast.ts";
import type { NounUse } from "./noun-use.ts";
import type { Found, Referent } from "./referent.ts";
import { meantBy, type ReadSentence } from "./scene.ts";
import { type Walked, walk } from "./walk.ts";

/** Time and memory grow with the length of the story. */
export function findPeople(story: ReadStory): People {
  const walked = walk(story);
  return answering(walked, castOf(walked, story));
}

function answering({ sentences }: Walked, cast: ReadonlyMap<Referent, FoundPerson>): People {
  const byPlace = new Map(sentences.map((one) => [keyOf(one.place), one]));
  const ids = (found: Found | undefined): Mention["who"] | undefined => {
    const all = found?.referents.flatMap((one) => one.members ?? [one]) ?? [];
    const people = all.flatMap((one) => cast.get(one) ?? []);
    if (found === undefined || people.length < all.length || people.length === 0) return undefined;
    return {
      value: [...new Set(people.map(({ id }) => id))],
      sure: Math.min(found.sure, ...people.map(({ sure }) => sure)),
    };
  };
  const mentionsOf = ({ place, sentence, uses, leftOut }: ReadSentence): Mention[] => {
    const written = uses.flatMap((use): Mention[] => {
      const { from, to, pronoun } = use;
      const isOwn = pronoun?.person === 1 || pronoun?.person === 2;
      const who = ids(use.found) ?? (isOwn ? { value: [], sure: 0 } : undefined);
      return who === undefined ? [] : [{ ...place, from, to, who, form: formOf(use) }];
    });
    const unwritten = sentence.clauses.flatMap((clause): Mention[] => {
      const { from } = clause;
      const who = ids(leftOut.get(clause));
      return who === undefined ? [] : [{ ...place, from, to: from, who, form: "left-out" }];
    });
    return [...written, ...unwritten].toSorted((a, b) => a.from - b.from || a.to - b.to);
  };
  const mentions = new Map<ReadSentence, readonly Mention[]>();
  return {
    people: [...cast.values()],
    mentions: (at) => {
      const one = byPlace.get(keyOf(at));
      if (one && !mentions.has(one)) mentions.set(one, mentionsOf(one));
      return (one && mentions.get(one)) ?? [];
    },
    subject: (at, clause) => {
      const one = byPlace.get(keyOf(at));
      return one && ids(one.leftOut.get(clause) ?? (clause.subject && meantBy(clause.subject, one)));
    },
    meant: (at, phrase) => {
      const one = byPlace.get(keyOf(at));
      return one && ids(meantBy(phrase, one));
    },
  };
}

const keyOf = ({ unit, sentence }: SentencePlace): string => `${unit} ${sentence}`;

function formOf({ pronoun, name }: NounUse): Mention["form"] {
  if (pronoun === undefined) return name ? "name" : "noun";
  return pronoun.person === 1 ? "first-person" : pronoun.person === 2 ? "second-person" : "pronoun";
}
