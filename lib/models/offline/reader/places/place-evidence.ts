// Evidence of one clause about the scene's place: a character goes to a place, leaves it or is in it; the place is described; or things
// that exist only indoors are near. Only clauses narrated as real and now count.
import { type Clause, mainClause, type Phrase } from "../text/clause.ts";
import { movesOf } from "./moves.ts";
import { placeNoun } from "./place-phrases.ts";
import { type ClauseContext, type Found, isReal, placeOf, SURE, type Told } from "./told-clause.ts";

export function placeEvidence(clause: Clause, context: ClauseContext): Found[] {
  // A clause that states what is said, known or seen is no evidence of the scene's place.
  if (!isReal(clause) || (clause.rank === "subordinate" && clause.connector === "that")) return [];
  const { people, at, language } = context;
  const meant = people.subject(at, clause)?.value;
  const told: Told = { ...context, clause, isPerson: meant !== undefined || isSomebody(clause, context) };
  const moved = [...movesOf(told), ...descriptionEvidence(told)];
  const found = moved.length > 0 ? moved : thingEvidence(told);
  const stranger = language === "en" && isStranger(clause, context) ? [] : undefined;
  const who = isDiscovery(clause, context) ? undefined : (meant ?? stranger);
  // The description of a place does not depend on the time of the clause, so the clause's certainty does not reduce it.
  const sureOf = ({ is, sure }: Found) => (is === "view" ? sure : sure * (clause.predicate.sure ?? 1));
  return found.map((one) => ({ ...one, who, sure: sureOf(one) }));
}

function isSomebody({ subject }: Clause, { language, words }: ClauseContext): boolean {
  // In Japanese an omitted or carried-over subject counts as a person.
  if (subject === undefined || (language === "ja" && subject.shared)) return language === "ja";
  const { head } = subject;
  const endings = language === "ja" ? [1, 2, 3].map((length) => head.slice(-length)) : [head.toLowerCase()];
  const isListed = endings.some((ending) => words.is("somebody", ending));
  return isListed || placeNoun(head, language)?.type === "vehicle";
}

/** 通りに出ると、雨はやんでいた: the followed characters discover the state, even if the clause has another subject. */
function isDiscovery({ rank, connector = "" }: Clause, { sentence, words }: ClauseContext): boolean {
  const isSeen = mainClause(sentence)?.predicate.aspect === "state";
  return rank === "subordinate" && words.is("discovery", connector) && isSeen;
}

/** Whether the subject is a noun that refers to nobody of the cast. */
function isStranger({ subject }: Clause, { words }: ClauseContext): boolean {
  const head = subject?.head.toLowerCase() ?? "";
  return !["somebody", "pointing", "weather"].some((kind) => words.is(kind, head));
}

/** Evidence from a description: a place is the subject of a state (`The room was dark`), or is identified (そこは台所だった). */
function descriptionEvidence(told: Told): Found[] {
  const { clause, words, language, sentence } = told;
  const { predicate, objects, subject } = clause;
  const isWithin = words.is("within-verb", predicate.lemma);
  if ((predicate.aspect !== "state" && !isWithin) || words.is("see", predicate.lemma)) return [];
  const topic = (language === "ja" ? objects.find(({ marker }) => marker === "は") : undefined) ?? subject;
  if (topic === undefined || words.is("pointing", topic.head.toLowerCase())) {
    const isPredicate = ({ from, to, head }: Phrase) =>
      language === "en" ? head === predicate.lemma : from <= predicate.from && to > predicate.from;
    const phrase = (language === "en" ? objects : sentence.nouns).find(isPredicate);
    const place = phrase && placeOf({ ...phrase, head: predicate.lemma }, told);
    return place === undefined ? [] : [{ is: "is", sure: SURE.told, place }];
  }
  const place = placeOf(topic, told);
  if (place === undefined) return [];
  const isInner = isWithin || place.type === "room";
  return [{ is: "view", sure: isInner ? SURE.likely : SURE.seen, place }];
}

/** Evidence from things: on a sofa, at the window, 戸棚の火. `rain beat against the window` is perceived indoors. */
function thingEvidence({ clause, isPerson, words }: Told): Found[] {
  const { subject, places, objects, predicate } = clause;
  const around = [...places, ...objects];
  const isOut = predicate.particle === "out" || objects.some(({ head }) => words.is("view-out", head));
  if (isPerson && isOut && words.is("perceive", predicate.lemma))
    return [{ is: "indoors", sure: SURE.likely }];
  if (words.is("see", predicate.lemma)) return [];
  const isOf = (kind: string, { head }: Phrase) => words.is(kind, head.toLowerCase());
  const isWeather = words.value("weather", subject?.head.toLowerCase() ?? "") !== undefined;
  if (isWeather && around.some((phrase) => isOf("pane", phrase))) return [{ is: "indoors", sure: SURE.seen }];
  if (!isPerson) return [];
  if (places.some(({ text }) => words.is("beyond", text.toLowerCase())))
    return [{ is: "door", sure: SURE.likely }];
  if (places.some((phrase) => isOf("outdoors", phrase))) return [{ is: "outdoors", sure: SURE.doubted }];
  const isWithin = around.some((phrase) => isOf("indoors", phrase) || words.is("indoors", phrase.text));
  return isWithin ? [{ is: "indoors", sure: SURE.likely }] : [];
}
