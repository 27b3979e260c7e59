// The contract of every implementation of the port; run by the tests of each.
import { afterAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { BusyError, RetryableError, TerminalError } from "../pipeline/errors.ts";
import { type TaskModule, type Work, WorkClosedError, WorkTimeoutError } from "./work.ts";

export const SAMPLES: TaskModule<typeof import("./sample-tasks.ts")> = {
  url: new URL("./sample-tasks.ts", import.meta.url),
  load: () => import("./sample-tasks.ts"),
};

/** What was thrown. */
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

export function describeWork(name: string, open: () => Work): void {
  describe(name, () => {
    const work = open();
    afterAll(() => work.close());

    test("copies the input and the result of a task, including maps and bytes", async () => {
      const input = {
        text: "雨",
        map: new Map([["k1", { faces: [1, 2] }]]),
        bytes: new Uint8Array([1, 2, 3]),
      };
      const { input: given } = await work.run(SAMPLES, "echo", input);
      expect(given).toEqual(input);
      expect(given).not.toBe(input);
    });

    test("keeps a module loaded from task to task", async () => {
      const first = await work.run(SAMPLES, "echo", 1);
      const second = await work.run(SAMPLES, "echo", 2);
      expect(second.performed).toBe(first.performed + 1);
    });

    test("answers each of many concurrent tasks", async () => {
      const asked = Array.from({ length: 40 }, (_, index) => index);
      const answers = await Promise.all(asked.map((index) => work.run(SAMPLES, "echo", index)));
      expect(answers.map(({ input }) => input)).toEqual(asked);
    });

    test("transfers the listed buffers, and copies all others", async () => {
      const [kept, given] = [new Uint8Array(1_000).fill(1), new Uint8Array(1_000).fill(1)];
      expect(await work.run(SAMPLES, "sumOf", kept)).toBe(1_000);
      expect(await work.run(SAMPLES, "sumOf", given, { transfer: [given.buffer] })).toBe(1_000);
      expect(kept.byteLength).toBe(1_000);
      expect(given.byteLength).toBe(0);
    });

    test("transfers the bytes of a result that a task gives away, and copies a slice of a larger buffer", async () => {
      const pinned = work.pin();
      expect(await pinned.run(SAMPLES, "giveBytes", 1_000)).toEqual(new Uint8Array(1_000).fill(7));
      expect(await pinned.run(SAMPLES, "bytesLeft", undefined)).toBe(0);
      expect(await pinned.run(SAMPLES, "giveSlice", undefined)).toEqual(new Uint8Array(10).fill(7));
      expect(await pinned.run(SAMPLES, "bytesLeft", undefined)).toBe(100);
      pinned.release();
    });

    test("runs pinned tasks in the worker that has their state, with other tasks between them", async () => {
      const pinned = work.pin();
      await pinned.run(SAMPLES, "giveBytes", 10);
      await pinned.run(SAMPLES, "giveSlice", undefined);
      const others = Array.from({ length: 10 }, () => work.run(SAMPLES, "sumOf", new Uint8Array(10)));
      expect(await pinned.run(SAMPLES, "bytesLeft", undefined)).toBe(100);
      await Promise.all(others);
      expect(await pinned.run(SAMPLES, "bytesLeft", undefined)).toBe(100);
      pinned.release();
    });

    test("keeps the class and the fields of an error on which callers branch, with its stack and its cause", async () => {
      const terminal = await thrownBy(work.run(SAMPLES, "fail", "TerminalError"));
      expect(terminal).toBeInstanceOf(TerminalError);
      expect(terminal).toMatchObject({ code: "story-unusable", message: "not a story", retryable: true });
      expect(terminal).toHaveProperty("stack", expect.stringContaining("sample-tasks.ts"));
      expect(terminal).toHaveProperty("cause", expect.any(RangeError));
      expect(await thrownBy(work.run(SAMPLES, "fail", "RetryableError"))).toBeInstanceOf(RetryableError);
      const busy = await thrownBy(work.run(SAMPLES, "fail", "BusyError"));
      expect(busy).toBeInstanceOf(BusyError);
      expect(busy).toMatchObject({ retryAfterMs: 1_500 });
      expect(await thrownBy(work.run(SAMPLES, "fail", "RangeError"))).toBeInstanceOf(RangeError);
      expect(await thrownBy(work.run(SAMPLES, "fail", "TypeError"))).toBeInstanceOf(TypeError);
      const zod = await thrownBy(work.run(SAMPLES, "fail", "ZodError"));
      expect(zod).toBeInstanceOf(z.ZodError);
      expect(zod).toMatchObject({ issues: [{ code: "invalid_type", path: [0] }] });
    });

    test("keeps the name, the message and the code of any other error, and converts any thrown value to an error", async () => {
      const other = await thrownBy(work.run(SAMPLES, "fail", "DecodeError"));
      expect(other).toBeInstanceOf(Error);
      expect(other).toMatchObject({ name: "DecodeError", message: "something else", code: "E_ELSE" });
      expect(await thrownBy(work.run(SAMPLES, "fail", "nothing"))).toBeInstanceOf(Error);
    });

    test("rejects an input and a result that cannot be cloned, and continues", async () => {
      await expect(work.run(SAMPLES, "echo", () => 1)).rejects.toThrow(/could not be cloned/);
      await expect(work.run(SAMPLES, "uncopied", undefined)).rejects.toThrow(/could not be cloned/);
      expect(await work.run(SAMPLES, "echo", 1)).toMatchObject({ input: 1 });
    });

    test("terminates a task that exceeds its deadline, and names the task and the deadline", async () => {
      const late = await thrownBy(work.run(SAMPLES, "wait", undefined, { deadlineMs: 20 }));
      expect(late).toBeInstanceOf(WorkTimeoutError);
      expect(late).toMatchObject({ task: "wait (sample-tasks)", limitMs: 20, of: "clock" });
      expect(late).toHaveProperty("message", expect.stringContaining("took longer than 0.02 s"));
      expect(await work.run(SAMPLES, "echo", 1)).toMatchObject({ input: 1 });
    });

    test("terminates a task when its signal aborts, with the signal's reason, and starts none after that", async () => {
      const abort = new AbortController();
      const running = thrownBy(work.run(SAMPLES, "wait", undefined, { signal: abort.signal }));
      const reason = new Error("cancelled");
      setImmediate(() => abort.abort(reason));
      expect(await running).toBe(reason);
      expect(await thrownBy(work.run(SAMPLES, "echo", 1, { signal: abort.signal }))).toBe(reason);
      expect(await work.run(SAMPLES, "echo", 1)).toMatchObject({ input: 1 });
    });

    test("rejects running tasks when it is closed, and later ones", async () => {
      const closed = open();
      const running = thrownBy(closed.run(SAMPLES, "wait", undefined));
      await closed.run(SAMPLES, "echo", 1).catch(() => {});
      await closed.close();
      expect(await running).toBeInstanceOf(WorkClosedError);
      expect(await thrownBy(closed.run(SAMPLES, "echo", 1))).toBeInstanceOf(WorkClosedError);
    });
  });
}
