// What a migration is: a change of stored documents, one at a time, that may be done twice, stopped anywhere and gone on with.
// Each is a file here, `0001-what-it-does.ts`, whose export is named `migration`; they run in the order of their numbers.
import type { Firestore, Query, QueryDocumentSnapshot } from "@google-cloud/firestore";
import type { KeyWrapper } from "../key-wrapper.ts";

export interface MigrationTools {
  db: Firestore;
  keys: KeyWrapper;
  /** What sealed stories before sessions had keys of their own; undefined where Cloud KMS wraps. */
  serviceKey: Uint8Array | undefined;
}

/** The fields to write; undefined leaves the document as it is. May throw: the document then stays, and the run stops there. */
export type Rewrite = (
  document: QueryDocumentSnapshot,
  tools: MigrationTools,
) => Promise<Record<string, unknown> | undefined>;

export interface Migration {
  /** What it changes, in a sentence, for those who run it. */
  about: string;
  /** The documents that it looks at, query by query; each is ordered by their names. */
  documents(db: Firestore): Query | readonly Query[];
  /** The most documents of one commit, where they are large. Absent: as many as whoever runs it asks for. */
  mostPerBatch?: number;
  /** Readers raise documents as they read them (`upcast.ts`), so a service goes on while this runs. */
  up: Rewrite;
  /** The way back; without it nobody can go back. */
  down?: Rewrite;
  /** Whether the form before cannot hold all of a document: counted on the way down. */
  loses?(document: QueryDocumentSnapshot): boolean;
}
