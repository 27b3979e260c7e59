// A step that asks many questions, several at a time: over several deliveries, with workers that die and models that have no room, each
// answer is paid for, booked and remembered once.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BusyError, OutOfTimeError, RetryableError, TerminalError } from "./errors.ts";
import { createMemo } from "./memo.ts";
import { type MemoryLedger, memoryLedger } from "./memory-ledger.ts";
import { memoryMemoCache, memoryMemoStore, OPEN_SEAL } from "./memory-memo.ts";
import type { StepMessage } from "./message.ts";
import type { Memorable, StepContext } from "./phase.ts";
import { createRunner } from "./runner.ts";
import { deliverAll, type Sample, type SampleTools, sample, samplePhases } from "./sample-session.ts";
import type { Services } from "./services.ts";
import { DEFAULT_SETTINGS, DEFAULT_TIMINGS, type Timings } from "./settings.ts";
import { noUsage, type Usage } from "./usage.ts";

/** A small book, so that the plot is what takes its time. */
const BOOK = { characters: ["c1"], pages: 1, panels: 1, durationMs: () => 1_000 };
const [UP_TO, COST] = [1_000, 300];

interface Plan {
  questions: number;
  atOnce: number;
  mayTakeMs: number;
  /** How the nth try of a question goes, from 1: how long it takes and what it throws; undefined: its answer. */
  fate(question: number, nth: number): { ms: number; error?: Error | undefined };
  timings?: Partial<Timings>;
}

interface Desk {
  book: Sample;
  ledger: MemoryLedger;
  /** Tries and answers of each question. */
  tries: number[];
  answers: number[];
  /** Most calls that were under way at once. */
  most(): number;
  /** Messages of the plot that were handled. */
  deliveries(): number;
  /** Ends the worker that has the plot, whatever it waits for. */
  kill(): void;
  kept(): number;
  start(): Promise<string>;
  /** Delivers until all is done; each message to a process of its own. */
  deliver(): Promise<void>;
}

function desk(plan: Plan, store = memoryMemoStore()): Desk {
  const timings = { ...DEFAULT_TIMINGS, ...plan.timings };
  const ledger = memoryLedger(() => book.clock.now());
  const book: Sample = sample(BOOK, { ledger, settings: { ...DEFAULT_SETTINGS, timings } });
  const tries = Array.from({ length: plan.questions }, () => 0);
  const answers = tries.slice();
  const workers = new Set<{ isDead: boolean }>();
  let [underWay, most, deliveries, kept] = [0, 0, 0, 0];

  async function make(question: number, signal: AbortSignal): Promise<{ usage: Usage }> {
    const nth = (tries[question] ?? 0) + 1;
    tries[question] = nth;
    const { ms, error } = plan.fate(question, nth);
    underWay += 1;
    most = Math.max(most, underWay);
    await book.clock.sleep(ms, signal);
    underWay -= 1;
    signal.throwIfAborted();
    if (error !== undefined) throw error;
    answers[question] = (answers[question] ?? 0) + 1;
    return { usage: { ...noUsage("m"), costMicros: COST } };
  }

  /** The plainest way to ask side by side: it rejects with the first failure and looks after nothing. */
  async function ask({ call, signal }: StepContext<SampleTools>): Promise<void> {
    const questions = tries.keys();
    const one = async () => {
      for (const question of questions) {
        const memo: Memorable<{ usage: Usage }> = {
          ...{ kind: "answer", key: { question } },
          pack: () => ({ value: question, bytes: [] }),
          unpack: () => ({ usage: noUsage("m") }),
        };
        const { mayTakeMs } = plan;
        await call({
          ...{ model: "m", upToMicros: UP_TO, mayTakeMs, memo, make: () => make(question, signal) },
        });
      }
    };
    await Promise.all(Array.from({ length: plan.atOnce }, one));
  }
  book.tools.before = async (ref, context) => {
    if (ref.phase === "plot") await ask(context);
  };

  async function deliver(message: StepMessage): Promise<void> {
    const worker = { isDead: false };
    const services = mortal(book.services, worker);
    const memo = createMemo({
      ...{ memory: memoryMemoCache(book.clock.now), redis: undefined, store, seal: OPEN_SEAL },
      blobs: services.blobs,
    });
    const runner = createRunner({
      ...{ ...services, phases: samplePhases(BOOK), tools: book.tools, memo },
      pay: (_call, made) => outlived(worker, made()),
    });
    const isPlot = message.step === "plot";
    if (isPlot) {
      deliveries += 1;
      workers.add(worker);
    }
    const over = new AbortController();
    const died = async () => {
      while (!worker.isDead && !over.signal.aborted) await book.clock.sleep(1_000, over.signal);
    };
    const answer = await Promise.race([runner.handle(message), died().then(() => "died")]);
    over.abort("answered");
    workers.delete(worker);
    kept += memo.figures().kept;
    if (answer === "ack") return;
    book.services.publisher.queue.push(message);
  }

  return {
    ...{ book, ledger, tries, answers, most: () => most, deliveries: () => deliveries, kept: () => kept },
    kill() {
      for (const worker of workers) worker.isDead = true;
    },
    start: () => book.start(),
    deliver: () => deliverAll(book, { deliver }),
  };
}

const never = () => new Promise<never>(() => {});

