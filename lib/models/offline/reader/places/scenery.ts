// What a clause says of places without taking anybody there: a place that is described, and things that are only within doors or only
// without.
import type { Phrase } from "../text/clause.ts";
import { settingWords, wordsWithin } from "./place-nouns.ts";
import type { NamedPlace } from "./place-phrases.ts";
import { type Found, placeOf, type Told, VIEW } from "./told-clause.ts";

/** A place itself is the subject of a state (`The room was dark`), or what a pointing subject proves to be (そこは台所だった). */
export function described(told: Told): Found[] {
  const { predicate, objects } = told.clause;
  // 部屋の中は、障子も壁も明るくなっていた: the topic is what the sentence is about.
  const topic = told.language === "ja" ? objects.find(({ marker }) => marker === "は") : undefined;
  const subject = topic ?? told.clause.subject;
  const words = settingWords(told.language);
  if (predicate.aspect !== "state" || words.is("see", predicate.lemma)) return [];
  if (subject === undefined || words.is("pointing", subject.head.toLowerCase())) {
    const place = predicatePlace(told);
    return place === undefined ? [] : [{ is: "at", sure: 0.8, place }];
  }
  const place = placeOf(subject, told);
  if (place === undefined || place.reference === "indefinite" || place.proper) return [];
  const isInner = place.part !== undefined && words.is("inner", place.part);
  return [{ is: "view", sure: place.type === "room" || isInner ? 0.72 : VIEW, place }];
}

function predicatePlace(told: Told): NamedPlace | undefined {
  const { predicate, objects } = told.clause;
  if (told.language === "en") {
    const noun = objects.find(({ head }) => head === predicate.lemma);
    return noun && placeOf(noun, told);
  }
  const phrase = told.sentence.nouns.find(({ from, to }) => from <= predicate.from && to > predicate.from);
  return phrase && placeOf({ ...phrase, head: predicate.lemma }, told);
}

/** Where things are that a clause names, and with them who it tells of: on a sofa, in the grass. */
export function amongThings({ clause, sentence, language, isPerson }: Told): Found[] {
  const { places, objects, predicate } = clause;
  const words = settingWords(language);
  if (!isPerson || words.is("see", predicate.lemma)) return [];
  // 戸棚の火: in Japanese also what the thing belongs to.
  const inner = (phrase: Phrase) =>
    language === "ja" ? wordsWithin(sentence.words, phrase).map(({ lemma }) => lemma) : [];
  const has = (kind: string, phrases: readonly Phrase[]) =>
    phrases.some((phrase) =>
      [phrase.head.toLowerCase(), phrase.text, ...inner(phrase)].some((word) => words.is(kind, word)),
    );
  if (has("indoors", [...places, ...objects])) return [{ is: "indoors", sure: 0.72 }];
  if (has("outdoors", places)) return [{ is: "outdoors", sure: 0.6 }];
  return has("indoors-weak", places) ? [{ is: "indoors", sure: 0.6 }] : [];
}
