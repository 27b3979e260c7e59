// Who the text has in mind at a sentence: everybody named lately, by how likely a pronoun or a subject that is left out means them.
// Signals: recency, grammatical role, agreement of sex and number, and that a sentence's subject tends to stay the subject.

import type { NounUse } from "./noun-use.ts";
import type { Referent } from "./referent.ts";
import type { Sex } from "./word-lists.ts";

interface Entry {
  referent: Referent;
  /** Sentence of the last use, counted over the story. */
  last: number;
  role: NounUse["role"];
  /** Sentence in which a pronoun last meant them: whoever a text is about goes on being a pronoun. */
  pronounAt: number;
}

/** No more are kept in mind; the longest unnamed goes first. */
const MOST_IN_MIND = 14;
/** Nobody is kept in mind for more sentences. */
const LONGEST = 25;
/** Who is named more often than this is in the story in their own right. */
const OWN_FOOTING = 6;
/** Sentences over which a pronoun goes on meaning whom it meant. */
const LONGEST_GAP = 6;
/** An owner is near for so many sentences. */
const NEAR = 4;

/** Whoever a story is about is meant a little more likely than others. */
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
  /** Subjects of the last sentence's main clauses, the last first. */
  subjects: readonly Referent[] = [];
  /** Whom the last pronoun of a sex meant, and when. */
  readonly #lastMeant = new Map<Sex, { referent: Referent; now: number }>();

  mention(referents: readonly Referent[], use: Pick<NounUse, "role" | "pronoun">, now: number): void {
    const { role, pronoun } = use;
    for (const referent of referents) {
      const known = this.#entries.find((entry) => entry.referent === referent);
      const entry = known ?? { referent, last: -1, role, pronounAt: pronoun ? now : -9 };
      if (known === undefined) this.#entries.push(entry);
      // The weightiest role within a sentence stays.
      if (entry.last !== now || ROLE[role] > ROLE[entry.role]) entry.role = role;
      entry.last = now;
      if (pronoun === undefined || referents.length > 1) continue;
      entry.pronounAt = now;
      this.#lastMeant.set(pronoun.sex, { referent, now });
    }
    if (this.#entries.length > MOST_IN_MIND)
      this.#entries = this.#entries.toSorted((a, b) => b.last - a.last).slice(0, MOST_IN_MIND);
  }

  #score(entry: Entry, now: number): number {
    const ago = now - entry.last;
    const one = entry.referent;
    return (
      (RECENCY[ago] ?? 0.2) +
      ROLE[entry.role] +
      (now - entry.pronounAt <= 1 ? 0.9 : 0) -
      this.#dependence(one, now) +
      Math.min(MOST_WEIGHT, 0.05 * (one.told + one.pronouns))
    );
  }

  /** Between sentences about others a pronoun still means whom it meant. */
  goesOn(one: Referent, sex: Sex, now: number): number {
    const last = this.#lastMeant.get(sex);
    if (last === undefined || last.referent !== one) return 0;
    return now - last.now > 1 && now - last.now <= LONGEST_GAP ? 0.6 : 0;
  }

  /** `her mother`: whose mother she is is nearer to the story than she. */
  #dependence({ owner, told }: Referent, now: number): number {
    if (owner === undefined || told > OWN_FOOTING) return 0;
    return this.#entries.some(({ referent, last }) => referent === owner && now - last <= NEAR) ? 0.5 : 0;
  }

  /** Those who fit, the likeliest first. `fits` adds to the score of somebody, or leaves them out (undefined). */
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
