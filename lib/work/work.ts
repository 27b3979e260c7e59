// Port for CPU-bound work that must not block the event loop: runs a task of a task module elsewhere, with a deadline, and returns its result.
// Implemented by `thread-pool.ts` (worker threads) and `inline-work.ts` (this process).

import type { MessagePort } from "node:worker_threads";

/**
 * A module whose exported functions may run in a worker. A task takes one argument; argument and result are structured clones
 * (https://developer.mozilla.org/docs/Web/API/Web_Workers_API/Structured_clone_algorithm), so they hold plain data, maps, typed
 * arrays and no functions. A task is pure, because it may be terminated at any point and run again.
 *
 * Both fields name the same file. A worker imports `url`. `load` imports it in this process, types the tasks, and makes the bundler emit
 * the file.
 */
export interface TaskModule<Tasks> {
  readonly url: URL;
  load(): Promise<Tasks>;
}

/** The names of a module's exports that are tasks. */
export type TaskName<Tasks> = {
  [Name in keyof Tasks & string]: Tasks[Name] extends (input: never) => unknown ? Name : never;
}[keyof Tasks & string];

export type TaskInput<Task> = Task extends (input: infer Input) => unknown ? Input : never;
export type TaskOutput<Task> = Task extends (input: never) => infer Output ? Awaited<Output> : never;

export interface WorkOptions {
  /** On abort the task is terminated, and `run` rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Limit of the task's CPU time, in ms. Independent of the machine's load, unlike `deadlineMs`. Default: no limit. */
  cpuMs?: number | undefined;
  /** Limit of the task's wall-clock time, in ms, without its wait for a worker. Default: no limit. */
  deadlineMs?: number | undefined;
  /** Transfer list of the input: buffers and ports that are moved, not copied. The caller must not use them again. */
  transfer?: readonly (ArrayBuffer | MessagePort)[] | undefined;
  /**
   * Names the large resource that the task loads into its worker and leaves there: `dictionary ja`. A worker holds at most one: a task that
   * loads another gets a new worker. If the pool is full, an idle worker with another resource is terminated first.
   */
  loads?: string | undefined;
}

/** Runs tasks. */
export interface Runner {
  /**
   * Runs an exported function of a task module. The input is copied when the task starts; it must not change before that.
   *
   * Throws what the task throws: the classes in `deserialize-error.ts` keep their class and fields, any other error becomes an `Error` with
   * its name, message and stack. Also throws
   * - `BusyError` if the queue is full;
   * - `WorkTimeoutError` if the task exceeds a limit; the task is terminated;
   * - `WorkMemoryError` if the worker's heap was full, `WorkCrashedError` if the worker ended otherwise. Only this task fails;
   * - the signal's reason on abort, also while the task waits.
   */
  run<Tasks, Name extends TaskName<Tasks>>(
    module: TaskModule<Tasks>,
    name: Name,
    input: TaskInput<Tasks[Name]>,
    options?: WorkOptions,
  ): Promise<TaskOutput<Tasks[Name]>>;
}

export interface Work extends Runner {
  /**
   * Pins a sequence of tasks to one worker, so that they can keep state in their module. Other tasks may run there in between. A task throws
   * `WorkCrashedError` if the worker has ended since the previous one.
   */
  pin(): PinnedRunner;
  /** Terminates all workers. Rejects running and waiting tasks, and every later `run`. */
  close(): Promise<void>;
}

export interface PinnedRunner extends Runner {
  /** Unpins the worker. The tasks must drop their module state themselves. */
  release(): void;
}

/** The name of a task in messages: `letter (drafter-tasks)`. */
export function taskLabel({ url }: TaskModule<unknown>, name: string): string {
  const file = url.pathname.split("/").at(-1) ?? "";
  return `${name} (${file.replace(/(-[A-Z0-9]{8})?\.\w+$/, "")})`;
}

/** A task exceeded its time limit. The same input will most likely exceed it again. */
export class WorkTimeoutError extends Error {
  override readonly name = "WorkTimeoutError";
  readonly task: string;
  readonly limitMs: number;
  /** `cpu`: time of the processor; `clock`: time that passed. */
  readonly of: "cpu" | "clock";
  constructor(task: string, limitMs: number, of: "cpu" | "clock") {
    const seconds = limitMs / 1_000;
    super(
      `the task ${task} took longer than ${seconds} s${of === "cpu" ? " of CPU time" : ""} and was ended`,
    );
    this.task = task;
    this.limitMs = limitMs;
    this.of = of;
  }
}

/** A task exceeded the heap limit of its worker. The same input will most likely exceed it again. */
export class WorkMemoryError extends Error {
  override readonly name = "WorkMemoryError";
  readonly task: string;
  constructor(task: string, options?: ErrorOptions) {
    super(`the task ${task} exceeded a worker's memory limit and was ended`, options);
    this.task = task;
  }
}

/** The worker ended before it answered. */
export class WorkCrashedError extends Error {
  override readonly name = "WorkCrashedError";
  readonly task: string;
  constructor(task: string, reason: string, options?: ErrorOptions) {
    super(`the worker of the task ${task} ended: ${reason}`, options);
    this.task = task;
  }
}

/** `close` was called. */
export class WorkClosedError extends Error {
  override readonly name = "WorkClosedError";
  constructor() {
    super("the pool of workers is closed");
  }
}
