// The lasting level of what is remembered, in Firestore: `memo/{id}`, gone with the session that made it.
import { type DocumentSnapshot, type Firestore, Timestamp } from "@google-cloud/firestore";
import * as z from "zod";
import type { MemoEntry, MemoStore } from "../pipeline/memo.ts";
import { orBusy } from "./firestore-errors.ts";
import { MEMO, memoPath, schedulePath } from "./firestore-paths.ts";
import { transact } from "./firestore-transaction.ts";

const EntrySchema = z.object({
  schemaVersion: z.literal(1),
  sessionId: z.string(),
  ownerId: z.string(),
  sealed: z.instanceof(Uint8Array),
});

/** Entries that one batch removes. */
const BATCH = 200;

export function firestoreMemoStore(db: Firestore): MemoStore {
  return {
    async get(id) {
      return parseEntry(await orBusy(() => db.doc(memoPath(id)).get()));
    },
    create(id, entry) {
      return transact(db, async (tx) => {
        const [known, session] = await tx.getAll(
          db.doc(memoPath(id)),
          db.doc(schedulePath(entry.sessionId)),
          {
            // Only whether there is a session; and it is read here, so that it cannot be deleted meanwhile.
            fieldMask: ["schemaVersion", "sessionId", "ownerId", "sealed"],
          },
        );
        const earlier = parseEntry(known);
        if (earlier !== undefined) return earlier;
        if (!session?.exists) return undefined;
        const createdAt = Timestamp.fromMillis(session.readTime.toMillis());
        tx.create(db.doc(memoPath(id)), { schemaVersion: 1, ...entry, createdAt });
        return entry;
      });
    },
    async removeSession(sessionId) {
      const removed: string[] = [];
      const query = db.collection(MEMO).where("sessionId", "==", sessionId).select().limit(BATCH);
      for (;;) {
        const { docs } = await orBusy(() => query.get());
        if (docs.length === 0) return removed;
        const batch = db.batch();
        for (const { ref, id } of docs) {
          batch.delete(ref);
          removed.push(id);
        }
        await orBusy(() => batch.commit());
      }
    },
  };
}

function parseEntry(document: DocumentSnapshot | undefined): MemoEntry | undefined {
  if (!document?.exists) return undefined;
  const { schemaVersion: _version, ...entry } = EntrySchema.parse(document.data());
  return entry;
}
