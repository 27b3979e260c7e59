import { describe, expect, test } from "vitest";
import { TerminalError } from "./errors.ts";
import { GateConflictError, SessionStateError } from "./refusals.ts";
import { deliverAll, SAMPLE_PARAMS, type Sample, sample } from "./sample-session.ts";
import { IdempotencyConflictError, SessionMissingError } from "./schedule-store.ts";
import { sweep } from "./sweep.ts";

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const shown = ({ projector }: Sample, sessionId: string) => projector.sessions.get(sessionId);
const ranOf = ({ tools }: Sample, step: string) => tools.runs.filter((run) => run.step === step).length;

describe("starting", () => {
  test("the same key gives the same session, and publishes once", async () => {
    const { commands, services } = sample();
    const request = { ownerId: "ann", text: "Once.", params: SAMPLE_PARAMS, idempotencyKey: "k" };
    const first = await commands.startSession(request);
    expect(first.created).toBe(true);
    expect(await commands.startSession(request)).toEqual({ sessionId: first.sessionId, created: false });
    await expect(commands.startSession({ ...request, text: "Twice." })).rejects.toThrow(
      IdempotencyConflictError,
    );
    expect(services.publisher.queue).toMatchObject([{ v: 1, sessionId: first.sessionId, step: "concept" }]);
  });

  test("the sweep publishes a message that was lost", async () => {
    const book = sample();
    const sessionId = await book.start();
    book.services.publisher.queue.length = 0;
    expect(await sweep(SHARDS, book.clock.now(), book.services)).toMatchObject({
      ...{ woken: 0, published: 0, oldestMs: 0 },
    });
    book.clock.skip(30_000);
    expect(await sweep(SHARDS, book.clock.now(), book.services)).toMatchObject({
      ...{ woken: 1, published: 1, oldestMs: 30_000 },
    });
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("completed");
  });
});

describe("a gate", () => {
  test("blocks the steps that need its phase until a person approves the revision that they saw", async () => {
    const book = sample();
    const sessionId = await book.start({ review: ["characters"] });
    await deliverAll(book);
    const session = shown(book, sessionId);
    expect(session).toMatchObject({ status: "waiting", waiting: { phase: "characters", revision: 1 } });
    expect(ranOf(book, "plot")).toBe(1);
    expect(ranOf(book, "storyboard/p001")).toBe(0);

    const request = { sessionId, phase: "characters", decision: { kind: "approve", by: "ann" } } as const;
    await expect(book.commands.decideGate({ ...request, revision: 2 })).rejects.toMatchObject({ current: 1 });
    await book.commands.decideGate({ ...request, revision: 1 });
    expect(shown(book, sessionId)).toMatchObject({ status: "running", waiting: undefined });
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("completed");
    expect((await book.services.schedules.read(sessionId))?.gates.characters?.decision).toMatchObject({
      kind: "approve",
      by: "ann",
    });
    await expect(book.commands.decideGate({ ...request, revision: 1 })).rejects.toThrow(GateConflictError);
  });

  test("is approved when its time runs out, and that time does not count towards the deadline", async () => {
    const book = sample();
    const sessionId = await book.start({ review: ["plot", "finish"], reviewTimeoutMinutes: 600 });
    await deliverAll(book);
    const deadline = (await book.services.schedules.read(sessionId))?.deadlineAt ?? 0;
    for (const phase of ["plot", "finish"]) {
      expect(shown(book, sessionId)?.waiting?.phase).toBe(phase);
      book.clock.skip(600 * 60_000);
      await sweep(SHARDS, book.clock.now(), book.services);
      await deliverAll(book);
    }
    expect(shown(book, sessionId)?.status).toBe("completed");
    const schedule = await book.services.schedules.read(sessionId);
    expect(schedule?.gates.plot?.decision).toMatchObject({ kind: "timeout", by: "clock" });
    expect(schedule?.deadlineAt).toBeGreaterThanOrEqual(deadline + 2 * 600 * 60_000);
  });

  test("shows on the timeline when it opened and who decided", async () => {
    const book = sample();
    const sessionId = await book.start({ review: ["concept"] });
    await deliverAll(book);
    const decision = { kind: "skip", by: "ann" } as const;
    await book.commands.decideGate({ sessionId, phase: "concept", revision: 1, decision });
    const { events } = book.projector;
    expect(events.get(`${sessionId}/review.concept.1.gate-opened`)).toBeDefined();
    expect(events.get(`${sessionId}/review.concept.1.gate-decided`)?.code).toBe("skip");
  });
});

describe("cancel and retry", () => {
  test("an ended session cannot be cancelled, an unknown one is missing", async () => {
    const book = sample();
    const sessionId = await book.start();
    await deliverAll(book);
    await expect(book.commands.cancelSession(sessionId)).rejects.toMatchObject({ status: "completed" });
    await expect(book.commands.cancelSession("nobody")).rejects.toThrow(SessionMissingError);
    await expect(book.commands.retrySession(sessionId)).rejects.toThrow(SessionStateError);
  });

  test("a failed session continues from the failed step and repeats no finished work", async () => {
    const book = sample();
    let isBroken = true;
    book.tools.before = (ref) => {
      if (ref.phase === "lettering" && isBroken) throw new TerminalError("no-font", "There is no font.");
    };
    const sessionId = await book.start();
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("failed");
    isBroken = false;
    await book.commands.retrySession(sessionId);
    await deliverAll(book);
    expect(shown(book, sessionId)).toMatchObject({ status: "completed", epoch: 1 });
    for (const { step } of book.tools.runs) {
      if (!step.startsWith("lettering")) expect(ranOf(book, step)).toBeLessThanOrEqual(2);
    }
    expect(ranOf(book, "concept")).toBe(1);
    expect(ranOf(book, "plot")).toBe(1);
  });
});

describe("a dead letter", () => {
  const letter = { id: "m1", attributes: {}, deliveryAttempt: 100 };

  test("is stored and fails its session, once", async () => {
    const book = sample();
    const sessionId = await book.start();
    const [message] = book.services.publisher.queue.splice(0);
    const dead = { ...letter, data: JSON.stringify(message) };
    await book.commands.deadLetter(dead);
    await book.commands.deadLetter(dead);
    expect(book.services.deadLetters.letters.get("m1")).toEqual({ ...dead, sessionId });
    expect(shown(book, sessionId)).toMatchObject({
      status: "failed",
      error: { code: "dead-letter", step: "concept" },
    });
  });

  test("of a step that is done fails nothing", async () => {
    const book = sample();
    const sessionId = await book.start();
    const [message] = book.services.publisher.queue;
    await deliverAll(book);
    await book.commands.deadLetter({ ...letter, data: JSON.stringify(message) });
    expect(shown(book, sessionId)?.status).toBe("completed");
  });

  test("that cannot be parsed is stored all the same", async () => {
    const { commands, services } = sample();
    await commands.deadLetter({ ...letter, data: "{not json" });
    await commands.deadLetter({ ...letter, id: "m2", data: '{"v":99}' });
    expect([...services.deadLetters.letters.keys()]).toEqual(["m1", "m2"]);
  });
});
