// The shapes of Firestore's requests and responses (the JSON form of google.firestore.v1: 64-bit numbers as strings, bytes as
// base64), and their conversion to and from the engine's types, for every transport.
import type { Aggregation } from "./aggregation.ts";
import type { StoredDocument } from "./documents.ts";
import type { Consistency } from "./engine.ts";
import type { StatusName } from "./errors.ts";
import { maskFields } from "./fields.ts";
import { parseFieldPath } from "./paths.ts";
import type { Cursor, StructuredQuery } from "./query.ts";
import { type Micros, type Timestamp, toMicros, toTimestamp } from "./timestamps.ts";
import type { Fields, Value } from "./values.ts";
import type { WatchEvent } from "./watch.ts";
import type { DocumentMask, Precondition, Write, WriteOutcome } from "./writes.ts";

export interface Document {
  readonly name?: string;
  readonly fields?: Fields;
  readonly createTime?: Timestamp;
  readonly updateTime?: Timestamp;
}

export interface TransactionOptions {
  readonly readOnly?: { readonly readTime?: Timestamp };
  readonly readWrite?: { readonly retryTransaction?: string };
}

/** The oneof for consistency that every read has. */
interface ConsistencySelector {
  readonly transaction?: string;
  readonly newTransaction?: TransactionOptions;
  readonly readTime?: Timestamp;
}

export interface GetDocumentRequest extends ConsistencySelector {
  readonly name?: string;
  readonly mask?: DocumentMask;
}

export interface BatchGetDocumentsRequest extends ConsistencySelector {
  readonly database?: string;
  readonly documents?: readonly string[];
  readonly mask?: DocumentMask;
}

export interface BatchGetDocumentsResponse {
  readonly found?: Document;
  readonly missing?: string;
  readonly transaction?: string;
  readonly readTime?: Timestamp;
}

export interface ListDocumentsRequest extends ConsistencySelector {
  readonly parent?: string;
  readonly collectionId?: string;
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly orderBy?: string;
  readonly mask?: DocumentMask;
  readonly showMissing?: boolean;
}

export interface ListDocumentsResponse {
  readonly documents: readonly Document[];
  readonly nextPageToken?: string;
}

export interface ListCollectionIdsRequest {
  readonly parent?: string;
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly readTime?: Timestamp;
}

export interface CreateDocumentRequest {
  readonly parent?: string;
  readonly collectionId?: string;
  readonly documentId?: string;
  readonly document?: Document;
  readonly mask?: DocumentMask;
}

export interface UpdateDocumentRequest {
  readonly document?: Document;
  readonly updateMask?: DocumentMask;
  readonly mask?: DocumentMask;
  readonly currentDocument?: Precondition;
}

export interface DeleteDocumentRequest {
  readonly name?: string;
  readonly currentDocument?: Precondition;
}

export interface CommitRequest {
  readonly database?: string;
  readonly writes?: readonly Write[];
  readonly transaction?: string;
}

export interface WriteRequest {
  readonly database?: string;
  readonly writes?: readonly Write[];
}

export interface WriteResult {
  readonly updateTime?: Timestamp;
  readonly transformResults: readonly Value[];
}

export interface RunQueryRequest extends ConsistencySelector {
  readonly parent?: string;
  readonly structuredQuery?: StructuredQuery;
  readonly explainOptions?: unknown;
}

export interface RunQueryResponse {
  readonly transaction?: string;
  readonly document?: Document;
  readonly readTime: Timestamp;
  readonly skippedResults?: number;
}

export interface RunAggregationQueryRequest extends ConsistencySelector {
  readonly parent?: string;
  readonly structuredAggregationQuery?: {
    readonly structuredQuery?: StructuredQuery;
    readonly aggregations?: readonly Aggregation[];
  };
  readonly explainOptions?: unknown;
}

