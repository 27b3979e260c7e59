// Port for CPU-bound work that must not block the event loop which serves requests: a task of a task module is run elsewhere, with
// a deadline, and its result comes back. Implemented by `thread-pool.ts` (worker threads) and `inline-work.ts` (this process).

import type { MessagePort } from "node:worker_threads";

/**
 * A module whose exported functions may run in a worker. A task takes one argument; argument and result are structured clones
 * (https://developer.mozilla.org/docs/Web/API/Web_Workers_API/Structured_clone_algorithm), so they hold plain data, maps, typed
 * arrays and no functions. A task is pure: it may be ended anywhere, and run again.
 *
 * Both fields name the same file: `url` is what a worker imports, `load` runs it in this process, gives the tasks their types and
 * has the bundler make a file of it.
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
  /** When it aborts, the task is ended and the caller gets the signal's reason. */
  signal?: AbortSignal | undefined;
  /** CPU time of the worker from the task's begin, in ms. A process that shares its cores spends no more of it. Default: no limit. */
  cpuMs?: number | undefined;
  /** Time from the task's begin by the clock, in ms; waiting for a worker does not count. Default: no limit. */
  deadlineMs?: number | undefined;
  /** Buffers and ports of the input that are handed over instead of copied: the caller must not use them again. */
  transfer?: readonly (ArrayBuffer | MessagePort)[] | undefined;
  /**
   * What the task leaves loaded in its worker, where that is large: `dictionary ja`. A worker holds one such thing: a task that loads
   * another gets a new worker, and where there is no room for one, a free worker that holds something else is ended first.
   */
  loads?: string | undefined;
}

/** Runs tasks. */
export interface Runner {
  /**
   * Runs an exported function of a task module. The input is copied when the task begins, and must not change before that.
   *
   * Throws what the task throws: the classes in `deserialize-error.ts` keep their class and their fields, any other error comes as an
   * `Error` with its name, message and stack. Also throws
   * - `BusyError` when as many tasks wait as may wait;
   * - `WorkTimeoutError` when the task took longer than it may; the task is ended;
   * - `WorkMemoryError` when the worker's heap was full, `WorkCrashedError` when the worker ended otherwise. Only this task fails;
   * - the signal's reason when it aborts, while the task waits too.
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
   * For tasks that go on from one another, with state in their module between them: all tasks of a seat run in the same worker, and
   * those of others run in between. `WorkCrashedError` when that worker has ended since the last of them.
   */
  pin(): PinnedRunner;
  /** Ends all workers. Tasks that run or wait are rejected, and so is every later `run`. */
  close(): Promise<void>;
}

export interface PinnedRunner extends Runner {
  /** Frees the worker. What the tasks have left in their module is for them to drop. */
  release(): void;
}

/** What a task is called in messages: `letter (drafter-tasks)`. */
export function taskLabel({ url }: TaskModule<unknown>, name: string): string {
  const file = url.pathname.split("/").at(-1) ?? "";
  return `${name} (${file.replace(/(-[A-Z0-9]{8})?\.\w+$/, "")})`;
}

/** A task took longer than it may. The same input will most likely take as long again. */
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

/** A task needed more memory than the heap of its worker may take. The same input will most likely need as much again. */
export class WorkMemoryError extends Error {
  override readonly name = "WorkMemoryError";
  readonly task: string;
  constructor(task: string, options?: ErrorOptions) {
    super(`the task ${task} needed more memory than a worker may take and was ended`, options);
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
