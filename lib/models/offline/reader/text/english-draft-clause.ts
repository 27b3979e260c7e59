// A clause as the English grammar collects it, chunk by chunk, before its phrases are told apart; what its verb
// takes, and what the chunks after it tell.
import type { Clause, Mood } from "./clause.ts";
import type { Chunk, NounChunk, VerbChunk } from "./english-chunks.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

export interface Argument {
  chunk: NounChunk;
  marker?: string | undefined;
  /** The first word: of the marker, where there is one. */
  from: number;
}

export interface DraftClause {
  rank: Clause["rank"];
  connector?: string | undefined;
  /** The noun that a relative clause modifies. */
  antecedent?: NounChunk | undefined;
  /** The clause that a complement, participle or infinitive hangs on. */
  governor?: DraftClause | undefined;
  subject?: NounChunk | undefined;
  shared?: boolean;
  verb?: VerbChunk;
  particle?: string;
  arguments: Argument[];
  /** Adjectives after the verb. */
  complements: Word[];
  adverbs: { word: string; at: number }[];
  question?: boolean;
  /** Another clause says what is said, thought or felt. */
  hasContent?: true;
  /** Known when it has been read. */
  mood?: Mood;
}

export const isNominative = ({ head, pronoun }: NounChunk): boolean =>
  pronoun && table.is("nominative", head.text.toLowerCase());

export const isBaseForm = ({ main, modal }: VerbChunk): boolean =>
  modal === undefined && main.text.toLowerCase() === main.lemma;

/** Gives the verb its particle, where it has none yet. */
export function takesParticle(draft: DraftClause, word: string): boolean {
  const takes = draft.verb !== undefined && draft.particle === undefined && table.is("particle", word);
  if (takes) draft.particle = word;
  return takes;
}

export function takesSubjectAfter(
  { subject, rank, arguments: given, adverbs }: DraftClause,
  verb: VerbChunk,
): boolean {
  if (subject || rank === "participle" || rank === "infinitive" || rank === "relative") return false;
  const { lemma } = verb.main;
  const isInverted = table.is("inverted", lemma) && (given.length > 0 || adverbs.length > 0);
  return table.is("speak", lemma) || isInverted || verb.bare;
}

/** "Did he see": the auxiliary and its verb are one group. */
export function ask(draft: DraftClause, auxiliary: VerbChunk, { main, last, negative }: VerbChunk): void {
  draft.subject ??= draft.arguments.shift()?.chunk;
  draft.verb = {
    ...{ ...auxiliary, main, last, bare: false, negative: auxiliary.negative || negative },
    perfect: auxiliary.main.lemma === "have",
  };
  draft.question = true;
}

/** Whether a finite verb comes before the clause can have ended. */
export function isVerbAhead(chunks: readonly Chunk[], from: number): boolean {
  for (const [index, chunk] of chunks.slice(from, from + 14).entries()) {
    if (chunk.kind === "verb" && chunk.form === "finite") return true;
    if (chunk.kind === "stop" || chunk.kind === "subordinator" || (chunk.kind === "comma" && index > 0))
      return false;
  }
  return false;
}

/** Whether the noun at `index` is the subject of a verb that follows it: only its own modifiers and adverbs stand between. */
export function isSubjectAhead(chunks: readonly Chunk[], index: number): boolean {
  for (let at = index + 1; at < Math.min(chunks.length, index + 10); at += 1) {
    const chunk = chunks[at];
    if (chunk?.kind === "verb") return chunk.form === "finite";
    if (chunk?.kind === "relative") return isVerbAhead(chunks, at + 1);
    if (chunk?.kind === "adverb" || chunk?.kind === "other") continue;
    if (chunk?.kind !== "preposition" || chunks[at + 1]?.kind !== "noun") return false;
    at += 1;
  }
  return false;
}
