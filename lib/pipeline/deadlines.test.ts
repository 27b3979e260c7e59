// The ends of work that takes too long or is no longer wanted: the step's deadline, the session's, and cancel.
import { describe, expect, test } from "vitest";
import { BusyError, RetryableError, TerminalError } from "./errors.ts";
import type { StepContext } from "./phase.ts";
import { deliverAll, SAMPLE_BOOK, type Sample, type SampleTools, sample } from "./sample-session.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";
import { sweep } from "./sweep.ts";
import { noUsage } from "./usage.ts";
import { openWatches } from "./watches.ts";

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const { stepDeadlineMs, sessionDeadlineMs, heartbeatMs, abortGraceMs } = DEFAULT_SETTINGS.timings;

/** A model whose calls in `phase` take a given time, and that records when its signal aborted them. */
function slowModel(book: Sample, phase: string, ms: (call: number) => number) {
  const calls: { startedAt: number; abortedAt: number | undefined; reason: unknown }[] = [];
  book.tools.before = async (ref, context: StepContext<SampleTools>) => {
    if (ref.phase !== phase) return;
    await context.call({
      ...{ model: "slow@1", upToMicros: 1_000 },
      async make() {
        const call = {
          startedAt: book.clock.now(),
          abortedAt: undefined as number | undefined,
          reason: undefined,
        };
        const noted: (typeof calls)[number] = call;
        calls.push(noted);
        const onAbort = () => {
          noted.abortedAt = book.clock.now();
          noted.reason = context.signal.reason;
        };
        context.signal.addEventListener("abort", onAbort, { once: true });
        await book.clock.sleep(ms(calls.length), context.signal);
        context.signal.throwIfAborted();
        return { usage: noUsage("slow@1") };
      },
    });
  };
  return calls;
}

async function scheduleOf({ services }: Sample, sessionId: string) {
  const schedule = await services.schedules.read(sessionId);
  if (schedule === undefined) throw new Error(`${sessionId} is missing`);
  return schedule;
}

/** Sweeps each minute while deliveries run, as the timer does. */
async function deliverUnderSweeps(book: Sample, minutes: number): Promise<void> {
  const timer = async () => {
    for (let minute = 0; minute < minutes; minute++) {
      await book.clock.sleep(60_000);
      await sweep(SHARDS, book.clock.now(), book.services);
    }
  };
  await Promise.all([timer(), deliverAll(book)]);
}

describe("the session's deadline", () => {
  test("begins again with a change, also with one that comes while an earlier one is carried out", async () => {
    const book = sample();
    const sessionId = await book.start();
    await deliverAll(book);
    const edit = (variant: string) =>
      book.revisions.editStep({
        sessionId,
        by: "ann",
        step: { phase: "plot", of: "book" },
        patch: { variant },
      });
    await edit("one");
    book.clock.skip(sessionDeadlineMs - 1_000);
    const { state, deadlineAt } = await scheduleOf(book, sessionId);
    expect([state.status, deadlineAt - book.clock.now()]).toEqual(["running", 1_000]);
    await edit("two");
    expect((await scheduleOf(book, sessionId)).deadlineAt - book.clock.now()).toBe(sessionDeadlineMs);
  });
});

describe("a step's deadline", () => {
  test("aborts the call in flight, and the next attempt continues", async () => {
    const book = sample();
    const calls = slowModel(book, "plot", (call) => (call === 1 ? 3_600_000 : 1_000));
    const sessionId = await book.start();
    await deliverAll(book);
    expect(calls).toHaveLength(2);
    const [first] = calls;
    expect((first?.abortedAt ?? 0) - (first?.startedAt ?? 0)).toBe(stepDeadlineMs);
    expect(first?.reason).toMatchObject({ cause: "deadline" });
    expect((await scheduleOf(book, sessionId)).state.status).toBe("completed");
    expect(book.projector.events.get(`${sessionId}/plot.1.retry`)).toMatchObject({ code: "step-deadline" });
  });

  test("does not wait for work that ignores its signal, and takes no result from it", async () => {
    const book = sample();
    let late: "no" | "came" = "no";
    let attempts = 0;
    book.tools.before = async (ref) => {
      if (ref.phase !== "plot" || attempts++ > 0) return;
      await book.clock.sleep(stepDeadlineMs + abortGraceMs + 60_000);
      late = "came";
    };
    const sessionId = await book.start();
    await deliverAll(book);
    expect(late).toBe("came");
    const record = (await book.services.schedules.readSteps(sessionId, ["plot"])).get("plot");
    expect(record).toMatchObject({ fence: 2, settledFence: 2 });
    expect((await scheduleOf(book, sessionId)).state.status).toBe("completed");
  });

  test("is a setting", async () => {
    const timings = { ...DEFAULT_SETTINGS.timings, stepDeadlineMs: 20_000 };
    const book = sample(undefined, { settings: { ...DEFAULT_SETTINGS, timings } });
    const calls = slowModel(book, "plot", (call) => (call === 1 ? 30_000 : 1_000));
    await book.start();
    await deliverAll(book);
    expect((calls[0]?.abortedAt ?? 0) - (calls[0]?.startedAt ?? 0)).toBe(20_000);
  });
});

