// Finds everybody in a story: walks its noun phrases, keeps those with evidence of a will, and answers who a phrase or a clause means.
import type { FoundPerson, Mention, People, ReadStory, SentencePlace } from "../facts.ts";
import { castOf } from "./cast.ts";
import { englishNouns, spellingOf } from "./english-uses.ts";
import { membersOf } from "./groups.ts";
import { japaneseNouns } from "./japanese-uses.ts";
import { japaneseSubject } from "./left-out.ts";
import type { NounUse } from "./noun-use.ts";
import type { ReadSentence } from "./read-sentence.ts";
import type { Referent } from "./referent.ts";
import { meantBy, subjectOf, type Walked, walk } from "./walk.ts";
import { peopleWords } from "./word-lists.ts";

/** Time and memory grow with the length of the story. */
export function findPeople(story: ReadStory): People {
  const words = peopleWords(story.language);
  const walked =
    story.language === "en"
      ? walk(story, words, englishNouns(words, spellingOf(story.units)), () => undefined)
      : walk(story, words, japaneseNouns(words), japaneseSubject);
  return answering(walked, castOf(walked, story, words));
}

interface Found {
  referents: readonly Referent[];
  sure: number;
}

function answering({ sentences }: Walked, cast: ReadonlyMap<Referent, FoundPerson>): People {
  const byPlace = new Map(sentences.map((one) => [keyOf(placeOf(one)), one]));
  const ids = (found: Found | undefined): Mention["who"] | undefined => {
    if (found === undefined || found.referents.length === 0) return undefined;
    const all = found.referents.flatMap(membersOf);
    const people = all.flatMap((one) => cast.get(one) ?? []);
    if (people.length < all.length || people.length === 0) return undefined;
    return {
      value: [...new Set(people.map(({ id }) => id))],
      sure: Math.min(found.sure, ...people.map(({ sure }) => sure)),
    };
  };
  const remembered = new Map<ReadSentence, readonly Mention[]>();
  const mentionsOf = (one: ReadSentence): readonly Mention[] => {
    const known = remembered.get(one);
    if (known) return known;
    const made = [...one.links, ...leftOutOf(one)]
      .flatMap(({ use, referents, sure, form }): Mention[] => {
        const isOwn = form === "first-person" || form === "second-person";
        const who = ids({ referents, sure }) ?? (isOwn ? { value: [], sure: 0 } : undefined);
        return who === undefined ? [] : [{ ...placeOf(one), from: use.from, to: use.to, who, form }];
      })
      .toSorted((a, b) => a.from - b.from || a.to - b.to);
    remembered.set(one, made);
    return made;
  };
  return {
    people: [...cast.values()],
    mentions: (at) => {
      const one = byPlace.get(keyOf(at));
      return one ? mentionsOf(one) : [];
    },
    subject: (at, clause) => {
      const one = byPlace.get(keyOf(at));
      return one && ids(one.leftOut.get(clause) ?? subjectOf(clause, one));
    },
    meant: (at, phrase) => {
      const one = byPlace.get(keyOf(at));
      return one && ids(meantBy(phrase, one));
    },
  };
}

const keyOf = ({ unit, sentence }: SentencePlace): string => `${unit} ${sentence}`;
const placeOf = ({ unit, place }: ReadSentence): SentencePlace => ({ unit, sentence: place });

function leftOutOf(
  one: ReadSentence,
): { use: Pick<NounUse, "from" | "to">; referents: Referent[]; sure: number; form: Mention["form"] }[] {
  return [...one.leftOut].map(([clause, found]) => ({
    ...{ use: { from: clause.from, to: clause.from }, form: "left-out" as const },
    ...found,
  }));
}
