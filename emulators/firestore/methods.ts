// google.firestore.v1.Firestore as one table of handlers by method name. Every transport serves from this table, so all
// transports have the same methods.
import * as documents from "./document-methods.ts";
import type { Engine } from "./engine.ts";
import { openListen } from "./listen-stream.ts";
import * as queries from "./query-methods.ts";
import type { StreamMethod } from "./streams.ts";
import { openWrite } from "./write-stream.ts";

/** One request, one response. */
export type UnaryMethod = (engine: Engine, request: object) => Promise<object>;

/** One request, many responses. One response may contain the id of the transaction that the read began. */
export type ListMethod = (engine: Engine, request: object) => Promise<readonly MayBegin[]>;

export interface MayBegin {
  readonly transaction?: string;
}

type Named<Method> = { readonly [name: string]: Method };

export const UNARY_METHODS: Named<UnaryMethod> = {
  GetDocument: documents.getDocument,
  CreateDocument: documents.createDocument,
  UpdateDocument: documents.updateDocument,
  DeleteDocument: documents.deleteDocument,
  Commit: documents.commit,
  BatchWrite: documents.batchWrite,
  BeginTransaction: documents.beginTransaction,
  Rollback: documents.rollback,
  ListDocuments: queries.listDocuments,
  ListCollectionIds: queries.listCollectionIds,
  PartitionQuery: queries.partitionQuery,
};

export const LIST_METHODS: Named<ListMethod> = {
  BatchGetDocuments: documents.batchGetDocuments,
  RunQuery: queries.runQuery,
  RunAggregationQuery: queries.runAggregationQuery,
};

export const STREAM_METHODS: Named<StreamMethod> = { Listen: openListen, Write: openWrite };

/** Ends the new transaction of a client that disconnected: the client never received the id, so nobody else can end it. */
export function abandon(engine: Engine, responses: readonly MayBegin[]): void {
  for (const { transaction } of responses) {
    if (transaction !== undefined) engine.rollback(transaction);
  }
}
