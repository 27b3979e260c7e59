// A sentence as it is read, with the context for resolving its phrases: known characters and the discourse.
import type { SentencePlace } from "../facts.ts";
import type { Clause, Sentence, Span } from "../text/clause.ts";
import type { Discourse } from "./discourse.ts";
import type { NounUse } from "./noun-use.ts";
import type { Found, Referent } from "./referent.ts";
import type { Register } from "./register.ts";
import type { PeopleWords } from "./word-lists.ts";

export interface ReadSentence {
  place: SentencePlace;
  /** The text of the unit, into which all offsets point. */
  text: string;
  sentence: Sentence;
  uses: readonly NounUse[];
  /** Direct speech. */
  spoken: boolean;
  /** A line of direct speech stands directly before or after it. */
  isBesideLine: boolean;
}

export interface Scene extends ReadSentence {
  register: Register;
  discourse: Discourse;
  words: PeopleWords;
  /** Omitted subjects by clause. One map is shared by all sentences of the story. */
  omittedSubjects: Map<Clause, Found>;
  /** Index of the sentence in the story. */
  now: number;
  /** Second pass: all characters are known, and only pronouns and omitted subjects are resolved again. */
  isSecondPass: boolean;
}

/** Undefined without referents. */
export const found = (referents: readonly Referent[], sure: number): Found | undefined =>
  referents.length === 0 ? undefined : { referents: [...referents], sure };

/** The last use that ends where the phrase ends. */
export const endingWith = ({ to }: Span, { uses }: Pick<ReadSentence, "uses">): NounUse | undefined =>
  uses.findLast((use) => use.to === to);

/** Maximum distance of a coordinated phrase before the phrase, in UTF-16 units. */
const JOINED_BEFORE = 80;

/** The referents of a phrase: those of the use that ends with it, and of the uses coordinated with that. */
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
