// A sentence as the walk reads it: its noun phrases, whom they mean, and who does what its clauses say.
import type { SentencePlace } from "../facts.ts";
import type { Clause, Sentence, Span } from "../text/clause.ts";
import type { Found, Link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";

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
