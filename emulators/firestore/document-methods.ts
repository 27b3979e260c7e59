// The methods for single documents and for writes, from request to response, for every transport.
import { randomBytes } from "node:crypto";
import type { CommitResult, Engine } from "./engine.ts";
import { FirestoreError, invalid } from "./errors.ts";
import {
  type BatchGetDocumentsRequest,
  type BatchGetDocumentsResponse,
  type CommitRequest,
  type CreateDocumentRequest,
  type DeleteDocumentRequest,
  type Document,
  type GetDocumentRequest,
  STATUS_CODES,
  type TransactionOptions,
  toConsistency,
  toDocument,
  toTransactionMode,
  toWriteResult,
  type UpdateDocumentRequest,
  type WriteResult,
} from "./messages.ts";
import { checkDatabase, checkId, checkParent, databaseOf, locateDocument } from "./paths.ts";
import { type Timestamp, toTimestamp } from "./timestamps.ts";
import { type DocumentMask, documentOf, type Write } from "./writes.ts";

interface CommitResponse {
  readonly writeResults: readonly WriteResult[];
  readonly commitTime: Timestamp;
}

interface BatchWriteResponse {
  readonly writeResults: readonly WriteResult[];
  readonly status: readonly { readonly code?: number; readonly message?: string }[];
}

export async function getDocument(engine: Engine, request: GetDocumentRequest): Promise<Document> {
  const name = request.name ?? "";
  locateDocument(name);
  const { value } = await engine.getDocuments([name], toConsistency(request));
  const document = value[0] ?? null;
  if (document === null) throw new FirestoreError("NOT_FOUND", `Document "${name}" not found.`);
  return toDocument(document, request.mask);
}

export async function batchGetDocuments(
  engine: Engine,
  request: BatchGetDocumentsRequest,
): Promise<BatchGetDocumentsResponse[]> {
  const database = checkDatabase(request.database);
  const names = [...new Set(request.documents ?? [])];
  for (const name of names) {
    locateDocument(name);
    if (databaseOf(name) !== database)
      throw invalid(`Document "${name}" is not in the database "${database}".`);
  }
  const { value, readTime: micros, begun } = await engine.getDocuments(names, toConsistency(request));
  const readTime = toTimestamp(micros);
  const responses = value.map((document, index): BatchGetDocumentsResponse => {
    if (document === null) return { missing: names[index] ?? "", readTime };
    return { found: toDocument(document, request.mask), readTime };
  });
  return begun === null ? responses : [{ transaction: begun, readTime }, ...responses];
}

export async function createDocument(engine: Engine, request: CreateDocumentRequest): Promise<Document> {
  const parent = checkParent(request.parent);
  const id = request.documentId ?? newDocumentId();
  checkId(id, `${request.collectionId ?? ""}/${id}`);
  const name = `${parent}/${request.collectionId ?? ""}/${id}`;
  const update = { name, fields: request.document?.fields ?? {} };
  return writeOne(engine, { update, currentDocument: { exists: false } }, request.mask);
}

export function updateDocument(engine: Engine, request: UpdateDocumentRequest): Promise<Document> {
  const { updateMask, currentDocument } = request;
  const write: Write = {
    update: { name: request.document?.name ?? "", fields: request.document?.fields ?? {} },
    ...(updateMask === undefined ? {} : { updateMask }),
    ...(currentDocument === undefined ? {} : { currentDocument }),
  };
  return writeOne(engine, write, request.mask);
}

export async function deleteDocument(engine: Engine, request: DeleteDocumentRequest): Promise<object> {
  const { name = "", currentDocument } = request;
  const write: Write = currentDocument === undefined ? { delete: name } : { delete: name, currentDocument };
  await engine.commit(databaseOf(name), [write]);
  return {};
}

async function writeOne(engine: Engine, write: Write, mask: DocumentMask | undefined): Promise<Document> {
  const { outcomes } = await engine.commit(databaseOf(write.update?.name ?? ""), [write]);
  const document = outcomes[0]?.document ?? null;
  if (document === null) throw new FirestoreError("INTERNAL", "A write left no document.");
  return toDocument(document, mask);
}

export async function commit(engine: Engine, request: CommitRequest): Promise<CommitResponse> {
  const database = checkDatabase(request.database);
  return toCommitResponse(await engine.commit(database, request.writes ?? [], request.transaction));
}

function toCommitResponse({ outcomes, commitTime }: CommitResult): CommitResponse {
  return { writeResults: outcomes.map(toWriteResult), commitTime: toTimestamp(commitTime) };
}

/** Commits each write by itself: one may fail while others succeed. */
export async function batchWrite(engine: Engine, request: CommitRequest): Promise<BatchWriteResponse> {
  const database = checkDatabase(request.database);
  const writes = request.writes ?? [];
  if (new Set(writes.map((write) => documentOf(write, database))).size < writes.length) {
    throw invalid("A batch may not write the same document twice.");
  }
  const results = await Promise.all(writes.map((write) => writeInBatch(engine, database, write)));
  return {
    writeResults: results.map(({ writeResult }) => writeResult),
    status: results.map(({ status }) => status),
  };
}

async function writeInBatch(engine: Engine, database: string, write: Write) {
  try {
    const { outcomes } = await engine.commit(database, [write]);
    const [outcome] = outcomes;
    const writeResult = outcome === undefined ? { transformResults: [] } : toWriteResult(outcome);
    return { writeResult, status: {} };
  } catch (error) {
    if (!(error instanceof FirestoreError)) throw error;
    const status = { code: STATUS_CODES[error.status], message: error.message };
    return { writeResult: { transformResults: [] }, status };
  }
}

export async function beginTransaction(
  engine: Engine,
  request: { readonly database?: string; readonly options?: TransactionOptions },
): Promise<{ readonly transaction: string }> {
  checkDatabase(request.database);
  const { readOnlyAt, retryOf } = toTransactionMode(request.options ?? {});
  return { transaction: engine.begin(readOnlyAt, retryOf) };
}

export async function rollback(
  engine: Engine,
  request: { readonly database?: string; readonly transaction?: string },
): Promise<object> {
  checkDatabase(request.database);
  engine.rollback(request.transaction ?? "");
  return {};
}

/** 20 characters, like the ids that the clients generate. */
function newDocumentId(): string {
  return randomBytes(15).toString("base64url").replaceAll("-", "a").replaceAll("_", "b");
}
