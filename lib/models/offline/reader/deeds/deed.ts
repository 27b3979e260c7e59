// A told deed: a clause that is real and now, with who does it and to whom.
import type { People, SentencePlace, Sure } from "../facts.ts";
import type { Clause, Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import type { DeedWords } from "./deed-words.ts";

export interface Deed {
  clause: Clause;
  words: DeedWords;
  /** Ids of those who do it; empty where nobody of the cast does. */
  agents: readonly string[];
  /** How sure it is that it happens, and that they do it. */
  sure: number;
  /** Whom it is done to or said to. */
  to?: Sure<string>;
  /** Whether its predicate is a verb; else a noun or adjective: what somebody or something is. */
  isVerb: boolean;
}

/** How sure a clause that reads as real is real, by what it is in its sentence. */
const RANKS: Readonly<Record<Clause["rank"], number>> = {
  main: 0.95,
  subordinate: 0.85,
  participle: 0.85,
  infinitive: 0.75,
  relative: 0.6,
};

/** It happens or is so, now and in the scene. */
export const isReal = ({ predicate, speech }: Pick<Clause, "predicate" | "speech">): boolean =>
  predicate.mood === "told" && predicate.polarity === "positive" && speech !== "reported";

/** The deeds and states that a sentence tells as real, in its order. */
export function deedsOf(
  sentence: Pick<Sentence, "clauses" | "words" | "nouns">,
  { people, words, at }: { people: People; words: DeedWords; at: SentencePlace },
): Deed[] {
  const { words: tagged } = sentence;
  const clauses = sentence.clauses.filter(isReal).map((clause) => withParticleObjects(clause, words));
  return clauses.map((clause) => {
    const subject =
      clause.predicate.voice === "passive"
        ? undefined
        : (people.subject(at, clause) ?? ownerOfSubject(clause, sentence, { people, words, at }));
    const to = addressee(clause, { people, at }, subject?.value ?? []);
    return {
      clause,
      words,
      agents: subject?.value ?? [],
      sure: RANKS[clause.rank] * (subject?.sure ?? 1) * (clause.predicate.sure ?? 1),
      ...(to && { to }),
      isVerb: isVerb(clause, tagged),
    };
  });
}

/** "pulled out a watch": what follows the particle of a verb is its object, where the two together are a known verb. */
function withParticleObjects(clause: Clause, words: DeedWords): Clause {
  const { particle } = clause.predicate;
  if (particle === undefined || !words.is("particle", particle)) return clause;
  const after = clause.places.filter(({ marker }) => marker === particle);
  if (after.length === 0) return clause;
  return {
    ...clause,
    objects: [...clause.objects, ...after.map(({ marker: _, ...object }) => object)],
    places: clause.places.filter((place) => !after.includes(place)),
  };
}

/** Her hand trembled, ぼくの足はふるえた: what a part of a body does, its owner does. */
function ownerOfSubject(
  { subject }: Clause,
  { nouns }: Pick<Sentence, "nouns">,
  { people, words, at }: { people: People; words: DeedWords; at: SentencePlace },
): Sure<string[]> | undefined {
  if (subject === undefined || words.seen(subject.head)?.kind !== "body") return undefined;
  const owners = nouns.filter(({ from, to }) => from >= subject.from && to < subject.to);
  for (const owner of owners) {
    const who = people.meant(at, owner);
    if (who !== undefined) return { value: who.value, sure: who.sure * OWNER };
  }
  return undefined;
}

const OWNER = 0.85;

/** By the tag of the word at the predicate: Universal Dependencies in English, IPADIC in Japanese, where 散歩する has a noun before する. */
function isVerb({ predicate }: Clause, tagged: readonly Word[]): boolean {
  const inside = tagged.filter(({ from, to }) => from >= predicate.from && to <= predicate.to);
  return inside.length === 0 || inside.some(({ tag }) => tag === "VERB" || tag === "動詞");
}

function addressee(
  clause: Clause,
  { people, at }: { people: People; at: SentencePlace },
  agents: readonly string[],
): Sure<string> | undefined {
  for (const phrase of [...clause.objects, ...clause.manner, ...clause.places]) {
    const who = people.meant(at, phrase);
    const [one] = who?.value ?? [];
    if (who !== undefined && one !== undefined && !agents.includes(one))
      return { value: one, sure: who.sure };
  }
  return undefined;
}
