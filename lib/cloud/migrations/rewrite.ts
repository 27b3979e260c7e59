// Rewrites the documents of a query in batches, with concurrent writes by others: a document that was changed since it was read is read
// again. Each batch is one commit with the caller's position mark.
import {
  FieldPath,
  type Firestore,
  type Query,
  type QueryDocumentSnapshot,
  type Timestamp,
  type WriteBatch,
} from "@google-cloud/firestore";

export interface Pass {
  db: Firestore;
  query: Query;
  /** The name of the last document that is done with. */
  after: string | undefined;
  batchSize: number;
  change(document: QueryDocumentSnapshot): Promise<Record<string, unknown> | undefined>;
  /** Whether a change loses something of the document; absent: none does. */
  loses?(document: QueryDocumentSnapshot): boolean;
  /** Adds the mark to a batch that will be committed; undefined makes the pass a dry run that writes nothing. */
  mark: ((batch: WriteBatch, came: Came) => void) | undefined;
  /** Called with the commit's time. Throws to stop the pass. */
  onBatch(came: Came, at: Timestamp | undefined): Promise<void> | void;
  /** Called when a commit was refused because a document had changed. Throws if it was the mark. */
  onRefused?(): Promise<void>;
}

export interface Came {
  /** The name of the last document. */
  after: string;
  /** Documents of this batch: all, and those that were or would be changed. */
  looked: number;
  changed: number;
  /** Of the changed ones those that lose something. */
  lost: number;
}

const FAILED_PRECONDITION = 9;
const NOT_FOUND = 5;
/** Attempts for one batch whose documents are changed concurrently. */
const TRIES = 50;

/** Throws the errors of `change`, `onBatch` and `onRefused`, and Firestore's own. */
export async function rewriteAll(pass: Pass): Promise<void> {
  let after = pass.after;
  for (;;) {
    const came = await rewriteBatch(pass, after);
    if (came === undefined) return;
    after = came.after;
  }
}

async function rewriteBatch(pass: Pass, after: string | undefined): Promise<Came | undefined> {
  const { db, query, batchSize, change, loses, mark } = pass;
  const ordered = query.orderBy(FieldPath.documentId()).limit(batchSize);
  const next = after === undefined ? ordered : ordered.startAfter(db.doc(after));
  for (let tries = 1; ; tries++) {
    const { docs } = await next.get();
    const last = docs.at(-1);
    if (last === undefined) return undefined;
    const batch = db.batch();
    let [changed, lost] = [0, 0];
    for (const document of docs) {
      const fields = await change(document);
      if (fields === undefined) continue;
      changed += 1;
      if (loses?.(document)) lost += 1;
      batch.update(document.ref, fields, { lastUpdateTime: document.updateTime });
    }
    const came = { after: last.ref.path, looked: docs.length, changed, lost };
    if (mark === undefined) {
      await pass.onBatch(came, undefined);
      return came;
    }
    mark(batch, came);
    try {
      const results = await batch.commit();
      await pass.onBatch(came, results.at(-1)?.writeTime);
      return came;
    } catch (error) {
      if (!isRefused(error) || tries === TRIES) throw error;
      await pass.onRefused?.();
    }
  }
}

function isRefused(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === FAILED_PRECONDITION || error.code === NOT_FOUND)
  );
}
