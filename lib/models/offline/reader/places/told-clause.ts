// A clause in the form that the place finders need: whether it is real, the places of its phrases, and its statements about positions.
import type { Language } from "../../../../manga/language.ts";
import type { People, SentencePlace } from "../facts.ts";
import type { Clause, Phrase, Sentence } from "../text/clause.ts";
import type { WordTable } from "../text/word-table.ts";
import { type NamedPlace, namedPlace, wordsAfter, wordsWithin } from "./place-phrases.ts";

/** Certainty of the scene's place: stated, likely, only mentioned or near, doubtful. */
export const SURE = { told: 0.88, likely: 0.73, seen: 0.6, doubted: 0.5 } as const;

const KINDS = [
  ...(["move", "at", "is", "view", "enter", "door"] as const),
  ...(["indoors", "outdoors", "leave", "towards", "meet"] as const),
] as const;

export interface Found {
  /**
   * `move`: a character arrives. `at`: a character is there. `is`: this place, or the mentioned one, is such a place. `view`: the place is
   * described, perhaps from afar. `enter`: they go in, without a named place. `door`: they open one, or are behind its window. `indoors`:
   * among things that are only indoors. `leave`: out of a place, or of the present one. `towards`: on the way there, or away. `meet`: to
   * another character.
   */
  is: (typeof KINDS)[number];
  sure: number;
  place?: NamedPlace | undefined;
  /** A move within the place, so that they were there before it. */
  along?: boolean;
  /** The character whom they meet; undefined: whoever left last. */
  whom?: readonly string[] | undefined;
  /** The characters of the clause: an empty list where a stranger is meant, undefined where unknown. */
  who?: readonly string[] | undefined;
}

export interface ClauseContext {
  at: SentencePlace;
  sentence: Sentence;
  language: Language;
  words: WordTable;
  people: People;
}

/** A clause with its context, and whether its subject is a person (of the cast or not) or an occupied vehicle. */
export interface Told extends ClauseContext {
  clause: Clause;
  isPerson: boolean;
}

/** Negated, unreal, requested and reported clauses do not tell the scene's place. */
export const isReal = ({ predicate: { mood, polarity }, command, speech, rank }: Clause): boolean =>
  (mood === "told" || mood === "habit") &&
  polarity === "positive" &&
  !command &&
  speech !== "reported" &&
  rank !== "relative";

/** The place of a phrase, unless it is only a spot, or a character. */
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
