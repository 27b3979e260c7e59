import { describe, expect, test } from "vitest";
import { BusyError, RetryableError, TerminalError } from "./errors.ts";
import { createRunner } from "./handle.ts";
import { createMemo } from "./memo.ts";
import { type MemoryLedger, memoryLedger } from "./memory-ledger.ts";
import { memoryMemoCache, memoryMemoStore, OPEN_SEAL } from "./memory-memo.ts";
import type { Memorable } from "./phase.ts";
import { deliverAll, SAMPLE_BOOK, type Sample, sample, samplePhases } from "./sample-session.ts";
import { sweep } from "./sweep.ts";
import { noUsage, type Usage } from "./usage.ts";

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

type Desk = Sample & {
  ledger: MemoryLedger;
  /** Calls made, with their steps. */
  made: string[];
};

/** A book of which every step pays 10 of at most 40 micro-dollars, unless `call` does something else, and remembers it. */
function desk(call?: (step: string, attempt: number) => Promise<number> | number, limits = {}): Desk {
  const wide = { sessionMicros: 1_000_000, dayMicros: 1_000_000 };
  const ledger = memoryLedger(() => book.clock.now(), { ...wide, ...limits });
  const book: Sample = sample(SAMPLE_BOOK, { ledger });
  const made: string[] = [];
  book.tools.before = async (ref, context) => {
    const { step } = book.tools.runs.at(-1) ?? { step: "" };
    const attempt = book.tools.runs.filter((run) => run.step === step).length;
    const make = async () => {
      made.push(step);
      return { usage: { ...noUsage("m"), costMicros: (await call?.(step, attempt)) ?? 10 } };
    };
    const memo: Memorable<{ usage: Usage }> = {
      ...{ kind: "answer", key: { step } },
      pack: () => ({ value: step, bytes: [] }),
      unpack: () => ({ usage: noUsage("m") }),
    };
    if (ref.phase !== "finish") await context.call({ model: "m", upToMicros: 40, memo, make });
  };
  const { blobs } = book.services;
  const memory = memoryMemoCache(book.clock.now);
  const memo = createMemo({ memory, redis: undefined, store: memoryMemoStore(), blobs, seal: OPEN_SEAL });
  const options = { ...book.services, phases: samplePhases(SAMPLE_BOOK), tools: book.tools, memo };
  return { ...book, runner: createRunner(options), ledger, made };
}

const sum = ({ ledger }: Desk) => [...ledger.rows.values()].reduce((total, { micros }) => total + micros, 0);
const shown = ({ projector }: Desk, sessionId: string) => projector.sessions.get(sessionId);

async function run(book: Desk, params = {}): Promise<string> {
  const sessionId = await book.start(params);
  await deliverAll(book);
  return sessionId;
}

