// A clause as the finders of places see it: whether it is real, which places its phrases mean, and what it can say of where somebody is.
import type { Language } from "../../../../manga/language.ts";
import type { People, SentencePlace } from "../facts.ts";
import type { Clause, Phrase, Sentence } from "../text/clause.ts";
import type { WordTable } from "../text/word-table.ts";
import { type NamedPlace, namedPlace, wordsAfter, wordsWithin } from "./place-phrases.ts";

/** How sure the scene is in a place: where the text says so, where it is likely by what it says, where a place is only told of or near. */
export const SURE = { told: 0.88, likely: 0.73, seen: 0.6, doubted: 0.5 } as const;

const KINDS = [
  ...(["move", "at", "is", "view", "enter", "door"] as const),
  ...(["indoors", "outdoors", "leave", "towards", "meet"] as const),
] as const;

export interface Found {
  /**
   * `move`: somebody comes there. `at`: somebody is there. `is`: here, or what was just spoken of, is one. `view`: the place itself is told of, maybe from afar. `enter`: they go in, the
   * text does not say where. `door`: they open one, or are behind its window. `indoors`: among things that are only there. `leave`: out of a place, or of the one where they are.
   * `towards`: on the way there, or away. `meet`: to where somebody is.
   */
  is: (typeof KINDS)[number];
  sure: number;
  place?: NamedPlace | undefined;
  /** A move within the place, so that they have been there before it. */
  along?: boolean;
  /** Whom they meet; undefined: whoever went last. */
  whom?: readonly string[] | undefined;
  /** Whom the clause tells of: nobody of the cast where a stranger is meant, undefined where it is not known. */
  who?: readonly string[] | undefined;
}

export interface ClauseContext {
  at: SentencePlace;
  sentence: Sentence;
  language: Language;
  words: WordTable;
  people: People;
}

/** A clause with its context, and whether its subject is somebody, of the cast or not, or a vehicle, in which somebody is. */
export interface Told extends ClauseContext {
  clause: Clause;
  isPerson: boolean;
}

/** Nothing that is negated, unreal, asked for or reported says where the scene is. */
export const isReal = ({ predicate: { mood, polarity }, command, speech, rank }: Clause): boolean =>
  (mood === "told" || mood === "habit") &&
  polarity === "positive" &&
  !command &&
  speech !== "reported" &&
  rank !== "relative";

/** The place that a phrase names and that is none of its parts alone, nor somebody. */
export function placeOf(phrase: Phrase, context: ClauseContext): NamedPlace | undefined {
  const named = namedPlace(phrase, context);
  if (named?.type === "spot") {
    // `the lighthouse steps`: a noun before the spot is what it belongs to.
    const owner = wordsWithin(context.sentence.words, phrase).at(-2);
    if (owner?.tag === "NOUN") return placeOf({ ...phrase, to: owner.to, head: owner.lemma }, context);
    // `the end of the pier`
    const [of, next] = wordsAfter(context.sentence.words, phrase, 2);
    const whole = context.sentence.nouns.find(({ from, marker }) => marker === "of" && from === next?.from);
    if (!context.words.is("part", named.noun) || of?.lemma !== "of" || whole === undefined) return undefined;
    return placeOf({ ...whole, marker: undefined }, context);
  }
  if (named === undefined || ["spot", "relation", "deictic"].includes(named.type)) return undefined;
  return context.people.meant(context.at, phrase) ? undefined : named;
}
