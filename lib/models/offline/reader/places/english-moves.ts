// How an English clause ties its subject to places: verbs of motion with their prepositions, adverbs and objects, and where somebody is.
import type { Clause, Phrase } from "../text/clause.ts";
import { placeNoun, settingWords } from "./place-nouns.ts";
import type { NamedPlace } from "./place-phrases.ts";
import { type Found, FRONTED, personsOf, placeOf, type Told, VIEW } from "./told-clause.ts";

const words = settingWords("en");

export function englishMoves(told: Told): Found[] {
  const { clause, isPerson } = told;
  const { lemma, particle = "", voice } = clause.predicate;
  const [object] = clause.objects;
  const found: Found[] = [];
  const objectPlace = isPerson && voice !== "passive" && object ? placeOf(object, told) : undefined;
  if (objectPlace && words.is("motion-to", lemma)) found.push({ is: "move", sure: 0.85, place: objectPlace });
  if (objectPlace && words.is("motion-along", lemma))
    found.push({ is: "move", sure: 0.8, place: objectPlace });
  if (objectPlace && words.is("motion-from", lemma))
    found.push({ is: "leave", sure: 0.85, place: objectPlace });
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
  const { clause, isPerson } = told;
  const { lemma } = clause.predicate;
  const goal = words.value("goal", marker);
  const place = placeOf(phrase, told);
  if (place === undefined) {
    const whom = goal === "sure" ? personsOf(phrase, told) : [];
    if (moves && whom.length > 0) return { is: "away", sure: 0.6, whom };
    // On foot one goes into places alone, also into those that no table has.
    const isUnknown = whom.length === 0 && placeNoun(phrase.head, "en") === undefined;
    return moves && marker === "into" && isUnknown && words.is("on-foot", lemma)
      ? { is: "enter", sure: 0.6 }
      : undefined;
  }
  if (moves) {
    if (marker === "in")
      return { is: clause.predicate.voice === "passive" ? "at" : "move", sure: 0.8, place };
    if (goal === "sure")
      return { is: "move", sure: place.proper ? 0.7 : place.part === undefined ? 0.9 : 0.81, place };
    if (goal === "weak") return { is: "move", sure: 0.45, place };
    if (words.is("path", marker)) return { is: "move", sure: 0.8, place };
    if (words.is("source", marker)) return { is: "leave", sure: 0.7, place };
  }
  const relation = words.value("inside", marker);
  if (words.is("see", lemma) || (relation === "by" && place.type === "region")) return undefined;
  if (relation !== undefined) return located(phrase, place, relation, told);
  const isInto = goal === "sure" && marker !== "to" && clause.objects.length === 0;
  return isPerson && isInto ? { is: "move", sure: 0.7, place } : undefined;
}

function located(phrase: Phrase, place: NamedPlace, relation: string, { clause, isPerson }: Told): Found {
  const { lemma, aspect } = clause.predicate;
  const isBeside = relation === "by" || words.value("stay", lemma) === "live";
  if (!isPerson)
    return { is: "view", sure: isBeside ? 0.4 : isFronted(phrase, clause) ? FRONTED : VIEW, place };
  if (words.value("motion", lemma) === "arrive") return { is: "move", sure: isBeside ? 0.6 : 0.8, place };
  // `In her home she had food`: a state that holds wherever she is.
  const isHeld = aspect === "state" && relation === "in" && !words.is("stay", lemma);
  return { is: "at", sure: isBeside || isHeld ? 0.6 : 0.8, place };
}

const isFronted = ({ to }: Phrase, { subject, predicate, rank }: Clause): boolean =>
  rank === "main" && to <= Math.min(subject?.from ?? Number.POSITIVE_INFINITY, predicate.from);
