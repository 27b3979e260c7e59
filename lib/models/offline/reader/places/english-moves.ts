// How an English clause ties its subject to places: verbs of motion with their prepositions, adverbs and objects, and where somebody is.
import type { Clause, Phrase } from "../text/clause.ts";
import { placeNoun, settingWords } from "./place-nouns.ts";
import type { NamedPlace } from "./place-phrases.ts";
import { type Found, FRONTED, placeOf, type Told, VIEW } from "./told-clause.ts";

const words = settingWords("en");

export function englishMoves(told: Told): Found[] {
  const { clause, isPerson } = told;
  const { lemma, particle = "", voice } = clause.predicate;
  const [object] = clause.objects;
  const found: Found[] = [];
  const place = isPerson && voice !== "passive" && object ? placeOf(object, told) : undefined;
  if (place && (words.is("motion-to", lemma) || words.is("motion-along", lemma)))
    found.push({ is: "move", sure: 0.85, place });
  else if (place && words.is("motion-from", lemma)) found.push({ is: "leave", sure: 0.85, place });
  const isAlong = words.is("motion-along", lemma) && object === undefined;
  const moves = isPerson && (words.is("motion", lemma) || words.is("motion-with", lemma) || isAlong);
  for (const phrase of clause.places) {
    const one =
      phrase.marker === undefined ? byAdverb(phrase, moves, lemma) : byPreposition(phrase, moves, told);
    if (one) found.push(one);
  }
  const isSettled = found.some(({ is }) => is === "move" || is === "at");
  if (moves && particle === "in" && lemma !== "come" && !isSettled) found.push({ is: "enter", sure: 0.6 });
  const goes = [particle, ...clause.places.map(({ head }) => head)].some((word) =>
    words.is("away-particle", word),
  );
  if (isPerson && words.is("away", lemma) && goes && !isSettled) found.push({ is: "away", sure: 0.6 });
  return found;
}

/** `home`, `upstairs`, `out`, `in`. */
function byAdverb({ head, text }: Phrase, moves: boolean, lemma: string): Found | undefined {
  const adverb = words.value("adverb", head.toLowerCase());
  if (adverb === undefined || !moves) return undefined;
  if (adverb === "out") return { is: "leave", sure: 0.5 };
  if (adverb === "enter") return lemma === "come" ? undefined : { is: "enter", sure: 0.6 };
  const type = adverb === "room" ? "room" : "building";
  return { is: "move", sure: 0.8, place: { type, kind: head, noun: head, name: text, reference: "given" } };
}

function byPreposition(phrase: Phrase, moves: boolean, told: Told): Found | undefined {
  const marker = phrase.marker?.toLowerCase() ?? "";
  const { lemma } = told.clause.predicate;
  const isGoal = words.value("goal", marker) === "sure";
  const place = placeOf(phrase, told);
  if (place === undefined) {
    if (moves && isGoal && told.people.meant(told.at, phrase)) return { is: "away", sure: 0.6 };
    // On foot one goes into places alone, also into those that no table has.
    const isUnknown = marker === "into" && placeNoun(phrase.head, "en") === undefined;
    return moves && isUnknown && words.is("on-foot", lemma) ? { is: "enter", sure: 0.6 } : undefined;
  }
  if (moves && isGoal) {
    const sure = place.proper ? 0.7 : place.part === undefined ? 0.9 : 0.81;
    return { is: "move", sure, place };
  }
  if (moves && (marker === "in" || words.is("path", marker))) return { is: "move", sure: 0.8, place };
  if (moves && words.is("source", marker)) return { is: "leave", sure: 0.7, place };
  const relation = words.value("inside", marker);
  const isApart = words.is("see", lemma) || (relation === "by" && place.type === "region");
  return relation === undefined || isApart ? undefined : located(phrase, place, relation, told);
}

function located(phrase: Phrase, place: NamedPlace, relation: string, { clause, isPerson }: Told): Found {
  const isBeside = relation === "by" || words.value("stay", clause.predicate.lemma) === "live";
  if (isPerson) return { is: "at", sure: isBeside ? 0.6 : 0.8, place };
  return { is: "view", sure: isBeside ? 0.4 : isFronted(phrase, clause) ? FRONTED : VIEW, place };
}

const isFronted = ({ to }: Phrase, { subject, predicate, rank }: Clause): boolean =>
  rank === "main" && to <= Math.min(subject?.from ?? Number.POSITIVE_INFINITY, predicate.from);
