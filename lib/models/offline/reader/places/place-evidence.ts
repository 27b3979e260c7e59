// What one clause says of where somebody is: that they go to a place, leave one or are at one, or that a place itself is described. Only
// clauses that are told as real and now say anything.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import type { Clause } from "../text/clause.ts";
import { movesOf } from "./moves.ts";
import { placeNoun, settingWords } from "./place-nouns.ts";
import { amongThings, described } from "./scenery.ts";
import { type ClauseContext, type Found, isReal, type Told } from "./told-clause.ts";

const PRONOUNS: ReadonlySet<string> = new Set(["i", "he", "she", "we", "they", "you", "one", "who"]);

/** How much less a habit tells of the scene than a single deed. */
const HABIT = 0.9;

export function placeEvidence(clause: Clause, context: ClauseContext): Found[] {
  // What somebody says, knows or sees that is so is no news of the scene.
  if (!isReal(clause) || (clause.rank === "subordinate" && clause.connector === "that")) return [];
  const { predicate } = clause;
  const meant = context.people.subject(context.at, clause)?.value;
  const head = clause.subject?.head.toLowerCase() ?? "";
  // A noun that means nobody of the cast is a stranger.
  const isStranger =
    context.language === "en" && !PRONOUNS.has(head) && !settingWords("en").is("pointing", head);
  const who = meant ?? (isStranger ? [] : undefined);
  const told: Told = {
    ...context,
    clause,
    isPerson: meant !== undefined || isSomebody(clause, context.language),
  };
  const found: Found[] = [...movesOf(told), ...described(told)];
  if (found.length === 0) found.push(...amongThings(told));
  const doubt = (predicate.sure ?? 1) * (predicate.mood === "habit" ? HABIT : 1);
  return found.map((one) => ({ ...one, who, sure: one.sure * doubt }));
}

function isSomebody({ subject }: Clause, language: Language): boolean {
  // A subject that Japanese carries over from an earlier clause is a guess of the clause reader.
  if (subject === undefined || (language === "ja" && subject.shared)) return language === "ja";
  const { head } = subject;
  if (PRONOUNS.has(head.toLowerCase())) return true;
  const endings = language === "ja" ? [1, 2, 3].map((length) => head.slice(-length)) : [];
  if (endings.some((ending) => settingWords("ja").is("person-ending", ending))) return true;
  const kind = kindOfNoun(head, language)?.is;
  return kind === "person" || kind === "animal" || placeNoun(head, language)?.type === "vehicle";
}
