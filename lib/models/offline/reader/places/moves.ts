// How a clause ties its subject to places: by verbs of motion with the prepositions or particles of goal, way and source, and by where
// somebody is.
import type { Phrase } from "../text/clause.ts";
import { placeNoun, wordsWithin } from "./place-phrases.ts";
import { type Found, placeOf, type Told, VIEW } from "./told-clause.ts";

type Tie = "goal" | "towards" | "path" | "source" | "in" | "beside";

/** How sure it is that somebody is where each of these says. */
const SURE = {
  ...{ goal: 0.89, part: 0.81, path: 0.8, in: 0.8, beside: 0.6, entered: 0.72, way: 0.72, met: 0.74 },
  ...{ proper: 0.7, fronted: 0.74, viewBeside: 0.4, left: 0.75, out: 0.5, away: 0.5 },
} as const;

export function movesOf(told: Told): Found[] {
  const { clause, isPerson, language, words } = told;
  const { predicate, objects, places } = clause;
  const { lemma, particle = "", voice } = predicate;
  const isMotion = words.is("motion", lemma) || words.is("motion-with", lemma);
  const isAlong = words.is("motion-along", lemma) && objects.length === 0;
  const moves = isPerson && (isMotion || isAlong);
  // `They started up the street`: the particle is the preposition.
  const isWay = language === "en" && isMotion && words.is("path", particle);
  const reached = isPerson && voice !== "passive" ? objects.slice(0, language === "en" ? 1 : undefined) : [];
  const found = [
    ...reached.flatMap((phrase) =>
      tied(phrase, objectTie(phrase, told) ?? (isWay ? "path" : undefined), told),
    ),
    ...places
      .toSorted((a, b) => a.from - b.from)
      .flatMap((phrase) =>
        language === "en" && phrase.marker === undefined
          ? adverb(phrase, moves, told)
          : tied(phrase, placeTie(phrase, moves, told), told),
      ),
  ];
  if (isPerson && words.is("follow", lemma)) {
    const [whom] = objects.flatMap((phrase) => told.people.meant(told.at, phrase)?.value ?? []);
    return [...found, { is: "meet", sure: SURE.met, whom: whom === undefined ? undefined : [whom] }];
  }
  if (isPerson && words.is("open", lemma) && objects.some(({ head }) => words.is("door", head)))
    return [...found, { is: "door", sure: SURE.entered }];
  if (!isPerson || found.some(({ is }) => is === "move" || is === "at" || is === "towards")) return found;
  const isAway = words.is("away", lemma);
  const adverbs = [particle, ...places.map(({ head }) => head)];
  const goes =
    language === "en"
      ? isAway && adverbs.some((word) => words.is("away-particle", word))
      : (isAway && !isBound("here", told)) || (isMotion && isLeaving(told));
  return goes ? [...found, { is: "towards", sure: SURE.away }] : found;
}

/** What a verb makes of its object: 坂を上る, `cross the square`, 家を出る. */
function objectTie(
  { marker = "" }: Phrase,
  { clause: { predicate }, language, words }: Told,
): Tie | undefined {
  if (language === "ja" && !words.is("path", marker)) return undefined;
  if (words.is("motion-to", predicate.lemma)) return "goal";
  if (words.is("motion-from", predicate.lemma)) return "source";
  return words.is("motion-along", predicate.lemma) ? "path" : undefined;
}

function placeTie({ marker: written = "" }: Phrase, moves: boolean, told: Told): Tie | undefined {
  const { words, clause, isPerson, language } = told;
  const { lemma } = clause.predicate;
  const marker = written.toLowerCase();
  const goal = words.value("goal", marker);
  const relation = words.value("inside", marker);
  if (moves && goal !== undefined) return goal === "weak" ? "towards" : "goal";
  if (words.is("source", marker))
    return moves || (isPerson && words.is("motion-from", lemma)) ? "source" : undefined;
  if (language === "en" && words.is("path", marker)) return moves ? "path" : undefined;
  if (relation === "state" ? !isStaying(told) : words.is("see", lemma)) return undefined;
  return relation === "by"
    ? "beside"
    : moves && marker === "in"
      ? "path"
      : relation === undefined
        ? undefined
        : "in";
}

