// The cache of model results on the real stores: the phases with the simulated models against Firestore, Storage and Redis of the embedded
// suite.

import { randomUUID } from "node:crypto";
import { Firestore } from "@google-cloud/firestore";
import { Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningSuite, startSuite } from "../emulators/suite.ts";
import { suiteDatabase } from "../lib/cloud/contract-database.ts";
import { ensureBucket } from "../lib/cloud/ensure-bucket.ts";
import { firestoreDeadLetters } from "../lib/cloud/firestore-dead-letters.ts";
import { firestoreLedger } from "../lib/cloud/firestore-ledger.ts";
import { firestoreMemoStore } from "../lib/cloud/firestore-memo.ts";
import { LEDGER, MEMO, sessionPath } from "../lib/cloud/firestore-paths.ts";
import { firestoreProjector } from "../lib/cloud/firestore-projector.ts";
import { firestoreScheduleStore } from "../lib/cloud/firestore-schedule-store.ts";
import { firestoreStoryVault } from "../lib/cloud/firestore-story-vault.ts";
import { localKeyWrapper } from "../lib/cloud/key-wrapper.ts";
import { redisClient } from "../lib/cloud/redis-client.ts";
import { redisMemoCache } from "../lib/cloud/redis-memo.ts";
import { firestoreSessionSeals, memoSeal } from "../lib/cloud/session-seals.ts";
import { storageBlobStore } from "../lib/cloud/storage-blob-store.ts";
import { codeDirector } from "../lib/models/code-director.ts";
import { modelIds, parseModels } from "../lib/models/model-sets.ts";
import { offlineArtist } from "../lib/models/offline/artist/artist.ts";
import { offlineReader } from "../lib/models/offline/reader/offline-reader.ts";
import { pooledReader } from "../lib/models/reading/pooled-reader.ts";
import { simulatedArtist, simulatedDirector, simulatedReader } from "../lib/models/simulated.ts";
import { singleCallArtist, singleCallDirector, singleCallReader } from "../lib/models/single-call.ts";
import { concept } from "../lib/phases/1-concept.ts";
import { characters } from "../lib/phases/2-characters.ts";
import { plot } from "../lib/phases/3-plot.ts";
import { storyboard } from "../lib/phases/4-storyboard.ts";
import { artwork } from "../lib/phases/5-artwork.ts";
import { lettering } from "../lib/phases/6-lettering.ts";
import { finish } from "../lib/phases/7-finish.ts";
import type { MangaTools } from "../lib/phases/tools.ts";
import { ClientSessionSchema } from "../lib/pipeline/client-documents.ts";
import { systemClock } from "../lib/pipeline/clock.ts";
import { createRunner } from "../lib/pipeline/handle.ts";
import { createMemo } from "../lib/pipeline/memo.ts";
import { memoryMemoCache } from "../lib/pipeline/memory-memo.ts";
import { memoryPublisher } from "../lib/pipeline/memory-stores.ts";
import { createSessionCommands } from "../lib/pipeline/session.ts";
import { DEFAULT_SETTINGS } from "../lib/pipeline/settings.ts";
import { inlineWork } from "../lib/work/inline-work.ts";

const LIMITS = { sessionMicros: 5_000_000, dayMicros: 9_000_000 };
const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。";
const ownerId = `ann-${randomUUID()}`;
const [redisWaits, told] = [30_000, [] as string[]];

let suite: RunningSuite;
let db: Firestore;
const before = { ...process.env };

beforeAll(async () => {
  suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {} });
  Object.assign(process.env, suite.env);
  db = new Firestore({ projectId: suite.env.GOOGLE_CLOUD_PROJECT, ignoreUndefinedProperties: true });
  await ensureBucket(new Storage({ projectId: suite.env.GOOGLE_CLOUD_PROJECT }), "books");
});

afterAll(async () => {
  await db.terminate();
  await suite.close();
  process.env = before;
});

