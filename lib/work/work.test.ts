// The port on threads and in this process; then the behaviour that only threads have.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { BusyError } from "../pipeline/errors.ts";
import { inlineWork } from "./inline-work.ts";
import { type ThreadPoolOptions, threadPool } from "./thread-pool.ts";
import { type Work, WorkCrashedError, WorkMemoryError, WorkTimeoutError } from "./work.ts";
import { describeWork, SAMPLES } from "./work-contract.ts";

const ROOT = join(import.meta.dirname, "../..");

describeWork("work in worker threads", () => threadPool({ threads: 2 }));
describeWork("work in this process", inlineWork);

test("every task module is the same file by its address and by its import", () => {
  const files = globSync("lib/**/*.ts", { cwd: ROOT, exclude: ["**/*.test.ts"] });
  const named = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, file]) => file).toSorted();
  let modules = 0;
  for (const file of files) {
    const text = readFileSync(join(ROOT, file), "utf8");
    const addresses = named(text, /new URL\("(\.\/[\w-]+-tasks\.ts)"/g);
    modules += addresses.length;
    expect(addresses, file).toEqual(named(text, /=> import\("(\.\/[\w-]+-tasks\.ts)"\)/g));
  }
  expect(modules).toBeGreaterThanOrEqual(5);
});

describe("a pool of threads", () => {
  const opened: Work[] = [];
  const pool = (options: ThreadPoolOptions = {}): Work => {
    const made = threadPool({ threads: 1, ...options });
    opened.push(made);
    return made;
  };
  afterEach(async () => {
    for (const made of opened.splice(0)) await made.close();
  });

  test.each(["spin", "backtrack"] as const)("ends a task that never yields: %s", async (task) => {
    const work = pool();
    const error = await work.run(SAMPLES, task, undefined, { cpuMs: 50 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WorkTimeoutError);
    expect(error).toMatchObject({ of: "cpu", limitMs: 50, task: `${task} (sample-tasks)` });
    const aborted = work.run(SAMPLES, task, undefined, { signal: AbortSignal.timeout(20) });
    await expect(aborted).rejects.toHaveProperty("name", "TimeoutError");
    expect(await work.run(SAMPLES, "echo", 1)).toMatchObject({ performed: 1 });
  });

  test("counts only CPU time: a waiting task uses none", async () => {
    const work = pool();
    await work.run(SAMPLES, "echo", 1);
    const waiting = work.run(SAMPLES, "wait", undefined, { cpuMs: 150, deadlineMs: 400 });
    await expect(waiting).rejects.toMatchObject({ of: "clock" });
  });

  test("terminates a task that fills its heap, and only this one fails", async () => {
    const work = pool({ heapMb: 24 });
    const full = work.run(SAMPLES, "fill", undefined);
    const next = work.run(SAMPLES, "echo", "next");
    const error = await full.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WorkMemoryError);
    expect(error).toHaveProperty(
      "message",
      expect.stringContaining("fill (sample-tasks) exceeded a worker's memory limit"),
    );
    expect(await next).toMatchObject({ input: "next" });
  });

  test.each([
    ["exit", "exit status 3"],
    ["crash", "thrown in a timer"],
  ] as const)("replaces a worker that ends (%s), and fails its task alone", async (task, reason) => {
    const work = pool();
    const dying = work.run(SAMPLES, task, undefined);
    const next = work.run(SAMPLES, "echo", "next");
    const error = await dying.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WorkCrashedError);
    expect(error).toHaveProperty("message", expect.stringContaining(reason));
    expect(await next).toMatchObject({ input: "next", performed: 1 });
  });

  test("lets the maximum number of tasks wait, and rejects the next one as busy", async () => {
    const work = pool({ waiting: 2 });
    const abort = new AbortController();
    const { signal } = abort;
    const running = work.run(SAMPLES, "wait", undefined, { signal });
    const first = work.run(SAMPLES, "echo", 1);
    const second = work.run(SAMPLES, "echo", 2, { signal });
    await expect(work.run(SAMPLES, "echo", 3)).rejects.toBeInstanceOf(BusyError);
    abort.abort(new Error("cancelled"));
    await expect(running).rejects.toThrow("cancelled");
    await expect(second).rejects.toThrow("cancelled");
    expect(await first).toMatchObject({ input: 1 });
    expect(await work.run(SAMPLES, "echo", 4)).toMatchObject({ input: 4 });
  });

  test("runs as many tasks at once as it has threads", async () => {
    const work = pool({ threads: 2, waiting: 0 });
    const signal = AbortSignal.timeout(200);
    const both = [
      work.run(SAMPLES, "wait", undefined, { signal }),
      work.run(SAMPLES, "wait", undefined, { signal }),
    ];
    await expect(work.run(SAMPLES, "echo", 1)).rejects.toBeInstanceOf(BusyError);
    for (const ended of both) await expect(ended).rejects.toHaveProperty("name", "TimeoutError");
  });

  test("ends a worker that has been idle, and starts another when it is needed", async () => {
    const work = pool({ idleMs: 0 });
    expect(await work.run(SAMPLES, "echo", 1)).toMatchObject({ performed: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(await work.run(SAMPLES, "echo", 2)).toMatchObject({ performed: 1 });
  });

  test("loads one resource in a worker: a task with another gets a new worker, also if a worker is waiting", async () => {
    const work = pool();
    const echo = (input: number, loads?: string) => work.run(SAMPLES, "echo", input, { loads });
    expect(await echo(1, "dictionary ja")).toMatchObject({ performed: 1 });
    expect(await echo(2)).toMatchObject({ performed: 2 });
    const both = [echo(3, "dictionary en"), echo(4, "dictionary ja")];
    for (const answer of await Promise.all(both)) expect(answer).toMatchObject({ performed: 1 });
    expect(await echo(5, "dictionary ja")).toMatchObject({ performed: 2 });
  });

  test("keeps an idle worker with pinned tasks, and reports when another task has ended it", async () => {
    const work = pool({ idleMs: 0 });
    const pinned = work.pin();
    expect(await pinned.run(SAMPLES, "echo", 1)).toMatchObject({ performed: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(await pinned.run(SAMPLES, "echo", 1)).toMatchObject({ performed: 2 });
    await expect(work.run(SAMPLES, "spin", undefined, { cpuMs: 20 })).rejects.toBeInstanceOf(
      WorkTimeoutError,
    );
    await expect(pinned.run(SAMPLES, "echo", 1)).rejects.toBeInstanceOf(WorkCrashedError);
    pinned.release();
    expect(await work.run(SAMPLES, "echo", 1)).toMatchObject({ performed: 1 });
  });

  test("keeps this process's event loop running while a task never yields", async () => {
    const work = pool();
    await work.run(SAMPLES, "echo", 1);
    const abort = new AbortController();
    const spinning = work.run(SAMPLES, "spin", undefined, { signal: abort.signal });
    for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
    abort.abort(new Error("a hundred turns"));
    await expect(spinning).rejects.toThrow("a hundred turns");
  });
});
