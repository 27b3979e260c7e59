// A store may commit and die before it responds. The transaction is then run again on its own effect, and must neither be applied twice nor
// be refused because of it. Here the response to every first commit is lost.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { advance } from "../pipeline/advance.ts";
import { type GiveBack, planClaim, planGiveBack } from "../pipeline/claim.ts";
import { clientSession } from "../pipeline/projection.ts";
import { planRecord } from "../pipeline/record.ts";
import { SAMPLE_PARAMS, sample } from "../pipeline/sample-session.ts";
import type { ScheduleStore } from "../pipeline/schedule-store.ts";
import { createSessionCommands, newSchedule } from "../pipeline/session.ts";
import { DEFAULT_SETTINGS as settings } from "../pipeline/settings.ts";
import { contractDatabase } from "./contract-database.ts";
import type { Database } from "./documents.ts";
import { firestoreProjector } from "./firestore-projector.ts";
import { firestoreScheduleStore } from "./firestore-schedule-store.ts";
import { localKeyWrapper } from "./key-wrapper.ts";
import { scheduleMemory } from "./schedule-memory.ts";
import { firestoreSessionSeals, type SessionSeals } from "./session-seals.ts";
import { sessionSightings } from "./session-sightings.ts";

const { timings } = settings;
let client: ContractClient;
let database: Database;
let schedules: ScheduleStore;
/** The same documents, with every answer. */
let honest: ScheduleStore;
let seals: SessionSeals;
/** What other workers do between a commit whose response is lost and the next attempt. */
let meanwhile: (() => Promise<unknown>) | undefined;

/** The same database, but the answer of every other commit of a transaction does not arrive, nor of any other commit. */
function forgetful(all: Database): Database {
  const lose = async () => {
    await meanwhile?.();
    throw Object.assign(new Error("the connection was reset"), { code: 14 });
  };
  let wasLost = false;
  return {
    ...all,
    begin() {
      const commit = all.begin();
      return {
        ...commit,
        async send() {
          await commit.send();
          return lose();
        },
      };
    },
    beginTransaction() {
      const tx = all.beginTransaction();
      return {
        ...tx,
        async send() {
          const times = await tx.send();
          wasLost = !wasLost;
          return wasLost ? lose() : times;
        },
      };
    },
  };
}

beforeAll(async () => {
  client = await connectFirestore();
  database = contractDatabase(client);
  seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 7)]), undefined);
  honest = firestoreScheduleStore(database, seals);
});

afterEach(() => {
  meanwhile = undefined;
});
afterAll(() => client.close());

async function begin(key?: string) {
  const sessionId = randomUUID();
  const ownerId = "ann";
  const idempotency = key === undefined ? undefined : { key, requestHash: "r" };
  const started = await schedules.create({ sessionId, ownerId, story: "Once.", idempotency }, (now) => {
    const params = { ...SAMPLE_PARAMS, storyHash: "0".repeat(64) };
    const fresh = newSchedule({ sessionId, ownerId, params }, now, 60_000);
    const { schedule } = advance(fresh, { now, by: "start", settings });
    return { schedule, session: clientSession(schedule, undefined), events: [] };
  });
  return { sessionId, started };
}

async function claimOnce(sessionId: string) {
  const claim = await schedules.updateStep(sessionId, "concept", (record, now) =>
    planClaim(record, { step: "concept", release: 1, timings }, now),
  );
  if (claim.kind !== "claimed") throw new Error(`it is ${claim.kind}`);
  return claim;
}

/** The response is lost, so the store learns the version of the claim's document from another read. */
async function claimSeen(sessionId: string) {
  const claim = await claimOnce(sessionId);
  await schedules.readWith(sessionId, "concept");
  return claim;
}

async function writeOften(sessionId: string, times: number): Promise<void> {
  for (let number = 0; number < times; number++) {
    await honest.update(sessionId, undefined, ({ schedule }) => ({
      schedule: { ...schedule, seq: schedule.seq + 1 },
      value: undefined,
    }));
  }
}

function commands() {
  const services = { ...sample().services, schedules, projector: firestoreProjector(database) };
  return createSessionCommands(services);
}

