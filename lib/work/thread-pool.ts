// Implements `Work` on worker threads. A thread runs one task at a time, starts when a task finds none free, and ends after an idle time.

import { getCompileCacheDir } from "node:module";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { BusyError } from "../pipeline/errors.ts";
import { deserializeError } from "./deserialize-error.ts";
import { serializeError } from "./serialize-error.ts";
import {
  type Runner,
  taskLabel,
  type Work,
  WorkClosedError,
  WorkCrashedError,
  WorkMemoryError,
  type WorkOptions,
  WorkTimeoutError,
} from "./work.ts";
import type { WorkerAnswer, WorkerOrder, WorkerSettings } from "./worker.ts";

export interface ThreadPoolOptions {
  /** Most workers. Default: one core is left to the event loop, and there is at least one worker. */
  threads?: number;
  /** Most tasks that may wait for a worker. Each keeps its input in memory. */
  waiting?: number;
  /** Idle time after which a worker ends. */
  idleMs?: number;
  /** The heap of one worker, without pixels, WebAssembly and other buffers. Node's `--max-old-space-size` takes precedence. */
  heapMb?: number;
}

const WAITING = 64;
const IDLE_MS = 60_000;
const HEAP_MB = 350;
/** Young generation of a worker's heap: a larger one is collected less often, but never shrinks. */
const YOUNG_MB = 8;

/** How often a task's CPU time is polled: a share of its limit, within bounds in ms. */
const READS_OF_LIMIT = 20;
const READ_MS = { least: 10, most: 500 };

/** `load` is never called: the import makes bundlers emit a file for the worker, as for task modules. */
const WORKER = { url: new URL("./worker.ts", import.meta.url), load: () => import("./worker.ts") };

interface Job extends WorkOptions {
  order: WorkerOrder;
  label: string;
  resolve(output: unknown): void;
  reject(reason: unknown): void;
  /** Undefined: any thread may run it. */
  pin?: Pin | undefined;
  /** Stops listening to the signal and measuring. Called once, when the job is settled. */
  release: (() => void)[];
}

/** `thread` is undefined before the first pinned task. */
interface Pin {
  thread: Thread | undefined;
}

interface Thread {
  worker: Worker;
  /** Pins to this thread. While there are any, the thread must not end when idle. */
  pins: Set<Pin>;
  job: Job | undefined;
  /** The resource that its tasks have loaded (`WorkOptions.loads`). */
  holds: string | undefined;
  /** It is being terminated, and accepts no job. */
  isEnding: boolean;
  idleTimer: NodeJS.Timeout | undefined;
}

