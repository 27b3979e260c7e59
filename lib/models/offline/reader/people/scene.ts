// A sentence in the walk, with the context for resolving its phrases: known characters and the discourse.
import type { SentencePlace } from "../facts.ts";
import type { Clause, Sentence, Span } from "../text/clause.ts";
import type { Discourse } from "./discourse.ts";
import type { NounUse } from "./noun-use.ts";
import type { Found, Referent } from "./referent.ts";
import type { Register } from "./register.ts";
import type { PeopleWords } from "./word-lists.ts";

export interface ReadSentence {
  place: SentencePlace;
  /** Of the unit, into which all offsets point. */
  text: string;
  sentence: Sentence;
  uses: readonly NounUse[];
  /** Inside a spoken line. */
  spoken: boolean;
  /** A spoken line stands right before or after it. */
  besideLine: boolean;
}

export interface Scene extends ReadSentence {
  register: Register;
  discourse: Discourse;
  words: PeopleWords;
  /** Omitted subjects by clause; one map for all sentences of the story. */
  leftOut: Map<Clause, Found>;
  /** Sentence, counted over the story. */
  now: number;
  /** A later walk: all characters are known, and only pronouns are resolved again. */
  isAgain: boolean;
}

/** Undefined where it would be nobody. */
export const found = (referents: readonly Referent[], sure: number): Found | undefined =>
  referents.length === 0 ? undefined : { referents: [...referents], sure };

/** The last of the uses that ends with a phrase. */
export const endingWith = ({ to }: Span, { uses }: Pick<ReadSentence, "uses">): NounUse | undefined =>
  uses.findLast((use) => use.to === to);

/** Those joined with a phrase begin not further before it, in UTF-16 units. */
const JOINED_BEFORE = 80;

/** Whom a phrase of the sentence means: the use that ends with it, and those joined with that. */
export function meantBy(phrase: Span, sentence: ReadSentence): Found | undefined {
  const { from, to } = phrase;
  const isIn = (one: NounUse) => one.to <= to && one.from >= from && one.role === "subject";
  const use = endingWith(phrase, sentence) ?? sentence.uses.findLast(isIn);
  if (use?.found === undefined) return undefined;
  const joined = use.joined.filter((one) => one.from >= from - JOINED_BEFORE);
  const all = [...joined, use].flatMap((one) => one.found ?? []);
  const referents = new Set(all.flatMap((one) => one.referents));
  return { referents: [...referents], sure: Math.min(...all.map(({ sure }) => sure)) };
}
