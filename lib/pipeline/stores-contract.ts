// The contract of every implementation of the pipeline's stores; run by the tests of each.
import { describe, expect, test } from "vitest";
import type { ClientEvent, ClientPage, ClientPhase } from "./client-documents.ts";
import type { DeadLetterStore } from "./dead-letters.ts";
import type { SessionParams } from "./params.ts";
import { clientSession } from "./projection.ts";
import type { Projector } from "./projector.ts";
import type { Schedule } from "./schedule.ts";
import {
  IdempotencyConflictError,
  type ScheduleStore,
  SessionMissingError,
  TooManyRunningError,
} from "./schedule-store.ts";
import { newSchedule } from "./session.ts";
import { newStepRecord } from "./step-record.ts";
import type { StoryVault } from "./story-vault.ts";
import { withoutSweepFailures } from "./sweep-failures.ts";

export interface StoresUnderTest {
  schedules: ScheduleStore;
  stories: StoryVault;
  projector: Projector;
  deadLetters: DeadLetterStore;
  /** An id that no other test uses. */
  newId(): string;
  /** A client's read of a path below `sessions/`, as it was written; undefined when nothing is there. */
  readSession(sessionId: string): Promise<Record<string, unknown> | undefined>;
  readPage(sessionId: string, page: number): Promise<Record<string, unknown> | undefined>;
  readPhase(sessionId: string, phase: "plot" | "characters"): Promise<Record<string, unknown> | undefined>;
  countEvents(sessionId: string): Promise<number>;
}

const PARAMS: SessionParams = {
  storyHash: "0".repeat(64),
  language: "ja",
  direction: "rtl",
  style: "plain",
  seed: 7,
  models: { reader: "r@1", director: "d@1", artist: "a@1" },
  review: ["characters"],
  reviewTimeoutMinutes: 30,
  formats: ["pdf", "cbz"],
};

/** The time by the store's own clock. */
const nowOf = (schedules: ScheduleStore, sessionId: string) =>
  schedules.update(sessionId, undefined, ({ now }) => ({ value: now }));

