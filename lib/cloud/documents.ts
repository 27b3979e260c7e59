// Port to Firestore documents: reads, writes and transactions. Two implementations: Google's client (`official-documents.ts`) and its JSON
// API (`firestore-documents.ts`). All other operations (pages of queries, listeners, listings) use the client.
import type { Firestore } from "@google-cloud/firestore";

export interface StoredDocument {
  path: string;
  /** Undefined if the document does not exist. */
  content: Record<string, unknown> | undefined;
  /** When it was last written, to the nanosecond and in RFC 3339: its version. */
  updateTime: string | undefined;
  /** Milliseconds since 1970 by the store's clock. */
  readAt: number;
}

/** Writes, in their order. */
export interface Writer {
  /** Refused when the document is there. */
  create(path: string, content: object): void;
  /** Replaces any existing content. */
  set(path: string, content: object): void;
  /** Changes only these fields of an existing document, and only if it still has that version, if one is given. */
  update(path: string, changes: readonly FieldChange[], version?: string): void;
  delete(path: string): void;
}

export interface Commit extends Writer {
  /**
   * Returns the time of each write, in order, in RFC 3339. Sends one request, without retries. Errors have the gRPC status as their `code`,
   * as the client's do; UNAVAILABLE also if there was no answer.
   */
  send(): Promise<string[]>;
}

/** Each method sends one request and throws as `send` does. Every transaction must be ended by one of the two last methods. */
export interface DocumentTransaction extends Reader, Commit {
  rollback(): Promise<void>;
}

export interface FieldChange {
  /** Its name, below the names of the maps that it is in. */
  field: readonly string[];
  /** Undefined for a removed field. */
  value: unknown;
}

/** Documents of one collection that fulfil all conditions. */
export interface Question {
  collection: string;
  /** The path of the document that it is below, if it is below one. */
  below?: string;
  where: readonly (readonly [field: string, operator: "EQUAL" | "GREATER_THAN", value: unknown])[];
}

export interface Reader {
  /** Current documents, in the order of their paths; only `fields`, if given. Sends one request and throws as `send` does. */
  read(paths: readonly string[], fields?: readonly string[]): Promise<StoredDocument[]>;
  /** The same for the documents of a query. */
  find(question: Question, fields?: readonly string[]): Promise<StoredDocument[]>;
}

export interface Documents extends Reader {
  /** Begins a commit. */
  begin(): Commit;
  /** Begins a transaction with the first read. */
  beginTransaction(): DocumentTransaction;
}

/** A database of Firestore: its documents, and its client for all else. That ignores undefined properties. */
export interface Database extends Documents {
  client(): Promise<Firestore>;
}
