// Sessions in a bad world: workers die at any call, stores fail, messages come twice, late, in any order or never.
import { expect, test } from "vitest";
import { mulberry32 } from "../manga/seeded-random.ts";
import { BusyError, RetryableError } from "./errors.ts";
import { createRunner } from "./handle.ts";
import { memoryLedger } from "./memory-ledger.ts";
import type { StepMessage } from "./message.ts";
import { GateConflictError, SessionStateError } from "./refusals.ts";
import { SAMPLE_BOOK, type Sample, type SampleBook, sample, samplePhases } from "./sample-session.ts";
import { isLive } from "./schedule.ts";
import type { Services } from "./services.ts";
import { sweep } from "./sweep.ts";
import { noUsage } from "./usage.ts";

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const DAY_MS = 24 * 3_600_000;
/** Of 21 steps: workers die between a page's lettering and its renditions, too. */
const BOOK: SampleBook = { ...SAMPLE_BOOK, renditions: true };

class Crash extends Error {}

interface Worker {
  isDead: boolean;
}

/** The process's own cache, which needs no request. */
const AT_HAND = new Set(["knownViews", "shownSeq"]);

/** Ports that fail, or kill the worker before or after a call took effect. */
function unreliable<Port extends object>(port: Port, worker: Worker, random: () => number): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const call: unknown = Reflect.get(target, name, receiver);
      if (typeof call !== "function" || AT_HAND.has(String(name))) return call;
      return async (...parameters: unknown[]) => {
        const fate = random();
        if (fate < 0.01) worker.isDead = true;
        if (worker.isDead) throw new Crash();
        if (fate < 0.03) throw new BusyError("down");
        const result: unknown = await Reflect.apply(call, target, parameters);
        if (fate > 0.99) worker.isDead = true;
        if (worker.isDead) throw new Crash();
        return result;
      };
    },
  });
}

interface World {
  book: Sample;
  random: () => number;
  /** Does something to the session now and then. */
  interfere?: (() => Promise<void>) | undefined;
}