describe("the cost of a call", () => {
  test("is the session's sum, row by row, and the day holds no more", async () => {
    const book = desk();
    const sessionId = await run(book);
    expect(shown(book, sessionId)).toMatchObject({ status: "completed", costMicros: book.made.length * 10 });
    expect(sum(book)).toBe(book.made.length * 10);
    expect((await book.ledger.readDay("ann")).allottedMicros).toBe(sum(book));
  });

  test("is booked when the call failed and reported its usage", async () => {
    const used = (micros: number) => ({ usage: { ...noUsage("m"), costMicros: micros } });
    const book = desk((step, attempt) => {
      if (step !== "plot" || attempt > 1) return 10;
      throw Object.assign(new RetryableError("unusable twice"), used(25));
    });
    const sessionId = await run(book);
    expect(shown(book, sessionId)?.costMicros).toBe((book.made.length - 1) * 10 + 25);
    expect(sum(book)).toBe(shown(book, sessionId)?.costMicros);
  });

  test("is zero when there was no room or the story was refused unseen, and the full reservation when it is unknown", async () => {
    const book = desk((step, attempt) => {
      if (step === "plot" && attempt === 1) throw new BusyError("429", 100);
      if (step === "characters" && attempt === 1) throw new RetryableError("no answer");
      if (step === "storyboard/p003") throw new TerminalError("refused", "not this one");
      return 10;
    });
    const sessionId = await run(book);
    expect(shown(book, sessionId)?.status).toBe("failed");
    const of = (step: string) =>
      [...book.ledger.rows.values()].filter((row) => row.step === step).map(({ micros }) => micros);
    expect(of("plot")).toEqual([0, 10]);
    expect(of("characters")).toEqual([40, 10]);
    expect(of("storyboard/p003")).toEqual([0]);
    expect(sum(book)).toBe(shown(book, sessionId)?.costMicros);
  });

  test("counts in full for a call that an aborted step left under way", async () => {
    const book = desk((step) => (step === "concept" ? new Promise<number>(() => {}) : 10));
    const sessionId = await book.start();
    await deliverAll(book, { until: () => book.made.length > 0 });
    await book.commands.cancelSession(sessionId);
    await deliverAll(book);
    expect(shown(book, sessionId)).toMatchObject({ status: "cancelled", costMicros: 40 });
    expect([...book.ledger.rows.values()]).toMatchObject([{ state: "unknown", micros: 40 }]);
    expect((await book.ledger.readDay("ann")).allottedMicros).toBe(40);
  });

  test("is zero for a worker that waited for its reservation until another worker had the step", async () => {
    const book = desk();
    await book.start();
    const { services, ledger, clock, made } = book;
    const [message] = services.publisher.queue.splice(0);
    if (message === undefined) throw new Error("nothing was published");
    // The answer to its reservation comes a minute late, and its heartbeats are as slow.
    const wait = () => clock.sleep(60_000);
    let claims = 0;
    const slow = createRunner({
      ...services,
      phases: samplePhases(SAMPLE_BOOK),
      tools: book.tools,
      ledger: { ...ledger, reserve: (row) => ledger.reserve(row).then(wait) },
      schedules: {
        ...services.schedules,
        async updateStep(...change) {
          claims += 1;
          if (claims > 1) await wait();
          return services.schedules.updateStep(...change);
        },
      },
    });
    let copies = 0;
    await deliverAll(book, {
      queue: [message, message],
      deliver: async (copy) => {
        copies += 1;
        await (copies === 1 ? slow : book.runner).handle(copy);
      },
    });
    expect(made).toEqual(["concept"]);
    expect(
      [...ledger.rows.values()].filter(({ step }) => step === "concept").map(({ fence }) => fence),
    ).toEqual([1, 2]);
  });
});

describe("a worker that dies during a paid call", () => {
  /** Delivers the first message to a worker that never comes back from its call. */
  async function dieOverConcept(book: Desk): Promise<string> {
    const sessionId = await book.start();
    const [message] = book.services.publisher.queue.splice(0);
    if (message === undefined) throw new Error("nothing was published");
    const dead = createRunner({
      ...book.services,
      // Its heartbeat is as dead as the rest of it.
      clock: { now: book.clock.now, sleep: () => new Promise(() => {}) },
      phases: samplePhases(SAMPLE_BOOK),
      tools: book.tools,
      pay: () => new Promise(() => {}),
    });
    void dead.handle(message);
    while (book.ledger.rows.size === 0) await new Promise(setImmediate);
    book.services.publisher.queue.push(message);
    return sessionId;
  }

  test("is charged in full by the next claim, at once", async () => {
    const book = desk();
    const sessionId = await dieOverConcept(book);
    await deliverAll(book, { until: () => book.made.length > 0 });
    const schedule = await book.services.schedules.read(sessionId);
    expect(schedule).toMatchObject({ state: { status: "running" }, costMicros: 40 });
    await deliverAll(book);
    expect(shown(book, sessionId)).toMatchObject({
      status: "completed",
      costMicros: 40 + book.made.length * 10,
    });
    expect(sum(book)).toBe(shown(book, sessionId)?.costMicros);
  });

  test("is charged in full by the sweep when no worker claims its step again", async () => {
    const book = desk();
    const sessionId = await dieOverConcept(book);
    book.services.publisher.queue.length = 0;
    await book.commands.cancelSession(sessionId);
    for (let minute = 0; minute < 4; minute++) {
      book.clock.skip(60_000);
      await sweep(SHARDS, book.clock.now(), book.services);
    }
    expect(shown(book, sessionId)).toMatchObject({ status: "cancelled", costMicros: 40 });
    expect([sum(book), (await book.ledger.readDay("ann")).allottedMicros]).toEqual([40, 40]);
  });
});

