// How a clause ties its subject to places: by verbs of motion with the prepositions or particles of goal, way and source, and by where
// somebody is.
import type { Phrase } from "../text/clause.ts";
import { placeNoun, settingWords, wordsWithin } from "./place-nouns.ts";
import { type Found, FRONTED, placeOf, type Told, VIEW } from "./told-clause.ts";

/** How sure an inside is that is not named. */
const ENTERED = 0.72;

type Tie = "goal" | "towards" | "path" | "source" | "in" | "beside";

export function movesOf(told: Told): Found[] {
  const { clause, isPerson, language } = told;
  const words = settingWords(language);
  const { lemma, particle = "", voice } = clause.predicate;
  const isAlong = words.is("motion-along", lemma) && clause.objects.length === 0;
  const isMotion = isMotionVerb(told) || isAlong;
  const moves = isPerson && isMotion;
  const carried = carriedOver(told);
  // `They started up the street`: the particle is the preposition.
  const isWay = language === "en" && isMotionVerb(told) && words.is("path", particle);
  const objects =
    isPerson && voice !== "passive" ? [...clause.objects.slice(0, language === "en" ? 1 : 9)] : [];
  const found = [
    ...[...objects, ...carried].flatMap((phrase) =>
      tied(phrase, objectTie(phrase, told) ?? (isWay ? "path" : undefined), told, true),
    ),
    ...[...clause.places, ...carried]
      .toSorted((a, b) => a.from - b.from)
      .flatMap((phrase) => placed(phrase, moves, told)),
  ];
  if (!isPerson || found.some(({ is }) => is === "move" || is === "at" || is === "towards")) return found;
  if (moves && language === "en" && particle === "in" && lemma !== "come")
    return [...found, { is: "enter", sure: ENTERED }];
  const goes =
    language === "ja"
      ? !comes(told) && (words.is("away", lemma) || (isMotion && goesAway(told) && !words.is("enter", lemma)))
      : words.is("away", lemma) &&
        [particle, ...clause.places.map(({ head }) => head)].some((word) => words.is("away-particle", word));
  return goes ? [...found, { is: "towards", sure: 0.5 }] : found;
}

function isMotionVerb({ clause: { predicate }, language }: Told): boolean {
  const words = settingWords(language);
  return words.is("motion", predicate.lemma) || words.is("motion-with", predicate.lemma);
}

/** What a verb makes of its object: 坂を上る, `cross the square`, 家を出る. */
function objectTie({ marker = "" }: Phrase, { clause, language }: Told): Tie | undefined {
  const words = settingWords(language);
  const { lemma } = clause.predicate;
  if (language === "ja" && !words.is("path", marker)) return undefined;
  if (words.is("motion-to", lemma)) return "goal";
  if (words.is("motion-from", lemma)) return "source";
  return words.is("motion-along", lemma) ? "path" : undefined;
}

function placed(phrase: Phrase, moves: boolean, told: Told): Found[] {
  const { language, clause } = told;
  const words = settingWords(language);
  const marker = phrase.marker?.toLowerCase() ?? "";
  const { lemma } = clause.predicate;
  if (language === "en" && phrase.marker === undefined) return moves ? adverb(phrase, lemma) : [];
  const goal = words.value("goal", marker);
  const relation = words.value("inside", marker);
  if (moves && goal !== undefined) return tied(phrase, goal === "weak" ? "towards" : "goal", told, moves);
  if (words.is("source", marker))
    return tied(phrase, "source", told, moves || words.is("motion-from", lemma));
  if (words.is("path", marker) && language === "en") return tied(phrase, "path", told, moves);
  const isIn =
    language === "en"
      ? relation !== undefined && !words.is("see", lemma)
      : relation === "event"
        ? !words.is("see", lemma)
        : relation === "state" && words.is("stay", lemma);
  if (!isIn) return [];
  return tied(phrase, relation === "by" ? "beside" : moves && marker === "in" ? "path" : "in", told, moves);
}

/** `home`, `upstairs`, `out`, `in`. */
function adverb({ head, text }: Phrase, lemma: string): Found[] {
  const value = settingWords("en").value("adverb", head.toLowerCase());
  if (value === undefined) return [];
  if (value === "out") return [{ is: "leave", sure: 0.5 }];
  if (value === "enter") return lemma === "come" ? [] : [{ is: "enter", sure: ENTERED }];
  const type = value === "room" ? "room" : "building";
  return [{ is: "move", sure: 0.8, place: { type, kind: head, noun: head, name: text, reference: "given" } }];
}