export function threadPool({
  threads: most = Math.max(1, availableParallelism() - 1),
  waiting = WAITING,
  idleMs = IDLE_MS,
  heapMb = HEAP_MB,
}: ThreadPoolOptions = {}): Work {
  /** Includes terminating threads until they exit, because they still use a core and memory. */
  const threads = new Set<Thread>();
  const queue: Job[] = [];
  let isClosed = false;

  /** Settles the job of a thread, or one that waits. */
  function settle(job: Job, settlement: () => void): void {
    for (const release of job.release.splice(0)) release();
    settlement();
  }

  function end(thread: Thread): Promise<unknown> {
    thread.isEnding = true;
    clearTimeout(thread.idleTimer);
    return thread.worker.terminate();
  }

  /** Ends a job before it is done, and the thread that runs it. */
  function abandon(job: Job, reason: unknown): void {
    const place = queue.indexOf(job);
    if (place >= 0) queue.splice(place, 1);
    for (const thread of threads) {
      if (thread.job !== job) continue;
      thread.job = undefined;
      void end(thread);
    }
    settle(job, () => job.reject(reason));
  }

  function start(): Thread {
    const compiled = getCompileCacheDir();
    const settings: WorkerSettings = { compileCache: compiled && dirname(compiled) };
    // V8's memory-saving mode, in which local services run, makes the lettering half as slow again. The flag belongs to the process and is
    // read while code runs, so the first worker ends the mode.
    setFlagsFromString("--no-memory-saver-mode");
    const worker = new Worker(WORKER.url, {
      ...{ name: "mekuri-work", workerData: settings },
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const state = { job: undefined, holds: undefined, isEnding: false, idleTimer: undefined };
    const thread: Thread = { worker, pins: new Set(), ...state };
    threads.add(thread);
    worker.on("message", (answer: WorkerAnswer) => finish(thread, answer));
    worker.on("messageerror", (error) => finish(thread, { error: serializeError(error) }));
    let failure: Error | undefined;
    worker.on("error", (error) => {
      failure = error instanceof Error ? error : new Error(String(error));
    });
    worker.once("exit", (code) => {
      const { job, isEnding } = thread;
      threads.delete(thread);
      thread.isEnding = true;
      clearTimeout(thread.idleTimer);
      if (job !== undefined) settle(job, () => job.reject(causeOfDeath(job, failure, code)));
      else if (failure !== undefined && !isEnding) process.emitWarning(failure);
      dispatch();
    });
    return thread;
  }

  function causeOfDeath({ label }: Job, failure: Error | undefined, code: number): Error {
    const isMemory =
      failure !== undefined && "code" in failure && failure.code === "ERR_WORKER_OUT_OF_MEMORY";
    if (isMemory) return new WorkMemoryError(label, { cause: failure });
    return new WorkCrashedError(label, failure?.message ?? `exit status ${code}`, { cause: failure });
  }

  function finish(thread: Thread, answer: WorkerAnswer): void {
    const { job } = thread;
    if (job === undefined) return;
    settle(job, () =>
      "output" in answer ? job.resolve(answer.output) : job.reject(deserializeError(answer.error)),
    );
    rest(thread);
    dispatch();
  }

  /** Marks a thread as idle: it no longer keeps the process alive, and ends after `idleMs` unless it is pinned. */
  function rest(thread: Thread): void {
    thread.job = undefined;
    thread.worker.unref();
    if (thread.pins.size > 0) return;
    clearTimeout(thread.idleTimer);
    thread.idleTimer = setTimeout(() => void end(thread), idleMs).unref();
  }

  /**
   * The thread for a job now: the pinned one; else a free one, those without pins first; else a new one. If the pool is full and all free
   * threads hold another resource, an unpinned one is terminated to make room.
   */
  function threadFor({ pin, loads }: Job): Thread | undefined {
    if (pin?.thread !== undefined) return pin.thread.job === undefined ? pin.thread : undefined;
    const free = [...threads]
      .filter(({ job, isEnding }) => job === undefined && !isEnding)
      .toSorted((a, b) => a.pins.size - b.pins.size);
    const isOther = ({ holds }: Thread) => holds !== undefined && loads !== undefined && holds !== loads;
    const fitting = free.find((thread) => !isOther(thread));
    if (fitting !== undefined) return fitting;
    if (threads.size < most) return start();
    const [first] = free;
    if (first === undefined || first.pins.size > 0) return first;
    // Its end dispatches again.
    void end(first);
    return undefined;
  }

  /** Starts waiting jobs on free threads. */
  function dispatch(): void {
    for (const job of [...queue]) {
      const { pin, label, loads } = job;
      if (pin?.thread?.isEnding) {
        abandon(job, new WorkCrashedError(label, "another task ended the worker that it was pinned to"));
        continue;
      }
      const thread = threadFor(job);
      if (thread === undefined) continue;
      queue.splice(queue.indexOf(job), 1);
      if (pin !== undefined) pinTo(pin, thread);
      thread.holds = loads ?? thread.holds;
      begin(thread, job);
    }
  }

  function pinTo(pin: Pin, thread: Thread): void {
    pin.thread = thread;
    thread.pins.add(pin);
  }

  function unpin(pin: Pin): void {
    const { thread } = pin;
    if (thread?.pins.delete(pin) && thread.job === undefined && !thread.isEnding) rest(thread);
  }

  function begin(thread: Thread, job: Job): void {
    thread.job = job;
    clearTimeout(thread.idleTimer);
    thread.worker.ref();
    try {
      thread.worker.postMessage(job.order, [...(job.transfer ?? [])]);
    } catch (error) {
      // The input cannot be cloned, so the worker has received nothing.
      settle(job, () => job.reject(error));
      rest(thread);
      return;
    }
    job.release.push(...limits(thread, job));
  }

  /** Starts the timers of a task's limits. Returns functions that stop them. */
  function limits({ worker }: Thread, job: Job): (() => void)[] {
    const { label, cpuMs, deadlineMs } = job;
    const releases: (() => void)[] = [];
    if (deadlineMs !== undefined) {
      const late = () => abandon(job, new WorkTimeoutError(label, deadlineMs, "clock"));
      const timer = setTimeout(late, deadlineMs);
      releases.push(() => clearTimeout(timer));
    }
    if (cpuMs !== undefined) {
      const everyMs = Math.min(READ_MS.most, Math.max(READ_MS.least, cpuMs / READS_OF_LIMIT));
      let before: number | undefined;
      const read = async () => {
        // A thread that has not started yet, or has ended, has no CPU time.
        const usage = await worker.cpuUsage().catch(() => undefined);
        if (usage === undefined) return;
        const usedMs = (usage.user + usage.system) / 1_000;
        before ??= usedMs;
        if (usedMs - before > cpuMs) abandon(job, new WorkTimeoutError(label, cpuMs, "cpu"));
      };
      void read();
      const timer = setInterval(() => void read(), everyMs);
      releases.push(() => clearInterval(timer));
    }
    return releases;
  }

  const runnerOf = (pin?: Pin): Runner => ({
    run(module, name, input, options = {}) {
      return new Promise((resolve, reject) => {
        const { signal } = options;
        if (isClosed) throw new WorkClosedError();
        signal?.throwIfAborted();
        const order = { url: module.url.href, name, input };
        const settlement = { resolve: resolve as (output: unknown) => void, reject };
        const label = taskLabel(module, name);
        const job: Job = { ...options, ...settlement, order, label, pin, release: [] };
        const stop = () => abandon(job, signal?.reason);
        signal?.addEventListener("abort", stop, { once: true });
        job.release.push(() => signal?.removeEventListener("abort", stop));
        queue.push(job);
        dispatch();
        if (queue.length <= waiting) return;
        const reason = `${waiting} tasks are waiting for a worker, which is the maximum`;
        abandon(job, new BusyError(reason));
      });
    },
  });

  return {
    ...runnerOf(),
    pin() {
      const state: Pin = { thread: undefined };
      return { ...runnerOf(state), release: () => unpin(state) };
    },
    async close() {
      isClosed = true;
      const jobs = [...queue, ...[...threads].flatMap(({ job }) => job ?? [])];
      const ended = [...threads].map(end);
      for (const job of jobs) abandon(job, new WorkClosedError());
      await Promise.all(ended);
    },
  };
}
