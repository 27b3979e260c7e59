// The lasting level of what is remembered, in Firestore: `memo/{id}`, gone with the session that made it.
import { type DocumentSnapshot, type Firestore, Timestamp } from "@google-cloud/firestore";
import * as z from "zod";
import type { MemoEntry, MemoStore } from "../pipeline/memo.ts";
import { isThere, orBusy } from "./firestore-errors.ts";
import { MEMO, memoPath, storyPath } from "./firestore-paths.ts";
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
    async create(id, entry) {
      const at = db.doc(memoPath(id));
      try {
        return await transact(db, async (tx) => {
          // Only whether there is a session; and it is read here, so that it cannot be deleted meanwhile. Its story goes together
          // with its schedule, which is written with every step that ends and would be waited for.
          const [story] = await tx.getAll(db.doc(storyPath(entry.sessionId)), {
            fieldMask: ["schemaVersion"],
          });
          if (!story?.exists) return undefined;
          const createdAt = Timestamp.fromMillis(story.readTime.toMillis());
          tx.create(at, { schemaVersion: 1, ...entry, createdAt });
          return entry;
        });
      } catch (error) {
        if (!isThere(error)) throw error;
        return parseEntry(await orBusy(() => at.get()));
      }
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