/** The services of one process: with its own memory, and with Redis or with one that is unreachable. */
function openProcess(hasRedis = true) {
  const publisher = memoryPublisher();
  const database = suiteDatabase(db);
  const seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 9)]), undefined);
  const settings = { ...DEFAULT_SETTINGS, timings: { ...DEFAULT_SETTINGS.timings, projectionMs: 50 } };
  const { GOOGLE_CLOUD_PROJECT: projectId, UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN } = suite.env;
  const services = {
    schedules: firestoreScheduleStore(database, seals),
    stories: firestoreStoryVault(database, seals),
    projector: firestoreProjector(database),
    deadLetters: firestoreDeadLetters(database),
    ledger: firestoreLedger(database, { limits: LIMITS, stopped: undefined }),
    blobs: storageBlobStore({ name: "books", open: async () => new Storage({ projectId }).bucket("books") }),
    ...{ publisher, clock: systemClock, random: Math.random, newId: randomUUID, settings },
  };
  const redis = redisClient({
    url: hasRedis ? UPSTASH_REDIS_REST_URL : "http://127.0.0.1:9",
    token: UPSTASH_REDIS_REST_TOKEN,
  });
  const memo = createMemo({
    memory: memoryMemoCache(() => performance.now()),
    redis: redisMemoCache({ redis, say: (line) => told.push(line), timeoutMs: redisWaits }),
    ...{ store: firestoreMemoStore(database), blobs: services.blobs, seal: memoSeal(seals) },
  });
  const phases = [concept, characters, plot, storyboard, artwork, lettering, finish];
  const runner = createRunner({ ...services, phases, tools: TOOLS, memo });
  const commands = createSessionCommands(services);

  /** Makes a book; returns its cost in the ledger and as clients see it. */
  async function makeBook() {
    const { sessionId } = await commands.startSession({
      ...{ ownerId, text: STORY },
      params: {
        ...{ title: "雨の猫", pages: 1, language: "ja", direction: "rtl", style: "manga", seed: 3 },
        models: modelIds(parseModels("simulated")),
        ...{ review: [], reviewTimeoutMinutes: 30, formats: [] },
      },
    });
    while (publisher.queue.length > 0) {
      const messages = publisher.queue.splice(0);
      await Promise.all(messages.map((message) => runner.handle(message)));
    }
    const { docs } = await db.collection(LEDGER).where("sessionId", "==", sessionId).get();
    const micros = docs.reduce((sum, row) => sum + Number(row.get("micros")), 0);
    const shown = ClientSessionSchema.parse((await db.doc(sessionPath(sessionId)).get()).data());
    const { results = {} } = (await services.schedules.read(sessionId)) ?? {};
    const outputs = Object.entries(results).map(([step, { output }]) => `${step} ${output}`);
    const pictures = outputs.filter((line) => !line.startsWith("finish")).toSorted();
    return { sessionId, paid: docs.length, micros, shown, pictures };
  }

  return { ...services, memo, makeBook };
}

const AT_ONCE = {
  writing: { concept: 0, characters: 0, plot: 0, storyboard: 0 },
  ...{ portraitMs: 0, panelMs: 0 },
};
const TOOLS: MangaTools = {
  reader: async () => singleCallReader(simulatedReader(offlineReader(), AT_ONCE)),
  director: async () => singleCallDirector(simulatedDirector(codeDirector(), AT_ONCE)),
  artist: async () => singleCallArtist(simulatedArtist(offlineArtist(), AT_ONCE)),
  stories: async () => pooledReader(inlineWork()),
  drafter: async () => (await import("../lib/drawing/canvas-drafter.ts")).canvasDrafter(),
  binder: async () => (await import("../lib/export/file-binder.ts")).fileBinder(),
};

test("an identical session costs nothing, with and without Redis, and the ledger agrees with what clients see", async () => {
  const here = openProcess();
  const first = await here.makeBook();
  expect(first.shown.status).toBe("completed");
  expect(first.paid).toBeGreaterThan(6);
  expect(first.shown.costMicros).toBe(first.micros);
  expect(await here.ledger.readDay(ownerId)).toMatchObject({ allottedMicros: first.micros });
  expect(here.memo.figures()).toMatchObject({ kept: first.paid, beaten: 0, unkept: 0 });

  const there = openProcess();
  const elsewhere = await there.makeBook();
  const alone = openProcess(false);
  const withoutRedis = await alone.makeBook();
  for (const book of [elsewhere, withoutRedis]) {
    expect(book.shown).toMatchObject({ status: "completed", costMicros: 0 });
    expect(book.paid).toBe(0);
    expect(book.pictures).toEqual(first.pictures);
  }
  expect(there.memo.figures()).toMatchObject({ redis: { hits: first.paid }, store: { hits: 0, misses: 0 } });
  expect(alone.memo.figures()).toMatchObject({ redis: { hits: 0 }, store: { hits: first.paid } });

  await here.memo.forgetSession(first.sessionId);
  const { docs } = await db.collection(MEMO).where("ownerId", "==", ownerId).get();
  expect(docs).toEqual([]);
}, 240_000);
