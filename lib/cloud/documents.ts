// The port to documents of Firestore: read, written and transacted on. Two implementations: Google's client (`official-documents.ts`)
// and its JSON API (`firestore-documents.ts`). What is asked of neither (pages of queries, listeners, listings) is the client's.
import type { Firestore } from "@google-cloud/firestore";

export interface StoredDocument {
  path: string;
  /** Undefined where there is no document. */
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
  /** Puts the content in the place of whatever is there. */
  set(path: string, content: object): void;
  /** Changes these fields alone of a document that is there, and only if it still is of that version, where one is given. */
  update(path: string, changes: readonly FieldChange[], version?: string): void;
  delete(path: string): void;
}

export interface Commit extends Writer {
  /**
   * When each write was made, in their order and in RFC 3339. It asks once: throws errors with the gRPC status as their `code`, as
   * the client does, and UNAVAILABLE also where no answer came.
   */
  send(): Promise<string[]>;
}

/** Asks once each time, and throws as `send` does. To be ended by one of the two. */
export interface DocumentTransaction extends Reader, Commit {
  rollback(): Promise<void>;
}

export interface FieldChange {
  /** Its name, below the names of the maps that it is in. */
  field: readonly string[];
  /** Undefined for a field that goes. */
  value: unknown;
}

/** Documents of one collection for which all conditions hold. */
export interface Question {
  collection: string;
  /** The path of the document that it is below, if it is below one. */
  below?: string;
  where: readonly (readonly [field: string, operator: "EQUAL" | "GREATER_THAN", value: unknown])[];
}

export interface Reader {
  /** As they are now, in the order of their paths; of `fields`, where given, these alone. It asks once, and throws as `send` does. */
  read(paths: readonly string[], fields?: readonly string[]): Promise<StoredDocument[]>;
  /** The same of documents that are looked for. */
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
