import fc from "fast-check";
import { expect, it } from "vitest";
import { oneAtATime } from "./one-at-a-time.ts";

/** A job that ends on demand. */
function heldJob(name: string, begun: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const job = () => {
    begun.push(name);
    return promise;
  };
  return { job, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

/** Lets all that is settled go on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it("starts each job when the previous one has ended, in the order of arrival, also after one that throws", async () => {
  const run = oneAtATime({ waiting: 5, deadlineMs: 1_000 });
  const begun: string[] = [];
  const [a, b, c] = [heldJob("a", begun), heldJob("b", begun), heldJob("c", begun)];
  const [first, second, third] = [run(a.job), run(b.job), run(c.job)];
  await settled();
  expect(begun).toEqual(["a"]);
  a.fail();
  await expect(first).rejects.toThrow("a");
  expect(begun).toEqual(["a", "b"]);
  b.end();
  expect(await second).toBe("b");
  c.end();
  expect(await third).toBe("c");
});

it("refuses a job when the maximum number wait, and accepts jobs again later", async () => {
  const run = oneAtATime({ waiting: 1, deadlineMs: 1_000 });
  const begun: string[] = [];
  const [a, b, c] = [heldJob("a", begun), heldJob("b", begun), heldJob("c", begun)];
  const jobs = [run(a.job), run(b.job)];
  await expect(run(c.job)).rejects.toMatchObject({ name: "BusyError", message: /which is the maximum/ });
  a.end();
  b.end();
  expect(await Promise.all(jobs)).toEqual(["a", "b"]);
  c.end();
  expect(await run(c.job)).toBe("c");
});

it("refuses a job that has waited too long, without starting it, and runs the next one", async () => {
  const timers: (() => void)[] = [];
  const startTimer = (expire: () => void, ms: number) => {
    expect(ms).toBe(2_000);
    timers.push(expire);
    return () => {};
  };
  const run = oneAtATime({ waiting: 5, deadlineMs: 2_000, startTimer });
  const begun: string[] = [];
  const [a, b, c] = [heldJob("a", begun), heldJob("b", begun), heldJob("c", begun)];
  const [first, second, third] = [run(a.job), run(b.job), run(c.job)];
  timers[0]?.();
  await expect(second).rejects.toMatchObject({ name: "BusyError", message: /waited 2 s/ });
  a.end();
  c.end();
  expect([await first, await third]).toEqual(["a", "c"]);
  expect(begun).toEqual(["a", "c"]);
});

it("never runs two jobs at once, for any times of arrival and durations", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ after: fc.nat(4), takes: fc.nat(4), throws: fc.boolean() }), { maxLength: 12 }),
      async (jobs) => {
        const run = oneAtATime({ waiting: 12, deadlineMs: 60_000 });
        const turns = async (count: number) => {
          for (let turn = 0; turn < count; turn++) await settled();
        };
        let [running, most] = [0, 0];
        const ends = await Promise.allSettled(
          jobs.map(async ({ after, takes, throws }) => {
            await turns(after);
            return run(async () => {
              running += 1;
              most = Math.max(most, running);
              await turns(takes);
              running -= 1;
              if (throws) throw new Error("a job's own");
            });
          }),
        );
        expect(most).toBe(Math.min(1, jobs.length));
        expect(ends.map(({ status }) => status === "rejected")).toEqual(jobs.map(({ throws }) => throws));
      },
    ),
    { numRuns: 40 },
  );
});
