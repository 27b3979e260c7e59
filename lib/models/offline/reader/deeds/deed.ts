// A told deed: a clause that is real and now, with who does it and to whom.
import type { Language } from "../../../../manga/language.ts";
import type { People, SentencePlace, Sure } from "../facts.ts";
import { type Clause, mainClause, type Phrase, type Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import type { DeedWords } from "./deed-words.ts";
import { asBefore } from "./phrase-nouns.ts";

export interface Deed {
  clause: Clause;
  words: DeedWords;
  /** Ids of those who do it; empty where nobody of the cast does. */
  agents: readonly string[];
  /** How sure it is that it happens. */
  real: number;
  /** How sure it is that it happens and that they do it. */
  sure: number;
  /** Whom it is done to or said to. */
  to?: Sure<string>;
  /** Whether its predicate is a verb; else a noun or adjective: what somebody or something is. */
  isVerb: boolean;
}

/** How sure a clause that reads as real is real, by what it is in its sentence. English tells what is thought or earlier in subordinate
 * clauses, too; Japanese strings its deeds together with them. */
const RANKS: Readonly<Record<Language, Readonly<Record<Clause["rank"], number>>>> = {
  en: { main: 0.95, subordinate: 0.65, participle: 0.75, infinitive: 0.65, relative: 0.5 },
  ja: { main: 0.95, subordinate: 0.9, participle: 0.85, infinitive: 0.65, relative: 0.5 },
};
/** "She might have known, sitting there": what is told beside something unreal is hardly told for itself. */
const UNDER_UNREAL = 0.7;

/** "There stood an armchair": what is there follows as an object, and nobody does it. */
const isExistential = ({ subject }: Clause, words: DeedWords): boolean =>
  subject !== undefined && words.is("expletive", subject.head.toLowerCase());

/** It happens or is so, now and in the scene. */
export const isReal = ({ predicate, speech }: Pick<Clause, "predicate" | "speech">): boolean =>
  predicate.mood === "told" && predicate.polarity === "positive" && speech !== "reported";

/** Whoever reads a sentence knows the people, the words and where it is. */
export interface Reading {
  people: People;
  words: DeedWords;
  at: SentencePlace;
}

/** The deeds and states that a sentence tells as real, in its order. */
export function deedsOf(
  sentence: Pick<Sentence, "clauses" | "words" | "nouns">,
  { people, words, at, named }: Reading & { named: ReadonlyMap<string, string> },
): Deed[] {
  const isVerb = verbFinder(sentence.words);
  const main = mainClause(sentence);
  const isUnderUnreal = main !== undefined && !isReal(main);
  return sentence.clauses.filter(isReal).map((read) => {
    const whole = withParticleObjects(read, words);
    const kept = (phrases: readonly Phrase[]) =>
      phrases.map((phrase) => asBefore(contentOf(phrase, sentence.nouns, words), named, words));
    const { objects, places, manner } = whole;
    const own = whole.subject && contentOf(whole.subject, sentence.nouns, words);
    const clause = {
      ...{ ...whole, objects: kept(objects), places: kept(places), manner: kept(manner) },
      ...(own && { subject: own }),
    };
    // A subject that is left out is known of the clause as it was read.
    const subject =
      read.predicate.voice !== "active" || isExistential(read, words)
        ? undefined
        : (people.subject(at, read) ?? ownerOfSubject(read, sentence, { people, words, at }));
    const { rank, predicate } = clause;
    const real =
      RANKS[words.language][rank] *
      (predicate.sure ?? 1) *
      (rank === "main" || !isUnderUnreal ? 1 : UNDER_UNREAL);
    const to = addressee(clause, { people, at }, subject?.value ?? []);
    return {
      clause,
      words,
      agents: subject?.value ?? [],
      real,
      sure: real * (subject?.sure ?? 1),
      ...(to && { to }),
      isVerb: isVerb(clause.predicate),
    };
  });
}

const LENGTH_OF = " of ".length;

/** `two lumps of coal`: the coal; `half the loaf`: the loaf; 時計はどれも: どの時計も. */
function contentOf<P extends Phrase>(phrase: P, nouns: readonly Phrase[], words: DeedWords): P {
  const measure = words.value("measure", phrase.head.toLowerCase());
  if (measure === undefined) return phrase;
  const content =
    words.language === "ja"
      ? nouns.findLast(({ marker, to }) => marker === "は" && to < phrase.from)
      : nouns.find(({ marker, from }) =>
          marker === "of" ? from - phrase.to <= LENGTH_OF && from >= phrase.to : from === phrase.to + 1,
        );
  return content === undefined ? phrase : { ...phrase, text: measure + content.text, head: content.head };
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
  { people, words, at }: Reading,
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
function verbFinder(tagged: readonly Word[]): (predicate: Clause["predicate"]) => boolean {
  const places = new Map(tagged.map(({ from }, index) => [from, index]));
  return ({ from, to }) => {
    const start = places.get(from);
    if (start === undefined) return true;
    let isVerb = false;
    for (let at = start; (tagged[at]?.to ?? Number.POSITIVE_INFINITY) <= to; at += 1) {
      const { tag, lemma } = tagged[at] ?? {};
      // 書いてある: it is so, and nobody does it.
      if (isVerb && lemma === "ある") return false;
      if (tag === "VERB" || tag === "動詞") isVerb = true;
    }
    return isVerb;
  };
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
