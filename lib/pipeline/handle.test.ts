import { describe, expect, test } from "vitest";
import { mulberry32 } from "../manga/seeded-random.ts";
import { planClaim } from "./claim.ts";
import { BusyError, RetryableError } from "./errors.ts";
import { createRunner } from "./handle.ts";
import type { StepMessage } from "./message.ts";
import type { Shown } from "./projector.ts";
import {
  deliverAll,
  SAMPLE_BOOK,
  type Sample,
  sample,
  samplePhases,
  seedDurationMs,
} from "./sample-session.ts";
import { sweep } from "./sweep.ts";
import { noUsage } from "./usage.ts";

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

async function scheduleOf({ services }: Sample, sessionId: string) {
  const schedule = await services.schedules.read(sessionId);
  if (schedule === undefined) throw new Error(`${sessionId} is missing`);
  return schedule;
}

const stepsOf = ({ tools }: Sample) => tools.runs.map(({ step }) => step);

/** A generator of numbers below `count` that only its seed decides (mulberry32). */
function picker(seed: number): (count: number) => number {
  const next = mulberry32(seed);
  return (count) => (next() * 2 ** 32) % count;
}

describe("a whole session", () => {
  test("runs every step once and ends complete, within the duration of its steps", async () => {
    const book = sample();
    const sessionId = await book.start();
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)).toMatchObject({
      status: "completed",
      pages: 3,
      panels: 6,
    });
    const schedule = await scheduleOf(book, sessionId);
    expect(schedule.inFlight).toEqual({});
    const took = schedule.updatedAt - schedule.createdAt;
    // 12 concept, 6 designs, 12 portraits, then two rounds of panels, a page's lettering, the binding.
    expect(took).toBe(30_000 + 2 * 3_125 + 500 + 3_000);
    expect(stepsOf(book)).toHaveLength(18);
  });

  test.each([1, 2, 3, 4, 5])(
    "runs every step once in any order and with duplicate messages (seed %i)",
    async (seed) => {
      const pick = picker(seed);
      const book = sample();
      const sessionId = await book.start();
      await deliverAll(book, { pick, copies: () => 1 + pick(3) });
      const steps = stepsOf(book);
      expect(steps).toHaveLength(18);
      expect(new Set(steps).size).toBe(18);
      expect(book.projector.sessions.get(sessionId)).toMatchObject({ status: "completed" });
      expect(book.projector.sessions.get(sessionId)?.seq).toBe((await scheduleOf(book, sessionId)).seq);
    },
  );

  test("shows each step's start and end on the timeline, and the session's", async () => {
    const book = sample();
    const sessionId = await book.start();
    await deliverAll(book);
    const kinds = [...book.projector.events.values()].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "started")).toHaveLength(18);
    expect(kinds.filter((kind) => kind === "done")).toHaveLength(18);
    const last = book.projector.events.get(`${sessionId}/session.0.session-completed`);
    expect(last).toBeDefined();
  });

  test("shows the session at most once a second, and always its last change", async () => {
    const book = sample();
    const sessionId = await book.start();
    const written: { at: number; status: string }[] = [];
    const { show, showAtOnce } = book.projector;
    const note = ({ session }: Shown) => {
      written.push({ at: book.clock.now(), status: session?.document.status ?? "not shown" });
    };
    book.projector.show = async (sessionId, shown) => {
      const result = await show(sessionId, shown);
      if (result.kind === "written") note(shown);
      return result;
    };
    book.projector.showAtOnce = (sessionId, shown) => {
      showAtOnce(sessionId, shown);
      if (shown.session !== undefined) note(shown);
    };
    await deliverAll(book);
    expect(written.at(-1)?.status).toBe("completed");
    const paced = written.filter(({ status }) => status === "running");
    for (const [index, { at }] of paced.entries()) {
      if (index > 0) expect(at - (paced[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    }
    expect(book.projector.sessions.get(sessionId)?.phases.artwork).toMatchObject({
      state: "done",
      done: 6,
      total: 6,
    });
  });
});

describe("the same message twice", () => {
  test("waits, while the first is worked on, until the lease is extended, and runs nothing", async () => {
    const book = sample();
    await book.start();
    const [message] = book.services.publisher.queue.splice(0);
    if (message === undefined) throw new Error("nothing was published");
    const answers: [string, number][] = [];
    await deliverAll(book, {
      queue: [message],
      copies: () => 2,
      async deliver(copy) {
        answers.push([await book.runner.handle(copy), book.clock.now()]);
      },
    });
    expect(answers.map(([answer]) => answer)).toEqual(["ack", "ack"]);
    expect(stepsOf(book)).toEqual(["concept"]);
  });

  test("publishes again the released steps that are not claimed, after the step is done", async () => {
    const book = sample();
    const sessionId = await book.start();
    const { queue } = book.services.publisher;
    const first = [...queue];
    await deliverAll(book, { until: () => queue.some(({ step }) => step === "plot") });
    queue.length = 0;
    for (const message of first) await book.runner.handle(message);
    expect(queue.map(({ step }) => step)).toEqual(["characters", "plot"]);
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("completed");
    expect(stepsOf(book)).toHaveLength(18);
  });

  test("a message of a session that is gone is acknowledged", async () => {
    const book = sample();
    const message: StepMessage = { v: 1, sessionId: "nobody", step: "concept", inputHash: "x" };
    expect(await book.runner.handle(message)).toBe("ack");
  });
});

describe("leases", () => {
  test("a worker whose lease lapsed is fenced off: the next one's result counts", async () => {
    const book = sample({ ...SAMPLE_BOOK, durationMs: () => 60_000 });
    const sessionId = await book.start();
    const [message] = book.services.publisher.queue.splice(0);
    if (message === undefined) throw new Error("nothing was published");
    // The first worker's heartbeats stop reaching the store.
    const { updateStep } = book.services.schedules;
    const deaf = { ...book.services.schedules };
    deaf.updateStep = async (id, step, decide) => {
      const record = (await deaf.readSteps(id, [step])).get(step);
      if (record !== undefined) throw new BusyError("the store is down");
      return updateStep(id, step, decide);
    };
    const phases = samplePhases({ ...SAMPLE_BOOK, durationMs: () => 60_000 });
    const stuck = createRunner({ ...book.services, schedules: deaf, phases, tools: book.tools });
    let copies = 0;
    await deliverAll(book, {
      queue: [message, message],
      deliver: async (copy) => {
        copies += 1;
        await (copies === 1 ? stuck : book.runner).handle(copy);
      },
      until: () => book.tools.runs.filter(({ endedAt }) => endedAt !== undefined).length === 1,
    });
    await deliverAll(book, { queue: [], until: () => false });
    const concept = book.tools.runs.filter(({ step }) => step === "concept");
    expect(concept).toHaveLength(2);
    expect(concept[0]).toMatchObject({ aborted: true, endedAt: undefined });
    const record = (await book.services.schedules.readSteps(sessionId, ["concept"])).get("concept");
    expect(record).toMatchObject({ fence: 2, settledFence: 2 });
    expect(book.projector.events.get(`${sessionId}/concept.1.retry`)?.code).toBe("lapsed");
  });

  test("a step that outlives its deadline is aborted and tried again, five times in all", async () => {
    const book = sample({ ...SAMPLE_BOOK, durationMs: () => 3_600_000 });
    const sessionId = await book.start();
    await deliverAll(book);
    expect(stepsOf(book)).toEqual(Array(5).fill("concept"));
    expect(book.tools.runs.every(({ aborted }) => aborted)).toBe(true);
    expect((await scheduleOf(book, sessionId)).state).toMatchObject({
      status: "failed",
      reason: { code: "step-deadline", step: "concept", retryable: true },
    });
  });
});

describe("a message whose step is done", () => {
  test("publishes the following steps again when it is delivered again, not when it is a copy", async () => {
    const book = sample();
    await book.start();
    const { queue } = book.services.publisher;
    const [message] = queue.splice(0);
    if (message === undefined) throw new Error("nothing was published");
    await deliverAll(book, { queue: [message] });
    const follow = queue.splice(0).map(({ step }) => step);
    expect(follow).toEqual(["characters", "plot"]);
    expect(await book.runner.handle(message, { isFirst: true })).toBe("ack");
    expect(queue).toEqual([]);
    await deliverAll(book, { queue: [message] });
    expect(queue.map(({ step }) => step)).toEqual(follow);
  });
});

const LEASE_MS = 30_000;

describe("paid calls", () => {
  test("their cost is summed on step and session, failed attempts included", async () => {
    const book = sample();
    let attempts = 0;
    book.tools.before = async (ref, context) => {
      const make = async () => ({ usage: { ...noUsage("m"), costMicros: 10 } });
      await context.call({ model: "m", upToMicros: 0, make });
      if (ref.phase === "plot" && attempts++ === 0) throw new RetryableError("bad answer");
    };
    const sessionId = await book.start();
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)?.costMicros).toBe(19 * 10);
    const plot = (await book.services.schedules.readSteps(sessionId, ["plot"])).get("plot");
    expect(plot?.paid).toEqual({ 1: 10, 2: 10 });
  });

  test("are not made on a claim that lapsed meanwhile, and that another worker has", async () => {
    const book = sample();
    const { schedules } = book.services;
    const { updateStep } = schedules;
    let claims = 0;
    schedules.updateStep = async (sessionId, step, decide) => {
      const value = await updateStep(sessionId, step, decide);
      const isClaim =
        typeof value === "object" && value !== null && "kind" in value && value.kind === "claimed";
      // The store takes a long time to confirm the first claim.
      if (isClaim && step === "concept" && claims++ === 0) await book.clock.sleep(2 * LEASE_MS);
      return value;
    };
    let calls = 0;
    book.tools.before = async (ref, context) => {
      const make = async () => {
        if (ref.phase === "concept") calls += 1;
        return { usage: { ...noUsage("m"), costMicros: 10 } };
      };
      await context.call({ model: "m", upToMicros: 0, make });
    };
    const sessionId = await book.start();
    await deliverAll(book, { copies: () => 2 });
    expect([claims, calls]).toEqual([2, 1]);
    expect((await schedules.read(sessionId))?.state.status).toBe("completed");
  });

  test("are not made once the session was cancelled, even before the next heartbeat", async () => {
    const book = sample();
    const sessionId = await book.start();
    let calls = 0;
    book.tools.before = async (_ref, context) => {
      await book.commands.cancelSession(sessionId);
      const make = async () => {
        calls += 1;
        return { usage: { ...noUsage("m"), costMicros: 10 } };
      };
      await context.call({ model: "m", upToMicros: 0, make });
    };
    await deliverAll(book);
    expect(calls).toBe(0);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("cancelled");
  });
});

