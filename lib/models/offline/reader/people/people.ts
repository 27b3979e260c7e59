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

function answering({ sentences, leftOut }: Walked, cast: ReadonlyMap<Referent, FoundPerson>): People {
  const sentenceAt = ({ unit, sentence }: SentencePlace) => sentences[unit]?.[sentence];
  const ids = (found: Found | undefined): Mention["who"] | undefined => {
    const all = found?.referents.flatMap((one) => one.members ?? [one]) ?? [];
    const people = all.flatMap((one) => cast.get(one) ?? []);
    if (found === undefined || people.length < all.length || people.length === 0) return undefined;
    return {
      value: [...new Set(people.map(({ id }) => id))],
      sure: Math.min(found.sure, ...people.map(({ sure }) => sure)),
    };
  };
  const mentionsOf = ({ place, sentence, uses }: ReadSentence): Mention[] => {
    const written = uses.map((use) => ({ from: use.from, to: use.to, found: use.found, form: formOf(use) }));
    const unwritten = sentence.clauses.map((clause) => {
      const { from } = clause;
      return { from, to: from, found: leftOut.get(clause), form: "left-out" } as const;
    });
    return [...written, ...unwritten]
      .flatMap(({ found, ...one }): Mention[] => {
        const isOfTalk = one.form === "first-person" || one.form === "second-person";
        const who = ids(found) ?? (isOfTalk ? { value: [], sure: 0 } : undefined);
        return who === undefined ? [] : [{ ...place, ...one, who }];
      })
      .toSorted((a, b) => a.from - b.from || a.to - b.to);
  };
  const mentions = sentences.map((unit) => unit.map(mentionsOf));
  return {
    people: [...cast.values()],
    mentions: ({ unit, sentence }) => mentions[unit]?.[sentence] ?? [],
    subject: (at, clause) => {
      const one = sentenceAt(at);
      return one && ids(leftOut.get(clause) ?? (clause.subject && meantBy(clause.subject, one)));
    },
    meant: (at, phrase) => {
      const one = sentenceAt(at);
      return one && ids(meantBy(phrase, one));
    },
  };
}

function formOf({ pronoun, name }: NounUse): Mention["form"] {
  if (pronoun === undefined) return name ? "name" : "noun";
  return pronoun.person === 1 ? "first-person" : pronoun.person === 2 ? "second-person" : "pronoun";
}
