// Discourse model: recently mentioned characters, ranked by the probability that a pronoun or omitted subject refers to them. Signals:
// recency, grammatical role, agreement in sex and number, and that the subject of one sentence tends to stay the subject.

import type { NounUse } from "./noun-use.ts";
import type { Referent } from "./referent.ts";
import type { Sex } from "./word-lists.ts";

interface Entry {
  referent: Referent;
  /** Sentence of the last mention, counted over the story. */
  last: number;
  role: NounUse["role"];
  /** Sentence of the last pronoun for the character. A topic tends to be continued by pronouns. */
  pronounAt: number;
}

/** Maximum number of entries. The one mentioned longest ago is dropped first. */
const MOST_ENTRIES = 14;
/** Maximum number of sentences since the last mention of a possible referent. */
const LONGEST = 25;
/** A character mentioned more often than this does not depend on their owner. */
const INDEPENDENT_MENTIONS = 6;
/** Number of sentences for which a pronoun keeps its referent. */
const LONGEST_GAP = 6;
/** Number of sentences for which an owner counts as recent. */
const NEAR = 4;

/** Maximum bonus of main characters, who are slightly more likely to be meant. */
const MOST_WEIGHT = 0.8;

const RECENCY: readonly number[] = [3, 2.7, 1.9, 1.3, 0.9, 0.6, 0.4];
const ROLE: Readonly<Record<NounUse["role"], number>> = {
  subject: 1.2,
  object: 0.5,
  possessor: 0.5,
  complement: 0.4,
  oblique: 0.2,
  apart: 0.3,
};

export class Discourse {
  #entries: Entry[] = [];
  /** Subjects of the main clauses of the last narration sentence, the last one first. */
  subjects: readonly Referent[] = [];
  /** The last referent of a pronoun and its sentence, by sex. */
  readonly #lastMeant = new Map<Sex, { referent: Referent; now: number }>();

  mention(referents: readonly Referent[], use: Pick<NounUse, "role" | "pronoun">, now: number): void {
    const { role, pronoun } = use;
    for (const referent of referents) {
      const known = this.#entries.find((entry) => entry.referent === referent);
      const entry = known ?? { referent, last: -1, role, pronounAt: pronoun ? now : -9 };
      if (known === undefined) this.#entries.push(entry);
      // The strongest role within a sentence counts.
      if (entry.last !== now || ROLE[role] > ROLE[entry.role]) entry.role = role;
      entry.last = now;
      if (pronoun === undefined || referents.length > 1) continue;
      entry.pronounAt = now;
      this.#lastMeant.set(pronoun.sex, { referent, now });
    }
    if (this.#entries.length > MOST_ENTRIES)
      this.#entries = this.#entries.toSorted((a, b) => b.last - a.last).slice(0, MOST_ENTRIES);
  }

  #score(entry: Entry, now: number): number {
    const ago = now - entry.last;
    const one = entry.referent;
    return (
      (RECENCY[ago] ?? 0.2) +
      ROLE[entry.role] +
      (now - entry.pronounAt <= 1 ? 0.9 : 0) -
      this.#dependencePenalty(one, now) +
      Math.min(MOST_WEIGHT, 0.05 * (one.told + one.pronouns))
    );
  }

  /** Bonus for the last referent of a pronoun of this sex, if sentences about others came between. */
  continuityBonus(one: Referent, sex: Sex, now: number): number {
    const last = this.#lastMeant.get(sex);
    if (last === undefined || last.referent !== one) return 0;
    return now - last.now > 1 && now - last.now <= LONGEST_GAP ? 0.6 : 0;
  }

  /** Penalty for a relation (`her mother`) whose owner is recent: the owner is more prominent. */
  #dependencePenalty({ owner, told }: Referent, now: number): number {
    if (owner === undefined || told > INDEPENDENT_MENTIONS) return 0;
    return this.#entries.some(({ referent, last }) => referent === owner && now - last <= NEAR) ? 0.5 : 0;
  }

  /** The referents that fit, the most likely first. `fits` returns a bonus to the score, or undefined to exclude the referent. */
  ranked(now: number, fits: (one: Referent) => number | undefined): { referent: Referent; score: number }[] {
    return this.#entries
      .flatMap((entry) => {
        const { referent, last } = entry;
        const bonus = now - last > LONGEST ? undefined : fits(referent);
        return bonus === undefined ? [] : [{ referent, score: this.#score(entry, now) + bonus }];
      })
      .toSorted((a, b) => b.score - a.score);
  }
}