describe("cancelling", () => {
  test("keeps a message while a lease is valid: its holder may be dead, and then this message drops the step", async () => {
    const book = sample();
    const sessionId = await book.start();
    const [message] = book.services.publisher.queue.splice(0);
    if (message === undefined) throw new Error("nothing was published");
    const { timings } = book.services.settings;
    await book.services.schedules.updateStep(sessionId, "concept", (record, now) =>
      planClaim(record, { step: "concept", release: 1, timings }, now),
    );
    await book.commands.cancelSession(sessionId);
    const cancelledAt = book.clock.now();
    await deliverAll(book, { queue: [message] });
    expect(book.clock.now() - cancelledAt).toBeGreaterThanOrEqual(timings.leaseMs);
    expect(book.clock.now() - cancelledAt).toBeLessThanOrEqual(timings.leaseMs + timings.heartbeatMs);
    expect((await scheduleOf(book, sessionId)).inFlight).toEqual({});
  });

  test("aborts running steps within a heartbeat, and frees every slot", async () => {
    const book = sample({ ...SAMPLE_BOOK, durationMs: (ref) => seedDurationMs(ref) * 10 });
    const sessionId = await book.start();
    const isDrawing = () => book.tools.runs.filter(({ step }) => step.startsWith("artwork")).length === 5;
    await deliverAll(book, { until: isDrawing });
    const cancelledAt = book.clock.now();
    await book.commands.cancelSession(sessionId);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("cancelled");
    await deliverAll(book);
    expect(book.tools.runs.filter(({ aborted }) => aborted)).toHaveLength(5);
    expect((await scheduleOf(book, sessionId)).inFlight).toEqual({});
    expect(book.clock.now() - cancelledAt).toBeLessThanOrEqual(16_000);
    expect(stepsOf(book).filter((step) => step.startsWith("artwork"))).toHaveLength(5);
  });

  test("drops messages that were not claimed yet", async () => {
    const book = sample();
    const sessionId = await book.start();
    await book.commands.cancelSession(sessionId);
    await deliverAll(book);
    expect(book.tools.runs).toEqual([]);
    expect((await scheduleOf(book, sessionId)).inFlight).toEqual({});
    await sweep(SHARDS, book.clock.now() + 60_000, book.services);
  });
});
