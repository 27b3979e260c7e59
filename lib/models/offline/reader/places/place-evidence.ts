// What one clause says of where somebody is: that they go to a place, leave one or are at one, or that a place itself is described. Only
// clauses that are told as real and now say anything.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import { type Clause, mainClause } from "../text/clause.ts";
import { englishMoves } from "./english-moves.ts";
import { japaneseMoves } from "./japanese-moves.ts";
import { placeNoun, settingWords } from "./place-nouns.ts";
import { amongThings, described, weathered } from "./scenery.ts";
import { type ClauseContext, type Found, isReal, type Told } from "./told-clause.ts";

export interface PlaceEvidence extends Found {
  /** Ids of those of whom it is told; empty where the subject is nobody of the cast. */
  who: readonly string[];
  /** The text leaves the subject out. */
  leftOut?: boolean;
  /** They lead or take somebody along, whom the text may leave out. */
  along?: boolean;
}

/** How much less a habit tells of the scene than a single deed. */
const HABIT = 0.9;

export function placeEvidence(clause: Clause, context: ClauseContext): PlaceEvidence[] {
  if (!isReal(clause) || isPerceived(clause, context) || isChained(clause, context)) return [];
  const { predicate } = clause;
  const who = context.people.subject(context.at, clause)?.value ?? [];
  const told: Told = { ...context, clause, isPerson: who.length > 0 || isSomebody(clause, context.language) };
  const moves = context.language === "en" ? englishMoves(told) : japaneseMoves(told);
  const found: Found[] = [...moves, ...described(told)];
  if (found.length === 0) found.push(...amongThings(told));
  found.push(...weathered(told));
  const doubt = (predicate.sure ?? 1) * (predicate.mood === "habit" ? HABIT : 1);
  const along = settingWords(context.language).is("motion-with", predicate.lemma);
  const leftOut = clause.subject === undefined;
  return found.map((one) => ({ ...one, who, along, leftOut, sure: one.sure * doubt }));
}

function isSomebody({ subject }: Clause, language: Language): boolean {
  // A subject that Japanese carries over from an earlier clause is a guess of the clause reader.
  if (subject === undefined || (language === "ja" && subject.shared)) return language === "ja";
  const { head } = subject;
  const endings = language === "ja" ? [1, 2, 3].map((length) => head.slice(-length)) : [];
  if (endings.some((ending) => settingWords("ja").is("person-ending", ending))) return true;
  const kind = kindOfNoun(head, language)?.is;
  return kind === "person" || kind === "animal" || placeNoun(head, language)?.type === "vehicle";
}

/** What て ties to a predicate that is remembered or wished is so, too. */
function isChained({ rank, predicate }: Clause, { sentence, language }: ClauseContext): boolean {
  if (language !== "ja" || rank !== "main") return false;
  const mood = mainClause(sentence)?.predicate.mood ?? predicate.mood;
  return mood !== predicate.mood && settingWords("ja").is("chained", mood);
}

/** `She heard him walking in the garden`: where he is, not she. */
function isPerceived(clause: Clause, { sentence, language }: ClauseContext): boolean {
  if (clause.rank !== "participle") return false;
  const before = sentence.clauses.slice(0, sentence.clauses.indexOf(clause));
  const at = before.findLastIndex(({ rank }) => rank !== "participle");
  const perceiver = before[at];
  if (perceiver === undefined || !settingWords(language).is("see", perceiver.predicate.lemma)) return false;
  const isOther = ({ subject }: Clause) => subject !== undefined && subject.from !== perceiver.subject?.from;
  return [...before.slice(at + 1), clause].some(isOther);
}
