// A step that asks many questions, several at a time: over several deliveries, with workers that die and models that have no room, each
// answer is paid for, booked and remembered once.
import { describe, expect, test } from "vitest";
import { BusyError, OutOfTimeError } from "./errors.ts";
import { createRunner } from "./handle.ts";
import { BOOK, COST, endOf, LONG, openManyCallsSession, UP_TO } from "./many-calls-session.ts";
import { createMemo } from "./memo.ts";
import { memoryLedger } from "./memory-ledger.ts";
import { memoryMemoCache, memoryMemoStore, OPEN_SEAL } from "./memory-memo.ts";
import { deliverAll, sample, samplePhases } from "./sample-session.ts";
import { noUsage } from "./usage.ts";

describe("a step with more questions than fit in one delivery", () => {
  test("ends over several deliveries without a failed attempt, and pays for each answer once", async () => {
    const long = openManyCallsSession(LONG);
    const sessionId = await long.start();
    await long.deliver();
    const { record, schedule, rows, sum, inState, events } = await endOf(long, sessionId);
    expect(schedule?.state.status).toBe("completed");
    expect(long.tries).toEqual(Array(120).fill(1));
    expect([long.most(), long.kept(), rows.length, inState("settled").length]).toEqual([4, 120, 120, 120]);
    expect([sum, schedule?.costMicros]).toEqual([120 * COST, 120 * COST]);
    expect(record).toMatchObject({ attempt: 1, fence: 2, settledFence: 2 });
    expect(long.deliveries()).toBe(2);
    expect(events("retry")).toEqual([]);
    expect(events("continued")).toMatchObject([
      {
        number: 1,
        attempt: 1,
        message: expect.stringMatching(/^\d+ new answers so far; the step continues/),
      },
    ]);
    expect(events("continued")[0]).not.toHaveProperty("code");
  });

  test("does so with a model that is slow and free", async () => {
    const long = openManyCallsSession({ ...LONG, isFree: true });
    const sessionId = await long.start();
    await long.deliver();
    const { schedule, rows } = await endOf(long, sessionId);
    expect(schedule).toMatchObject({ state: { status: "completed" }, costMicros: 0 });
    expect([long.tries, rows]).toEqual([Array(120).fill(1), []]);
  });

  test("does so when models have no room in between, and each wait begins as the first", async () => {
    const long = openManyCallsSession({
      ...LONG,
      fate(question, nth) {
        const { ms } = LONG.fate(question, nth);
        if (nth > 1 || question % 12 !== 5) return { ms };
        return { ms: 100, error: new BusyError("429", question % 24 === 5 ? 20_000 : undefined) };
      },
    });
    const sessionId = await long.start();
    await long.deliver();
    const { record, schedule, sum, events } = await endOf(long, sessionId);
    expect(schedule?.state.status).toBe("completed");
    expect(long.answers).toEqual(Array(120).fill(1));
    expect(long.tries.filter((count) => count > 1).length).toBe(10);
    expect([sum, schedule?.costMicros, long.kept()]).toEqual([120 * COST, 120 * COST, 120]);
    expect(record).toMatchObject({ attempt: 1 });
    expect(events("retry")).toEqual([]);
    expect(events("busy").length).toBeGreaterThanOrEqual(5);
    // After answers in between, the wait is that after the first refusal, or the one that was named.
    const started = events("started").map(({ at }) => Date.parse(at));
    const waits = events("busy").map(
      ({ at }) => (started.find((ms) => ms > Date.parse(at)) ?? 0) - Date.parse(at),
    );
    expect(new Set(waits)).toEqual(new Set([1_500, 20_000]));
  });

  test.each([30_000, 99_500, 301_000])(
    "pays again only for what was under way when its worker died, after %i ms",
    async (diesAfterMs) => {
      const long = openManyCallsSession(LONG);
      const sessionId = await long.start();
      const dying = long.book.clock.sleep(1_000 + diesAfterMs).then(long.kill);
      await Promise.all([dying, long.deliver()]);
      const { record, schedule, rows, sum, inState, events } = await endOf(long, sessionId);
      expect(schedule?.state.status).toBe("completed");
      const repeated = long.tries.filter((count) => count === 2).length;
      expect(long.tries.every((count) => count === 1 || count === 2)).toBe(true);
      expect(repeated).toBeGreaterThan(0);
      expect(repeated).toBeLessThanOrEqual(4);
      expect([rows.length, inState("settled").length]).toEqual([120 + repeated, 120]);
      expect(inState("unknown")).toHaveLength(repeated);
      expect([sum, schedule?.costMicros]).toEqual([
        120 * COST + repeated * UP_TO,
        120 * COST + repeated * UP_TO,
      ]);
      // The worker that disappeared was an attempt.
      expect(record).toMatchObject({ attempt: 2 });
      expect(events("retry").map(({ code }) => code)).toEqual(["lapsed"]);
    },
  );

  test("fails after five attempts when nothing new is remembered", async () => {
    const stuck = openManyCallsSession({ ...LONG, questions: 5, atOnce: 1, fate: () => ({ ms: 3_600_000 }) });
    const sessionId = await stuck.start();
    await stuck.deliver();
    const { schedule, inState } = await endOf(stuck, sessionId);
    expect(schedule?.state).toMatchObject({ status: "failed", reason: { code: "step-deadline" } });
    expect(stuck.tries).toEqual([5, 0, 0, 0, 0]);
    expect(inState("unknown")).toHaveLength(5);
  });

  test("counts an attempt while its answers cannot be remembered", async () => {
    const forgetful = { ...memoryMemoStore(), create: () => Promise.reject(new BusyError("down")) };
    const stuck = openManyCallsSession(LONG, forgetful);
    const sessionId = await stuck.start();
    await stuck.deliver();
    const { schedule, events } = await endOf(stuck, sessionId);
    expect(schedule?.state).toMatchObject({ status: "failed", reason: { code: "step-deadline" } });
    expect([events("continued").length, events("retry").length]).toEqual([0, 4]);
  });

  test("counts an attempt for a last question that stays unanswered, not for those before it", async () => {
    const stuck = openManyCallsSession({
      ...{ questions: 60, atOnce: 2, mayTakeMs: 60_000 },
      fate: (question) => ({ ms: question === 59 ? 3_600_000 : 30_000 }),
    });
    const sessionId = await stuck.start();
    await stuck.deliver();
    const { schedule, events } = await endOf(stuck, sessionId);
    expect(schedule?.state).toMatchObject({ status: "failed", reason: { code: "step-deadline" } });
    expect(stuck.answers).toEqual([...Array(59).fill(1), 0]);
    expect(events("continued").length).toBeGreaterThanOrEqual(1);
    expect(events("retry").map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
  });
});

test("a call is not started late, but stored answers are always returned", async () => {
  const book = sample(BOOK, { ledger: memoryLedger(() => 0) });
  const made: string[] = [];
  const seen: unknown[] = [];
  book.tools.before = async (ref, { call, signal }) => {
    if (ref.phase !== "plot") return;
    const ask = (key: string, ms: number) =>
      call({
        ...{ model: "m", upToMicros: UP_TO, mayTakeMs: 150_000 },
        memo: {
          ...{ kind: "answer", key, pack: () => ({ value: key, bytes: [] }) },
          unpack: () => ({ usage: noUsage("m") }),
        },
        async make() {
          made.push(key);
          await book.clock.sleep(ms, signal);
          return { usage: noUsage("m") };
        },
      });
    await ask("a", 400_000);
    const b = await ask("b", 1).catch((error: unknown) => error);
    seen.push(b, (await ask("a", 1)).usage.memo);
    if (b instanceof Error) throw b;
  };
  const { blobs } = book.services;
  const memory = memoryMemoCache(book.clock.now);
  const memo = createMemo({ memory, redis: undefined, store: memoryMemoStore(), blobs, seal: OPEN_SEAL });
  const runner = createRunner({ ...book.services, phases: samplePhases(BOOK), tools: book.tools, memo });
  await book.start();
  await deliverAll(book, {
    async deliver(message) {
      expect(await runner.handle(message)).toBe("ack");
    },
  });
  const message = "a call of m may take 150 s, but the step has only 110 s left";
  expect(seen).toEqual([
    new OutOfTimeError("m", { leftMs: 110_000, mayTakeMs: 150_000 }),
    "memory",
    expect.anything(),
    "memory",
  ]);
  expect(seen[0]).toMatchObject({ message });
  expect(made).toEqual(["a", "b"]);
});
