// A step whose picture is made in a vendor's batch: parked meanwhile, checked by the sweep, paid for once.
import { describe, expect, test } from "vitest";
import { type BatchOrder, type BatchState, batchName } from "./batch.ts";
import { endBatchesOf } from "./end-batches.ts";
import { RetryableError, TerminalError } from "./errors.ts";
import { type MemoryLedger, memoryLedger } from "./memory-ledger.ts";
import { redriveSession } from "./redrive.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";
import { type Schedule, SHARDS } from "./schedule.ts";
import { hasRoom } from "./slot-pools.ts";
import { openStepBatch, planBatch, type StepBatchParts } from "./step-batch.ts";
import { newStepRecord } from "./step-record.ts";
import { sweep } from "./sweep.ts";
import { noUsage, type Usage } from "./usage.ts";
import { StepAborted } from "./watch.ts";

const STEP = "artwork/p001/k1";
const BOOK = { characters: ["c1"], pages: 1, panels: 1, durationMs: () => 1_000 };
const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000];
const ALL_SHARDS = Array.from({ length: SHARDS }, (_, shard) => shard);
const [UP_TO, IN_BATCH, SINGLE] = [1_000, 300, 700];

type Made = { usage: Usage };

interface Plan {
  /** How long the batch takes. */
  takesMs?: number;
  /** What becomes of each order before it is answered, from 1. */
  fate?: (order: BatchOrder, nth: number) => Error | undefined;
  /** Whether an order reaches the vendor, from 1. */
  arrives?: (nth: number) => boolean;
  /** How long a submitted batch is not listed by its display name. */
  unlistedMs?: number;
}

function open({ takesMs = 0, fate = () => undefined, arrives = () => true, unlistedMs = 0 }: Plan = {}) {
  const orders: BatchOrder[] = [];
  const submitted: { id: string; name: string; at: number; ended?: true }[] = [];
  let singles = 0;
  const of = ({ name, id }: Pick<BatchOrder, "name" | "id">) =>
    submitted.find((one) => (id === undefined ? one.name === name : one.id === id));
  const ledger: MemoryLedger = memoryLedger(() => book.clock.now());
  const isRunning = async (batch: Pick<BatchOrder, "name" | "id">) => {
    const known = of(batch);
    return known !== undefined && !known.ended && book.clock.now() - known.at < takesMs;
  };
  const batches = {
    isRunning,
    async end(batch: Pick<BatchOrder, "name" | "id">) {
      const known = of(batch);
      if (known !== undefined) known.ended = true;
    },
  };
  const book: Sample = sample(BOOK, { ledger, batches });

  async function ask(order: BatchOrder): Promise<BatchState<Made>> {
    orders.push(order);
    const isListed = (one: { at: number }) => book.clock.now() - one.at >= unlistedMs;
    let known = [of(order)].find((one) => one && (order.id !== undefined || isListed(one)));
    if (!arrives(orders.length)) throw fate(order, orders.length);
    if (order.wish === "submit" || (order.wish === "find" && known === undefined)) {
      known = { id: `batches/${submitted.length + 1}`, name: order.name, at: book.clock.now() };
      submitted.push(known);
    }
    const failure = fate(order, orders.length);
    if (failure !== undefined) throw failure;
    if (known === undefined) return { kind: "lost", reason: "it is not there" };
    if (order.wish === "end") await batches.end(order);
    if (await isRunning(order)) return { kind: "running", id: known.id };
    if (known.ended) return { kind: "lost", reason: "it was ended" };
    return { kind: "made", made: { usage: { ...noUsage("m"), costMicros: IN_BATCH } } };
  }

  const perform: NonNullable<Sample["tools"]["before"]> = async (ref, { call }) => {
    if (ref.phase !== "artwork") return;
    await call<Made>({
      ...{ model: "m", upToMicros: UP_TO, batch: ask },
      memo: {
        kind: "image",
        key: "a picture",
        pack: () => undefined,
        unpack: () => ({ usage: noUsage("m") }),
      },
      async make() {
        singles += 1;
        return { usage: { ...noUsage("m"), costMicros: SINGLE } };
      },
    });
  };
  book.tools.before = perform;

  /** Lets time go on, with a sweep each minute. */
  async function pass(ms: number): Promise<void> {
    for (const endAt = book.clock.now() + ms; book.clock.now() < endAt; ) {
      const minute = book.clock.sleep(MINUTE_MS);
      await deliverAll(book);
      await minute;
      // In the cloud the sweep may not ask models.
      await sweep(ALL_SHARDS, book.clock.now(), { ...book.services, batches: undefined });
    }
    await deliverAll(book);
  }

  async function start(): Promise<string> {
    const sessionId = await book.start();
    await deliverAll(book);
    return sessionId;
  }

  async function state(sessionId: string) {
    const schedule = await book.services.schedules.read(sessionId);
    const record = (await book.services.schedules.readSteps(sessionId, [STEP])).get(STEP);
    const rows = [...ledger.rows.values()].map(({ state, micros, batch }) => ({ state, micros, batch }));
    return { schedule, record, rows, flight: schedule?.inFlight[STEP] };
  }
  return { book, batches, perform, orders, submitted, singles: () => singles, pass, start, state };
}