/** `use` gives the stores of the whole suite; it is called inside the tests. */
export function describeStores(name: string, use: () => StoresUnderTest): void {
  async function begin(key?: string, requestHash = "r1", ownerId = "ann", mostRunning?: number) {
    const stores = use();
    const sessionId = stores.newId();
    const idempotency = key === undefined ? undefined : { key, requestHash };
    let startedAt = 0;
    const said = { story: "むかしむかし", given: "おばあさん" };
    const creation = { sessionId, ownerId, ...said, idempotency, mostRunning };
    const started = await stores.schedules.create(creation, (now) => {
      startedAt = now;
      const schedule = { ...newSchedule({ sessionId, ownerId, params: PARAMS }, now, 1_000), dueAt: now + 5 };
      const at = new Date(now).toISOString();
      const event = { schemaVersion: 1, kind: "session-started", step: "session", number: 0, at } as const;
      return { schedule, session: clientSession(schedule, undefined), events: [event] };
    });
    return { ...stores, ...started, startedAt };
  }

  describe(name, () => {
    test("a created session can be read, with its story and its first event", async () => {
      const { schedules, stories, sessionId, created, readSession, countEvents } = await begin();
      expect(created).toBe(true);
      expect(await schedules.read(sessionId)).toMatchObject({
        sessionId,
        ownerId: "ann",
        params: PARAMS,
        seq: 0,
      });
      expect(await schedules.peek(sessionId)).toEqual({ status: "queued", epoch: 0 });
      expect(await stories.read(sessionId)).toBe("むかしむかし");
      expect(await stories.readGiven(sessionId)).toBe("おばあさん");
      const sealed = await stories.seal({ sessionId, ownerId: "ann" }, "空を暗く");
      expect(Buffer.from(sealed).includes("空を暗く")).toBe(false);
      expect(await stories.open({ sessionId, ownerId: "ann" }, sealed)).toBe("空を暗く");
      await expect(stories.open({ sessionId, ownerId: "ben" }, sealed)).rejects.toThrow();
      expect(await readSession(sessionId)).toMatchObject({ sessionId, status: "queued" });
      expect(await countEvents(sessionId)).toBe(1);
    });

    test("plain reads give undefined for a missing session, and transactions throw", async () => {
      const { schedules, stories, newId } = use();
      const sessionId = newId();
      expect(await schedules.read(sessionId)).toBeUndefined();
      expect(await schedules.peek(sessionId)).toBeUndefined();
      expect(await schedules.readWith(sessionId, "concept")).toBeUndefined();
      expect(await schedules.readSteps(sessionId, ["concept"])).toEqual(new Map());
      await expect(stories.read(sessionId)).rejects.toThrow(SessionMissingError);
      await expect(stories.readGiven(sessionId)).rejects.toThrow(SessionMissingError);
      const update = schedules.update(sessionId, "concept", () => ({ value: 1 }));
      await expect(update).rejects.toThrow(SessionMissingError);
    });

    test("a key starts one session of an owner, and is refused for another request", async () => {
      const key = use().newId();
      const first = await begin(key);
      expect(first.created).toBe(true);
      const again = await begin(key);
      expect(again).toMatchObject({ created: false, sessionId: first.sessionId });
      await expect(begin(key, "r2")).rejects.toThrow(IdempotencyConflictError);
      expect((await begin(key, "r2", "bob")).created).toBe(true);
    });

    test("starts at the same time with the same key create one session", async () => {
      const key = use().newId();
      const starts = await Promise.all([begin(key), begin(key), begin(key)]);
      expect(starts.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(starts.map(({ sessionId }) => sessionId)).size).toBe(1);
    });

    test("an owner never has more running sessions than allowed, also when many start at once", async () => {
      const owner = use().newId();
      const start = (key?: string) => begin(key, "r1", owner, 3);
      const attempts = await Promise.allSettled([start(), start(), start(), start(), start()]);
      const started = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
      expect(started).toHaveLength(3);
      await expect(start()).rejects.toThrow(TooManyRunningError);
      expect((await begin(undefined, "r1", use().newId(), 3)).created).toBe(true);
      const [first] = started;
      await first?.schedules.update(first.sessionId, undefined, ({ schedule, now }) => ({
        schedule: { ...schedule, state: { status: "cancelled", endedAt: now } },
        value: undefined,
      }));
      const key = use().newId();
      const next = await start(key);
      expect(next.created).toBe(true);
      await expect(start()).rejects.toThrow(TooManyRunningError);
      // A repeated start does not count as a further session.
      expect(await start(key)).toMatchObject({ created: false, sessionId: next.sessionId });
      await next.schedules.takePlace({ sessionId: next.sessionId, ownerId: owner, mostRunning: 3 });
    });

    test("a session that is to run again takes one of its owner's places", async () => {
      const owner = use().newId();
      const start = () => begin(undefined, "r1", owner, 2);
      const { schedules, sessionId } = await start();
      await schedules.update(sessionId, undefined, ({ schedule, now }) => ({
        schedule: { ...schedule, state: { status: "cancelled", endedAt: now } },
        value: undefined,
      }));
      const place = { sessionId, ownerId: owner, mostRunning: 2 };
      await start();
      await schedules.takePlace(place);
      await schedules.takePlace(place);
      await start();
      await expect(schedules.takePlace(place)).rejects.toThrow(TooManyRunningError);
    });

    test("a transaction writes schedule and step together, or neither when its decider throws", async () => {
      const { schedules, sessionId, startedAt } = await begin();
      const record = { ...newStepRecord("artwork/p001/k1"), fence: 3, view: { image: "h" } };
      const value = await schedules.update(sessionId, record.step, ({ schedule, record: before, now }) => {
        expect(before).toBeUndefined();
        expect(now).toBeGreaterThanOrEqual(startedAt);
        return { schedule: { ...schedule, seq: 9 }, step: record, value: "done" };
      });
      expect(value).toBe("done");
      const refused = schedules.update(sessionId, record.step, ({ schedule }) => {
        expect(schedule.seq).toBe(9);
        throw new RangeError("no");
      });
      await expect(refused).rejects.toThrow(RangeError);
      expect((await schedules.read(sessionId))?.seq).toBe(9);
      expect(await schedules.readSteps(sessionId, [record.step, "plot"])).toEqual(
        new Map([[record.step, record]]),
      );
    });

    test("ten simultaneous transactions on one schedule all count", async () => {
      const { schedules, sessionId } = await begin();
      const raise = () =>
        schedules.update(sessionId, undefined, ({ schedule }) => ({
          schedule: { ...schedule, seq: schedule.seq + 1 },
          value: schedule.seq,
        }));
      const seen = await Promise.all(Array.from({ length: 10 }, raise));
      expect(seen.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect((await schedules.read(sessionId))?.seq).toBe(10);
    });

    test("ten simultaneous claims on one step get ten fences", async () => {
      const { schedules, sessionId } = await begin();
      const claim = () =>
        schedules.updateStep(sessionId, "plot", (before) => {
          const fence = (before?.fence ?? 0) + 1;
          return { step: { ...(before ?? newStepRecord("plot")), fence }, value: fence };
        });
      const fences = await Promise.all(Array.from({ length: 10 }, claim));
      expect(new Set(fences).size).toBe(10);
    });

    test("a claim after a plain read is made once, and repeated where another worker was quicker", async () => {
      const { schedules, sessionId, startedAt } = await begin();
      const seen = await schedules.readWith(sessionId, "plot");
      if (seen === undefined) throw new Error("the session is missing");
      expect(seen).toMatchObject({ schedule: { sessionId, seq: 0 }, record: undefined });
      expect(seen.now).toBeGreaterThanOrEqual(startedAt);
      const times: [number, number][] = [];
      const claim = () =>
        schedules.updateStep(sessionId, "plot", (before, now) => {
          const fence = (before?.fence ?? 0) + 1;
          if (before === undefined) times.push([now, seen.now]);
          return { step: { ...(before ?? newStepRecord("plot")), fence }, value: fence };
        });
      const fences = await Promise.all(Array.from({ length: 5 }, claim));
      expect(fences.toSorted()).toEqual([1, 2, 3, 4, 5]);
      expect(times.length).toBeGreaterThan(0);
      const after = await schedules.readWith(sessionId, "plot");
      for (const [now, read] of times) {
        expect(now).toBeGreaterThanOrEqual(read);
        expect(now).toBeLessThanOrEqual(after?.now ?? Number.NaN);
      }
      expect(after).toMatchObject({ record: { fence: 5 } });
    });

    test("a change after a plain read is made once, and decided again where another worker was quicker", async () => {
      const { schedules, sessionId } = await begin();
      await schedules.update(sessionId, undefined, ({ schedule }) => ({
        schedule: { ...schedule, about: { visibility: "private", title: "T" }, dueAt: null },
        value: undefined,
      }));
      const record = { ...newStepRecord("plot"), settled: 1 };
      const read = await schedules.readWith(sessionId, "plot");
      if (read === undefined) throw new Error("the session is missing");
      await schedules.updateStep(sessionId, "plot", () => ({ step: record, value: undefined }));
      const times: number[] = [];
      const raise = () =>
        schedules.update(sessionId, "plot", ({ schedule, record: before = newStepRecord("plot"), now }) => {
          times.push(now);
          const { about: _, ...rest } = schedule;
          return {
            schedule: { ...rest, seq: schedule.seq + 1 },
            step: { ...before, fence: before.fence + 1, viewOf: "h" },
            value: schedule.seq,
          };
        });
      const given = await Promise.all([raise(), raise(), raise()]);
      expect(given.toSorted()).toEqual([0, 1, 2]);
      const after = await schedules.readWith(sessionId, "plot");
      for (const now of times) {
        expect(now).toBeGreaterThanOrEqual(read.now);
        expect(now).toBeLessThanOrEqual(after?.now ?? Number.NaN);
      }
      const { about: _, ...others } = read.schedule;
      expect(after).toMatchObject({
        schedule: { ...others, seq: 3 },
        record: { ...record, fence: 3, viewOf: "h" },
      });
      expect((await schedules.read(sessionId))?.about).toBeUndefined();
      // The document has changed by now.
      expect(await raise()).toBe(3);
    });

    test("a change after a plain read changes, adds and removes entries of maps, and keeps the others", async () => {
      const { schedules, sessionId } = await begin();
      const result = (output: string) => ({ input: "i", output, parts: { picture: output } });
      const first = { "artwork/p001/k1": result("a"), "artwork/p001/k2": result("b"), plot: result("c") };
      await schedules.readWith(sessionId, "plot");
      const results = async (next: Schedule["results"]) => {
        await schedules.update(sessionId, undefined, ({ schedule }) => ({
          schedule: { ...schedule, results: next },
          value: undefined,
        }));
        return (await schedules.readWith(sessionId, "plot"))?.schedule.results;
      };
      expect(await results(first)).toEqual(first);
      const { plot: _, ...others } = first;
      const second = { ...others, "artwork/p001/k2": result("d"), "characters/c.1": result("e") };
      expect(await results(second)).toEqual(second);
      expect(await results({})).toEqual({});
    });

    test("the clients' documents of a change are written with it, and no older ones replace them", async () => {
      const { schedules, projector, sessionId, readSession, readPage, readPhase, countEvents } =
        await begin();
      const page = (seq: number): ClientPage => ({
        ...{ schemaVersion: 2, number: 2, seq, state: "artwork", texts: [], panels: [] },
      });
      const phase = (seq: number): ClientPhase => ({
        ...{ schemaVersion: 2, phase: "plot", seq, state: "done", done: 1, total: 1, previews: {} },
      });
      const event: ClientEvent = {
        ...{ schemaVersion: 1, kind: "done", step: "plot", number: 1, at: new Date(0).toISOString() },
      };
      const showing = (seq: number, isWritten: boolean) =>
        schedules.update(sessionId, undefined, ({ schedule }) => {
          const after = { ...schedule, seq };
          const session = { document: clientSession(after, undefined), minIntervalMs: 60_000 };
          const shown = { session, pages: [page(seq)], phases: [phase(seq)], events: [event] };
          return { schedule: isWritten ? after : undefined, shown, value: after };
        });
      const seen = async () => {
        const documents = [readSession(sessionId), readPage(sessionId, 2), readPhase(sessionId, "plot")];
        return (await Promise.all(documents)).map((document) => document?.seq);
      };
      await showing(5, false);
      expect(await seen()).toEqual([0, undefined, undefined]);
      const after = await showing(5, true);
      expect(await seen()).toEqual([5, 5, 5]);
      expect(await countEvents(sessionId)).toBe(2);
      await projector.show(sessionId, { pages: [page(4)], phases: [phase(4)] });
      const document = clientSession({ ...after, seq: 6 }, undefined);
      const early = await projector.show(sessionId, { session: { document, minIntervalMs: 60_000 } });
      expect(early.kind).toBe("early");
      expect(await seen()).toEqual([5, 5, 5]);
      await showing(7, true);
      expect(await seen()).toEqual([7, 7, 7]);
    });

    test("due sessions are listed by shard, earliest first, and not before their time", async () => {
      const one = await begin();
      const two = await begin();
      const { schedules } = one;
      const shard = 3;
      const [early, late] = [-2_000_000 + one.sessionId.length, -1_000_000];
      for (const [{ sessionId }, dueAt] of [
        [one, late],
        [two, early],
      ] as const) {
        await schedules.update(sessionId, undefined, ({ schedule }) => ({
          schedule: { ...schedule, shard, dueAt },
          value: undefined,
        }));
      }
      const ours = async (before: number, limit = 10) =>
        (await schedules.due(shard, before, limit)).filter(
          (id) => id === one.sessionId || id === two.sessionId,
        );
      expect(await ours(early - 1)).toEqual([]);
      expect(await ours(early)).toEqual([two.sessionId]);
      expect(await ours(late)).toEqual([two.sessionId, one.sessionId]);
      for (const { sessionId } of [one, two]) {
        await schedules.update(sessionId, undefined, ({ schedule }) => ({
          schedule: { ...schedule, dueAt: null },
          value: undefined,
        }));
      }
      expect(await ours(late)).toEqual([]);
    });

    test("each failure of the sweep puts a session off, the fifth parks it, and it is due again when that is undone", async () => {
      const { schedules, sessionId, readSession } = await begin();
      const shard = 4;
      await schedules.update(sessionId, undefined, ({ schedule }) => ({
        schedule: { ...schedule, shard, dueAt: -3_000_000 },
        value: undefined,
      }));
      const isDue = async (before: number) => (await schedules.due(shard, before, 1_000)).includes(sessionId);
      expect(await isDue(0)).toBe(true);
      const waits: number[] = [];
      for (let count = 1; count < 5; count++) {
        const putOff = await schedules.putOff(sessionId, new RangeError("no"));
        expect(putOff).toMatchObject({ sweepFailures: { count, error: "RangeError" } });
        const { dueAt, sweepFailures } = (await schedules.read(sessionId)) ?? {};
        expect(sweepFailures?.notBefore).toBe(dueAt);
        expect([await isDue((dueAt ?? 0) - 1), await isDue(dueAt ?? 0)]).toEqual([false, true]);
        waits.push(Math.round(((dueAt ?? 0) - (await nowOf(schedules, sessionId))) / 60_000));
      }
      expect(waits).toEqual([1, 2, 4, 8]);
      expect(await readSession(sessionId)).toMatchObject({ status: "queued", seq: 0 });

      await schedules.putOff(sessionId, new RangeError("no"));
      const parked = await schedules.read(sessionId);
      const reason = { code: "sweep-failed", retryable: true };
      expect(parked).toMatchObject({ dueAt: null, seq: 1, state: { status: "failed", reason } });
      expect(await readSession(sessionId)).toMatchObject({ status: "failed", seq: 1, error: reason });
      expect(await isDue(Number.MAX_SAFE_INTEGER)).toBe(false);
      await schedules.update(sessionId, undefined, ({ schedule }) => ({
        schedule: { ...withoutSweepFailures(schedule), dueAt: -1, seq: 2 },
        value: undefined,
      }));
      expect((await schedules.read(sessionId))?.sweepFailures).toBeUndefined();
      expect(await isDue(0)).toBe(true);
      expect(await schedules.putOff("nobody", new Error("no"))).toBeUndefined();
    });

    test("a session's document never goes back, and is written at most once a second", async () => {
      const { schedules, projector, sessionId, readSession } = await begin();
      const schedule = await schedules.read(sessionId);
      if (schedule === undefined) throw new Error("the session is missing");
      const show = (seq: number, interval: number) =>
        projector.show(sessionId, {
          session: { document: clientSession({ ...schedule, seq }, undefined), minIntervalMs: interval },
        });
      expect(await show(0, 0)).toEqual({ kind: "current" });
      expect(await show(5, 0)).toEqual({ kind: "written" });
      expect(await show(4, 0)).toEqual({ kind: "current" });
      const early = await show(6, 60_000);
      expect(early.kind).toBe("early");
      expect((await readSession(sessionId))?.seq).toBe(5);
      expect(await show(7, 0)).toEqual({ kind: "written" });
      expect((await readSession(sessionId))?.seq).toBe(7);
    });

    test("pages and phases keep the newest state, and events are written once", async () => {
      const { projector, sessionId, readPage, readPhase, countEvents } = await begin();
      const page = (seq: number): ClientPage => ({
        ...{ schemaVersion: 2, number: 2, seq, state: "artwork", texts: [] },
        panels: [{ id: "k1", state: "running" }],
      });
      const phase = (seq: number): ClientPhase => ({
        ...{ schemaVersion: 2, phase: "plot", seq, state: "done", done: 1, total: 1, previews: {} },
        output: { pages: [{ beats: ["a"] }] },
      });
      for (const seq of [3, 5, 4]) {
        await projector.show(sessionId, { pages: [page(seq)], phases: [phase(seq)] });
      }
      expect((await readPage(sessionId, 2))?.seq).toBe(5);
      expect((await readPhase(sessionId, "plot"))?.seq).toBe(5);
      const event = { schemaVersion: 1, kind: "done", step: "artwork/p001/k1", number: 1 } as const;
      const at = new Date(0).toISOString();
      await projector.show(sessionId, { events: [{ ...event, at }] });
      const events = [
        { ...event, at },
        { ...event, number: 2, at },
      ];
      // With documents that do not change.
      await projector.show(sessionId, { events, pages: [page(4)], phases: [phase(4)] });
      expect((await readPage(sessionId, 2))?.seq).toBe(5);
      expect(await countEvents(sessionId)).toBe(3);
    });

    test("pages beyond the book's last are removed, and no late writer restores them", async () => {
      const { schedules, projector, sessionId, readPage } = await begin();
      const schedule = await schedules.read(sessionId);
      if (schedule === undefined) throw new Error("the session is missing");
      const page = (number: number, seq: number): ClientPage => ({
        ...{ schemaVersion: 2, number, seq, state: "artwork", texts: [], panels: [] },
      });
      await projector.show(sessionId, { pages: [1, 2, 3].map((number) => page(number, 3)) });
      await projector.show(sessionId, { pages: [page(4, 9)] });
      const shorter = clientSession({ ...schedule, seq: 8 }, undefined);
      await projector.show(sessionId, { session: { document: { ...shorter, pages: 1 }, minIntervalMs: 0 } });
      await projector.removePages(sessionId, { last: 1, seq: 8 });
      const seen = async () => Promise.all([1, 2, 3, 4].map((number) => readPage(sessionId, number)));
      expect((await seen()).map((shown) => shown?.seq)).toEqual([3, undefined, undefined, 9]);
      await projector.show(sessionId, { pages: [page(2, 7), page(3, 10)] });
      expect((await seen()).map((shown) => shown?.seq)).toEqual([3, undefined, 10, 9]);
    });

    test("a dead letter may be stored twice", async () => {
      const { deadLetters, newId } = use();
      const letter = { id: newId(), data: "{", attributes: { a: "b" }, deliveryAttempt: 100 };
      await deadLetters.keep(letter);
      await deadLetters.keep(letter);
    });
  });
}
