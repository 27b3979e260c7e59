// How a Japanese clause ties its subject to places: verbs of motion with the particles of goal, way and source, and where somebody is.
import type { Phrase } from "../text/clause.ts";
import { placeNoun, settingWords, wordsWithin } from "./place-nouns.ts";
import { type Found, FRONTED, placeOf, type Told, VIEW } from "./told-clause.ts";

const words = settingWords("ja");

export function japaneseMoves(told: Told): Found[] {
  const { clause, isPerson } = told;
  const { lemma } = clause.predicate;
  const isLeaving = goesAway(told) && !words.is("enter", lemma);
  const carried = tied(told);
  const found: Found[] = [];
  for (const phrase of [...clause.objects, ...carried]) {
    const place = isPerson && words.is("path", phrase.marker ?? "") ? placeOf(phrase, told) : undefined;
    if (place && words.is("motion-leave", lemma)) found.push({ is: "leave", sure: 0.8, place });
    else if (place && words.is("motion-along", lemma)) found.push({ is: "move", sure: 0.8, place });
  }
  for (const phrase of [...clause.places, ...carried]) {
    const one = byParticle(phrase, isLeaving, told);
    if (one) found.push(one);
  }
  const goes = words.is("away", lemma) || (isLeaving && words.is("motion", lemma));
  if (isPerson && goes && !found.some(({ is }) => is === "move")) found.push({ is: "away", sure: 0.6 });
  return found;
}

function byParticle(phrase: Phrase, isLeaving: boolean, told: Told): Found | undefined {
  const marker = phrase.marker ?? "";
  const { lemma } = told.clause.predicate;
  const moves = told.isPerson && (words.is("motion", lemma) || words.is("motion-with", lemma));
  const isGoal = moves && words.is("goal", marker);
  if (isGoal && isInward(phrase)) return { is: "enter", sure: 0.6 };
  if (isGoal && placeNoun(phrase.text, "ja")?.kind === "outside") return { is: "leave", sure: 0.5 };
  const place = placeOf(phrase, told);
  if (place === undefined)
    return isGoal && told.people.meant(told.at, phrase) ? { is: "away", sure: 0.6 } : undefined;
  if (words.is("source", marker))
    return moves || (told.isPerson && words.is("motion-leave", lemma))
      ? { is: "leave", sure: 0.7, place }
      : undefined;
  if (isGoal) {
    const isOnTheWay = isLeaving || (place.towards === true && !words.is("go", lemma));
    return { is: "move", sure: isOnTheWay ? 0.45 : 0.88, place };
  }
  const relation = words.value("inside", marker);
  const isLocated =
    relation === "event" ? !words.is("see", lemma) : relation === "state" && words.is("stay", lemma);
  if (!isLocated) return undefined;
  const isLife = words.value("stay", lemma) === "live";
  if (told.isPerson && !isLife) return { is: "at", sure: 0.8, place };
  return { is: "view", sure: marker.endsWith("は") && !isLife ? FRONTED : VIEW, place };
}

/** 町を聞いて歩く: a verb of motion without arguments of its own has those of the one that て ties to it. */
function tied({ clause, sentence }: Told): readonly Phrase[] {
  const { objects, places, from, predicate } = clause;
  if (objects.length > 0 || places.length > 0 || !words.is("motion", predicate.lemma)) return [];
  const before = sentence.clauses.findLast((one) => one.predicate.from < from);
  const isTied = before?.connector === "て" && before.rank === "main" && before.to === from;
  return isTied ? [...before.objects, ...before.places] : [];
}

/** 中へ, 扉の中に: into what is not named. */
const isInward = ({ text, head }: Phrase): boolean =>
  words.is("inner", head) && (text === head || words.is("door", text.slice(0, -1 - head.length)));

/** 帰って行った: on the way there, not there. */
const goesAway = ({ clause: { predicate }, sentence }: Told): boolean =>
  wordsWithin(sentence.words, predicate).some(
    ({ from, lemma, detail = [] }) =>
      from > predicate.from && ["行く", "いく"].includes(lemma) && detail.includes("非自立"),
  );
