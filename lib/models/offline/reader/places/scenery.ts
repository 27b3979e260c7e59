// What a sentence says of places without taking anybody there: a place that is described, where the weather is, and things that are only
// within doors or only without.
import type { Phrase } from "../text/clause.ts";
import { settingWords, wordsWithin } from "./place-nouns.ts";
import type { NamedPlace } from "./place-phrases.ts";
import { type ClauseContext, type Found, placeOf, type Told, VIEW } from "./told-clause.ts";

/** A place itself is the subject of a state (`The room was dark`), or what a pointing subject proves to be (そこは台所だった). */
export function described(told: Told): Found[] {
  const { subject, predicate } = told.clause;
  const words = settingWords(told.language);
  if (predicate.aspect !== "state" || words.is("see", predicate.lemma)) return [];
  if (subject === undefined || words.is("pointing", subject.head.toLowerCase())) {
    const place = isSentence(told) ? predicatePlace(told) : undefined;
    return place === undefined ? [] : [{ is: "at", sure: 0.8, place }];
  }
  const place = placeOf(subject, told);
  if (place === undefined || place.reference === "indefinite" || place.proper) return [];
  return [{ is: "view", sure: place.type === "room" || place.part !== undefined ? 0.72 : VIEW, place }];
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

const TIES: ReadonlySet<string> = new Set(["に", "で", "を", "と", "は", "へ"]);

/** A noun alone is a sentence only with its full stop, and without a particle: what is written on a sign has none. */
function isSentence({ clause: { predicate }, sentence: { words } }: Told): boolean {
  const [, next] = wordsWithin(words, predicate);
  const last = words.at(-1);
  const isTied = next?.tag === "助詞" && TIES.has(next.text.charAt(0));
  return !isTied && last !== undefined && (["記号", "PUNCT"].includes(last.tag) || last.from > predicate.to);
}

/** A sentence without a verb has no more words, where it only names a place. */
const MOST_ALONE = 12;

/** What a sentence without a verb names (`A dark street.`), which sets the scene. */
export function namedAlone(context: ClauseContext): Found[] {
  const { nouns, clauses, words } = context.sentence;
  const [first] = nouns;
  if (first === undefined || first.marker !== undefined || clauses.length > 0 || words.length > MOST_ALONE)
    return [];
  const place = placeOf(first, context);
  const isCry = words.some(({ text }) => ["!", "?", "！", "？"].includes(text));
  return place === undefined || place.proper || isCry ? [] : [{ is: "at", sure: 0.75, place }];
}

/** `Snow fell on the harbour`, 通りに雨が落ちてきた: where it falls is where the scene is. */
export function weathered(told: Told): Found[] {
  const { subject, places, predicate } = told.clause;
  const words = settingWords(told.language);
  if (subject === undefined || words.value("weather", subject.head.toLowerCase()) === undefined) return [];
  if (!words.is("weather-scene", predicate.lemma)) return [];
  return places.flatMap((phrase) => {
    const place = placeOf(phrase, told);
    return place === undefined ? [] : [{ is: "view" as const, sure: 0.76, place }];
  });
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
