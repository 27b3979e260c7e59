import { describe, expect, test } from "vitest";
import { BusyError, RetryableError, storeRefused, TerminalError } from "./errors.ts";
import { memoryBlobs } from "./memory-stores.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";

import { sweep } from "./sweep.ts";

async function scheduleOf({ services }: Sample, sessionId: string) {
  const schedule = await services.schedules.read(sessionId);
  if (schedule === undefined) throw new Error(`${sessionId} is missing`);
  return schedule;
}

const stepsOf = ({ tools }: Sample) => tools.runs.map(({ step }) => step);

describe("failures", () => {
  test("a terminal error fails the session at once, with its reason", async () => {
    const book = sample();
    book.tools.before = (ref) => {
      if (ref.phase === "plot") throw new TerminalError("story-unusable", "The story has no end.");
    };
    const sessionId = await book.start();
    await deliverAll(book);
    const reason = {
      code: "story-unusable",
      message: "The story has no end.",
      step: "plot",
      retryable: false,
    };
    expect(book.projector.sessions.get(sessionId)).toMatchObject({ status: "failed", error: reason });
    expect((await scheduleOf(book, sessionId)).inFlight).toEqual({});
    expect(stepsOf(book).filter((step) => step === "plot")).toHaveLength(1);
  });

  test("a retryable error is tried again until the step succeeds", async () => {
    const book = sample();
    let failures = 0;
    book.tools.before = (ref) => {
      if (ref.phase === "plot" && failures++ < 3) throw new RetryableError("try again");
    };
    const sessionId = await book.start();
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("completed");
    expect(stepsOf(book).filter((step) => step === "plot")).toHaveLength(4);
    const retries = [...book.projector.events.values()].filter(({ kind }) => kind === "retry");
    expect(retries.map(({ message }) => message)).toEqual(["try again", "try again", "try again"]);
  });

  test("after five attempts the session fails with the last error", async () => {
    const book = sample();
    book.tools.before = (ref) => {
      if (ref.of === "panel") throw new Error("no pens");
    };
    const sessionId = await book.start();
    await deliverAll(book);
    const { state, inFlight } = await scheduleOf(book, sessionId);
    expect(state).toMatchObject({ status: "failed", reason: { message: "no pens", retryable: true } });
    expect(inFlight).toEqual({});
    const counts = Map.groupBy(stepsOf(book), (step) => step);
    expect(Math.max(...[...counts.values()].map(({ length }) => length))).toBe(5);
  });

  test("a busy answer is no attempt, and is tried again without limit", async () => {
    const book = sample();
    let answers = 0;
    book.tools.before = (ref) => {
      if (ref.phase === "concept" && answers++ < 30) throw new BusyError("429", 45_000);
    };
    const sessionId = await book.start();
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("completed");
    expect(stepsOf(book).filter((step) => step === "concept")).toHaveLength(31);
  });

  test("with a store down, the message comes again, and nothing is lost", async () => {
    const book = sample();
    const sessionId = await book.start();
    const { update } = book.services.schedules;
    let downs = 4;
    book.services.schedules.update = async (...call) => {
      if (downs > 0) {
        downs -= 1;
        throw new BusyError("down");
      }
      return update(...call);
    };
    const answers: string[] = [];
    const { queue } = book.services.publisher;
    await deliverAll(book, {
      async deliver(message) {
        const answer = await book.runner.handle(message);
        answers.push(answer);
        if (answer === "unavailable") queue.push(message);
      },
    });
    expect(answers.filter((answer) => answer === "unavailable")).toHaveLength(4);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("completed");
  });
});

async function sweepLater({ clock, services }: Sample): Promise<void> {
  await clock.sleep(60_000);
  await sweep([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], clock.now(), services);
}

describe("a store that refuses", () => {
  const refusal = storeRefused(
    "Cloud Storage did not accept an object",
    new Error("may this account write?"),
  );
  const reason = {
    code: "store-refused",
    message: "Cloud Storage did not accept an object: may this account write?",
    step: "plot",
    retryable: true,
  };

  test("a result fails the session with a readable reason, and a retry continues when the store takes it", async () => {
    const blobs = memoryBlobs();
    let refuses = true;
    const book = sample(undefined, {
      blobs: {
        ...blobs,
        async put(...object) {
          if (refuses && Buffer.from(object[1]).includes('"plot"')) throw refusal;
          return blobs.put(...object);
        },
      },
    });
    const sessionId = await book.start();
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)).toMatchObject({ status: "failed", error: reason });
    expect(stepsOf(book).filter((step) => step === "plot")).toHaveLength(1);
    refuses = false;
    await book.commands.retrySession(sessionId);
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("completed");
  });

  test("a step's record fails the session with a readable reason, and a retry continues when the store takes it", async () => {
    const book = sample();
    const { schedules } = book.services;
    const { update } = schedules;
    let refuses = true;
    schedules.update = (sessionId, step, decide) =>
      update(sessionId, step, (current) => {
        const change = decide(current);
        if (refuses && change.schedule?.results.plot !== undefined) throw refusal;
        return change;
      });
    const sessionId = await book.start();
    await deliverAll(book);
    expect((await scheduleOf(book, sessionId)).state).toMatchObject({ status: "failed", reason });
    refuses = false;
    await book.commands.retrySession(sessionId);
    // The step is in flight still: the sweep has it worked on again.
    await Promise.all([sweepLater(book), deliverAll(book)]);
    expect((await scheduleOf(book, sessionId)).state.status).toBe("completed");
  });

  test("a session's first message fails the session, whose id is still returned", async () => {
    const book = sample();
    book.services.publisher.publish = () => Promise.reject(refusal);
    const sessionId = await book.start();
    expect((await scheduleOf(book, sessionId)).state).toMatchObject({
      status: "failed",
      reason: { ...reason, step: "concept" },
    });
  });
});