describe("a step whose picture is made in a batch", () => {
  test("is parked without lease and slot, and may take longer than its session's deadline", async () => {
    const long = open({ takesMs: 8 * HOUR_MS });
    const sessionId = await long.start();
    const { flight, record, rows } = await long.state(sessionId);
    expect(flight?.parkedSince).toBeDefined();
    expect(record).toMatchObject({
      leaseUntil: null,
      attempt: 0,
      batch: { id: "batches/1", fence: 1, n: 1 },
    });
    expect(rows).toEqual([{ state: "reserved", micros: UP_TO, batch: true }]);
    expect(long.submitted).toMatchObject([{ name: `${sessionId}.artwork.p001.k1.1.1` }]);
    await long.pass(9 * HOUR_MS);
    const ended = await long.state(sessionId);
    expect(ended.schedule).toMatchObject({ state: { status: "completed" }, costMicros: IN_BATCH });
    expect(ended.schedule?.parkedSince).toBeUndefined();
    expect(ended.rows).toEqual([{ state: "settled", micros: IN_BATCH, batch: true }]);
    expect(ended.record?.batch).toBeUndefined();
    expect([long.submitted.length, long.singles()]).toEqual([1, 0]);
    expect(long.orders.map(({ wish }) => wish)).toEqual(["submit", "look"]);
    // At the vendor's, nothing is left of it.
    expect(long.submitted[0]?.ended).toBe(true);
  });

  test("keeps its batch when a lease runs out and no other worker has claimed it", async () => {
    // The store is silent while the vendor is asked: the worker gives up, and its claim is still the last one.
    const fate = (_order: BatchOrder, nth: number) => (nth === 2 ? new StepAborted("lease-lost") : undefined);
    const stalled = open({ takesMs: HOUR_MS, fate });
    const sessionId = await stalled.start();
    await stalled.pass(2 * HOUR_MS);
    const ended = await stalled.state(sessionId);
    expect(ended.schedule).toMatchObject({ state: { status: "completed" }, costMicros: IN_BATCH });
    expect([stalled.submitted.length, stalled.singles()]).toEqual([1, 0]);
    expect(ended.rows).toEqual([{ state: "settled", micros: IN_BATCH, batch: true }]);
  });

  test("leaves its slot to others of its kind", async () => {
    const long = open({ takesMs: HOUR_MS });
    const { schedule } = await long.state(await long.start());
    if (schedule === undefined) throw new Error("no session");
    const others = { ...schedule, inFlight: {} };
    const limits = { images: 1, others: 1 };
    expect([hasRoom(others, STEP, limits), hasRoom(schedule, STEP, limits)]).toEqual([true, true]);
    const { parkedSince: _, ...awake } = schedule.inFlight[STEP] ?? { parkedSince: 0 };
    const held = { ...schedule, inFlight: { [STEP]: { ...awake } } } as typeof schedule;
    expect(hasRoom(held, STEP, limits)).toBe(false);
  });

  test("continues by single calls after a day, when the batch is ended and booked in full", async () => {
    const never = open({ takesMs: Number.POSITIVE_INFINITY });
    const sessionId = await never.start();
    await never.pass(23 * HOUR_MS);
    expect((await never.state(sessionId)).flight?.parkedSince).toBeDefined();
    await never.pass(2 * HOUR_MS);
    const { schedule, rows } = await never.state(sessionId);
    expect(schedule).toMatchObject({ state: { status: "completed" }, costMicros: UP_TO + SINGLE });
    expect(rows.map((row) => row.state)).toEqual(["unknown", "settled"]);
    expect([never.submitted.length, never.singles()]).toEqual([1, 1]);
    expect(never.orders.at(-1)?.wish).toBe("end");
  });

  test("looks up a batch that was not confirmed before it submits another", async () => {
    const fate = (_order: BatchOrder, nth: number) =>
      nth === 1 ? new RetryableError("no answer") : undefined;
    const unheard = open({ takesMs: HOUR_MS, fate });
    const sessionId = await unheard.start();
    await unheard.pass(2 * HOUR_MS);
    expect((await unheard.state(sessionId)).schedule).toMatchObject({ state: { status: "completed" } });
    expect(unheard.submitted).toHaveLength(1);
    expect(unheard.orders.map(({ wish }) => wish)).toEqual(["submit", "find", "look"]);
  });

  test("waits again after a look that may have submitted the batch", async () => {
    const unheard = open({
      ...{ takesMs: HOUR_MS, unlistedMs: 3 * MINUTE_MS, arrives: (nth) => nth > 1 },
      fate: (_order, nth) => (nth <= 2 ? new RetryableError("no answer") : undefined),
    });
    const sessionId = await unheard.start();
    await unheard.pass(3 * HOUR_MS);
    expect((await unheard.state(sessionId)).schedule).toMatchObject({ state: { status: "completed" } });
    expect(unheard.orders.map(({ wish }) => wish).slice(0, 3)).toEqual(["submit", "find", "find"]);
    expect(unheard.submitted).toHaveLength(1);
  });

  test("makes a single call if the vendor refuses the batch, which costs nothing", async () => {
    const fate = () => new TerminalError("model-rejected", "no batches");
    const refused = open({ fate });
    const sessionId = await refused.start();
    await refused.pass(MINUTE_MS);
    const { schedule } = await refused.state(sessionId);
    expect(schedule).toMatchObject({ state: { status: "completed" }, costMicros: SINGLE });
  });

  test("has its batch ended within a minute after a cancel, and counted in full", async () => {
    const cancelled = open({ takesMs: 5 * HOUR_MS });
    const sessionId = await cancelled.start();
    await cancelled.book.commands.cancelSession(sessionId);
    await cancelled.pass(3 * MINUTE_MS);
    const { schedule, rows } = await cancelled.state(sessionId);
    expect(schedule).toMatchObject({ state: { status: "cancelled" }, inFlight: {}, costMicros: UP_TO });
    expect(rows).toEqual([{ state: "unknown", micros: UP_TO, batch: true }]);
    expect([cancelled.submitted[0]?.ended, cancelled.singles()]).toEqual([true, 0]);
  });
});

