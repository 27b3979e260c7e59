// The guarantees of the protocol, under real concurrency, on every implementation of the stores; run by the tests of each.
import { describe, expect, test } from "vitest";
import { planClaim } from "./claim.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { StepMessage } from "./message.ts";
import { type Exit, planRecord } from "./record.ts";
import { SAMPLE_BOOK, type Sample, type SampleBook, sample } from "./sample-session.ts";
import type { Services } from "./services.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

/** Short enough for a test, long enough for a slow machine. */
const SETTINGS = {
  ...DEFAULT_SETTINGS,
  timings: { ...DEFAULT_SETTINGS.timings, leaseMs: 10_000, heartbeatMs: 500, projectionMs: 50 },
};

export interface ProtocolStores extends Pick<Services, "schedules" | "stories" | "projector" | "newId"> {
  /** A client's read of a session's document. */
  readSession(sessionId: string): Promise<Record<string, unknown> | undefined>;
  readPhase(sessionId: string, phase: "plot"): Promise<Record<string, unknown> | undefined>;
}

/** `use` gives the stores of the whole suite; it is called inside the tests. */
export function describeProtocol(name: string, use: () => ProtocolStores): void {
  function begin(durationMs: SampleBook["durationMs"] = () => 0, clock: Clock = systemClock): Sample {
    const { schedules, stories, projector, newId } = use();
    const stores = { schedules, stories, projector, newId };
    return sample({ ...SAMPLE_BOOK, durationMs }, { ...stores, clock, settings: SETTINGS });
  }

  async function firstMessage(book: Sample): Promise<StepMessage> {
    await book.start();
    const [message] = book.services.publisher.queue.splice(0);
    if (message === undefined) throw new Error("nothing was published");
    return message;
  }

  async function claim({ services }: Sample, { sessionId, step }: StepMessage, atLeast = 0) {
    const release = (await services.schedules.read(sessionId))?.inFlight[step]?.release ?? 0;
    const claimed = await services.schedules.updateStep(sessionId, step, (record, now) =>
      planClaim(record, { step, release, timings: SETTINGS.timings }, now + atLeast),
    );
    return { release, claimed };
  }

  function record({ services }: Sample, { sessionId }: StepMessage, exit: Omit<Exit, "step">) {
    return services.schedules.update(sessionId, "concept", (current) =>
      planRecord(current, { ...exit, step: "concept" }, SETTINGS),
    );
  }

  const concept = (output: string): Exit["outcome"] => ({
    kind: "done",
    result: { output, characters: [] },
    view: {},
  });

  describe(name, () => {
    test("a step runs once although several workers get its message at once", async () => {
      const book = begin(() => 50);
      const message = await firstMessage(book);
      const answers = await Promise.all([1, 2, 3].map(() => book.runner.handle(message)));
      expect(answers).toEqual(["ack", "ack", "ack"]);
      expect(book.tools.runs.map(({ step }) => step)).toEqual(["concept"]);
    });

    test("the record of a worker that lost its lease is refused, but its cost is booked", async () => {
      const book = begin();
      const message = await firstMessage(book);
      const first = await claim(book, message);
      const second = await claim(book, message, SETTINGS.timings.leaseMs);
      expect([first.claimed, second.claimed]).toMatchObject([
        { kind: "claimed", fence: 1 },
        { kind: "claimed", fence: 2, lapsedFence: 1 },
      ]);
      const { release } = first;
      const late = { release, fence: 1, outcome: concept("late"), paidMicros: 30 };
      expect(await record(book, message, late)).toMatchObject({ kind: "refused", released: [] });
      const good = { release, fence: 2, outcome: concept("good"), paidMicros: 12 };
      expect(await record(book, message, good)).toMatchObject({ kind: "taken" });
      const later = { ...late, outcome: concept("later still") };
      expect(await record(book, message, later)).toMatchObject({ kind: "refused" });
      const schedule = await book.services.schedules.read(message.sessionId);
      expect(schedule?.results.concept?.output).toBe("good");
      expect(schedule?.costMicros).toBe(42);
    });

    test("a record that is tried twice counts once and reports the repetition", async () => {
      const book = begin();
      const message = await firstMessage(book);
      const { release } = await claim(book, message);
      const exit = { release, fence: 1, outcome: concept("x"), paidMicros: 5 };
      const kinds = await Promise.all([record(book, message, exit), record(book, message, exit)]);
      expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(["repeated", "taken"]);
      expect((await book.services.schedules.read(message.sessionId))?.costMicros).toBe(5);
    });

    test("a whole session, with all messages doubled and delivered at once, runs each step once", async () => {
      const book = begin();
      const sessionId = await book.start();
      const { queue } = book.services.publisher;
      const running = new Set<Promise<void>>();
      while (queue.length > 0 || running.size > 0) {
        for (const message of queue.splice(0)) {
          for (let copy = 0; copy < 2; copy++) {
            const handled = book.runner.handle(message).then((answer) => {
              expect(answer).toBe("ack");
              running.delete(handled);
            });
            running.add(handled);
          }
        }
        await Promise.race(running);
      }
      const steps = book.tools.runs.map(({ step }) => step);
      expect(steps).toHaveLength(18);
      expect(new Set(steps).size).toBe(18);
      const schedule = await book.services.schedules.read(sessionId);
      expect(schedule?.inFlight).toEqual({});
      const shown = await use().readSession(sessionId);
      expect(shown).toMatchObject({ status: "completed", pages: 3, panels: 6, seq: schedule?.seq });
    });

    test("a finished book can be edited, drawn again in one place, and returned to without a run", async () => {
      const book = begin();
      const sessionId = await book.start();
      const finish = async () => {
        const { queue } = book.services.publisher;
        while (queue.length > 0)
          await Promise.all(queue.splice(0).map((message) => book.runner.handle(message)));
        const schedule = await book.services.schedules.read(sessionId);
        if (schedule === undefined) throw new Error("the session is missing");
        expect(schedule.state.status).toBe("completed");
        return schedule;
      };
      const first = await finish();
      book.tools.runs.length = 0;
      const by = "ann";
      const step = { phase: "plot", of: "book" } as const;
      await Promise.all([
        book.revisions.editStep({ sessionId, by, step, patch: { variant: "mine" } }),
        book.revisions.redrawPanel({ sessionId, by, page: 1, panel: "k2" }),
      ]);
      const second = await finish();
      const art = book.tools.runs.filter((run) => run.step.startsWith("artwork"));
      expect(art.map((run) => run.step)).toEqual(["artwork/p001/k2"]);
      expect(second.versions).toMatchObject([{ number: 1 }, { number: 2 }, { number: 3 }]);
      expect(await use().readPhase(sessionId, "plot")).toMatchObject({ output: { variant: "mine" } });
      book.tools.runs.length = 0;
      await book.revisions.restoreVersion({ sessionId, by, version: 1 });
      expect((await finish()).results).toEqual(first.results);
      expect(book.tools.runs).toEqual([]);
      expect(await use().readPhase(sessionId, "plot")).toMatchObject({ output: { variant: 0 } });
    });

    test("cancelling aborts running steps and leaves nothing in flight", async () => {
      const book = begin(() => 20_000);
      const message = await firstMessage(book);
      const handled = book.runner.handle(message);
      while (book.tools.runs.length === 0) await systemClock.sleep(5);
      await book.commands.cancelSession(message.sessionId);
      expect(await handled).toBe("ack");
      expect(book.tools.runs).toMatchObject([{ aborted: true }]);
      const schedule = await book.services.schedules.read(message.sessionId);
      expect(schedule).toMatchObject({ state: { status: "cancelled" }, inFlight: {} });
    });

    test("cancelling while pictures are drawn stops all five, and nothing begins after it is shown", async () => {
      const book = begin((ref) => (ref.of === "panel" ? 20_000 : 0));
      const sessionId = await book.start();
      const { queue } = book.services.publisher;
      const drawn = () => book.tools.runs.filter(({ step }) => step.startsWith("artwork"));
      const running = new Set<Promise<void>>();
      const deliver = () => {
        for (const message of queue.splice(0)) {
          const handled = book.runner.handle(message).then(() => void running.delete(handled));
          running.add(handled);
        }
      };
      while (drawn().length < 5) {
        deliver();
        await systemClock.sleep(5);
      }
      await book.commands.cancelSession(sessionId);
      const begun = book.tools.runs.length;
      while (queue.length > 0 || running.size > 0) {
        deliver();
        await Promise.race(running);
      }
      expect(book.tools.runs).toHaveLength(begun);
      expect(drawn()).toHaveLength(5);
      expect(drawn().every(({ aborted, endedAt }) => aborted && endedAt === undefined)).toBe(true);
      const schedule = await book.services.schedules.read(sessionId);
      expect(schedule).toMatchObject({ state: { status: "cancelled" }, inFlight: {} });
    });
  });
}