describe("a session's deadline", () => {
  test("fails the session, aborts its calls within a heartbeat, and makes no further one", async () => {
    const timings = { ...DEFAULT_SETTINGS.timings, sessionDeadlineMs: 90_000 };
    const book = sample(undefined, { settings: { ...DEFAULT_SETTINGS, timings } });
    const calls = slowModel(book, "artwork", () => 400_000);
    const sessionId = await book.start();
    await deliverUnderSweeps(book, 4);
    const { state, inFlight } = await scheduleOf(book, sessionId);
    expect(state).toMatchObject({ status: "failed", reason: { code: "session-deadline", retryable: true } });
    expect(inFlight).toEqual({});
    const endedAt = state.status === "failed" ? state.endedAt : 0;
    // Five panels at most are drawn at once; the sixth was never begun.
    expect(calls).toHaveLength(5);
    for (const { startedAt, abortedAt = 0, reason } of calls) {
      expect(startedAt).toBeLessThan(endedAt);
      expect(abortedAt - endedAt).toBeLessThanOrEqual(heartbeatMs);
      expect(reason).toMatchObject({ cause: "ended" });
    }
    expect(book.projector.events.get(`${sessionId}/session.0.session-failed`)).toMatchObject({
      code: "session-deadline",
    });
  });

  test("starts again with a retry, which repeats no finished work", async () => {
    const timings = { ...DEFAULT_SETTINGS.timings, sessionDeadlineMs: 90_000 };
    const book = sample(undefined, { settings: { ...DEFAULT_SETTINGS, timings } });
    const calls = slowModel(book, "artwork", (call) => (call <= 5 ? 400_000 : 1_000));
    const sessionId = await book.start();
    await deliverUnderSweeps(book, 4);
    const done = new Set(Object.keys((await scheduleOf(book, sessionId)).results));
    expect(done).toContain("storyboard/p003");
    const before = book.tools.runs.length;
    await book.commands.retrySession(sessionId);
    await deliverUnderSweeps(book, 2);
    const schedule = await scheduleOf(book, sessionId);
    expect(schedule.state.status).toBe("completed");
    expect(calls).toHaveLength(5 + 6);
    const again = book.tools.runs.slice(before).map(({ step }) => step);
    expect(again.filter((step) => done.has(step))).toEqual([]);
    expect(schedule.epoch).toBe(1);
  });

  test("does not count the time at a gate, and continues after it", async () => {
    const book = sample();
    const calls = slowModel(book, "storyboard", () => 100_000);
    const sessionId = await book.start({ review: ["plot"], reviewTimeoutMinutes: 1_440 });
    await deliverAll(book);
    const { deadlineAt, state } = await scheduleOf(book, sessionId);
    const since = state.status === "waiting" ? state.since : 0;
    book.clock.skip(sessionDeadlineMs + 60_000);
    await sweep(SHARDS, book.clock.now(), book.services);
    expect((await scheduleOf(book, sessionId)).state.status).toBe("waiting");
    const decision = { kind: "approve", by: "ann" } as const;
    await book.commands.decideGate({ sessionId, phase: "plot", revision: 1, decision });
    expect((await scheduleOf(book, sessionId)).deadlineAt).toBe(deadlineAt + book.clock.now() - since);
    await deliverUnderSweeps(book, 5);
    expect(calls).toHaveLength(3);
    expect((await scheduleOf(book, sessionId)).state.status).toBe("completed");
  });
});

describe("cancel", () => {
  test("aborts the calls in flight within a heartbeat, and no call begins after it", async () => {
    const book = sample();
    const calls = slowModel(book, "artwork", () => 60_000);
    const sessionId = await book.start();
    let cancelledAt = 0;
    const cancel = async () => {
      await book.clock.sleep(45_000);
      cancelledAt = book.clock.now();
      await book.commands.cancelSession(sessionId);
    };
    await Promise.all([cancel(), deliverAll(book)]);
    expect(calls).toHaveLength(5);
    for (const { startedAt, abortedAt = 0, reason } of calls) {
      expect(startedAt).toBeLessThan(cancelledAt);
      expect(abortedAt - cancelledAt).toBeGreaterThan(0);
      expect(abortedAt - cancelledAt).toBeLessThanOrEqual(heartbeatMs);
      expect(reason).toMatchObject({ cause: "ended" });
    }
    const { state, inFlight } = await scheduleOf(book, sessionId);
    expect(state.status).toBe("cancelled");
    expect(inFlight).toEqual({});
  });
});

