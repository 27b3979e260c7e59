// Puts the parts together for the functions: clients made once and lazily, ports on top of them, tools for the phases.
import { randomUUID } from "node:crypto";
import { type HttpFunction, http } from "@google-cloud/functions-framework";
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import { accessTokens } from "../lib/cloud/access-token.ts";
import { readBucket, readMoney, readPipelineSettings, readSetting } from "../lib/cloud/config.ts";
import { firestoreDeadLetters } from "../lib/cloud/firestore-dead-letters.ts";
import { firestoreEraser } from "../lib/cloud/firestore-eraser.ts";
import { firestoreLedger } from "../lib/cloud/firestore-ledger.ts";
import { firestoreMemoStore } from "../lib/cloud/firestore-memo.ts";
import { firestoreProjector } from "../lib/cloud/firestore-projector.ts";
import { firestoreScheduleStore } from "../lib/cloud/firestore-schedule-store.ts";
import { firestoreStoryVault } from "../lib/cloud/firestore-story-vault.ts";
import { type KeyWrapper, localKeyWrapper } from "../lib/cloud/key-wrapper.ts";
import { kmsKeyWrapper } from "../lib/cloud/kms-key-wrapper.ts";
import { logError, logWarning } from "../lib/cloud/log.ts";
import { modelQuota } from "../lib/cloud/model-quota.ts";
import { observedPhase } from "../lib/cloud/observed-phase.ts";
import { pubsubPublisher } from "../lib/cloud/pubsub-publisher.ts";
import { pubsubWebhookQueue } from "../lib/cloud/pubsub-webhook-queue.ts";
import { servePush } from "../lib/cloud/push.ts";
import { type FiguresTeller, redisFiguresTeller } from "../lib/cloud/redis-cache-figures.ts";
import { redisMemoCache } from "../lib/cloud/redis-memo.ts";
import { firestoreSessionSeals, memoSeal } from "../lib/cloud/session-seals.ts";
import { storageBlobStore } from "../lib/cloud/storage-blob-store.ts";
import { storageFileEraser } from "../lib/cloud/storage-file-eraser.ts";
import { tracedSchedules } from "../lib/cloud/traced-schedules.ts";
import { modelRegistry } from "../lib/models/registry.ts";
import { mangaStepEditor } from "../lib/phases/step-editor.ts";
import type { MangaTools } from "../lib/phases/tools.ts";
import { systemClock } from "../lib/pipeline/clock.ts";
import type { Erasers } from "../lib/pipeline/deletion.ts";
import { createMemo, type Memo } from "../lib/pipeline/memo.ts";
import { memoryMemoCache } from "../lib/pipeline/memory-memo.ts";
import { StepMessageSchema } from "../lib/pipeline/message.ts";
import type { Phase } from "../lib/pipeline/phase.ts";
import type { Reviser } from "../lib/pipeline/reviser.ts";
import { createRevisionCommands } from "../lib/pipeline/revisions.ts";
import { createRunner } from "../lib/pipeline/runner.ts";
import type { Services } from "../lib/pipeline/services.ts";
import { createSessionCommands } from "../lib/pipeline/session.ts";
import { firestore, once, projectId, redis } from "./clients.ts";
import { tracing } from "./tracing.ts";

/** Of images and books, by the function's own account. */
export const bucket = once(() => new Storage({ projectId: projectId() }).bucket(readBucket()));

const pubsub = once(() => new PubSub({ projectId: projectId() }));

/** From which each user's secret for webhooks is made. */
export const webhookKey = () => readSetting("MEKURI_WEBHOOK_KEY") ?? readSetting("MEKURI_DATA_KEY")[0];

/** What deletes sessions. */
export const erasers = once<Erasers>(() => ({
  documents: firestoreEraser(firestore()),
  files: storageFileEraser(bucket()),
  memo: memo(),
}));

/** What wraps the keys of sessions: a key of Cloud KMS, or the service's own. */
export const keyRing = once<{ keys: KeyWrapper; serviceKey: Uint8Array | undefined }>(() => {
  const keyName = readSetting("MEKURI_KMS_KEY");
  if (keyName !== undefined) {
    return { keys: kmsKeyWrapper({ keyName, token: accessTokens() }), serviceKey: undefined };
  }
  const keys = readSetting("MEKURI_DATA_KEY");
  return { keys: localKeyWrapper(keys), serviceKey: keys.at(-1) };
});

const seals = once(() => firestoreSessionSeals(firestore(), keyRing().keys, keyRing().serviceKey));

export const services = once<Services>(() => {
  const db = firestore();
  return {
    schedules: tracedSchedules(firestoreScheduleStore(db, seals()), tracing),
    stories: firestoreStoryVault(db, seals()),
    projector: firestoreProjector(db),
    deadLetters: firestoreDeadLetters(db),
    ledger: firestoreLedger(db, readMoney()),
    blobs: storageBlobStore(bucket()),
    publisher: pubsubPublisher(pubsub(), tracing),
    webhooks: pubsubWebhookQueue(pubsub(), tracing),
    clock: systemClock,
    random: Math.random,
    newId: randomUUID,
    settings: readPipelineSettings(),
    tracer: tracing,
  };
});

export const commands = once(() => createSessionCommands(services()));

/** What models gave, as far as this process is concerned; without Redis in two levels. */
export const memo = once<Memo>(() => {
  const shared = redis();
  return createMemo({
    memory: memoryMemoCache(() => performance.now()),
    redis: shared && redisMemoCache({ redis: shared, say: logWarning }),
    store: firestoreMemoStore(firestore()),
    blobs: services().blobs,
    seal: memoSeal(seals()),
  });
});

/** Tells health how often it was remembered; without Redis there is nobody to tell. */
const figures = once<FiguresTeller | undefined>(() => {
  const shared = redis();
  return shared && redisFiguresTeller(shared, () => memo().figures(), Date.now);
});

/** Loaded when somebody first asks for something in words. */
const reviser = once<Reviser>(() => {
  const load = once(async () => (await import("../lib/models/offline/reviser/reviser.ts")).offlineReviser());
  return { revise: async (wish, book) => (await load()).revise(wish, book) };
});

export const revisions = once(() =>
  createRevisionCommands({ ...services(), editor: mangaStepEditor(tools()), reviser: reviser() }),
);

const tools = once<MangaTools>(() => {
  const models = modelRegistry({ quota: modelQuota(), warn: logWarning });
  return {
    writer: models.writer,
    artist: models.artist,
    drafter: once(async () => (await import("../lib/drawing/canvas-drafter.ts")).canvasDrafter()),
    binder: once(async () => (await import("../lib/export/file-binder.ts")).fileBinder()),
  };
});

/** Registers the function of a phase: a delivered message in, a step of this phase done. */
export function servePhase(phase: Phase<MangaTools>): void {
  const runner = once(() =>
    createRunner({
      ...services(),
      ...{ phases: [observedPhase(phase, tracing)], tools: tools(), memo: memo() },
    }),
  );
  const serve: HttpFunction = servePush(async ({ messageId, attributes, body, deliveryAttempt }) => {
    const message = StepMessageSchema.safeParse(body);
    if (message.success) {
      const outcome = await runner().handle(message.data, { isFirst: deliveryAttempt === 1 });
      await figures()?.tell();
      return outcome;
    }
    // No version of ours wrote it: it is kept for people to look at, and never comes again.
    logError("a message is malformed", message.error, { messageId });
    const data = typeof body === "string" ? body : JSON.stringify(body);
    await services().deadLetters.keep({ id: messageId, data, attributes, deliveryAttempt });
    return "ack";
  }, tracing);
  http(phase.name, serve);
}
