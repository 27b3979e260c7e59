// How a clause relates its subject to places: verbs of motion with goal, path or source, and statements of position.
import type { Phrase } from "../text/clause.ts";
import { placeNoun, wordsWithin } from "./place-phrases.ts";
import { type Found, placeOf, SURE, type Told } from "./told-clause.ts";

type PlaceRelation = "goal" | "towards" | "path" | "source" | "in" | "beside";

export function movesOf(told: Told): Found[] {
  const { clause, isPerson, language, words } = told;
  const { predicate, objects, places } = clause;
  const { lemma, particle = "", voice } = predicate;
  const isMotion = words.is("motion", lemma);
  const isAlong = words.is("motion-along", lemma) && objects.length === 0;
  const moves = isPerson && (isMotion || isAlong);
  // `They started up the street`: the particle acts as a preposition.
  const isWay = language === "en" && isMotion && words.is("path", particle);
  const reached = isPerson && voice !== "passive" ? objects : [];
  const found = [
    ...reached.flatMap((phrase) =>
      evidenceFrom(phrase, objectTie(phrase, told) ?? (isWay ? "path" : undefined), told),
    ),
    ...places
      .toSorted((a, b) => a.from - b.from)
      .flatMap((phrase) =>
        language === "en" && phrase.marker === undefined
          ? adverb(phrase, moves, told)
          : evidenceFrom(phrase, placeTie(phrase, moves, told), told),
      ),
  ];
  if (isPerson && words.is("follow", lemma)) {
    const [whom] = objects.flatMap((phrase) => told.people.meant(told.at, phrase)?.value ?? []);
    return [...found, { is: "meet", sure: SURE.likely, whom: whom === undefined ? undefined : [whom] }];
  }
  if (isPerson && words.is("open", lemma) && objects.some(({ head }) => words.is("door", head)))
    return [...found, { is: "door", sure: SURE.likely }];
  const isTold = found.some(({ is }) => is === "move" || is === "at" || is === "towards");
  const isOff = [particle, ...places.map(({ head }) => head)].some((word) => words.is("away-particle", word));
  const isOut = words.is("away", lemma) && (language === "en" ? isOff : !hasDirectionAuxiliary("here", told));
  const isAway = isOut || (isMotion && isLeaving(told));
  return isPerson && !isTold && isAway ? [...found, { is: "leave", sure: SURE.doubted }] : found;
}

/** Relation of the motion to the verb's object: 坂を上る, `cross the square`, 家を出る. */
function objectTie({ marker = "" }: Phrase, { clause, language, words }: Told): PlaceRelation | undefined {
  if (language === "ja" && !words.is("path", marker)) return undefined;
  const { lemma } = clause.predicate;
  if (words.is("motion-to", lemma)) return "goal";
  if (words.is("motion-from", lemma)) return "source";
  return words.is("motion-along", lemma) ? "path" : undefined;
}

function placeTie({ marker: written = "" }: Phrase, moves: boolean, told: Told): PlaceRelation | undefined {
  const { words, clause, language } = told;
  const { lemma } = clause.predicate;
  const marker = written.toLowerCase();
  const goal = words.value("goal", marker);
  if (moves && goal !== undefined) return goal === "weak" ? "towards" : "goal";
  if (moves && words.is("source", marker)) return "source";
  if (moves && language === "en" && words.is("path", marker)) return "path";
  const relation = words.value("inside", marker);
  const isThere = relation === "state" ? isStaying(told) : !words.is("see", lemma);
  if (relation === undefined || !isThere) return undefined;
  return relation === "by" ? "beside" : "in";
}

/** Whether に marks a position and not a goal: 庭に立つ, 祠の前に置く, 壁に貼ってある, 通りに雨が落ちる. */
const isStaying = ({ words, clause: { subject, predicate } }: Told): boolean =>
  words.is("stay", predicate.lemma) ||
  words.is("put", predicate.lemma) ||
  words.is("weather", subject?.head ?? "") ||
  (predicate.aspect === "state" && subject?.marker === "が");

/** An adverb of place as a goal: `home`, `upstairs`. */
function adverb({ head, text }: Phrase, moves: boolean, { words }: Told): Found[] {
  const type = words.value("adverb", head.toLowerCase()) === "room" ? "room" : "building";
  if (!moves || !words.is("adverb", head.toLowerCase())) return [];
  return [{ is: "move", sure: SURE.told, place: { type, kind: head, noun: head, name: text } }];
}

function evidenceFrom(phrase: Phrase, tie: PlaceRelation | undefined, told: Told): Found[] {
  if (tie === undefined) return [];
  const { clause, language, isPerson, words } = told;
  const { lemma } = clause.predicate;
  const place = placeOf(phrase, told);
  if (place === undefined) return tie === "goal" ? unnamedGoal(phrase, told) : [];
  if (tie === "in" || tie === "beside") {
    const isThere = isPerson && words.value("stay", lemma) !== "live";
    if (!isThere) return [{ is: "view", sure: SURE.seen, place }];
    return [{ is: "at", sure: tie === "in" ? SURE.told : SURE.seen, place }];
  }
  if (tie === "source") return [{ is: "leave", sure: SURE.doubted, place }];
  const isReached = tie === "path" || words.is("go", lemma) || place.towards !== true;
  if (tie === "towards" || (language === "ja" && tie === "goal" && (isLeaving(told) || !isReached)))
    return [{ is: "towards", sure: SURE.likely, place }];
  return [{ is: "move", sure: SURE.told, place, along: tie === "path" }];
}

/** A goal that is not a named place: 中へ, 外に, `to the waiting man`, `to the accountant's wicket`. */
function unnamedGoal(phrase: Phrase, { people, at, sentence, language, words }: Told): Found[] {
  const { text, from, to } = phrase;
  const owner = sentence.nouns.find((noun) => noun.from >= from && noun.to < to);
  const whom = (people.meant(at, phrase) ?? (owner && people.meant(at, owner)))?.value;
  if (whom !== undefined) return [{ is: "meet", sure: SURE.likely, whom }];
  if (placeNoun(text, language)?.kind === "outside") return [{ is: "leave", sure: SURE.doubted }];
  return words.is("inner", text) ? [{ is: "enter", sure: SURE.likely }] : [];
}

/** Whether the character is on the way and has not arrived: 帰って行った, but not 入って行った. */
const isLeaving = (told: Told): boolean =>
  hasDirectionAuxiliary("away", told) && !told.words.is("enter", told.clause.predicate.lemma);

/** Whether an auxiliary of direction follows the verb: 飛び出して来た. */
const hasDirectionAuxiliary = (
  verb: "away" | "here",
  { clause: { predicate }, sentence, words }: Told,
): boolean =>
  wordsWithin(sentence.words, predicate).some(
    ({ from, lemma, detail = [] }) =>
      from > predicate.from && words.value("bound", lemma) === verb && detail.includes("非自立"),
  );
