// What a whole story's tense says of a clause: where a story tells in the past, a main clause in the present is the narrator's comment.
import type { Clause, Sentence } from "./clause.ts";

/** Of a story's main clauses, the share in the past from which it tells in the past. */
const MOSTLY = 0.7;

const isPlain = ({ rank, predicate }: Clause): boolean =>
  rank === "main" && predicate.mood === "told" && predicate.tense !== "none";

/**
 * The sentences of an English story's narration, with its comments. Japanese tells one deed in the past and the next in the present, so
 * its tense says nothing. Words that are said (`says he`) stay told.
 */
export function withComments(narration: readonly Sentence[]): Sentence[] {
  const plain = narration.flatMap(({ clauses }) => clauses.filter(isPlain));
  const past = plain.filter(({ predicate }) => predicate.tense === "past").length;
  if (past < MOSTLY * plain.length) return [...narration];
  return narration.map((sentence) => ({
    ...sentence,
    clauses: sentence.clauses.map((clause) =>
      isPlain(clause) && clause.predicate.tense === "present" && clause.speech === undefined
        ? { ...clause, predicate: { ...clause.predicate, mood: "comment" } }
        : clause,
    ),
  }));
}