export interface RunAggregationQueryResponse {
  readonly result: { readonly aggregateFields: { readonly [alias: string]: Value } };
  readonly readTime: Timestamp;
  readonly transaction?: string;
}

export interface PartitionQueryRequest {
  readonly parent?: string;
  readonly structuredQuery?: StructuredQuery;
  readonly partitionCount?: string;
  readonly pageToken?: string;
  readonly pageSize?: number;
  readonly readTime?: Timestamp;
}

export interface PartitionQueryResponse {
  readonly partitions: readonly Cursor[];
  readonly nextPageToken?: string;
}

export interface ListenRequest {
  readonly database?: string;
  readonly addTarget?: {
    readonly query?: { readonly parent?: string; readonly structuredQuery?: StructuredQuery };
    readonly documents?: { readonly documents?: readonly string[] };
    readonly resumeToken?: string;
    readonly readTime?: Timestamp;
    readonly targetId?: number;
    readonly once?: boolean;
  };
  readonly removeTarget?: number;
}

/** google.rpc.Code */
export const STATUS_CODES: Readonly<Record<StatusName, number>> = {
  CANCELLED: 1,
  INVALID_ARGUMENT: 3,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
};

export function toDocument(document: StoredDocument, mask?: DocumentMask): Document {
  const paths = mask?.fieldPaths?.filter((path) => path !== "__name__").map(parseFieldPath);
  return {
    name: document.name,
    fields: paths === undefined ? document.fields : maskFields(document.fields, paths),
    createTime: toTimestamp(document.createTime),
    updateTime: toTimestamp(document.updateTime),
  };
}

export function toWriteResult({ document, transformResults }: WriteOutcome): WriteResult {
  if (document === null) return { transformResults };
  return { updateTime: toTimestamp(document.updateTime), transformResults };
}

export function toConsistency({ transaction, newTransaction, readTime }: ConsistencySelector): Consistency {
  if (transaction !== undefined) return { kind: "transaction", id: transaction };
  if (readTime !== undefined) return { kind: "readTime", readTime: toMicros(readTime) };
  if (newTransaction === undefined) return { kind: "latest" };
  return { kind: "begin", ...toTransactionMode(newTransaction) };
}

export function toTransactionMode({ readOnly, readWrite }: TransactionOptions): {
  readonly readOnlyAt: Micros | "now" | null;
  readonly retryOf?: string;
} {
  if (readOnly !== undefined) {
    return { readOnlyAt: readOnly.readTime === undefined ? "now" : toMicros(readOnly.readTime) };
  }
  const retryOf = readWrite?.retryTransaction;
  return retryOf === undefined ? { readOnlyAt: null } : { readOnlyAt: null, retryOf };
}

/** A resume token holds the time up to which the listener has received every change. */
function toResumeToken(time: Micros): string {
  return Buffer.from(String(time)).toString("base64");
}

/** Null for a token that this emulator did not make. */
export function fromResumeToken(token: string): Micros | null {
  const text = Buffer.from(token, "base64").toString();
  return /^\d{1,16}$/.test(text) ? Number(text) : null;
}

export function toListenResponse(event: WatchEvent): object {
  if (event.kind === "target") {
    const { change, targetIds, readTime, cause } = event;
    return {
      targetChange: {
        targetChangeType: change,
        targetIds,
        ...(readTime === null
          ? {}
          : { readTime: toTimestamp(readTime), resumeToken: toResumeToken(readTime) }),
        ...(cause === null ? {} : { cause: { code: STATUS_CODES[cause.status], message: cause.message } }),
      },
    };
  }
  const { name, document, targetIds, removedTargetIds } = event;
  const readTime = toTimestamp(event.readTime);
  if (document === null) return { documentDelete: { document: name, removedTargetIds, readTime } };
  if (targetIds.length === 0) return { documentRemove: { document: name, removedTargetIds, readTime } };
  return { documentChange: { document: toDocument(document), targetIds, removedTargetIds } };
}
