import { describe, expect, it } from "vitest";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import { runConcurrently } from "./run-concurrently.ts";

/** Tasks that the test ends one by one. */
function opened(count: number) {
  const begun: number[] = [];
  const gates = Array.from({ length: count }, () => Promise.withResolvers<number>());
  const tasks = gates.map(({ promise }, index) => () => {
    begun.push(index);
    return promise;
  });
  return { begun, gates, tasks };
}

/** Waits until all tasks that can continue have done so. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("concurrent tasks", () => {
  it("are at most so many at once, and their results are in order", async () => {
    const { begun, gates, tasks } = opened(5);
    const all = runConcurrently(tasks, 2);
    expect(begun).toEqual([0, 1]);
    gates[1]?.resolve(1);
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    for (const [index, gate] of gates.entries()) gate.resolve(index);
    expect(await all).toEqual([0, 1, 2, 3, 4]);
  });

  it("may be an empty list", async () => {
    expect(await runConcurrently([], 4)).toEqual([]);
  });

  it("after a failure, no further task starts, and running ones are awaited", async () => {
    const { begun, gates, tasks } = opened(5);
    let isOver = false;
    const all = runConcurrently(tasks, 2).finally(() => {
      isOver = true;
    });
    all.catch(() => {});
    gates[0]?.reject(new RetryableError("first"));
    await settled();
    expect({ begun, isOver }).toEqual({ begun: [0, 1], isOver: false });
    gates[1]?.resolve(1);
    await expect(all).rejects.toThrow("first");
    expect(begun).toEqual([0, 1]);
  });

  const terminal = new TerminalError("refused", "terminal");
  const [retryable, other] = [new RetryableError("retryable"), new Error("other")];
  const [soon, late] = [new BusyError("soon", 100), new BusyError("late", 9_000)];
  it.each([
    [[soon, retryable, terminal], terminal],
    [[soon, other, retryable], retryable],
    [[soon, other], other],
    [[late, soon], soon],
  ])("fail with the most severe of their failures (%#)", async (failures, gravest) => {
    const tasks = failures.map((failure) => () => Promise.reject(failure));
    await expect(runConcurrently(tasks, failures.length)).rejects.toBe(gravest);
  });
});
