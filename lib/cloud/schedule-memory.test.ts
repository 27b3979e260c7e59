// The cache of schedules and steps, on the embedded emulator; every request to Firestore is counted.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { planClaim, planHeartbeat } from "../pipeline/claim.ts";
import { clientSession } from "../pipeline/projection.ts";
import { SAMPLE_PARAMS } from "../pipeline/sample-session.ts";
import type { Schedule } from "../pipeline/schedule.ts";
import { newSchedule } from "../pipeline/session.ts";
import { DEFAULT_SETTINGS } from "../pipeline/settings.ts";
import { newStepRecord } from "../pipeline/step-record.ts";
import { contractDatabase } from "./contract-database.ts";
import type { Database } from "./documents.ts";
import { firestoreScheduleStore } from "./firestore-schedule-store.ts";
import { localKeyWrapper } from "./key-wrapper.ts";
import { scheduleMemory } from "./schedule-memory.ts";
import { firestoreSessionSeals } from "./session-seals.ts";
import { sessionSightings } from "./session-sightings.ts";

const { timings } = DEFAULT_SETTINGS;
let client: ContractClient;
beforeAll(async () => {
  client = await connectFirestore();
});
afterAll(() => client.close());

/** A session with steps in flight, and a store whose cache has its own clock. */
async function begin(...steps: string[]) {
  const asked: string[] = [];
  let nowMs = 0;
  const database = counting(contractDatabase(client), asked);
  const sightings = sessionSightings();
  const memory = scheduleMemory(database, { sightings, now: () => nowMs });
  const seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 7)]), undefined);
  const schedules = firestoreScheduleStore(database, seals, { sightings, memory });
  const sessionId = randomUUID();
  await schedules.create({ sessionId, ownerId: "ann", story: "Once." }, (now) => {
    const params = { ...SAMPLE_PARAMS, storyHash: "0".repeat(64) };
    const schedule = newSchedule({ sessionId, ownerId: "ann", params }, now, 60_000);
    return { schedule, session: clientSession(schedule, undefined), events: [] };
  });
  const release = (...released: string[]) =>
    schedules.update(sessionId, undefined, ({ schedule }) => ({
      schedule: withReleases(schedule, released),
      value: undefined,
    }));
  await schedules.readWith(sessionId, "concept");
  await release(...steps);
  asked.length = 0;
  return {
    ...{ schedules, memory, sessionId, asked, release },
    skip(ms: number) {
      nowMs += ms;
    },
  };
}

function withReleases(before: Schedule, steps: readonly string[]): Schedule {
  const inFlight = { ...before.inFlight };
  let { releases } = before;
  for (const step of steps) {
    releases += 1;
    inFlight[step] = { release: releases, input: "i", epoch: 0, at: 0, by: "concept", checkAt: 0 };
  }
  return { ...before, inFlight, releases, seq: before.seq + 1 };
}

function counting(database: Database, asked: string[]): Database {
  return {
    ...database,
    read(...given) {
      asked.push("read");
      return database.read(...given);
    },
    begin() {
      const commit = database.begin();
      return {
        ...commit,
        send() {
          asked.push("commit");
          return commit.send();
        },
      };
    },
    beginTransaction() {
      asked.push("transaction");
      return database.beginTransaction();
    },
  };
}

const claim = (schedules: Awaited<ReturnType<typeof begin>>["schedules"], sessionId: string, step: string) =>
  schedules.updateStep(sessionId, step, (record, now) =>
    planClaim(record, { step, release: 1, timings }, now),
  );

