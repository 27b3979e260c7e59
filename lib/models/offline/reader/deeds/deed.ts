// A told deed: a clause that is real and now, with who does it and to whom.
import type { People, SentencePlace, Sure } from "../facts.ts";
import type { Clause } from "../text/clause.ts";
import type { DeedWords } from "./deed-words.ts";

export interface Deed {
  clause: Clause;
  words: DeedWords;
  /** Ids of those who do it; empty where nobody of the cast does. */
  agents: readonly string[];
  /** How sure it is that it happens, and that they do it. */
  sure: number;
  /** Whom it is done to or said to. */
  to?: Sure<string>;
}

/** How sure a clause that reads as real is real, by what it is in its sentence. */
const RANKS: Readonly<Record<Clause["rank"], number>> = {
  main: 0.95,
  subordinate: 0.85,
  participle: 0.85,
  infinitive: 0.75,
  relative: 0.6,
};

/** It happens or is so, now and in the scene. */
export const isReal = ({ predicate, speech }: Pick<Clause, "predicate" | "speech">): boolean =>
  predicate.mood === "told" && predicate.polarity === "positive" && speech !== "reported";

/** The deeds and states that a sentence tells as real, in its order. */
export function deedsOf(
  clauses: readonly Clause[],
  { people, words, at }: { people: People; words: DeedWords; at: SentencePlace },
): Deed[] {
  return clauses.filter(isReal).map((clause) => {
    const subject = clause.predicate.voice === "passive" ? undefined : people.subject(at, clause);
    const to = addressee(clause, { people, at }, subject?.value ?? []);
    return {
      clause,
      words,
      agents: subject?.value ?? [],
      sure: RANKS[clause.rank] * (subject?.sure ?? 1),
      ...(to && { to }),
    };
  });
}

function addressee(
  clause: Clause,
  { people, at }: { people: People; at: SentencePlace },
  agents: readonly string[],
): Sure<string> | undefined {
  for (const phrase of [...clause.objects, ...clause.manner, ...clause.places]) {
    const who = people.meant(at, phrase);
    const [one] = who?.value ?? [];
    if (who !== undefined && one !== undefined && !agents.includes(one)) return { value: one, sure: who.sure };
  }
  return undefined;
}