describe("where commands wake the running steps", () => {
  const woken = () => {
    const book = sample(SAMPLE_BOOK, { watches: openWatches() });
    return { book, calls: slowModel(book, "artwork", () => 60_000) };
  };
  const after45s = async (book: Sample, command: () => Promise<unknown>) => {
    await book.clock.sleep(45_000);
    const at = book.clock.now();
    await command();
    return at;
  };

  test("a cancel aborts the calls of its session at once, and no call of another session", async () => {
    const { book, calls } = woken();
    const [ours, theirs] = [await book.start(), await book.start()];
    const cancel = after45s(book, () => book.commands.cancelSession(ours));
    const [cancelledAt] = await Promise.all([cancel, deliverAll(book)]);
    const aborted = calls.filter(({ abortedAt }) => abortedAt !== undefined);
    expect(aborted).toHaveLength(5);
    for (const { abortedAt, reason } of aborted) {
      expect(abortedAt).toBe(cancelledAt);
      expect(reason).toMatchObject({ cause: "ended" });
    }
    expect(calls).toHaveLength(5 + 6);
    expect((await scheduleOf(book, ours)).state.status).toBe("cancelled");
    expect((await scheduleOf(book, theirs)).state.status).toBe("completed");
  });

  test("another take aborts the call for the earlier take at once, and calls that are still wanted continue", async () => {
    const { book, calls } = woken();
    const sessionId = await book.start();
    const redraw = { sessionId, by: "ann", page: 1, panel: "k1" };
    const again = after45s(book, () => book.revisions.redrawPanel(redraw));
    const [changedAt] = await Promise.all([again, deliverAll(book)]);
    const aborted = calls.filter(({ abortedAt }) => abortedAt !== undefined);
    expect(aborted).toMatchObject([{ abortedAt: changedAt, reason: { cause: "stale" } }]);
    expect(calls).toHaveLength(6 + 1);
    expect((await scheduleOf(book, sessionId)).state.status).toBe("completed");
  });

  test("a session that fails in one step aborts the others at once", async () => {
    const { book, calls } = woken();
    const slow = book.tools.before;
    let failedAt = 0;
    book.tools.before = async (ref, context) => {
      if (ref.of !== "panel" || ref.page !== 1 || ref.panel !== "k2") return slow?.(ref, context);
      await book.clock.sleep(5_000);
      failedAt = book.clock.now();
      throw new TerminalError("refused", "no");
    };
    const sessionId = await book.start();
    await deliverAll(book);
    expect((await scheduleOf(book, sessionId)).state.status).toBe("failed");
    expect(calls.map(({ abortedAt }) => abortedAt)).toEqual(Array(4).fill(failedAt));
  });

  test("a store that is down at that moment delays the abort to the next heartbeat", async () => {
    const { book, calls } = woken();
    const sessionId = await book.start();
    const { schedules } = book.services;
    const peek = schedules.peek;
    const cancel = after45s(book, () => {
      schedules.peek = async () => {
        schedules.peek = peek;
        throw new BusyError("down");
      };
      return book.commands.cancelSession(sessionId);
    });
    const [cancelledAt] = await Promise.all([cancel, deliverAll(book)]);
    const late = calls.map(({ abortedAt = Number.NaN }) => abortedAt - cancelledAt);
    expect(Math.max(...late)).toBeGreaterThan(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(heartbeatMs);
  });
});

describe("retry", () => {
  test("continues from the failed step, which gets all its attempts again", async () => {
    const book = sample();
    let failures = 7;
    book.tools.before = (ref) => {
      if (ref.phase === "finish" && failures-- > 0) throw new RetryableError("the binder is ill");
    };
    const sessionId = await book.start();
    await deliverAll(book);
    expect((await scheduleOf(book, sessionId)).state).toMatchObject({
      ...{ status: "failed", reason: { step: "finish", message: "the binder is ill", retryable: true } },
    });
    const before = book.tools.runs.length;
    await book.commands.retrySession(sessionId);
    await deliverAll(book);
    expect((await scheduleOf(book, sessionId)).state.status).toBe("completed");
    expect(book.tools.runs.slice(before).map(({ step }) => step)).toEqual(["finish", "finish", "finish"]);
  });
});
