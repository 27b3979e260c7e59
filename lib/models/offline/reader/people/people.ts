// Finds the characters of a story: resolves its noun phrases, and keeps referents with evidence of animacy.
import type { Mention, People, ReadStory } from "../facts.ts";
import { type Cast, castOf } from "./cast.ts";
import type { NounUse } from "./noun-use.ts";
import type { Found } from "./referent.ts";
import { meantBy, type ReadSentence } from "./scene.ts";
import { resolveStory } from "./walk.ts";

/** Time and memory are about proportional to the length of the story. */
export function findPeople(story: ReadStory): People {
  const walked = resolveStory(story);
  const { sentences, omittedSubjects } = walked;
  const cast = castOf(walked, story);
  const ids = (found: Found | undefined) => found && idsOf(found, cast);
  const mentionsOf = ({ place, sentence, uses }: ReadSentence): Mention[] => {
    const written = uses.map((use) => ({ from: use.from, to: use.to, found: use.found, form: formOf(use) }));
    const unwritten = sentence.clauses.map((clause) => {
      const { from } = clause;
      return { from, to: from, found: omittedSubjects.get(clause), form: "left-out" } as const;
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
  const meant: People["meant"] = ({ unit, sentence }, phrase) => {
    const read = sentences[unit]?.[sentence];
    return read && ids(meantBy(phrase, read));
  };
  return {
    people: [...cast.values()],
    mentions: ({ unit, sentence }) => mentions[unit]?.[sentence] ?? [],
    subject: (at, clause) => {
      const { subject } = clause;
      return omittedSubjects.has(clause) ? ids(omittedSubjects.get(clause)) : subject && meant(at, subject);
    },
    meant,
  };
}

/** Undefined if one of the referents is not in the cast. */
function idsOf({ referents, sure }: Found, cast: Cast): Mention["who"] | undefined {
  const all = referents.flatMap((one) => one.members ?? [one]);
  const people = all.flatMap((one) => cast.get(one) ?? []);
  if (people.length < all.length || people.length === 0) return undefined;
  return {
    value: [...new Set(people.map(({ id }) => id))],
    sure: Math.min(sure, ...people.map((one) => one.sure)),
  };
}

const FORMS = { 1: "first-person", 2: "second-person", 3: "pronoun" } as const;

const formOf = ({ pronoun, name }: NounUse): Mention["form"] =>
  pronoun ? FORMS[pronoun.person] : name ? "name" : "noun";
