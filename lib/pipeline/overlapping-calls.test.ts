// Calls of one step that are under way at the same time, when one of them fails, the session ends, the worker dies or the time is up.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BusyError, RetryableError, TerminalError } from "./errors.ts";
import { BOOK, COST, endOf, LONG, openManyCallsSession, UP_TO } from "./many-calls-session.ts";
import { memoryLedger } from "./memory-ledger.ts";
import { deliverAll, sample } from "./sample-session.ts";
import { noUsage, type Usage } from "./usage.ts";

describe("calls that overlap", () => {
  test("finish when one of them fails, and are not asked again", async () => {
    const three = openManyCallsSession({
      ...{ questions: 3, atOnce: 3, mayTakeMs: 60_000 },
      fate: (question, nth) =>
        question === 1 && nth === 1
          ? { ms: 1_000, error: new RetryableError("cut off") }
          : { ms: question === 2 ? 50_000 : 5_000 },
    });
    const sessionId = await three.start();
    await three.deliver();
    const { record, inState } = await endOf(three, sessionId);
    expect(three.tries).toEqual([1, 2, 1]);
    expect(record).toMatchObject({ attempt: 2 });
    // The failed call did not report its usage.
    expect([inState("settled").length, inState("unknown").length]).toEqual([3, 1]);
  });

  test("are aborted when the session ends, and booked in full", async () => {
    const three = openManyCallsSession({ ...LONG, questions: 3, fate: () => ({ ms: 100_000 }) });
    const sessionId = await three.start();
    const cancel = three.book.clock.sleep(30_000).then(() => three.book.commands.cancelSession(sessionId));
    await Promise.all([cancel, three.deliver()]);
    const { schedule, inState } = await endOf(three, sessionId);
    expect(inState("unknown")).toHaveLength(3);
    expect(schedule).toMatchObject({ state: { status: "cancelled" }, costMicros: 3 * UP_TO });
  });

  test("fail a refused story after they have ended, and a retry does not ask them again", async () => {
    let isRefused = true;
    const three = openManyCallsSession({
      ...{ questions: 3, atOnce: 3, mayTakeMs: 60_000 },
      fate: (question) =>
        question === 0 && isRefused
          ? { ms: 1_000, error: new TerminalError("refused", "no", { retryable: true }) }
          : { ms: 9_000 },
    });
    const sessionId = await three.start();
    await three.deliver();
    expect((await endOf(three, sessionId)).schedule?.state).toMatchObject({
      ...{ status: "failed", reason: { code: "refused" } },
    });
    isRefused = false;
    await three.book.commands.retrySession(sessionId);
    await three.deliver();
    expect((await endOf(three, sessionId)).schedule?.state.status).toBe("completed");
    expect(three.tries).toEqual([2, 1, 1]);
  });

  test("are each booked once, remembered once and summed up, in any order of events", async () => {
    const outcome = fc.constantFrom("answer", "answer", "answer", "busy", "named", "broken", "late");
    const fate = fc.record({ ms: fc.integer({ min: 0, max: 25_000 }), outcome });
    const worlds = fc.record({
      atOnce: fc.integer({ min: 1, max: 5 }),
      mayTakeMs: fc.constantFrom(0, 10_000, 30_000),
      firsts: fc.array(fate, { minLength: 1, maxLength: 14 }),
      deathMs: fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: undefined }),
    });
    const errors: Record<string, () => Error> = {
      busy: () => new BusyError("429"),
      named: () => new BusyError("429", 3_000),
      broken: () => Object.assign(new RetryableError("?"), { usage: { ...noUsage("m"), costMicros: 7 } }),
    };
    await fc.assert(
      fc.asyncProperty(worlds, async ({ atOnce, mayTakeMs, firsts, deathMs }) => {
        let [broken, late] = [0, 0];
        const world = openManyCallsSession({
          ...{ questions: firsts.length, atOnce, mayTakeMs },
          timings: { stepDeadlineMs: 60_000, maxAttempts: 1_000 },
          fate(question, nth) {
            const { ms, outcome } = firsts[question] ?? { ms: 0, outcome: "answer" };
            if (nth > 1 || outcome === "answer") return { ms: Math.min(ms, 9_000) };
            if (outcome === "broken") broken += 1;
            if (outcome === "late") late += 1;
            return { ms: outcome === "late" ? 90_000 : ms, error: errors[outcome]?.() };
          },
        });
        const sessionId = await world.start();
        const dying = deathMs === undefined ? undefined : world.book.clock.sleep(deathMs).then(world.kill);
        await Promise.all([dying, world.deliver()]);
        const { schedule, rows, sum, inState } = await endOf(world, sessionId);
        expect(schedule?.state.status).toBe("completed");
        const count = firsts.length;
        const unknown = inState("unknown").length;
        expect(inState("reserved")).toEqual([]);
        expect(world.kept()).toBeLessThanOrEqual(count);
        if (deathMs === undefined) {
          expect(world.answers).toEqual(Array(count).fill(1));
          expect(world.kept()).toBe(count);
          // Only the usage of the call aborted at the deadline is unknown. Without a `mayTakeMs`, others may be in progress then.
          if (mayTakeMs === 30_000) expect(unknown).toBeLessThanOrEqual(late);
          expect(unknown).toBeGreaterThanOrEqual(late === 0 ? 0 : 1);
        }
        expect(sum).toBe(rows.reduce((total, { micros }) => total + micros, 0));
        expect(schedule?.costMicros).toBe(sum);
        const known = count * COST + broken * 7;
        expect(sum - unknown * UP_TO).toBeLessThanOrEqual(known);
        expect(sum).toBeGreaterThanOrEqual(known);
        expect(rows).toHaveLength(world.tries.reduce((total, tried) => total + tried, 0));
      }),
      { numRuns: 60 },
    );
  });
});

test("a failing call that its phase does not await is waited for, and ends nothing else", async () => {
  const book = sample(BOOK, { ledger: memoryLedger(() => 0) });
  let made = 0;
  book.tools.before = async (ref, { call }) => {
    if (ref.phase !== "plot" || made > 0) return;
    const ask = (ms: number) =>
      call({
        ...{ model: "m", upToMicros: UP_TO },
        async make(): Promise<{ usage: Usage }> {
          made += 1;
          await book.clock.sleep(ms);
          throw new BusyError(`429 after ${ms} ms`);
        },
      });
    const [first, second] = [ask(1_000), ask(30_000)];
    await first;
    await second;
  };
  const sessionId = await book.start();
  await deliverAll(book);
  expect((await book.services.schedules.read(sessionId))?.state.status).toBe("completed");
  const busy = book.projector.events.get(`${sessionId}/plot.1.busy`);
  expect(busy).toMatchObject({ message: "429 after 1000 ms", ms: 30_000 });
});
