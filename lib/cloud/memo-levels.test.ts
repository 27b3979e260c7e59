// The levels of the memo on the real clients: Firestore's and Upstash's, against the embedded suite.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import type { RunningService } from "../../emulators/service.ts";
import { startUpstash } from "../../emulators/upstash/server.ts";
import { createMemo, type MemoCache, type MemoQuestion, type MemoStore } from "../pipeline/memo.ts";
import { describeMemoCache, describeMemoStore } from "../pipeline/memo-contract.ts";
import { memoryMemoCache } from "../pipeline/memory-memo.ts";
import { memoryBlobs } from "../pipeline/memory-stores.ts";
import { contractDatabase } from "./contract-database.ts";
import { firestoreMemoStore } from "./firestore-memo.ts";
import { MEMO, schedulePath, storyPath } from "./firestore-paths.ts";
import { redisClient } from "./redis-client.ts";
import { redisMemoCache } from "./redis-memo.ts";
import { sealer } from "./seal.ts";

const token = "memo";
let client: ContractClient;
let upstash: RunningService;
let store: MemoStore;
let cache: MemoCache;
const told: string[] = [];

function cacheAt(host: string, now?: () => number): MemoCache {
  const redis = redisClient({ url: `http://${host}`, token });
  return redisMemoCache({
    redis,
    say: (message) => told.push(message),
    timeoutMs: 30_000,
    ...(now && { now }),
  });
}

beforeAll(async () => {
  client = await connectFirestore();
  upstash = await startUpstash({ token });
  store = firestoreMemoStore(contractDatabase(client));
  cache = cacheAt(upstash.host);
});
afterAll(async () => {
  await client.close();
  await upstash.close();
});

async function setSession(sessionId: string, isThere: boolean): Promise<void> {
  // A session and its story are created and deleted in one commit.
  const batch = client.firestore.batch();
  for (const path of [schedulePath(sessionId), storyPath(sessionId)]) {
    const document = client.firestore.doc(path);
    if (isThere) batch.set(document, { sessionId });
    else batch.delete(document);
  }
  await batch.commit();
}

const pass = (ms: number) => sleep(ms);
describeMemoCache("a cache in Redis", () => ({ cache, newId: randomUUID, pass }));
describeMemoStore("a lasting level in Firestore", () => ({ store, newId: randomUUID, setSession }));

const question = (): MemoQuestion => ({
  ...{ ownerId: randomUUID(), model: "author@1", version: 1 },
  memorable: { kind: "answer", key: { task: "plot" } },
});

describe("three levels on the real clients", () => {
  test("nothing that a person wrote is readable in any of them", async () => {
    const seal = sealer(Buffer.alloc(32, 3));
    const memory = memoryMemoCache(() => 0);
    const memo = createMemo({ memory, redis: cache, store, blobs: memoryBlobs(), seal });
    const sessionId = randomUUID();
    await setSession(sessionId, true);
    const asked = question();
    await memo.keep(asked, { sessionId, packed: { value: "ミナは猫を見つけた", bytes: [] } });
    const { docs } = await client.firestore.collection(MEMO).where("sessionId", "==", sessionId).get();
    const id = docs[0]?.id ?? "";
    const stored = [await store.get(id), await cache.get(id), await memory.get(id)];
    for (const entry of stored) {
      expect(entry?.sealed.length).toBeGreaterThan(40);
      expect(Buffer.from(entry?.sealed ?? []).includes(Buffer.from("猫", "utf8"))).toBe(false);
    }
    const fresh = createMemo({
      ...{ memory: memoryMemoCache(() => 0), redis: cache, store, blobs: memoryBlobs(), seal },
    });
    expect(await fresh.find(asked)).toMatchObject({
      packed: { value: "ミナは猫を見つけた" },
      level: "redis",
    });
    await fresh.forgetSession(sessionId);
    expect([await store.get(id), await cache.get(id)]).toEqual([undefined, undefined]);
  });

  test("without Redis calls are only slower: two levels are left, Redis is asked again after a while, and the log has two lines", async () => {
    const gone = await startUpstash({ token });
    const { port } = gone;
    let now = 0;
    const shared = cacheAt(gone.host, () => now);
    await gone.close();
    told.length = 0;
    const memory = memoryMemoCache(() => 0);
    const seal = sealer(Buffer.alloc(32, 3));
    const memo = createMemo({ memory, redis: shared, store, blobs: memoryBlobs(), seal });
    const sessionId = randomUUID();
    await setSession(sessionId, true);
    const asked = question();
    const packed = { value: "x", bytes: [] };
    await memo.keep(asked, { sessionId, packed });
    await memory.remove([...(await client.firestore.collection(MEMO).get()).docs.map(({ id }) => id)]);
    expect((await memo.find(asked))?.level).toBe("store");
    expect(memo.figures().redis).toMatchObject({ failures: 1 });
    const back = await startUpstash({ token, port });
    now += 10_000;
    const other = question();
    await memo.keep(other, { sessionId, packed });
    const fresh = createMemo({
      ...{ memory: memoryMemoCache(() => 0), redis: shared, store, blobs: memoryBlobs(), seal },
    });
    expect((await fresh.find(other))?.level).toBe("redis");
    await back.close();
    expect(told).toHaveLength(2);
  });
});
