import { describe, expect, test } from "vitest";
import { planClaim } from "./claim.ts";
import { RetryableError } from "./errors.ts";
import { redriveSession } from "./redrive.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";
import { DEFAULT_TIMINGS } from "./settings.ts";
import type { PhaseName } from "./step-id.ts";
import { sweep } from "./sweep.ts";

const by = "operator";

async function read({ services }: Sample, sessionId: string) {
  const schedule = await services.schedules.read(sessionId);
  if (schedule === undefined) throw new Error("the session is missing");
  return schedule;
}

/** Redrives, and lets time go on while that waits to be shown. */
async function redrive({ services, clock }: Sample, request: { sessionId: string; from?: PhaseName }) {
  let isOver = false;
  const redriven = redriveSession(services, { ...request, by }).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise(setImmediate);
    if (!isOver) clock.tick();
  }
  return redriven;
}

const made = ({ tools }: Sample) => tools.runs.map(({ step }) => step).toSorted();

describe("a failed session that is redriven", () => {
  test("continues from the failed step, and makes no valid result again", async () => {
    const book = sample();
    book.tools.before = (ref) => {
      if (ref.phase === "lettering" && ref.of === "page" && ref.page === 2)
        throw new RetryableError("broken");
    };
    const sessionId = await book.start();
    await deliverAll(book);
    expect((await read(book, sessionId)).state).toMatchObject({ status: "failed" });
    book.tools.before = undefined;
    book.tools.runs.length = 0;

    const redriven = await redrive(book, { sessionId });
    expect(redriven).toMatchObject({ status: "running", published: ["lettering/p002"], again: [] });
    await deliverAll(book);
    expect((await read(book, sessionId)).state.status).toBe("completed");
    expect(made(book)).toEqual(["finish", "lettering/p002"]);
    expect(book.projector.events.get(`${sessionId}/session.1.session-retried`)).toBeDefined();
  });
});

describe("a session that is stuck", () => {
  test("has its lost messages published again at once, without waiting for the sweep", async () => {
    const book = sample();
    const sessionId = await book.start();
    book.services.publisher.queue.length = 0;
    await deliverAll(book);
    const { published, busy } = await redrive(book, { sessionId });
    expect([published, busy]).toEqual([["concept"], []]);
    await deliverAll(book);
    expect((await read(book, sessionId)).state.status).toBe("completed");
  });

  test("is unchanged if a worker has a step", async () => {
    const book = sample();
    const sessionId = await book.start();
    const [message] = book.services.publisher.queue.splice(0);
    if (message === undefined) throw new Error("nothing was published");
    const working = book.runner.handle(message);
    while (made(book).length === 0) await new Promise(setImmediate);
    expect(await redrive(book, { sessionId })).toMatchObject({
      published: [],
      busy: ["concept"],
    });
    await deliverAll(book);
    await working;
    expect(made(book).filter((step) => step === "concept")).toEqual(["concept"]);
  });

  test("gets five new claims for a step that has used all of its own", async () => {
    const book = sample();
    const sessionId = await book.start();
    const { queue } = book.services.publisher;
    // Every worker that claims it disappears.
    for (let death = 0; death < 5; death++) {
      await book.services.schedules.updateStep(sessionId, "concept", (record, now) => {
        const { step, value } = planClaim(
          record,
          { step: "concept", release: 1, timings: DEFAULT_TIMINGS },
          now,
        );
        return { step: step && { ...step, leaseUntil: now - 1 }, value };
      });
    }
    queue.length = 0;
    const { published } = await redrive(book, { sessionId });
    expect(published).toEqual(["concept"]);
    await deliverAll(book);
    expect((await read(book, sessionId)).state.status).toBe("completed");
  });
});

describe("from a phase on", () => {
  test("a finished book is made again, and the earlier version stays", async () => {
    const book = sample();
    const sessionId = await book.start();
    await deliverAll(book);
    book.tools.runs.length = 0;
    book.tools.variant = (ref) => (ref.phase === "artwork" ? "another hand" : 0);

    const { again, status } = await redrive(book, { sessionId, from: "artwork" });
    expect(status).toBe("running");
    expect(again).toHaveLength(6 + 3 + 1);
    await deliverAll(book);
    expect((await read(book, sessionId)).state.status).toBe("completed");
    expect(made(book)).toEqual(again.toSorted());
    expect(await book.revisions.listVersions(sessionId)).toMatchObject([
      { number: 1, what: "start", complete: true },
      { number: 2, what: "redrive", by, complete: true, current: true },
    ]);
    const { differences } = await book.revisions.compareVersions(sessionId, { a: 1, b: 2 });
    expect(differences.length).toBeGreaterThanOrEqual(6);
    await book.revisions.restoreVersion({ sessionId, by, version: 1 });
    await deliverAll(book);
    expect((await read(book, sessionId)).state.status).toBe("completed");
  });

  test("an unchanged result ends the reruns, and the gate of its phase stays decided", async () => {
    const book = sample();
    const sessionId = await book.start({ review: ["plot"] });
    await deliverAll(book);
    const decision = { kind: "approve", by: "ann" } as const;
    await book.commands.decideGate({ sessionId, phase: "plot", revision: 1, decision });
    await deliverAll(book);
    await redrive(book, { sessionId, from: "plot" });
    await deliverAll(book);
    const { state, gates } = await read(book, sessionId);
    expect([state.status, gates.plot?.revision]).toEqual(["completed", 1]);
  });

  test("an unfinished session continues from there, with its steps in flight", async () => {
    const book = sample();
    const sessionId = await book.start();
    await deliverAll(book, { until: () => made(book).some((step) => step.startsWith("artwork")) });
    await redrive(book, { sessionId, from: "storyboard" });
    await deliverAll(book);
    await sweep([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], book.clock.now() + 60_000, book.services);
    await deliverAll(book);
    const { state, inFlight } = await read(book, sessionId);
    expect([state.status, inFlight]).toEqual(["completed", {}]);
  });
});

describe("a redrive is refused", () => {
  test("for a session that is complete, is cancelled, waits for people or does not exist", async () => {
    const book = sample();
    const complete = await book.start();
    const cancelled = await book.start();
    await book.commands.cancelSession(cancelled);
    const waiting = await book.start({ review: ["concept"] });
    await deliverAll(book, {
      until: () => book.services.publisher.queue.length === 0 && made(book).length > 40,
    });
    await deliverAll(book, { until: () => book.projector.sessions.get(waiting)?.status === "waiting" });
    const refused = (sessionId: string, from?: "plot") =>
      redriveSession(book.services, { sessionId, from, by });
    await deliverAll(book, { until: () => book.projector.sessions.get(complete)?.status === "completed" });
    await expect(refused(complete)).rejects.toMatchObject({ code: "completed" });
    await expect(refused(cancelled)).rejects.toMatchObject({ code: "cancelled" });
    await expect(refused(cancelled, "plot")).rejects.toMatchObject({ code: "cancelled" });
    await expect(refused("nobody")).rejects.toThrow("there is no session nobody");
    const open = book.projector.sessions.get(waiting)?.status;
    if (open === "waiting")
      await expect(refused(waiting)).rejects.toMatchObject({ code: "waits-for-people" });
    expect(open).toBe("waiting");
  });
});
