// Composition root of the functions: clients created once and lazily, and the ports on top of them.
import { randomUUID } from "node:crypto";
import { accessTokens } from "../lib/cloud/access-token.ts";
import { readBucket, readPipelineSettings, readSetting } from "../lib/cloud/config.ts";
import { firestoreDeadLetters } from "../lib/cloud/firestore-dead-letters.ts";
import { firestoreEraser } from "../lib/cloud/firestore-eraser.ts";
import { firestoreLedger } from "../lib/cloud/firestore-ledger.ts";
import { firestoreMemoStore } from "../lib/cloud/firestore-memo.ts";
import { firestoreProjector } from "../lib/cloud/firestore-projector.ts";
import { firestoreScheduleStore } from "../lib/cloud/firestore-schedule-store.ts";
import { firestoreStoryVault } from "../lib/cloud/firestore-story-vault.ts";
import { type KeyWrapper, localKeyWrapper } from "../lib/cloud/key-wrapper.ts";
import { kmsKeyWrapper } from "../lib/cloud/kms-key-wrapper.ts";
import { logWarning } from "../lib/cloud/log.ts";
import { officialObjects } from "../lib/cloud/official-objects.ts";
import { processWatches } from "../lib/cloud/process-watches.ts";
import { pubsubPublisher } from "../lib/cloud/pubsub-publisher.ts";
import { pubsubWebhookQueue } from "../lib/cloud/pubsub-webhook-queue.ts";
import { redisMemoCache } from "../lib/cloud/redis-memo.ts";
import { scheduleMemory } from "../lib/cloud/schedule-memory.ts";
import { firestoreSessionSeals, memoSeal } from "../lib/cloud/session-seals.ts";
import { sessionSightings } from "../lib/cloud/session-sightings.ts";
import { storageBlobStore } from "../lib/cloud/storage-blob-store.ts";
import { storageFileEraser } from "../lib/cloud/storage-file-eraser.ts";
import { tracedSchedules } from "../lib/cloud/traced-schedules.ts";
import { systemClock } from "../lib/pipeline/clock.ts";
import type { Erasers } from "../lib/pipeline/deletion.ts";
import { createMemo, type Memo } from "../lib/pipeline/memo.ts";
import { memoryMemoCache } from "../lib/pipeline/memory-memo.ts";
import type { Services } from "../lib/pipeline/services.ts";
import { createSessionCommands } from "../lib/pipeline/session.ts";
import { isOfficial, redis } from "./clients.ts";
import { database } from "./database.ts";
import { money } from "./money.ts";
import { once } from "./once.ts";
import { topics } from "./topics.ts";
import { tracing } from "./tracing.ts";

/** Loads the Cloud Storage client, which most reads and writes do not need. */
const openBucket = async () => (await import("./bucket.ts")).bucket();

/** The stores that a session's deletion erases. */
export const erasers = once<Erasers>(() => ({
  documents: firestoreEraser(database()),
  files: storageFileEraser(openBucket),
  memo: memo(),
}));

/** Wraps the sessions' keys: with a Cloud KMS key, or with the service's own key. */
export const keyRing = once<{ keys: KeyWrapper; serviceKey: Uint8Array | undefined }>(() => {
  const keyName = readSetting("MEKURI_KMS_KEY");
  if (keyName !== undefined) {
    return { keys: kmsKeyWrapper({ keyName, token: accessTokens() }), serviceKey: undefined };
  }
  const keys = readSetting("MEKURI_DATA_KEY");
  return { keys: localKeyWrapper(keys), serviceKey: keys.at(-1) };
});

const seals = once(() => firestoreSessionSeals(database(), keyRing().keys, keyRing().serviceKey));

export const services = once<Services>(() => {
  const db = database();
  const sightings = sessionSightings();
  const memory = scheduleMemory(db, { sightings });
  const { limits, stopped } = money();
  return {
    schedules: tracedSchedules(firestoreScheduleStore(db, seals(), { sightings, limits, memory }), tracing),
    stories: firestoreStoryVault(db, seals()),
    projector: firestoreProjector(db, sightings),
    deadLetters: firestoreDeadLetters(db),
    ledger: firestoreLedger(db, { limits, stopped }),
    blobs: storageBlobStore({
      ...{ name: readBucket(), open: openBucket },
      objects: isOfficial("objects") ? officialObjects(openBucket) : undefined,
    }),
    publisher: pubsubPublisher(topics(), tracing),
    webhooks: pubsubWebhookQueue(topics(), tracing),
    watches: processWatches(),
    turns: memory.turns,
    clock: systemClock,
    random: Math.random,
    newId: randomUUID,
    settings: readPipelineSettings(),
    tracer: tracing,
  };
});

export const commands = once(() => createSessionCommands(services()));

/** The cache of model results, with the levels that this process has; without Redis two. */
export const memo = once<Memo>(() => {
  const shared = redis();
  return createMemo({
    memory: memoryMemoCache(() => performance.now()),
    redis: shared && redisMemoCache({ redis: shared, say: logWarning }),
    store: firestoreMemoStore(database()),
    blobs: services().blobs,
    seal: memoSeal(seals()),
  });
});