/** What a worker waits for, which a dead one never gets. */
async function outlived<T>(worker: { isDead: boolean }, work: Promise<T>): Promise<T> {
  const result = await work;
  return worker.isDead ? never() : result;
}

/** The services as a worker has them that may die. */
function mortal(services: Services, worker: { isDead: boolean }): Services {
  const port = <Port extends object>(target: Port): Port =>
    new Proxy(target, {
      get(_target, key) {
        const call: unknown = Reflect.get(target, key);
        if (typeof call !== "function") return call;
        return (...parameters: unknown[]) => {
          const result: unknown = worker.isDead ? never() : Reflect.apply(call, target, parameters);
          return result instanceof Promise ? outlived(worker, result) : result;
        };
      },
    });
  const { schedules, stories, blobs, projector, publisher, ledger, clock } = services;
  return {
    ...services,
    ...{ schedules: port(schedules), stories: port(stories), blobs: port(blobs), projector: port(projector) },
    ...{ publisher: port(publisher), ledger: port(ledger), clock: port(clock) },
  };
}

async function endOf({ book, ledger }: Desk, sessionId: string) {
  const record = (await book.services.schedules.readSteps(sessionId, ["plot"])).get("plot");
  const schedule = await book.services.schedules.read(sessionId);
  const rows = [...ledger.rows.values()];
  const sum = rows.reduce((total, { micros }) => total + micros, 0);
  const inState = (state: string) => rows.filter((row) => row.state === state);
  const kinds = [...book.projector.events.values()].filter(({ step }) => step === "plot");
  const counts = Map.groupBy(kinds, ({ kind }) => kind);
  const events = (kind: Parameters<typeof counts.get>[0]) => counts.get(kind) ?? [];
  return { record, schedule, rows, sum, inState, events };
}

/** 120 questions, as a story of 50,000 characters has: 8 s each, and 5 % of them 120 s. */
const LONG: Plan = {
  ...{ questions: 120, atOnce: 4, mayTakeMs: 150_000 },
  fate: (question) => ({ ms: question % 20 === 13 ? 120_000 : 8_000 }),
};

describe("a step with more questions than one delivery has time for", () => {
  test("ends over several deliveries without a failed attempt, and pays for each answer once", async () => {
    const long = desk(LONG);
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
      { number: 1, attempt: 1, message: expect.stringMatching(/^\d+ new answers so far; the step goes on/) },
    ]);
    expect(events("continued")[0]).not.toHaveProperty("code");
  });

  test("does so when models have no room in between, and waits as if each were the first", async () => {
    const long = desk({
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
      const long = desk(LONG);
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
    const stuck = desk({ ...LONG, questions: 5, atOnce: 1, fate: () => ({ ms: 3_600_000 }) });
    const sessionId = await stuck.start();
    await stuck.deliver();
    const { schedule, inState } = await endOf(stuck, sessionId);
    expect(schedule?.state).toMatchObject({ status: "failed", reason: { code: "step-deadline" } });
    expect(stuck.tries).toEqual([5, 0, 0, 0, 0]);
    expect(inState("unknown")).toHaveLength(5);
  });

  test("counts an attempt as long as its answers cannot be kept", async () => {
    const forgetful = { ...memoryMemoStore(), create: () => Promise.reject(new BusyError("down")) };
    const stuck = desk(LONG, forgetful);
    const sessionId = await stuck.start();
    await stuck.deliver();
    const { schedule, events } = await endOf(stuck, sessionId);
    expect(schedule?.state).toMatchObject({ status: "failed", reason: { code: "step-deadline" } });
    expect([events("continued").length, events("retry").length]).toEqual([0, 4]);
  });

  test("counts an attempt for the last question that never comes, not for those before it", async () => {
    const stuck = desk({
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

describe("calls that overlap", () => {
  test("come home when one of them fails, and are not asked for again", async () => {
    const three = desk({
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
    // What failed did not say what it had used.
    expect([inState("settled").length, inState("unknown").length]).toEqual([3, 1]);
  });

  test("are left behind when the session ends, and booked in full", async () => {
    const three = desk({ ...LONG, questions: 3, fate: () => ({ ms: 100_000 }) });
    const sessionId = await three.start();
    const cancel = three.book.clock.sleep(30_000).then(() => three.book.commands.cancelSession(sessionId));
    await Promise.all([cancel, three.deliver()]);
    const { schedule, inState } = await endOf(three, sessionId);
    expect(inState("unknown")).toHaveLength(3);
    expect(schedule).toMatchObject({ state: { status: "cancelled" }, costMicros: 3 * UP_TO });
  });

  test("end a story that is refused once they are home, and a retry does not ask them again", async () => {
    let isRefused = true;
    const three = desk({
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

  test("are each booked once, remembered once and summed up, whatever comes between", async () => {
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
        const world = desk({
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
          // Only what was aborted at the deadline is not known. Without a `mayTakeMs`, others may be under way then.
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

test("a phase may leave a call unheard that fails: it is waited for, and ends nothing else", async () => {
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

test("a call is not begun late, and remembered answers are given all the same", async () => {
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
  const message = "a call of m may take 150 s, and the step has 110 s left";
  expect(seen).toEqual([
    new OutOfTimeError("m", { leftMs: 110_000, mayTakeMs: 150_000 }),
    "memory",
    expect.anything(),
    "memory",
  ]);
  expect(seen[0]).toMatchObject({ message });
  expect(made).toEqual(["a", "b"]);
});