describe("a batch whose step left flight", () => {
  const letterOf = async ({ book }: ReturnType<typeof open>, sessionId: string) => {
    const input = (await book.services.schedules.read(sessionId))?.inFlight[STEP]?.input;
    const data = JSON.stringify({ v: 1, sessionId, step: STEP, inputHash: input });
    await book.commands.deadLetter({ id: "l1", data, attributes: {} });
  };

  test("by a dead letter is ended at its vendor within minutes, and counts in full", async () => {
    const dead = open({ takesMs: 5 * HOUR_MS });
    const sessionId = await dead.start();
    await letterOf(dead, sessionId);
    await dead.pass(3 * MINUTE_MS);
    expect(dead.submitted[0]?.ended).toBe(true);
    await dead.pass(5 * MINUTE_MS);
    const { schedule, rows } = await dead.state(sessionId);
    expect(schedule).toMatchObject({ state: { status: "failed" }, inFlight: {}, costMicros: UP_TO });
    expect(rows).toEqual([{ state: "unknown", micros: UP_TO, batch: true }]);
    // Nothing checks the session any more.
    expect(schedule).toMatchObject({ dueAt: null });
    expect(schedule?.leftBatches).toBeUndefined();
  });

  test("is ended by the next look when the vendor does not answer", async () => {
    const silent = open({ takesMs: 5 * HOUR_MS });
    const sessionId = await silent.start();
    const { end } = silent.batches;
    let asked = 0;
    silent.batches.end = async (batch) => {
      asked += 1;
      if (asked <= 2) throw new RetryableError("no answer");
      await end(batch);
    };
    await letterOf(silent, sessionId);
    await silent.pass(20 * MINUTE_MS);
    expect([asked, silent.submitted[0]?.ended]).toEqual([3, true]);
    expect((await silent.state(sessionId)).schedule).toMatchObject({ dueAt: null });
  });

  test("is forgotten once the vendor has ended it by itself", async () => {
    const away = open({ takesMs: Number.POSITIVE_INFINITY });
    const sessionId = await away.start();
    away.batches.end = async () => {
      throw new RetryableError("no answer");
    };
    await letterOf(away, sessionId);
    await away.pass(47 * HOUR_MS);
    expect((await away.state(sessionId)).schedule?.leftBatches).toHaveLength(1);
    await away.pass(2 * HOUR_MS);
    const { schedule } = await away.state(sessionId);
    expect(schedule?.leftBatches).toBeUndefined();
    expect(schedule).toMatchObject({ dueAt: null, costMicros: UP_TO });
  });

  test("by an exit that the sweep forced is ended when its message can be delivered again", async () => {
    const forced = open({ takesMs: 5 * HOUR_MS });
    const sessionId = await forced.start();
    await forced.book.commands.cancelSession(sessionId);
    // No worker receives its message.
    const { publisher } = forced.book.services;
    const { publish } = publisher;
    publisher.publish = async () => {};
    await forced.pass(90 * MINUTE_MS);
    expect((await forced.state(sessionId)).schedule).toMatchObject({ inFlight: {} });
    expect(forced.submitted[0]?.ended).toBeUndefined();
    publisher.publish = publish;
    await forced.pass(10 * MINUTE_MS);
    expect(forced.submitted[0]?.ended).toBe(true);
    expect((await forced.state(sessionId)).schedule).toMatchObject({ dueAt: null, costMicros: UP_TO });
  });

  test("that was not confirmed, in a cancelled session, is ended once it must be listed", async () => {
    const fate = (_order: BatchOrder, nth: number) =>
      nth === 1 ? new RetryableError("no answer") : undefined;
    const unheard = open({ takesMs: 5 * HOUR_MS, fate });
    const sessionId = await unheard.book.start();
    const cancelling = (async () => {
      while (unheard.submitted.length === 0) await new Promise(setImmediate);
      await unheard.book.commands.cancelSession(sessionId);
    })();
    await deliverAll(unheard.book);
    await cancelling;
    await unheard.pass(2 * MINUTE_MS);
    expect(unheard.submitted[0]?.ended).toBeUndefined();
    await unheard.pass(10 * MINUTE_MS);
    const { schedule } = await unheard.state(sessionId);
    expect(schedule).toMatchObject({ state: { status: "cancelled" }, dueAt: null, costMicros: UP_TO });
    expect([unheard.submitted.length, unheard.submitted[0]?.ended]).toEqual([1, true]);
  });

  test("is ended before its session is deleted, as is one of a running step", async () => {
    const deleted = open({ takesMs: 5 * HOUR_MS });
    const sessionId = await deleted.start();
    const { schedules } = deleted.book.services;
    const ports = { schedules, batches: deleted.batches };
    await letterOf(deleted, sessionId);
    expect((await schedules.read(sessionId))?.leftBatches).toHaveLength(1);
    await endBatchesOf(ports, sessionId);
    expect(deleted.submitted[0]?.ended).toBe(true);

    const working = open({ takesMs: 5 * HOUR_MS });
    const other = await working.start();
    await working.book.services.schedules.update(other, undefined, ({ schedule }) => {
      const flights = Object.entries(schedule.inFlight).map(([step, { parkedSince: _, ...flight }]) => [
        step,
        flight,
      ]);
      return { schedule: { ...schedule, inFlight: Object.fromEntries(flights) }, value: undefined };
    });
    await endBatchesOf({ schedules: working.book.services.schedules, batches: working.batches }, other);
    expect(working.submitted[0]?.ended).toBe(true);
  });

  test("by a redrive of a cancelled session that the sweep had parked is ended", async () => {
    const parked = open({ takesMs: 5 * HOUR_MS });
    const sessionId = await parked.start();
    const { services, commands } = parked.book;
    await commands.cancelSession(sessionId);
    await services.schedules.updateStep(sessionId, STEP, (record) => ({
      ...(record && { step: { ...record, attempt: 5 } }),
      value: undefined,
    }));
    await services.schedules.update(sessionId, undefined, ({ schedule }) => {
      const { parkedSince: _, ...flight } = schedule.inFlight[STEP] ?? { parkedSince: 0 };
      const sweepFailures = { count: 5, error: "Error", notBefore: null };
      const inFlight = { [STEP]: flight } as Schedule["inFlight"];
      return { schedule: { ...schedule, inFlight, sweepFailures, dueAt: null }, value: undefined };
    });
    await redriveSession(services, { sessionId, by: "operator" });
    expect((await parked.state(sessionId)).schedule).toMatchObject({
      inFlight: {},
      leftBatches: [{ step: STEP }],
    });
    await parked.pass(10 * MINUTE_MS);
    expect(parked.submitted[0]?.ended).toBe(true);
    expect((await parked.state(sessionId)).schedule).toMatchObject({ dueAt: null });
  });

  test("is ended with the last attempt of its step", async () => {
    const lost = open({ takesMs: MINUTE_MS });
    const sessionId = await lost.start();
    const { perform } = lost;
    lost.book.tools.before = async (ref, context) => {
      await perform(ref, context);
      if (ref.phase === "artwork") throw new RetryableError("it cannot be kept");
    };
    await lost.pass(20 * MINUTE_MS);
    const { schedule } = await lost.state(sessionId);
    expect(schedule).toMatchObject({ state: { status: "failed" }, dueAt: null, costMicros: IN_BATCH });
    expect(lost.submitted).toMatchObject([{ ended: true }]);
  });
});