describe("a process with a cache", () => {
  test("gives a step the schedule that released it, once, at the store's time", async () => {
    const { schedules, sessionId, asked, release, skip } = await begin("characters", "plot");
    const first = await schedules.readWith(sessionId, "characters", "i");
    expect(asked).toEqual([]);
    expect(await schedules.readWith(sessionId, "plot", "another")).toMatchObject({ record: undefined });
    expect(asked).toEqual(["read"]);
    skip(30.7);
    const second = await schedules.readWith(sessionId, "plot", "i");
    expect(second?.schedule).toBe(first?.schedule);
    expect((second?.now ?? 0) - (first?.now ?? 0)).toBe(30);
    expect(asked).toEqual(["read"]);
    // A second request for it wants a fresh read.
    await schedules.readWith(sessionId, "plot", "i");
    expect(asked).toEqual(["read", "read"]);
    await release("storyboard/p001");
    await schedules.readWith(sessionId, "concept", "i");
    expect(asked.at(-1)).toBe("read");
  });

  test("reads again a schedule that released the step more than a second ago", async () => {
    const { schedules, sessionId, asked, skip } = await begin("plot");
    skip(1_001);
    await schedules.readWith(sessionId, "plot", "i");
    expect(asked).toEqual(["read"]);
  });

  test("forgets a schedule that others may have changed", async () => {
    const { schedules, memory, sessionId, asked } = await begin("plot");
    memory.forget(sessionId);
    await schedules.readWith(sessionId, "plot", "i");
    expect(asked).toEqual(["read"]);
  });

  test("claims, extends and records in one commit each", async () => {
    const { schedules, sessionId, asked } = await begin("plot");
    await schedules.readWith(sessionId, "plot", "i");
    expect(await claim(schedules, sessionId, "plot")).toMatchObject({ kind: "claimed", fence: 1 });
    const held = { release: 1, fence: 1, leaseMs: timings.leaseMs };
    expect(
      await schedules.updateStep(sessionId, "plot", (record, now) => planHeartbeat(record, held, now)),
    ).toBe(true);
    await schedules.update(sessionId, "plot", ({ schedule, record }) => ({
      schedule: { ...schedule, seq: schedule.seq + 1 },
      step: { ...(record ?? newStepRecord("plot")), leaseUntil: null, settled: 1 },
      value: undefined,
    }));
    expect(asked).toEqual(["commit", "commit", "commit"]);
    expect((await schedules.readSteps(sessionId, ["plot"])).get("plot")).toMatchObject({
      fence: 1,
      settled: 1,
    });
  });

  test("records after a longer run with a read of only the schedule", async () => {
    const { schedules, sessionId, asked, skip } = await begin("plot");
    await schedules.readWith(sessionId, "plot", "i");
    await claim(schedules, sessionId, "plot");
    asked.length = 0;
    skip(60_000);
    await schedules.update(sessionId, "plot", ({ schedule, record }) => ({
      schedule: { ...schedule, seq: schedule.seq + 1 },
      step: record && { ...record, leaseUntil: null },
      value: undefined,
    }));
    expect(asked).toEqual(["read", "commit"]);
  });

  test("decides in a transaction if it cannot commit on its cache", async () => {
    const one = await begin("plot");
    await one.schedules.readWith(one.sessionId, "plot", "i");
    const other = firestoreScheduleStore(
      contractDatabase(client),
      firestoreSessionSeals(contractDatabase(client), localKeyWrapper([Buffer.alloc(32, 7)]), undefined),
    );
    expect(await claim(other, one.sessionId, "plot")).toMatchObject({ kind: "claimed", fence: 1 });
    expect(await claim(one.schedules, one.sessionId, "plot")).toMatchObject({ kind: "leased", fence: 1 });
    expect(one.asked).toEqual(["commit", "transaction"]);
  });

  test("caches views by session, step and output, except long ones", async () => {
    const { memory, sessionId } = await begin("plot");
    const panel = (step: string, viewOf?: string) => ({
      ...newStepRecord(step),
      view: { image: "i" },
      viewOf,
    });
    const known = (session: string, step: string, output: string) =>
      memory.knownViews(session, new Map([[step, output]])).get(step);
    const record = panel("artwork/p001/k1", "o1");
    memory.noteView(sessionId, record);
    expect(known(sessionId, "artwork/p001/k1", "o1")).toBe(record);
    expect(known(sessionId, "artwork/p001/k1", "o2")).toBeUndefined();
    expect(known(sessionId, "artwork/p001/k2", "o1")).toBeUndefined();
    expect(known("another", "artwork/p001/k1", "o1")).toBeUndefined();
    memory.noteView(sessionId, panel("artwork/p001/k1", "o2"));
    expect(known(sessionId, "artwork/p001/k1", "o1")).toBeUndefined();
    memory.noteView(sessionId, panel("artwork/p002/k1"));
    memory.noteView(sessionId, panel("lettering/p001", "o"));
    memory.noteView(sessionId, panel("finish", "o"));
    expect(known(sessionId, "lettering/p001", "o")).toBeUndefined();
    expect(known(sessionId, "finish", "o")).toBeUndefined();
  });

  test("forgets the oldest views when there are many", async () => {
    const { memory, sessionId } = await begin("plot");
    const stepOf = (page: number) => `artwork/p${String(page).padStart(3, "0")}/k1`;
    for (let page = 1; page <= 500; page++) {
      memory.noteView(sessionId, { ...newStepRecord(stepOf(page)), view: {}, viewOf: "o" });
    }
    const known = memory.knownViews(sessionId, new Map([100, 101].map((page) => [stepOf(page), "o"])));
    expect([...known.keys()]).toEqual([stepOf(101)]);
  });
});
