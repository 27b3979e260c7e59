// A sentence as the walk reads it: its noun phrases, whom each proved to mean, who does what its clauses say, and what finding that out may
// look at.
import type { SentencePlace } from "../facts.ts";
import type { Clause, Sentence, Span } from "../text/clause.ts";
import type { Discourse } from "./discourse.ts";
import type { NounUse } from "./noun-use.ts";
import type { Found, Referent } from "./referent.ts";
import type { Register } from "./register.ts";
import type { PeopleWords } from "./word-lists.ts";

/** No referents: it means nobody of the list, or who it means is for the speaker to say. */
export interface Link extends Found {
  use: NounUse;
}

export const link = (use: NounUse, referents: readonly Referent[], sure: number): Link => ({
  ...{ use, referents: [...referents], sure },
});

export const nobody = (use: NounUse): Link => link(use, [], 0);

export interface ReadSentence {
  place: SentencePlace;
  /** Of the unit, into which all offsets point. */
  text: string;
  sentence: Sentence;
  uses: NounUse[];
  links: Link[];
  /** The last link that ends at an offset. */
  byEnd: Map<number, Link>;
  /** Subjects that are left out, by the clause. */
  leftOut: Map<Clause, Found>;
  /** Inside a spoken line. */
  spoken: boolean;
  heading: boolean;
  /** A spoken line stands right before or after it. */
  besideLine: boolean;
}

/** Those joined with a phrase begin not further before it, in UTF-16 units. */
const JOINED_BEFORE = 80;

/** Whom a phrase of the sentence means: the use that ends with it, and those joined with that. */
export function meantBy({ from, to }: Span, { links, byEnd }: ReadSentence): Found | undefined {
  const link =
    byEnd.get(to) ?? links.findLast(({ use }) => use.to <= to && use.from >= from && use.role === "subject");
  if (link === undefined || link.referents.length === 0) return undefined;
  const joined = link.use.joined
    .filter((use) => use.from >= from - JOINED_BEFORE)
    .flatMap((use) => byEnd.get(use.to) ?? []);
  const all = [...joined, link].filter(({ referents }) => referents.length > 0);
  return {
    referents: [...new Set(all.flatMap(({ referents }) => referents))],
    sure: Math.min(...all.map(({ sure }) => sure)),
  };
}

export interface Scene {
  register: Register;
  discourse: Discourse;
  words: PeopleWords;
  /** Sentence, counted over the story. */
  now: number;
  /** A later walk: everybody is known, only pronouns are read anew. */
  isAgain: boolean;
  /** A spoken line stands in its paragraph or beside it. */
  besideLine: boolean;
  /** Of this sentence, by where the phrase ends. */
  linkAt(to: number): Link | undefined;
  /** What the walk before made of it. */
  before(use: NounUse): Link | undefined;
}