test("a batch is written only by the last claim of its step, with the store's time", () => {
  const batch = { input: "i", question: "q", fence: 2, n: 1, model: "m" };
  const record = { ...newStepRecord(STEP), release: 3, fence: 2 };
  expect(planBatch(record, { release: 3, fence: 2, batch }, 50)).toMatchObject({
    step: { batch: { at: 50 } },
  });
  expect(planBatch({ ...record, fence: 3 }, { release: 3, fence: 2, batch }, 50)).toEqual({
    value: undefined,
  });
  expect(batchName("s1", STEP, batch)).toBe("s1.artwork.p001.k1.2.1");
});

test("a batch whose answer is stored elsewhere holds no budget back, and is marked to be ended", async () => {
  const settled: unknown[] = [];
  const record = {
    ...newStepRecord(STEP),
    batch: { input: "i", question: "q", fence: 1, n: 2, model: "m", id: "batches/1", at: 0 },
  };
  const parts: Pick<StepBatchParts, "ledger" | "record" | "sessionId" | "step"> = {
    ...{ record, sessionId: "s", step: STEP },
    ledger: {
      async settle(key, micros) {
        settled.push([key, micros]);
        return UP_TO;
      },
    },
  };
  const desk = openStepBatch(parts as StepBatchParts);
  const batch = async (): Promise<BatchState<Made>> => ({ kind: "running", id: "batches/1" });
  const call = { model: "m", upToMicros: UP_TO, make: async () => ({ usage: noUsage("m") }) };
  await desk.forgo(call, "q");
  await desk.forgo({ ...call, batch }, "another question");
  expect(settled).toEqual([]);
  await desk.forgo({ ...call, batch }, "q");
  expect(settled).toEqual([[{ sessionId: "s", step: STEP, fence: 1, n: 2 }, undefined]]);
  expect(desk.kept()?.isSettled).toBe(false);
});