/** The に of somebody or something that is there: 庭に立つ, 祠の前に置く, 壁に貼ってある, and 森に雪が降る. */
const isStaying = ({ words, clause: { subject, predicate } }: Told): boolean =>
  words.is("stay", predicate.lemma) ||
  words.is("put", predicate.lemma) ||
  (predicate.aspect === "state" && subject?.marker === "が") ||
  (words.value("weather", subject?.head ?? "") !== undefined && words.is("weather-scene", predicate.lemma));

/** `home`, `upstairs`, `out`, `in`. */
function adverb({ head, text }: Phrase, moves: boolean, { words, clause }: Told): Found[] {
  const value = words.value("adverb", head.toLowerCase());
  if (value === undefined || !moves) return [];
  if (value === "out") return [{ is: "leave", sure: SURE.out }];
  if (value === "enter")
    return clause.predicate.lemma === "come" ? [] : [{ is: "enter", sure: SURE.entered }];
  const type = value === "room" ? "room" : "building";
  return [
    { is: "move", sure: SURE.path, place: { type, kind: head, noun: head, name: text, reference: "given" } },
  ];
}

function tied(phrase: Phrase, tie: Tie | undefined, told: Told): Found[] {
  if (tie === undefined) return [];
  const { clause, language, isPerson, words } = told;
  const { lemma } = clause.predicate;
  const place = placeOf(phrase, told);
  if (place === undefined) return tie === "goal" ? unnamedGoal(phrase, told) : [];
  if (tie === "in" || tie === "beside") {
    const isBeside = tie === "beside";
    const isLife = words.value("stay", lemma) === "live";
    if (isBeside && place.type === "region") return [];
    if (isPerson && !isLife) return [{ is: "at", sure: SURE[tie], place }];
    const isTopic = isFronted(phrase, told) && !isLife;
    return [{ is: "view", sure: isBeside ? SURE.viewBeside : isTopic ? SURE.fronted : VIEW, place }];
  }
  if (tie === "source") return [{ is: "leave", sure: SURE.left, place }];
  const isReached = tie === "path" || words.is("go", lemma) || place.towards !== true;
  if (tie === "towards" || (language === "ja" && tie === "goal" && (isLeaving(told) || !isReached)))
    return [{ is: "towards", sure: SURE.way, place }];
  const sure = place.proper
    ? SURE.proper
    : tie === "path" || place.part === undefined
      ? SURE[tie]
      : SURE.part;
  return [{ is: "move", sure, place, along: tie === "path" }];
}

/** 中へ, 外に, `into the safe`, `to the waiting man`, `to the accountant's wicket`. */
function unnamedGoal(phrase: Phrase, { people, at, sentence, language, words, clause }: Told): Found[] {
  const { text, head, from, to, marker = "" } = phrase;
  const owner = sentence.nouns.find((noun) => noun.from >= from && noun.to < to);
  const whom = (people.meant(at, phrase) ?? (owner && people.meant(at, owner)))?.value;
  if (whom !== undefined) return [{ is: "meet", sure: SURE.met, whom }];
  if (placeNoun(text, language)?.kind === "outside") return [{ is: "leave", sure: SURE.out }];
  const isInward =
    language === "ja"
      ? words.is("inner", head) && (text === head || words.is("door", text.slice(0, -1 - head.length)))
      : // On foot one goes into places alone, also into those that no table has.
        marker.toLowerCase() === "into" &&
        placeNoun(head, "en") === undefined &&
        words.is("on-foot", clause.predicate.lemma);
  return isInward ? [{ is: "enter", sure: SURE.entered }] : [];
}

/** 帰って行った: on the way there, not there; 入って行った is there. */
const isLeaving = (told: Told): boolean =>
  isBound("away", told) && !told.words.is("enter", told.clause.predicate.lemma);

/** 飛び出して来た: an auxiliary of direction after the verb. */
const isBound = (verb: "away" | "here", { clause: { predicate }, sentence, words }: Told): boolean =>
  wordsWithin(sentence.words, predicate).some(
    ({ from, lemma, detail = [] }) =>
      from > predicate.from && words.value("bound", lemma) === verb && detail.includes("非自立"),
  );

/** `In the garden it was still winter`, 森の中には. */
const isFronted = (
  { to, marker = "" }: Phrase,
  { clause: { subject, predicate, rank }, language }: Told,
): boolean =>
  language === "ja"
    ? marker.endsWith("は")
    : rank === "main" && to <= Math.min(subject?.from ?? Number.POSITIVE_INFINITY, predicate.from);
