// The lasting level of what is remembered, in Firestore: `memo/{id}`, gone with the session that made it.
import {
  type DocumentReference,
  type DocumentSnapshot,
  FieldValue,
  type Firestore,
} from "@google-cloud/firestore";
import * as z from "zod";
import type { MemoEntry, MemoStore } from "../pipeline/memo.ts";
import { isThere, orBusy } from "./firestore-errors.ts";
import { MEMO, memoPath, storyPath } from "./firestore-paths.ts";
import { patiently } from "./firestore-transaction.ts";

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
      return patiently(async () => {
        // Both at once and without a lock, for which all panels that end together would wait. A session that is deleted between the two
        // takes away later what this may leave (lib/pipeline/deletion.ts).
        const [isNew, [story]] = await Promise.all([
          isCreated(at, { schemaVersion: 1, ...entry, createdAt: FieldValue.serverTimestamp() }),
          // Only whether there is a session; its story goes together with its schedule, and is smaller.
          db.getAll(db.doc(storyPath(entry.sessionId)), { fieldMask: ["schemaVersion"] }),
        ]);
        if (!story?.exists) {
          if (isNew) await at.delete();
          return undefined;
        }
        return isNew ? entry : parseEntry(await at.get());
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

async function isCreated(at: DocumentReference, document: object): Promise<boolean> {
  try {
    await at.create(document);
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    throw error;
  }
}

function parseEntry(document: DocumentSnapshot | undefined): MemoEntry | undefined {
  if (!document?.exists) return undefined;
  const { schemaVersion: _version, ...entry } = EntrySchema.parse(document.data());
  return entry;
}