describe.each([true, false])("where the process remembers what it wrote: %s", (remembers) => {
  beforeAll(() => {
    const losing = forgetful(database);
    const sightings = sessionSightings();
    const memory = scheduleMemory(losing, { sightings });
    schedules = firestoreScheduleStore(losing, seals, { sightings, ...(remembers && { memory }) });
  });

  test("a claim is the claimer's own, at its first attempt", async () => {
    const { sessionId } = await begin();
    expect(await claimOnce(sessionId)).toMatchObject({ fence: 1, attempt: 1, lapsedFence: undefined });
  });

  test("a claim after a plain read is the claimer's own, at its first attempt", async () => {
    const { sessionId } = await begin();
    const seen = await schedules.readWith(sessionId, "concept");
    const claim = () =>
      schedules.updateStep(sessionId, "concept", (record, now) =>
        planClaim(record, { step: "concept", release: 1, timings }, now),
      );
    const first = await claim();
    expect(first).toMatchObject({ kind: "claimed", fence: 1, attempt: 1 });
    const after = await honest.readWith(sessionId, "concept");
    expect(first.kind === "claimed" && first.at).toBeGreaterThanOrEqual(seen?.now ?? Number.NaN);
    expect(first.kind === "claimed" && first.at).toBeLessThanOrEqual(after?.now ?? Number.NaN);
    // And another one's is not.
    expect(await claim()).toMatchObject({ kind: "leased", fence: 1 });
  });

  test("a start is recognised as this request's own, with an idempotency key and without", async () => {
    for (const key of [undefined, randomUUID()]) {
      const { sessionId, started } = await begin(key);
      expect(started).toEqual({ sessionId, created: true });
      expect((await schedules.read(sessionId))?.seq).toBe(1);
    }
  });

  test("a step that is given back as busy gives back one claim", async () => {
    const { sessionId } = await begin();
    const { fence, attempt } = await claimOnce(sessionId);
    const back: GiveBack = {
      ...{ release: 1, fence, kind: "busy", error: { code: "busy", message: "no room" } },
      ...{ kept: 0, retryAfterMs: undefined, paidMicros: 0, jitter: 0, timings },
    };
    const given = await schedules.updateStep(sessionId, "concept", (record, now) =>
      planGiveBack(record, back, now),
    );
    expect(given).toMatchObject({ kind: "again" });
    const record = (await schedules.readSteps(sessionId, ["concept"])).get("concept");
    expect(record).toMatchObject({ attempt: attempt - 1, busy: 1, leaseUntil: null });
  });

  test("a record is accepted once, and recognised as the worker's own", async () => {
    const { sessionId } = await begin();
    const { fence } = await claimOnce(sessionId);
    const result = { output: "f".repeat(64), characters: [] };
    const exit = { step: "concept", release: 1, fence, paidMicros: 7 };
    const recorded = await schedules.update(sessionId, "concept", (current) =>
      planRecord(current, { ...exit, outcome: { kind: "done", result, view: {} } }, settings),
    );
    expect(recorded.kind).toBe("taken");
    expect(recorded.released.map(({ step }) => step).toSorted()).toEqual(["characters", "plot"]);
    const schedule = await schedules.read(sessionId);
    expect(schedule).toMatchObject({ seq: 2, costMicros: 7, results: { concept: result } });
    expect(Object.keys(schedule?.inFlight ?? {}).toSorted()).toEqual(["characters", "plot"]);
  });

  test("a record on a plain read is recognised as the worker's own, even if others have written since", async () => {
    for (const writes of [0, 2]) {
      const { sessionId } = await begin();
      const read = await schedules.readWith(sessionId, "concept");
      if (read === undefined) throw new Error("the session is missing");
      const { fence } = await claimSeen(sessionId);
      const result = { output: "f".repeat(64), characters: [] };
      const exit = { step: "concept", release: 1, fence, paidMicros: 7 };
      meanwhile = () => {
        // The try that finds it out loses its answer, too.
        meanwhile = undefined;
        return writeOften(sessionId, writes);
      };
      const recorded = await schedules.update(sessionId, "concept", (current) =>
        planRecord(current, { ...exit, outcome: { kind: "done", result, view: {} } }, settings),
      );
      expect(recorded.kind).toBe("taken");
      expect(recorded.released.map(({ step }) => step).toSorted()).toEqual(["characters", "plot"]);
      expect(await honest.read(sessionId)).toMatchObject({ seq: 2 + writes, costMicros: 7 });
    }
  });

  test("a cancel is not refused by its own effect, even when others have written since", async () => {
    for (const writes of [0, 2]) {
      const { sessionId } = await begin();
      meanwhile = () => writeOften(sessionId, writes);
      expect(await commands().cancelSession(sessionId)).toBe("cancelled");
      const cancelled = { epoch: 1, state: { status: "cancelled" } };
      expect(await honest.read(sessionId)).toMatchObject(cancelled);
      meanwhile = undefined;
    }
  });

  test("a retry raises the epoch once", async () => {
    const { sessionId } = await begin();
    const reason = { code: "lapsed", message: "gone", retryable: true };
    await honest.update(sessionId, undefined, ({ schedule, now }) => ({
      schedule: { ...schedule, state: { status: "failed", endedAt: now, reason } },
      value: undefined,
    }));
    await commands().retrySession(sessionId);
    expect(await honest.read(sessionId)).toMatchObject({ epoch: 1, state: { status: "running" } });
  });

  test("a change of any kind is made once, and returns the result of its first attempt", async () => {
    const { sessionId } = await begin();
    const given = await schedules.update(sessionId, undefined, ({ schedule }) => {
      const costMicros = schedule.costMicros + 7;
      return { schedule: { ...schedule, costMicros }, value: costMicros };
    });
    expect(given).toBe(7);
    expect((await honest.read(sessionId))?.costMicros).toBe(7);
  });

  test("a decider that writes nothing runs again", async () => {
    const { sessionId } = await begin();
    let looks = 0;
    const value = await schedules.update(sessionId, undefined, () => ({ value: ++looks }));
    expect(value).toBe(2);
  });
});