describe("a spent budget", () => {
  test("fails the session with the missing amount, and a retry continues once the budget is raised", async () => {
    const book = desk(undefined, { sessionMicros: 100 });
    const sessionId = await run(book);
    const error = shown(book, sessionId)?.error;
    expect(error).toMatchObject({ code: "budget-session", retryable: true });
    expect(error?.message).toMatch(/may cost 40 micro-dollars; .* of 100 lacks \d+;/);
    expect(sum(book)).toBeLessThanOrEqual(100);
    const before = book.made.length;
    Object.assign(book.ledger, book.ledger.within({ sessionMicros: 10_000, dayMicros: 10_000 }));
    await book.commands.retrySession(sessionId);
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("completed");
    expect(new Set(book.made).size).toBe(book.made.length);
    expect(book.made.length).toBeGreaterThan(before);
    expect(sum(book)).toBe(book.made.length * 10);
  });

  test("may be the session's own, and may be raised with the retry", async () => {
    const book = desk();
    const sessionId = await run(book, { budgetMicros: 60 });
    expect(shown(book, sessionId)?.error?.code).toBe("budget-session");
    await book.commands.retrySession(sessionId, { budgetMicros: 5_000 });
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("completed");
    const { params } = (await book.services.schedules.read(sessionId)) ?? {};
    expect(params?.budgetMicros).toBe(5_000);
  });

  test("may be the owner's of the day; the next day has another one", async () => {
    const book = desk(undefined, { dayMicros: 100 });
    const sessionId = await run(book);
    expect(shown(book, sessionId)?.error?.code).toBe("budget-day");
    book.clock.skip(24 * 3_600_000);
    const spent = sum(book);
    await book.commands.retrySession(sessionId);
    await deliverAll(book);
    expect(sum(book)).toBeGreaterThan(spent);
    const days = [...book.ledger.days.values()].map(({ allottedMicros }) => allottedMicros);
    expect(Math.max(...days)).toBeLessThanOrEqual(100);
    expect(days.reduce((all, micros) => all + micros, 0)).toBe(sum(book));
  });

  test("is never exceeded by steps that run at the same time", async () => {
    for (const sessionMicros of [40, 90, 130, 170]) {
      const book = desk(() => 40, { sessionMicros });
      const sessionId = await run(book);
      expect(shown(book, sessionId)?.error?.code).toBe("budget-session");
      expect(sum(book)).toBe(Math.floor(sessionMicros / 40) * 40);
    }
  });

  test("does not stop free calls", async () => {
    const book = sample(SAMPLE_BOOK, {
      ledger: memoryLedger(() => 0, { sessionMicros: 0, dayMicros: 0 }),
    });
    book.tools.before = async (_ref, context) => {
      const make = async () => ({ usage: noUsage("m") });
      await context.call({ model: "m", upToMicros: 0, make });
    };
    const sessionId = await book.start();
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)).toMatchObject({ status: "completed", costMicros: 0 });
  });
});

test("the switch stops the next call, and a retry continues once it is back", async () => {
  const book = desk((step) => {
    if (step === "plot") book.ledger.stopSpending("maintenance");
    return 10;
  });
  const sessionId = await run(book);
  expect(shown(book, sessionId)?.error).toMatchObject({ code: "spending-stopped", retryable: true });
  book.ledger.stopSpending(undefined);
  await book.commands.retrySession(sessionId);
  await deliverAll(book);
  expect(shown(book, sessionId)?.status).toBe("completed");
  expect(new Set(book.made).size).toBe(book.made.length);
});

test("a suspended owner's session stops at its next call, and continues where it was once the owner is restored", async () => {
  const book = desk((step) => {
    if (step === "plot") book.ledger.suspended.add("ann");
    return 10;
  });
  const sessionId = await run(book);
  expect(shown(book, sessionId)?.error).toMatchObject({ code: "owner-suspended", retryable: true });
  book.ledger.suspended.clear();
  await book.commands.retrySession(sessionId);
  await deliverAll(book);
  expect(shown(book, sessionId)?.status).toBe("completed");
  expect(new Set(book.made).size).toBe(book.made.length);
});
