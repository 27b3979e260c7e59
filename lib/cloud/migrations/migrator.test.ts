// Migrations on the real client: killed while running, two at once, reverting, and a dry run.
import { randomBytes, randomUUID } from "node:crypto";
import type { Firestore } from "@google-cloud/firestore";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../../emulators/firestore/contract-client.ts";
import { contractDatabase } from "../contract-database.ts";
import { firestoreUsers } from "../firestore-identity.ts";
import { MIGRATION_LOCK, MIGRATIONS, schedulePath, storyPath, userPath } from "../firestore-paths.ts";
import { firestoreStoryVault } from "../firestore-story-vault.ts";
import { localKeyWrapper } from "../key-wrapper.ts";
import { sealer } from "../seal.ts";
import { firestoreSessionSeals } from "../session-seals.ts";
import { parseStory, STORY_FIELD } from "../story-document.ts";
import { migration as sessionKeys } from "./0001-session-keys.ts";
import { migration as dayLimits } from "./0002-day-limits.ts";
import type { Migration } from "./migration.ts";
import { createMigrator, MigrationLockedError, type MigratorOptions } from "./migrator.ts";
import { rewrapKeys } from "./rewrap.ts";

let client: ContractClient;
let db: Firestore;
let items: string;

beforeAll(async () => {
  client = await connectFirestore();
  db = client.firestore;
});
afterAll(() => client.close());

beforeEach(async () => {
  await db.recursiveDelete(db.collection(MIGRATIONS));
  items = `items-${randomUUID()}`;
  const batch = db.batch();
  for (let i = 0; i < 25; i++) batch.set(db.doc(`${items}/${String(i).padStart(2, "0")}`), { count: i });
  await batch.commit();
});

const serviceKey = randomBytes(32);
const keys = localKeyWrapper([serviceKey]);

/** Adds one to every count, once, and subtracts it when reverted. */
const addOne = (change: Partial<Migration> = {}): Migration => ({
  about: "adds one to every count",
  documents: (store) => store.collection(items),
  up: async (document) =>
    document.get("added") ? undefined : { count: document.get("count") + 1, added: true },
  down: async (document) =>
    document.get("added") ? { count: document.get("count") - 1, added: false } : undefined,
  ...change,
});

const migrator = (migration: Migration, options: Partial<MigratorOptions> = {}) =>
  createMigrator({
    ...{ tools: { db, keys, serviceKey }, migrations: new Map([["0001-add", migration]]), batchSize: 10 },
    ...{ holder: randomUUID(), ...options },
  });

async function sum(): Promise<number> {
  const { docs } = await db.collection(items).get();
  return docs.reduce((total, document) => total + Number(document.get("count")), 0);
}
const BEFORE = (24 * 25) / 2;

describe("migrations", () => {
  test("go up once, and down again", async () => {
    const { up, down, status, history } = migrator(addOne());
    expect(await status()).toMatchObject([{ id: "0001-add", state: "pending" }]);
    expect(await up()).toMatchObject([{ looked: 25, changed: 25 }]);
    expect(await up()).toEqual([]);
    expect(await sum()).toBe(BEFORE + 25);
    expect(await status()).toMatchObject([{ state: "applied" }]);
    expect(await down()).toMatchObject({ changed: 25, direction: "down" });
    expect(await sum()).toBe(BEFORE);
    expect(await history()).toMatchObject([{ direction: "up" }, { direction: "down" }]);
    await expect(down()).rejects.toThrow("none can be reverted");
  });

  test("change nothing in a rehearsal, and leave no trace", async () => {
    const { up, status } = migrator(addOne());
    expect(await up({ isRehearsal: true })).toMatchObject([{ looked: 25, changed: 25 }]);
    expect(await sum()).toBe(BEFORE);
    expect(await status()).toMatchObject([{ state: "pending" }]);
    expect((await db.doc(MIGRATION_LOCK).get()).exists).toBe(false);
  });

  test("continue where they were killed, and read nothing twice", async () => {
    const seen: string[] = [];
    let isKilled = false;
    const watched = addOne({
      up: async (document) => {
        // A killed process neither releases its lock nor ends its batch.
        if (document.id === "10" && !isKilled) await new Promise(() => {});
        seen.push(document.id);
        return { count: document.get("count") + 1 };
      },
    });
    let clock = 0;
    const now = () => clock;
    void migrator(watched, { now }).up();
    await expect.poll(async () => (await migrator(watched, { now }).status())[0]?.state).toBe("part");
    await expect(migrator(watched, { now }).up()).rejects.toThrow(MigrationLockedError);
    isKilled = true;
    clock = 60_001;
    expect(await migrator(watched, { now }).up()).toMatchObject([{ looked: 25, changed: 25 }]);
    expect(await sum()).toBe(BEFORE + 25);
    expect(seen).toHaveLength(25);
  }, 20_000);

  test("of a run that lost its lock commit nothing more", async () => {
    let clock = 0;
    const now = () => clock;
    const gate = Promise.withResolvers<void>();
    const slow = migrator(
      addOne({
        up: async (document) => {
          if (document.id === "10") await gate.promise;
          return document.get("added") ? undefined : { count: document.get("count") + 1, added: true };
        },
      }),
      { now },
    );
    const losing = slow.up();
    await expect.poll(sum).toBe(BEFORE + 10);
    clock = 60_001;
    const winner = await migrator(addOne(), { now }).up();
    expect(winner).toMatchObject([{ looked: 25, changed: 25 }]);
    gate.resolve();
    await expect(losing).rejects.toThrow(MigrationLockedError);
    expect(await sum()).toBe(BEFORE + 25);
  }, 20_000);

  test("respect concurrent writes", async () => {
    let isFirst = true;
    const { up } = migrator(
      addOne({
        up: async (document) => {
          if (isFirst) {
            isFirst = false;
            await document.ref.update({ count: 1_000 });
          }
          return document.get("added") ? undefined : { count: document.get("count") + 1, added: true };
        },
      }),
    );
    await up();
    expect(await sum()).toBe(BEFORE + 25 + 1_000);
  });

  test("report that they cannot be reverted, and stop at a document that cannot be changed", async () => {
    const broken = addOne({
      up: async (document) => {
        if (document.id === "15") throw new Error("15 is broken");
        return { count: 0 };
      },
    });
    await expect(migrator(broken).up()).rejects.toThrow("15 is broken");
    expect(await migrator(broken).status()).toMatchObject([{ state: "part", direction: "up" }]);
    await expect(migrator(broken).down()).rejects.toThrow("continue it with `npm run mekuri -- migrate up`");
    const { down: _, ...oneWay } = addOne();
    await migrator(oneWay).up();
    await expect(migrator(oneWay).down()).rejects.toThrow("0001-add has no way down");
  });
});