/** One delivery to a new worker; unacknowledged messages are delivered again. */
async function deliver(world: World, message: StepMessage): Promise<void> {
  const { book, random } = world;
  const { clock, publisher } = book.services;
  await clock.sleep(random() * (random() < 0.05 ? 120_000 : 500));
  const worker = { isDead: false };
  const { schedules, stories, projector, blobs, ledger } = book.services;
  const ports = { schedules, stories, projector, blobs, publisher, ledger };
  const services: Services = {
    ...book.services,
    ...Object.fromEntries(
      Object.entries(ports).map(([name, port]) => [name, unreliable(port, worker, random)]),
    ),
  };
  const runner = createRunner({ ...services, phases: samplePhases(BOOK), tools: book.tools });
  try {
    if ((await runner.handle(message)) === "ack") return;
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  await clock.sleep(random() * 30_000);
  publisher.queue.push(message);
}

/** Lets the world go on until the session's last sweep has nothing left to look after. */
async function live(world: World, sessionId: string): Promise<void> {
  const { book, random } = world;
  const { clock, services } = book;
  const { queue } = services.publisher;
  const failures: unknown[] = [];
  const background = (work: Promise<unknown>) => work.catch((error: unknown) => failures.push(error));
  const startedAt = clock.now();
  let sweptAt = startedAt;
  let interfering = 0;
  const interfere = async (act: () => Promise<void>) => {
    interfering += 1;
    await act().finally(() => {
      interfering -= 1;
    });
  };
  // A worker that has started an operation may restart the session.
  while ((await services.schedules.read(sessionId))?.dueAt !== null || interfering > 0) {
    await new Promise(setImmediate);
    if (failures.length > 0) throw failures[0];
    if (clock.now() - startedAt > DAY_MS) throw new Error("the session is stuck");
    if (world.interfere !== undefined && random() < 0.02) background(interfere(world.interfere));
    if (clock.now() - sweptAt >= 60_000) {
      sweptAt = clock.now();
      background(sweep(SHARDS, clock.now(), services));
    } else if (queue.length > 0) {
      const [message] = queue.splice(Math.floor(random() * queue.length), 1);
      const copies = COPIES[Math.floor(random() * COPIES.length)] ?? 1;
      for (let copy = 0; copy < copies && message !== undefined; copy++) {
        background(deliver(world, message));
      }
    } else if (!clock.tick()) clock.skip(1_000);
  }
}

/** How often messages come: some never, as when a publish was lost. */
const COPIES = [0, 1, 1, 1, 1, 1, 1, 1, 2, 3];

/** Counts how often each step's result is taken; throws when it was not the last claim's. */
function countTaken({ services }: Sample): Map<string, number> {
  const taken = new Map<string, number>();
  const { update } = services.schedules;
  services.schedules.update = async (sessionId, step, decide) =>
    update(sessionId, step, (current) => {
      const change = decide(current);
      const result = step && change.schedule?.results[step];
      if (result && result !== current.schedule.results[step]) {
        expect(change.step?.settledFence).toBe(current.record?.fence);
        taken.set(step, (taken.get(step) ?? 0) + 1);
      }
      return change;
    });
  return taken;
}

async function endOf({ services, projector }: Sample, sessionId: string) {
  const schedule = await services.schedules.read(sessionId);
  if (schedule === undefined) throw new Error("the session is missing");
  expect(schedule.inFlight).toEqual({});
  expect(isLive(schedule.state)).toBe(false);
  expect(projector.sessions.get(sessionId)?.status).toBe(schedule.state.status);
  return schedule.state;
}

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

test.each(SEEDS)("a session ends with every result taken once, whatever dies (seed %i)", async (seed) => {
  const book = sample(BOOK);
  const taken = countTaken(book);
  const sessionId = await book.start();
  await live({ book, random: mulberry32(seed) }, sessionId);
  const state = await endOf(book, sessionId);
  if (state.status === "failed") expect(state.reason.code).toBe("lapsed");
  else expect(taken.size).toBe(21);
  expect([...taken.values()].every((count) => count === 1)).toBe(true);
});

test.each(SEEDS)(
  "a session ends so while a user decides, retries and cancels; after the end no call is made, and every call is booked (seed %i)",
  async (seed) => {
    const random = mulberry32(seed);
    const ledger = memoryLedger(() => book.clock.now());
    const book = sample(BOOK, { ledger });
    const { commands, clock, projector } = book;
    const taken = countTaken(book);
    const calls: number[] = [];
    book.tools.before = async (_ref, context) => {
      const make = async () => {
        calls.push(clock.now());
        return { usage: { ...noUsage("m"), costMicros: 1 } };
      };
      await context.call({ model: "m", upToMicros: 3, make });
      if (random() < 0.1) throw new RetryableError("once more");
    };
    const sessionId = await book.start({ review: ["concept", "characters", "storyboard", "finish"] });
    let cancelledAt = Number.POSITIVE_INFINITY;
    const act = async () => {
      const { status, waiting } = projector.sessions.get(sessionId) ?? {};
      if (status === "failed") await commands.retrySession(sessionId);
      else if (waiting !== undefined) {
        const decision = { kind: "approve", by: "ann" } as const;
        await commands.decideGate({ sessionId, ...waiting, decision });
      } else if (random() < 0.02) {
        await commands.cancelSession(sessionId);
        cancelledAt = clock.now();
      }
    };
    const interfere = () => act().catch(ignoreLateness);
    await live({ book, random, interfere }, sessionId);
    const state = await endOf(book, sessionId);
    if (state.status === "completed") expect(taken.size).toBe(21);
    expect([...taken.values()].every((count) => count === 1)).toBe(true);
    expect(calls.filter((at) => at > cancelledAt)).toEqual([]);
    const rows = [...ledger.rows.values()];
    const booked = rows.reduce((sum, { micros }) => sum + micros, 0);
    expect(rows.filter(({ state: end }) => end === "reserved")).toEqual([]);
    expect(booked).toBeGreaterThanOrEqual(calls.length);
    expect(projector.sessions.get(sessionId)?.costMicros).toBe(booked);
  },
);

/** The state that the person saw was out of date. */
function ignoreLateness(error: unknown): void {
  if (!(error instanceof GateConflictError || error instanceof SessionStateError)) throw error;
}
