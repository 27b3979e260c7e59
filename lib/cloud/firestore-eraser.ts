// Deletes sessions from Firestore: the deciding documents in one transaction with the tombstone, the rest in batches.
import type { CollectionReference, Query } from "@google-cloud/firestore";
import * as z from "zod";
import type { DocumentEraser } from "../pipeline/deletion.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { Database } from "./documents.ts";
import { orBusy } from "./firestore-errors.ts";
import {
  DEAD_LETTERS,
  DELETIONS,
  deletionPath,
  IDEMPOTENCY,
  MEMO,
  peoplePath,
  REPORTS,
  schedulePath,
  sessionPath,
  storyPath,
} from "./firestore-paths.ts";
import { transact } from "./firestore-transaction.ts";

const TombstoneSchema = z.object({ sessionId: z.string(), deletedAt: z.number() });

/** Documents outside of the session that name it in `sessionId`. The ledger is not among them, because spent money remains spent. */
const ELSEWHERE = [MEMO, IDEMPOTENCY, DEAD_LETTERS, REPORTS];

/** Documents that one batch deletes. */
const BATCH = 200;

export function firestoreEraser(database: Database): DocumentEraser {
  const { client } = database;

  async function deleteAll(query: Query): Promise<void> {
    for (;;) {
      const { docs } = await query.limit(BATCH).get();
      if (docs.length === 0) return;
      const batch = query.firestore.batch();
      for (const { ref } of docs) batch.delete(ref);
      await batch.commit();
    }
  }

  return {
    bury(sessionId) {
      return transact(database, async (tx) => {
        const scheduleAt = schedulePath(sessionId);
        const [schedule] = await tx.read([scheduleAt], ["sessionId"]);
        if (schedule?.content === undefined) throw new SessionMissingError(sessionId);
        const deciding = [scheduleAt, storyPath(sessionId), sessionPath(sessionId), peoplePath(sessionId)];
        for (const path of deciding) tx.delete(path);
        const deletedAt = schedule.readAt;
        tx.set(deletionPath(sessionId), { schemaVersion: 1, sessionId, deletedAt });
      });
    },
    erase(sessionId) {
      return orBusy(async () => {
        const db = await client();
        const collections: CollectionReference[] = await db.doc(sessionPath(sessionId)).listCollections();
        for (const collection of collections) await deleteAll(collection);
        for (const name of ELSEWHERE)
          await deleteAll(db.collection(name).where("sessionId", "==", sessionId));
      });
    },
    buriedBefore(time, limit) {
      return orBusy(async () => {
        const db = await client();
        const old = db.collection(DELETIONS).where("deletedAt", "<=", time).orderBy("deletedAt").limit(limit);
        return (await old.get()).docs.map((document) => TombstoneSchema.parse(document.data()));
      });
    },
    async forget(sessionId) {
      await orBusy(async () => (await client()).doc(deletionPath(sessionId)).delete());
    },
  };
}
