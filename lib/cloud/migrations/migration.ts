// A migration changes stored documents, one at a time. It may run twice, be interrupted anywhere and be continued. Each is a file here,
// `0001-what-it-does.ts`, with the export `migration`; they run in the order of their numbers.
import type { Firestore, Query, QueryDocumentSnapshot } from "@google-cloud/firestore";
import type { KeyWrapper } from "../key-wrapper.ts";

export interface MigrationTools {
  db: Firestore;
  keys: KeyWrapper;
  /** The key that encrypted stories before sessions had their own keys; undefined if Cloud KMS wraps. */
  serviceKey: Uint8Array | undefined;
}

/** The fields to write; undefined leaves the document as it is. May throw: the document then stays, and the run stops there. */
export type Rewrite = (
  document: QueryDocumentSnapshot,
  tools: MigrationTools,
) => Promise<Record<string, unknown> | undefined>;

export interface Migration {
  /** A sentence about its change, for operators. */
  about: string;
  /** The queries of the documents that it reads; each is ordered by document name. */
  documents(db: Firestore): Query | readonly Query[];
  /** Maximum number of documents in one commit, if they are large. Absent: the caller's number. */
  mostPerBatch?: number;
  /** Readers convert documents on read (`upcast.ts`), so the service works while this runs. */
  up: Rewrite;
  /** The reverse change; without it the migration cannot be reverted. */
  down?: Rewrite;
  /** Whether the earlier form cannot hold all data of a document: counted when reverting. */
  loses?(document: QueryDocumentSnapshot): boolean;
}
