// Test helper: a session whose plot asks many questions, several concurrently, of a model whose answers, failures and delays the test
// defines. Each message is handled by a process of its own, which may die.

import { createRunner } from "./handle.ts";
import { createMemo } from "./memo.ts";
import { type MemoryLedger, memoryLedger } from "./memory-ledger.ts";
import { memoryMemoCache, memoryMemoStore, OPEN_SEAL } from "./memory-memo.ts";
import type { StepMessage } from "./message.ts";
import type { Memorable, StepContext } from "./phase.ts";
import { deliverAll, type Sample, type SampleTools, sample, samplePhases } from "./sample-session.ts";
import type { Services } from "./services.ts";
import { DEFAULT_SETTINGS, DEFAULT_TIMINGS, type Timings } from "./settings.ts";
import { noUsage, type Usage } from "./usage.ts";

/** A small book, so that most of the time is spent in the plot. */
export const BOOK = { characters: ["c1"], pages: 1, panels: 1, durationMs: () => 1_000 };
/** Micro-dollars that a call may cost at most, and that its answer costs. */
export const [UP_TO, COST] = [1_000, 300];

export interface Plan {
  questions: number;
  atOnce: number;
  mayTakeMs: number;
  /** The nth attempt of a question, from 1: its duration and its error; undefined: its answer. */
  fate(question: number, nth: number): { ms: number; error?: Error | undefined };
  timings?: Partial<Timings>;
  isFree?: boolean;
}

export interface ManyCallsSession {
  book: Sample;
  ledger: MemoryLedger;
  /** Tries and answers of each question. */
  tries: number[];
  answers: number[];
  /** Maximum number of concurrent calls. */
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

export function openManyCallsSession(plan: Plan, store = memoryMemoStore()): ManyCallsSession {
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
    return { usage: { ...noUsage("m"), costMicros: plan.isFree ? 0 : COST } };
  }

  /** The simplest way to ask concurrently: it rejects with the first failure and ignores the other calls. */
  async function ask({ call, signal }: StepContext<SampleTools>): Promise<void> {
    const questions = tries.keys();
    const one = async () => {
      for (const question of questions) {
        const memo: Memorable<{ usage: Usage }> = {
          ...{ kind: "answer", key: { question } },
          pack: () => ({ value: question, bytes: [] }),
          unpack: () => ({ usage: noUsage("m") }),
        };
        const { mayTakeMs, isFree } = plan;
        const upToMicros = isFree ? 0 : UP_TO;
        await call({
          ...{ model: "m", upToMicros, mayTakeMs, memo, make: () => make(question, signal) },
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
    const services = killableServices(book.services, worker);
    const memo = createMemo({
      ...{ memory: memoryMemoCache(book.clock.now), redis: undefined, store, seal: OPEN_SEAL },
      blobs: services.blobs,
    });
    const runner = createRunner({
      ...{ ...services, phases: samplePhases(BOOK), tools: book.tools, memo },
      pay: (_call, made) => unlessDead(worker, made()),
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

/** Resolves with the work's result, or never if the worker has died. */
async function unlessDead<T>(worker: { isDead: boolean }, work: Promise<T>): Promise<T> {
  const result = await work;
  return worker.isDead ? never() : result;
}

/** The services of a worker that may die: calls of a dead one never resolve. */
function killableServices(services: Services, worker: { isDead: boolean }): Services {
  const port = <Port extends object>(target: Port): Port =>
    new Proxy(target, {
      get(_target, key) {
        const call: unknown = Reflect.get(target, key);
        if (typeof call !== "function") return call;
        return (...parameters: unknown[]) => {
          const result: unknown = worker.isDead ? never() : Reflect.apply(call, target, parameters);
          return result instanceof Promise ? unlessDead(worker, result) : result;
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

export async function endOf({ book, ledger }: ManyCallsSession, sessionId: string) {
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
export const LONG: Plan = {
  ...{ questions: 120, atOnce: 4, mayTakeMs: 150_000 },
  fate: (question) => ({ ms: question % 20 === 13 ? 120_000 : 8_000 }),
};
