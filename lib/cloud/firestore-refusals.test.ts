// A refused change leaves nothing behind: its transaction has ended before the refusal is reported, and no other change waits for its
// locks.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { SAMPLE_PARAMS } from "../pipeline/sample-session.ts";
import { type ScheduleStore, SessionMissingError } from "../pipeline/schedule-store.ts";
import { newSchedule } from "../pipeline/session.ts";
import { contractDatabase } from "./contract-database.ts";
import type { Database } from "./documents.ts";
import { schedulePath } from "./firestore-paths.ts";
import { firestoreScheduleStore } from "./firestore-schedule-store.ts";
import { localKeyWrapper } from "./key-wrapper.ts";
import { firestoreSessionSeals } from "./session-seals.ts";

let client: ContractClient;
let schedules: ScheduleStore;
/** How transactions ended, when they had. */
const ended: string[] = [];

beforeAll(async () => {
  client = await connectFirestore();
  const all = contractDatabase(client);
  const database: Database = {
    ...all,
    beginTransaction() {
      const tx = all.beginTransaction();
      const noted =
        <T>(end: () => Promise<T>, how: string) =>
        async (): Promise<T> => {
          const given = await end();
          ended.push(how);
          return given;
        };
      return { ...tx, send: noted(tx.send, "committed"), rollback: noted(tx.rollback, "rolled back") };
    },
  };
  const seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 7)]), undefined);
  schedules = firestoreScheduleStore(database, seals);
});
afterAll(() => client.close());

test.each([
  ["of a missing session", false, SessionMissingError],
  ["that its decider refuses", true, RangeError],
])("a change %s rolls its transaction back before it throws", async (_which, isThere, refusal) => {
  const sessionId = randomUUID();
  const params = { ...SAMPLE_PARAMS, storyHash: "0".repeat(64) };
  const schedule = newSchedule({ sessionId, ownerId: "ann", params }, 0, 60_000);
  const db = client.firestore;
  if (isThere) await db.doc(schedulePath(sessionId)).set(schedule);
  ended.length = 0;
  const change = schedules.update(sessionId, undefined, () => {
    throw new RangeError("no");
  });
  await expect(change).rejects.toThrow(refusal);
  expect(ended).toEqual(["rolled back"]);
});
