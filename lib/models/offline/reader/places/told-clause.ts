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
   * `move`: a character arrives. `at`: a character is there. `is`: the present or mentioned place is identified as this one. `view`: the
   * place is described, perhaps from afar. `enter`: a character goes inside, without a named place. `door`: a character opens a door, or is
   * behind a window. `indoors`, `outdoors`: among things that exist only there. `leave`: out of a place, or out of the present one.
   * `towards`: on the way to or from a place. `meet`: to another character.
   */
  is: (typeof KINDS)[number];
  sure: number;
  place?: NamedPlace | undefined;
  /** The motion stays within the place, so the character was already there. */
  along?: boolean;
  /** The character whom they meet. Undefined: the one who left last. */
  whom?: readonly string[] | undefined;
  /** The characters of the clause. Empty: a person outside the cast. Undefined: unknown. */
  who?: readonly string[] | undefined;
}

export interface ClauseContext {
  at: SentencePlace;
  sentence: Sentence;
  language: Language;
  words: WordTable;
  people: People;
}

/** A clause with its context. `isPerson`: the subject is a person, of the cast or not, or an occupied vehicle. */
export interface Told extends ClauseContext {
  clause: Clause;
  isPerson: boolean;
}

/** Whether the clause can state the scene's place: it is not negated, unreal, requested or reported. */
export const isReal = ({ predicate: { mood, polarity }, command, speech, rank }: Clause): boolean =>
  (mood === "told" || mood === "habit") &&
  polarity === "positive" &&
  !command &&
  speech !== "reported" &&
  rank !== "relative";

/** The place of a phrase. Undefined for a mere spot, and for a character. */
export function placeOf(phrase: Phrase, context: ClauseContext): NamedPlace | undefined {
  const named = namedPlace(phrase, context);
  if (named?.type === "spot") {
    // `the lighthouse steps`: the noun before the spot is the place to which it belongs.
    const owner = wordsWithin(context.sentence.words, phrase).at(-2);
    if (owner?.tag === "NOUN") return placeOf({ ...phrase, to: owner.to, head: owner.lemma }, context);
    // `the end of the pier`: the noun after `of` is the place.
    const [of, next] = wordsAfter(context.sentence.words, phrase, 2);
    const whole = context.sentence.nouns.find(({ from, marker }) => marker === "of" && from === next?.from);
    if (!context.words.is("part", named.noun) || of?.lemma !== "of" || whole === undefined) return undefined;
    return placeOf({ ...whole, marker: undefined }, context);
  }
  if (named === undefined || ["spot", "relation", "deictic"].includes(named.type)) return undefined;
  return context.people.meant(context.at, phrase) ? undefined : named;
}
