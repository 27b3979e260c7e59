// Users, tokens and limits with the real clients against the embedded suite.
import { randomUUID } from "node:crypto";
import { Firestore } from "@google-cloud/firestore";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningSuite, startSuite } from "../../emulators/suite.ts";
import { describeIdentityStores } from "../api/identity-stores-contract.ts";
import type { LimitRule } from "../api/limit-rules.ts";
import type { Documents } from "./documents.ts";
import { firestoreAccountEraser } from "./firestore-account-eraser.ts";
import { firestoreDocuments } from "./firestore-documents.ts";
import { firestoreFamilies, firestoreUsers } from "./firestore-identity.ts";
import { firestoreModeration } from "./firestore-moderation.ts";
import { redisClient } from "./redis-client.ts";
import { redisLimiter } from "./redis-limiter.ts";

let suite: RunningSuite;
let db: Firestore;
let documents: Documents;

beforeAll(async () => {
  suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {} });
  process.env.FIRESTORE_EMULATOR_HOST = suite.env.FIRESTORE_EMULATOR_HOST;
  documents = firestoreDocuments("demo-mekuri");
  db = new Firestore({ projectId: "demo-mekuri", ignoreUndefinedProperties: true });
});
afterAll(async () => {
  await db.terminate();
  delete process.env.FIRESTORE_EMULATOR_HOST;
  await suite.close();
});

describeIdentityStores("on Firestore", () => ({
  families: firestoreFamilies(documents),
  users: firestoreUsers(documents),
  accounts: firestoreAccountEraser(documents),
  moderation: firestoreModeration({ ...documents, client: async () => db }),
  newId: randomUUID,
}));

it("Firestore deletes a family after its last refresh token has expired", async () => {
  const families = firestoreFamilies(documents);
  const [familyId, ownerId, tokenId] = [randomUUID(), randomUUID(), randomUUID()];
  const { createdAt } = await families.create((now) => ({
    ...{ schemaVersion: 1, status: "live", familyId, ownerId, createdAt: now },
    current: { tokenId, issuedAt: now },
  }));
  const document = await db.doc(`tokenFamilies/${familyId}`).get();
  expect(document.get("expiresAt").toMillis()).toBe(createdAt + 7 * 86_400_000);
});

describe("limits in Redis", () => {
  const rule: LimitRule = { name: "test", limit: 5, windowSeconds: 3_600 };

  function limiters(url = suite.env.UPSTASH_REDIS_REST_URL) {
    const said: string[] = [];
    const time = { ahead: 0 };
    const make = () =>
      redisLimiter({
        redis: redisClient({ url, token: suite.env.UPSTASH_REDIS_REST_TOKEN }),
        clock: () => Date.now() + time.ahead,
        say: (message) => said.push(message),
        timeoutMs: 30_000,
      });
    return { one: make(), two: make(), said, time };
  }

  it("are counted for all instances together", async () => {
    const { one, two } = limiters();
    const key = randomUUID();
    const taken = [];
    for (let number = 0; number < 8; number++) taken.push(await (number % 2 ? one : two).take(rule, key));
    expect(taken.map(({ isAllowed }) => isAllowed)).toEqual([
      ...Array(5).fill(true),
      ...Array(3).fill(false),
    ]);
    expect(taken.map(({ remaining }) => remaining)).toEqual([4, 3, 2, 1, 0, 0, 0, 0]);
    expect(taken.every(({ resetSeconds }) => resetSeconds >= 1 && resetSeconds <= 4_320)).toBe(true);
    expect((await one.take(rule, randomUUID())).isAllowed).toBe(true);
    expect([one.state(), two.state()]).toEqual(["shared", "shared"]);
  });

  it("are counted by each instance while Redis is down, which is logged once, and shared again afterwards", async () => {
    const { one, said, time } = limiters("http://127.0.0.1:9");
    const key = randomUUID();
    const taken = [];
    for (let number = 0; number < 7; number++) taken.push((await one.take(rule, key)).isAllowed);
    expect(taken).toEqual([...Array(5).fill(true), false, false]);
    expect(one.state()).toBe("alone");
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/each instance counts/);
    // After a pause Redis is asked again; it is still down, which is not logged again.
    time.ahead = 11_000;
    await one.take(rule, randomUUID());
    expect(said).toHaveLength(1);
  });

  it("continue when Redis is available again", async () => {
    let isDown = true;
    const redis = redisClient({
      url: suite.env.UPSTASH_REDIS_REST_URL,
      token: suite.env.UPSTASH_REDIS_REST_TOKEN,
    });
    const flaky = new Proxy(redis, {
      get(target, name) {
        if (isDown) throw new Error("connection refused");
        const value: unknown = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const said: string[] = [];
    const time = { ahead: 0 };
    const limiter = redisLimiter({
      redis: flaky,
      clock: () => Date.now() + time.ahead,
      say: (message) => said.push(message),
    });
    await limiter.take(rule, "k");
    expect(limiter.state()).toBe("alone");
    isDown = false;
    await limiter.take(rule, "k");
    expect(limiter.state()).toBe("alone");
    time.ahead = 11_000;
    expect((await limiter.take(rule, "k")).isAllowed).toBe(true);
    expect(limiter.state()).toBe("shared");
    expect(said).toHaveLength(2);
  });
});
