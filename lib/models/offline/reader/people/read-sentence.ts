// A sentence as the walk over the story reads it: its noun phrases as uses, and what each proved to mean.
import type { Clause, Sentence } from "../text/clause.ts";
import type { Link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import type { Referent } from "./referent.ts";

export interface ReadSentence {
  unit: number;
  /** Of the unit, into which all offsets point. */
  text: string;
  /** Index of the sentence in its unit. */
  place: number;
  sentence: Sentence;
  uses: NounUse[];
  links: Link[];
  /** The last link that ends at an offset. */
  byEnd: Map<number, Link>;
  /** Subjects that are left out, by the clause. */
  leftOut: Map<Clause, { referents: Referent[]; sure: number }>;
  /** Inside a spoken line. */
  spoken: boolean;
  heading: boolean;
}
