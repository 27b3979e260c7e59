// A clause as the English grammar collects it, chunk by chunk, before its phrases are told apart.
import type { Clause, Mood } from "./clause.ts";
import type { NounChunk, VerbChunk } from "./english-chunks.ts";
import type { Word } from "./word.ts";

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
  /** Unless told by the verb: of a semi-modal before it. */
  mood?: Mood;
}
