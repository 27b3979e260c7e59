// After a rotation: wraps every session's key with the new key. Texts are unchanged, the service works meanwhile, and it may be interrupted
// and run again; when nothing is left to do, the old key may be removed.
import type { QueryDocumentSnapshot } from "@google-cloud/firestore";
import { PRIVATE_COLLECTION } from "../firestore-paths.ts";
import { parseStory } from "../story-document.ts";
import type { MigrationTools } from "./migration.ts";
import { rewriteAll } from "./rewrite.ts";

export interface Rewrapped {
  sessions: number;
  wrapped: number;
  /** Sessions from before session keys are handled by the migration `0001-session-keys`. */
  without: number;
}

/** Throws `SealBrokenError` when the key that wrapped one is not here, and names it. */
export async function rewrapKeys(
  { db, keys }: MigrationTools,
  { batchSize = 100, isRehearsal = false }: { batchSize?: number; isRehearsal?: boolean } = {},
): Promise<Rewrapped> {
  const now = await keys.current();
  const counts = { sessions: 0, wrapped: 0, without: 0 };
  const change = async (document: QueryDocumentSnapshot) => {
    const story = document.ref.id === "story" ? parseStory(document.data()) : undefined;
    const sessionId = document.ref.parent.parent?.id;
    if (story === undefined || sessionId === undefined) return undefined;
    counts.sessions += 1;
    if (story.key === null) counts.without += 1;
    if (story.key === null || story.key.by === now) return undefined;
    const context = { ownerId: story.ownerId, sessionId };
    return { key: await keys.wrap(await keys.unwrap(story.key, context), context) };
  };
  await rewriteAll({
    ...{ db, batchSize, after: undefined, change },
    query: db.collectionGroup(PRIVATE_COLLECTION).select("schemaVersion", "ownerId", "sealed", "key"),
    mark: isRehearsal ? undefined : () => undefined,
    onBatch: ({ changed }) => {
      counts.wrapped += changed;
    },
  });
  return counts;
}
