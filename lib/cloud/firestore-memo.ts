// The lasting level of what is remembered, in Firestore: `memo/{id}`, gone with the session that made it.
import type { DocumentReference } from "@google-cloud/firestore";
import * as z from "zod";
import type { MemoEntry, MemoStore } from "../pipeline/memo.ts";
import type { Database, StoredDocument } from "./firestore-documents.ts";
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

export function firestoreMemoStore({ read, client }: Pick<Database, "read" | "client">): MemoStore {
  const look = async (id: string) => parseEntry((await read([memoPath(id)]))[0]);

  return {
    get: (id) => patiently(() => look(id)),
    async create(id, entry) {
      const at = (await client()).doc(memoPath(id));
      return patiently(async () => {
        // Both at once and without a lock, for which all panels that end together would wait. A session that is deleted between the two
        // takes away later what this may leave (lib/pipeline/deletion.ts).
        const [isNew, [story]] = await Promise.all([
          isCreated(at, { schemaVersion: 1, ...entry, createdAt: new Date() }),
          // Only whether there is a session; its story goes together with its schedule, and is smaller.
          read([storyPath(entry.sessionId)], ["schemaVersion"]),
        ]);
        if (story?.content === undefined) {
          if (isNew) await at.delete();
          return undefined;
        }
        return isNew ? entry : look(id);
      });
    },
    async removeSession(sessionId) {
      const removed: string[] = [];
      const db = await client();
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

function parseEntry(document: StoredDocument | undefined): MemoEntry | undefined {
  if (document?.content === undefined) return undefined;
  const { schemaVersion: _version, ...entry } = EntrySchema.parse(document.content);
  return entry;
}
