import { describe, expect, test } from "vitest";
import { BusyError } from "./errors.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";
import { boundedProgress, openProgress } from "./step-progress.ts";
import { virtualClock } from "./virtual-clock.ts";

test.each([
  [7, 20, { done: 7, total: 20 }],
  [7.9, 20, { done: 7, total: 20 }],
  [21, 20, { done: 20, total: 20 }],
  [-1, 20, { done: 0, total: 20 }],
  [2_000, 4_000, { done: 500, total: 1_000 }],
  [1, 0, undefined],
  [Number.NaN, 20, undefined],
  [1, Number.POSITIVE_INFINITY, undefined],
])("%d of %d steps are reported as %o", (done, total, told) => {
  expect(boundedProgress(done, total)).toEqual(told);
});

test("finished pictures are reported with the progress", async () => {
  const clock = virtualClock(0);
  const written: unknown[] = [];
  const teller = openProgress({
    ...{ clock, everyMs: 1_000, signal: new AbortController().signal },
    write: async (reached) => written.push(reached),
  });
  teller.tell(1, 4, ["a"]);
  await teller.end();
  expect(written).toEqual([{ done: 1, total: 4, made: ["a"] }]);
});

describe("progress reported by a picture's server", () => {
  function open(write: (reached: { done: number }) => Promise<unknown> = async () => true) {
    const clock = virtualClock(0);
    const written: [at: number, done: number][] = [];
    const stop = new AbortController();
    const teller = openProgress({
      ...{ clock, everyMs: 1_000, signal: stop.signal },
      write(reached) {
        written.push([clock.now(), reached.done]);
        return write(reached);
      },
    });
    return { clock, written, stop, teller };
  }

  /** Reports 20 steps of 290 ms each. */
  async function tellAll({ clock, teller }: ReturnType<typeof open>): Promise<void> {
    const telling = async () => {
      for (let done = 1; done <= 20; done++) {
        teller.tell(done, 20);
        await clock.sleep(290);
      }
      await teller.end();
    };
    await Promise.all([telling(), drive(clock)]);
  }

  async function drive(clock: { tick(): boolean }): Promise<void> {
    do await new Promise(setImmediate);
    while (clock.tick());
  }

  test("is written once a second, only the latest, and not after the end", async () => {
    const opened = open();
    await tellAll(opened);
    expect(opened.written).toEqual([
      [0, 1],
      [1_000, 4],
      [2_000, 7],
      [3_000, 11],
      [4_000, 14],
      [5_000, 18],
    ]);
    opened.teller.tell(20, 20);
    await drive(opened.clock);
    expect(opened.written).toHaveLength(6);
  });

  test("continues after a failed write, and stops with the signal", async () => {
    const opened = open(() => Promise.reject(new BusyError("down")));
    await tellAll(opened);
    expect(opened.written).toHaveLength(6);
    const stopped = open();
    stopped.stop.abort("cancelled");
    await tellAll(stopped);
    expect(stopped.written).toEqual([]);
  });

  test("a hanging write delays the end by a second at most", async () => {
    const hung = open(() => new Promise(() => {}));
    hung.teller.tell(1, 20);
    const endedAt = hung.teller.end().then(() => hung.clock.now());
    await drive(hung.clock);
    expect(await endedAt).toBe(1_000);
  });
});

describe("a session whose model reports its steps", () => {
  /** Pictures take 5 s, in 20 steps. */
  function book(): Sample {
    const made = sample();
    made.tools.before = async (ref, { progress, signal }) => {
      if (ref.of !== "panel" && ref.of !== "character") return expect(progress).toBeUndefined();
      for (let done = 1; done <= 20 && !signal.aborted; done++) {
        progress?.(done, 20);
        await made.clock.sleep(250, signal);
      }
      // A slow server reports progress of a step that has ended.
      void made.clock.sleep(10_000).then(() => progress?.(20, 20));
    };
    return made;
  }

  /** All progress that was written, and when. */
  function watchWrites({ services, clock }: Sample) {
    const { projector } = services;
    const write = projector.showProgress;
    const writes: { step: string; done: number; at: number; isWritten: boolean }[] = [];
    projector.showProgress = async (sessionId, progressed) => {
      const isWritten = await write(sessionId, progressed);
      const { step, reached } = progressed;
      writes.push({ step, done: reached.done, at: clock.now(), isWritten });
      return isWritten;
    };
    return writes;
  }

  test("shows progress on each panel and portrait once a second, and none when all is done", async () => {
    const made = book();
    const writes = watchWrites(made);
    const sessionId = await made.start();
    await deliverAll(made);
    const steps = Map.groupBy(writes, ({ step }) => step);
    expect(steps.size).toBe(2 + 3 * 2);
    for (const [, ofStep] of steps) {
      expect(ofStep.filter(({ isWritten }) => isWritten).length).toBeGreaterThanOrEqual(4);
      for (const [index, { at }] of ofStep.entries())
        expect(at - (ofStep[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    }
    const { pages, phases } = made.projector;
    expect([...pages.values()].flatMap(({ panels }) => panels).map(({ state }) => state)).not.toContain(
      "running",
    );
    expect(JSON.stringify([...pages.values()])).not.toContain("progress");
    expect(phases.get(`${sessionId}/characters`)).not.toHaveProperty("progress");
    expect((await made.services.schedules.read(sessionId))?.state.status).toBe("completed");
  });

  test("is made also where progress cannot be written", async () => {
    const made = book();
    made.services.projector.showProgress = () => Promise.reject(new Error("no"));
    const sessionId = await made.start();
    await deliverAll(made);
    expect((await made.services.schedules.read(sessionId))?.state.status).toBe("completed");
  });

  test("shows no progress of a picture after a cancel", async () => {
    const made = book();
    const writes = watchWrites(made);
    const sessionId = await made.start();
    let cancelledAt = 0;
    const cancel = async () => {
      while (!writes.some(({ step }) => step.startsWith("artwork/"))) await made.clock.sleep(500);
      cancelledAt = made.clock.now();
      await made.commands.cancelSession(sessionId);
    };
    await Promise.all([cancel(), deliverAll(made)]);
    expect(writes.filter(({ at, isWritten }) => isWritten && at > cancelledAt)).toEqual([]);
    expect(JSON.stringify([...made.projector.pages.values()])).not.toContain("progress");
  });
});
