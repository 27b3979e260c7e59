// A clause as the finders of places see it: whether it is real, whom and which places its phrases mean, and what can be found in it.
import type { Language } from "../../../../manga/language.ts";
import type { People, SentencePlace } from "../facts.ts";
import type { Clause, Phrase, Sentence } from "../text/clause.ts";
import { type NamedPlace, namedPlace } from "./place-phrases.ts";

export interface Found {
  /**
   * `move`: somebody comes there. `at`: somebody is there. `view`: the place itself is told of, maybe from afar. `enter`: they go in, the
   * text does not say where. `indoors`, `outdoors`: among things that are only there. `leave`: out of a place, or of the one where they
   * are. `towards`: on the way there, or away. `meet`: to where somebody is.
   */
  is: "move" | "at" | "view" | "enter" | "indoors" | "outdoors" | "leave" | "towards" | "meet";
  sure: number;
  place?: NamedPlace;
  /** Whom they meet. */
  whom?: readonly string[];
  /** Whom the clause tells of; undefined where nobody of the cast is known to be meant. */
  who?: readonly string[];
}

export interface ClauseContext {
  at: SentencePlace;
  sentence: Sentence;
  language: Language;
  people: People;
}

/** A clause with its context, and whether its subject is somebody, of the cast or not, or a vehicle, in which somebody is. */
export interface Told extends ClauseContext {
  clause: Clause;
  isPerson: boolean;
}

/** Nothing that is negated, unreal, asked for or reported says where the scene is. */
export function isReal({ predicate, command, speech, rank }: Clause): boolean {
  const isTold = predicate.mood === "told" || predicate.mood === "habit";
  return (
    isTold && predicate.polarity === "positive" && !command && speech !== "reported" && rank !== "relative"
  );
}

/** The place that a phrase names and that is none of its parts alone, nor somebody. */
export function placeOf(phrase: Phrase, context: ClauseContext): NamedPlace | undefined {
  const named = namedPlace(phrase, context);
  if (named === undefined || ["spot", "relation", "deictic"].includes(named.type)) return undefined;
  if (named.proper && context.people.meant(context.at, phrase) !== undefined) return undefined;
  return named;
}

/** What of the certainty of being at a place is left where it is told of something else than somebody. */
export const VIEW = 0.6;

/** A place that comes before its subject is what the sentence is about: `In the garden it was still winter`, 森の中には. */
export const FRONTED = 0.74;
