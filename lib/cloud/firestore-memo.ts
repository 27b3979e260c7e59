// The persistent level of the memo, in Firestore: `memo/{id}`, deleted with the session that made it.
import * as z from "zod";
import type { MemoEntry, MemoStore } from "../pipeline/memo.ts";
import type { Commit, Database, StoredDocument } from "./documents.ts";
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

export function firestoreMemoStore({ read, begin, client }: Database): MemoStore {
  const look = async (id: string) => parseEntry((await read([memoPath(id)]))[0]);

  return {
    get: (id) => patiently(() => look(id)),
    async create(id, entry) {
      const at = memoPath(id);
      return patiently(async () => {
        // Both requests are concurrent and without a lock, for which all panels that end together would wait. If the session is deleted
        // between them, a later pass of the deletion removes the entry (lib/pipeline/deletion.ts).
        const [isNew, [story]] = await Promise.all([
          isCreated(begin(), at, { schemaVersion: 1, ...entry, createdAt: new Date() }),
          // Checks only whether the session exists; its story is deleted together with its schedule, and is smaller.
          read([storyPath(entry.sessionId)], ["schemaVersion"]),
        ]);
        if (story?.content === undefined) {
          if (isNew) await removed(begin(), at);
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

async function isCreated(commit: Commit, path: string, document: object): Promise<boolean> {
  commit.create(path, document);
  try {
    await commit.send();
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    throw error;
  }
}

async function removed(commit: Commit, path: string): Promise<void> {
  commit.delete(path);
  await commit.send();
}

function parseEntry(document: StoredDocument | undefined): MemoEntry | undefined {
  if (document?.content === undefined) return undefined;
  const { schemaVersion: _version, ...entry } = EntrySchema.parse(document.content);
  return entry;
}
