// An unparsable schedule in Firestore is deferred and parked too, and the sweep finds it whatever its content is.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { clientSession } from "../pipeline/projection.ts";
import { SAMPLE_PARAMS } from "../pipeline/sample-session.ts";
import type { ScheduleStore } from "../pipeline/schedule-store.ts";
import { newSchedule } from "../pipeline/session.ts";
import { contractDatabase } from "./contract-database.ts";
import { schedulePath, sessionPath } from "./firestore-paths.ts";
import { firestoreScheduleStore } from "./firestore-schedule-store.ts";
import { localKeyWrapper } from "./key-wrapper.ts";
import { firestoreSessionSeals } from "./session-seals.ts";

let client: ContractClient;
let schedules: ScheduleStore;

beforeAll(async () => {
  client = await connectFirestore();
  const database = contractDatabase(client);
  const seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 7)]), undefined);
  schedules = firestoreScheduleStore(database, seals);
});
afterAll(() => client.close());

test.each([
  ["of another version", { schemaVersion: 9 }],
  ["with an unknown state", { state: { status: "dreaming" }, seq: "many", sweepFailures: "some" }],
  ["without an id", { sessionId: 7, results: "none" }],
])("a schedule %s is due, and is parked after five failed sweeps", async (_which, broken) => {
  const sessionId = randomUUID();
  const params = { ...SAMPLE_PARAMS, storyHash: "0".repeat(64) };
  const schedule = { ...newSchedule({ sessionId, ownerId: "ann", params }, 0, 60_000), shard: 5, dueAt: -9 };
  const db = client.firestore;
  await db.doc(schedulePath(sessionId)).set({ ...schedule, ...broken });
  await db.doc(sessionPath(sessionId)).set(JSON.parse(JSON.stringify(clientSession(schedule, undefined))));
  const found = async (before: number) => (await schedules.due(5, before, 1_000)).includes(sessionId);

  await expect(schedules.read(sessionId)).rejects.toThrow();
  expect(await found(-9)).toBe(true);
  for (let failures = 1; failures <= 5; failures++) await schedules.putOff(sessionId, new TypeError("no"));
  expect(await found(Number.MAX_SAFE_INTEGER)).toBe(false);
  expect((await db.doc(sessionPath(sessionId)).get()).data()).toMatchObject({
    ...{ status: "failed", seq: 1, error: { code: "sweep-failed" } },
  });
  // Everything except the written fields is unchanged.
  expect((await db.doc(schedulePath(sessionId)).get()).data()).toMatchObject({
    ...{ params: schedule.params, dueAt: null, state: { status: "failed" } },
    sweepFailures: { count: 5, error: "TypeError", notBefore: null },
  });
});