test("earlier stories get their own keys, stay readable all the time, and can be reverted", async () => {
  const sessions = await Promise.all(
    ["一", "二", "三"].map(async (text) => {
      const session = { ownerId: "ann", sessionId: randomUUID() };
      const sealed = sealer(serviceKey).seal(text, { ...session, field: STORY_FIELD });
      await db.doc(storyPath(session.sessionId)).set({ schemaVersion: 1, ownerId: "ann", sealed });
      await db.doc(schedulePath(session.sessionId)).set({ schemaVersion: 1, sessionId: session.sessionId });
      return { ...session, text };
    }),
  );
  const readAll = () => {
    const vault = firestoreStoryVault(
      contractDatabase(client),
      firestoreSessionSeals(contractDatabase(client), keys, serviceKey),
    );
    return Promise.all(sessions.map(({ sessionId }) => vault.read(sessionId)));
  };
  const texts = sessions.map(({ text }) => text);
  const { up } = createMigrator({
    ...{ tools: { db, keys, serviceKey }, migrations: new Map([["0001-session-keys", sessionKeys]]) },
    ...{ holder: "test", batchSize: 2 },
  });
  expect(await up()).toMatchObject([{ changed: 3 }]);
  expect(await readAll()).toEqual(texts);

  const newer = localKeyWrapper([randomBytes(32), serviceKey]);
  expect(await rewrapKeys({ db, keys: newer, serviceKey })).toMatchObject({ wrapped: 3, without: 0 });
  expect(await rewrapKeys({ db, keys: newer, serviceKey })).toMatchObject({ wrapped: 0 });
  const by = await newer.current();
  for (const { sessionId } of sessions) {
    expect(parseStory((await db.doc(storyPath(sessionId)).get()).data())?.key?.by).toBe(by);
  }
  expect(await rewrapKeys({ db, keys, serviceKey }).catch((error: unknown) => String(error))).toContain(
    "is missing",
  );
  const back = localKeyWrapper([serviceKey]);
  await expect(rewrapKeys({ db, keys: back, serviceKey })).rejects.toThrow("is missing");

  const atNewer = createMigrator({
    ...{ tools: { db, keys: newer, serviceKey }, migrations: new Map([["0001-session-keys", sessionKeys]]) },
    holder: "test",
  });
  expect(await atNewer.down()).toMatchObject({ changed: 3 });
  expect(await readAll()).toEqual(texts);
});

test("existing accounts keep their daily limit, up and down, and new ones are unchanged", async () => {
  const about = { kind: "password", createdAt: "2026-11-24T12:00:00.000Z" };
  const [old, fresh, raised] = [randomUUID(), randomUUID(), randomUUID()];
  const v2 = { ...about, schemaVersion: 2 };
  await db.doc(userPath(old)).set({ ...about, schemaVersion: 1, ownerId: old });
  await db.doc(userPath(fresh)).set({ ...v2, ownerId: fresh, dayLimit: "new-account" });
  await db.doc(userPath(raised)).set({ ...v2, ownerId: raised, dayLimit: 5_000_000 });
  const users = firestoreUsers(contractDatabase(client));
  const limits = async () => {
    const read = await Promise.all([old, fresh, raised].map((ownerId) => users.read(ownerId)));
    return read.map((user) => user?.dayLimit);
  };
  const before = ["service", "new-account", 5_000_000];
  expect(await limits()).toEqual(before);
  const { up, down } = createMigrator({
    ...{ tools: { db, keys, serviceKey }, migrations: new Map([["0002-day-limits", dayLimits]]) },
    holder: "test",
  });
  expect(await up({ isRehearsal: true })).toMatchObject([{ looked: 3, changed: 1 }]);
  expect((await db.doc(userPath(old)).get()).get("dayLimit")).toBeUndefined();
  expect(await up()).toMatchObject([{ looked: 3, changed: 1 }]);
  expect(await limits()).toEqual(before);
  expect(await down()).toMatchObject({ changed: 3 });
  for (const ownerId of [old, fresh, raised]) {
    expect((await db.doc(userPath(ownerId)).get()).get("schemaVersion")).toBe(1);
  }
  expect(await limits()).toEqual(before);
  expect(await up()).toMatchObject([{ changed: 3 }]);
  expect(await limits()).toEqual(before);
});