function tied(phrase: Phrase, tie: Tie | undefined, told: Told, moves: boolean): Found[] {
  if (tie === undefined) return [];
  const { clause, language, isPerson } = told;
  const words = settingWords(language);
  const { lemma } = clause.predicate;
  const place = placeOf(phrase, told);
  if (place === undefined) return tie === "goal" && moves ? unnamedGoal(phrase, told) : [];
  if (tie === "in" || tie === "beside") {
    const isLife = words.value("stay", lemma) === "live";
    if (tie === "beside" && place.type === "region") return [];
    if (isPerson && !isLife) return [{ is: "at", sure: tie === "beside" ? 0.6 : 0.8, place }];
    const isTopic = isFronted(phrase, told) && !isLife;
    return [{ is: "view", sure: tie === "beside" ? 0.4 : isTopic ? FRONTED : VIEW, place }];
  }
  if (!moves) return [];
  if (tie === "source") return [{ is: "leave", sure: 0.75, place }];
  const isOnTheWay =
    tie === "towards" ||
    (language === "ja" &&
      tie === "goal" &&
      ((goesAway(told) && !words.is("enter", lemma)) || (place.towards === true && !words.is("go", lemma))));
  if (isOnTheWay) return [{ is: "towards", sure: 0.72, place }];
  const sure = tie === "path" ? 0.8 : place.proper ? 0.7 : place.part === undefined ? 0.89 : 0.81;
  return [{ is: "move", sure, place }];
}

/** 中へ, 外に, `into the safe`, `to the waiting man`. */
function unnamedGoal(phrase: Phrase, told: Told): Found[] {
  const { language, clause } = told;
  const words = settingWords(language);
  const whom = meantBy(phrase, told);
  if (whom !== undefined) return [{ is: "meet", sure: 0.74, whom }];
  if (language === "ja") {
    const { text, head } = phrase;
    if (placeNoun(text, "ja")?.kind === "outside") return [{ is: "leave", sure: 0.5 }];
    const isInward =
      words.is("inner", head) && (text === head || words.is("door", text.slice(0, -1 - head.length)));
    return isInward ? [{ is: "enter", sure: ENTERED }] : [];
  }
  // On foot one goes into places alone, also into those that no table has.
  const isUnknown = phrase.marker?.toLowerCase() === "into" && placeNoun(phrase.head, "en") === undefined;
  return isUnknown && words.is("on-foot", clause.predicate.lemma) ? [{ is: "enter", sure: ENTERED }] : [];
}

/** 町を聞いて歩く: a verb of motion without arguments of its own has those of the one that て ties to it. */
function carriedOver({ clause, sentence, language }: Told): readonly Phrase[] {
  const { objects, places, from, predicate } = clause;
  if (language === "en" || objects.length > 0 || places.length > 0) return [];
  if (!settingWords("ja").is("motion", predicate.lemma)) return [];
  const before = sentence.clauses.findLast((one) => one.predicate.from < from);
  const isTied = before?.connector === "て" && before.rank === "main" && before.to === from;
  return isTied ? [...before.objects, ...before.places] : [];
}

/** Whom a phrase means, or whose it is: `to the accountant's wicket`. */
function meantBy(phrase: Phrase, { people, at, sentence }: Told): readonly string[] | undefined {
  const meant = people.meant(at, phrase);
  if (meant !== undefined) return meant.value;
  const owner = sentence.nouns.find(({ from, to }) => from >= phrase.from && to < phrase.to);
  return owner && people.meant(at, owner)?.value;
}

/** 帰って行った: on the way there, not there. */
const goesAway = (told: Told): boolean => isBound(["行く", "いく"], told);

/** 飛び出して来た: to where the scene is. */
const comes = (told: Told): boolean => isBound(["来る", "くる"], told);

const isBound = (verbs: readonly string[], { clause: { predicate }, sentence }: Told): boolean =>
  wordsWithin(sentence.words, predicate).some(
    ({ from, lemma, detail = [] }) =>
      from > predicate.from && verbs.includes(lemma) && detail.includes("非自立"),
  );

/** `In the garden it was still winter`, 森の中には. */
const isFronted = (
  { to, marker = "" }: Phrase,
  { clause: { subject, predicate, rank }, language }: Told,
): boolean =>
  language === "ja"
    ? marker.endsWith("は")
    : rank === "main" && to <= Math.min(subject?.from ?? Number.POSITIVE_INFINITY, predicate.from);
