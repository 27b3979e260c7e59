// Sessions' documents of an earlier version, with fields that only the owner may know, migrated and reverted.
import { randomBytes, randomUUID } from "node:crypto";
import type { Firestore } from "@google-cloud/firestore";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../../emulators/firestore/contract-client.ts";
import { clientSession } from "../../pipeline/projection.ts";
import { SAMPLE_PARAMS } from "../../pipeline/sample-session.ts";
import type { About, Schedule } from "../../pipeline/schedule.ts";
import { newSchedule } from "../../pipeline/session.ts";
import { contractDatabase } from "../contract-database.ts";
import { MIGRATIONS, schedulePath, sessionPath } from "../firestore-paths.ts";
import { firestoreSessionReader } from "../firestore-session-reader.ts";
import { localKeyWrapper } from "../key-wrapper.ts";
import { migration } from "./0004-owner-only.ts";
import { createMigrator } from "./migrator.ts";

let client: ContractClient;
let db: Firestore;
beforeAll(async () => {
  client = await connectFirestore();
  db = client.firestore;
});
afterAll(() => client.close());
beforeEach(async () => {
  for (const collection of ["sessions", MIGRATIONS]) await db.recursiveDelete(db.collection(collection));
});

const migrator = () =>
  createMigrator({
    tools: { db, keys: localKeyWrapper([randomBytes(32)]), serviceKey: undefined },
    migrations: new Map([["0004-owner-only", migration]]),
    ...{ holder: "test", batchSize: 2 },
  });

const AT = "1970-01-01T00:00:01.000Z";
const DELIVERY = { id: "d1", event: "session.completed", state: "delivered", attempts: 1, deliveredAt: AT };

/** Stores a session as the earlier version did, and returns its document. */
async function store(about: About | undefined): Promise<Record<string, unknown>> {
  const sessionId = randomUUID();
  const params = { ...SAMPLE_PARAMS, storyHash: "0".repeat(64), given: "1".repeat(64), budgetMicros: 5 };
  const deliveries = [
    { id: "d1", event: "session.completed", at: 0, attempts: 1, nextAt: null, deliveredAt: 1_000 },
  ];
  const schedule = {
    ...newSchedule({ sessionId, ownerId: "ann", params }, 0, 60_000),
    ...{ about, webhook: { url: "https://a.example/hook", deliveries } },
  } as Schedule;
  const { shareToken, withdrawn } = about ?? {};
  const { shareKey: _later, ...today } = clientSession(schedule, undefined);
  const earlier = JSON.parse(
    JSON.stringify({
      ...{ ...today, params, shareToken, webhook: { deliveries: [DELIVERY] } },
      withdrawn: withdrawn && { at: new Date(withdrawn.at).toISOString(), reason: withdrawn.reason },
    }),
  );
  await db.doc(schedulePath(sessionId)).set(JSON.parse(JSON.stringify(schedule)));
  await db.doc(sessionPath(sessionId)).set(earlier);
  return earlier;
}

const stored = async () => (await db.collection("sessions").get()).docs.map((one) => one.data());
const byId = (documents: Record<string, unknown>[]) =>
  documents.toSorted((a, b) => String(a.sessionId).localeCompare(String(b.sessionId)));

test("what only the owner may know is removed, and restored when the migration is reverted", async () => {
  const earlier = [
    await store(undefined),
    await store({ visibility: "unlisted", shareToken: "token-of-one" }),
    await store({ visibility: "public", shareToken: "token-of-all", publishedAt: 1 }),
    await store({ visibility: "private", withdrawn: { at: 1_000, reason: "A real name." } }),
  ];
  const reader = firestoreSessionReader(contractDatabase(client));
  const found = async () => [
    (await reader.findShared("token-of-one"))?.sessionId,
    (await reader.findShared("token-of-all"))?.sessionId,
  ];
  const shared = [earlier[1]?.sessionId, earlier[2]?.sessionId];
  expect(await found()).toEqual(shared);

  expect(await migrator().up()).toMatchObject([{ looked: 4, changed: 4 }]);
  const text = JSON.stringify(await stored());
  expect(text).not.toMatch(/storyHash|given|budgetMicros|deliveries|token-of-one|A real name/);
  expect(text).toContain("token-of-all");
  expect(await found()).toEqual(shared);
  expect((await reader.listPublic({ limit: 9 }))[0]?.shareToken).toBe("token-of-all");

  expect(await migrator().down()).toMatchObject({ changed: 4 });
  const back = (await stored()).map(({ shareKey: _later, ...document }) => document);
  expect(byId(back)).toEqual(byId(earlier));
  expect(await migrator().up()).toMatchObject([{ changed: 4 }]);
});
