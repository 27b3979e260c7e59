// The timeline of whole sessions, as their owner reads it.
import { describe, expect, test } from "vitest";
import { memoryEventReader } from "../api/memory-event-reader.ts";
import { BusyError, RetryableError, TerminalError } from "./errors.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";
import { callEvents } from "./timeline.ts";
import { noUsage, type Usage } from "./usage.ts";

const TRACE = { id: "4bf92f3577b34da6a3ce929d0e0e4736", parent: "00f067aa0ba902b7" };

/** A pipeline whose starting request is traced. */
function traced(): Sample {
  const current = () => `00-${TRACE.id}-${TRACE.parent}-01`;
  return sample(undefined, { tracer: { current, within: (_traceparent, _name, work) => work() } });
}

async function timelineOf(book: Sample, sessionId: string) {
  const { events, next } = await memoryEventReader(book.projector).list(sessionId, { limit: 500 });
  expect(next).toBeUndefined();
  return events;
}

const TEXT_USAGE: Usage = { ...noUsage("writer@1"), inputTokens: 900, outputTokens: 250, costMicros: 1_200 };
const IMAGE_USAGE: Usage = { ...noUsage("artist@1"), inputTokens: 80, images: 1, costMicros: 67_000 };

/** Each plot is written by one call and checked by another; each takes 2 s. */
function paying(book: Sample): void {
  book.tools.before = async (ref, context) => {
    if (ref.phase !== "plot") return;
    for (const usage of [TEXT_USAGE, IMAGE_USAGE]) {
      await context.call({
        ...{ model: usage.model, upToMicros: 100_000 },
        async make() {
          await book.clock.sleep(2_000);
          return { usage };
        },
      });
    }
  };
}

describe("a step on the timeline", () => {
  test("shows each call with its model, tokens, cost and time, and their sums at its end", async () => {
    const book = traced();
    paying(book);
    const sessionId = await book.start();
    await deliverAll(book);
    const plot = (await timelineOf(book, sessionId)).filter(({ step }) => step === "plot");
    expect(plot.map(({ kind }) => kind)).toEqual(["started", "call", "call", "done"]);
    const [started, words, picture, done] = plot;
    const common = { step: "plot", number: 1, attempt: 1, traceId: TRACE.id };
    expect(started).toMatchObject({ ...common, id: "plot.1.started" });
    expect(words).toMatchObject({
      ...{ ...common, id: "plot.1.call.1", call: 1, ms: 2_000, model: "writer@1" },
      ...{ inputTokens: 900, outputTokens: 250, images: 0, costMicros: 1_200 },
    });
    expect(picture).toMatchObject({
      ...{ ...common, id: "plot.1.call.2", call: 2, ms: 2_000, model: "artist@1" },
      ...{ inputTokens: 80, outputTokens: 0, images: 1, costMicros: 67_000 },
    });
    expect(done).toMatchObject({
      ...{ ...common, id: "plot.1.done", ms: 19_000, model: "artist@1" },
      ...{ inputTokens: 980, outputTokens: 250, images: 1, costMicros: 68_200 },
    });
    const secondsAfterStart = plot.map(({ at }) => (Date.parse(at) - Date.parse(started?.at ?? "")) / 1_000);
    expect(secondsAfterStart).toEqual([0, 2, 4, 19]);
  });

  test("is the same, word for word, when its messages come again at the end", async () => {
    const book = traced();
    paying(book);
    const messages: typeof book.services.publisher.queue = [];
    const sessionId = await book.start();
    await deliverAll(book, {
      async deliver(message) {
        messages.push(message);
        expect(await book.runner.handle(message)).toBe("ack");
      },
    });
    const before = await timelineOf(book, sessionId);
    book.clock.skip(60_000);
    await deliverAll(book, { queue: [...messages, ...messages] });
    expect(await timelineOf(book, sessionId)).toEqual(before);
  });

  test("whose result was dropped is not reported as done when its message is delivered again, though it was done for an earlier input", async () => {
    const book = traced();
    const sessionId = await book.start();
    await deliverAll(book);
    book.tools.before = async (ref) => {
      if (ref.of === "panel") await book.commands.cancelSession(sessionId);
    };
    await book.revisions.redrawPanel({ sessionId, by: "ann", page: 1, panel: "k1" });
    const messages = [...book.services.publisher.queue];
    await deliverAll(book);
    const before = await timelineOf(book, sessionId);
    const ends = before.filter(
      ({ step, kind }) => step === "artwork/p001/k1" && ["done", "dropped"].includes(kind),
    );
    expect(ends.map(({ kind, number }) => [kind, number])).toEqual([
      ["done", 1],
      ["dropped", 2],
    ]);
    await deliverAll(book, { queue: messages });
    expect(await timelineOf(book, sessionId)).toEqual(before);
  });

  test("shows attempts that failed, were busy or disappeared, and their costs", async () => {
    const book = traced();
    const failures = [
      new BusyError("no room"),
      Object.assign(new RetryableError("cut off"), { usage: TEXT_USAGE }),
      new Error("connection reset"),
    ];
    book.tools.before = async (ref, context) => {
      if (ref.phase !== "plot") return;
      await context.call({
        ...{ model: "writer@1", upToMicros: 5_000 },
        async make() {
          await book.clock.sleep(500);
          const failure = failures.shift();
          if (failure !== undefined) throw failure;
          return { usage: TEXT_USAGE };
        },
      });
    };
    const sessionId = await book.start();
    await deliverAll(book);
    const plot = (await timelineOf(book, sessionId)).filter(({ step }) => step === "plot");
    // What ends at the same moment is listed by its name.
    expect(plot.map(({ kind, number, attempt, code }) => [kind, number, attempt, code])).toEqual([
      ["started", 1, 1, undefined],
      ["busy", 1, 1, "busy"],
      ["call", 1, 1, "failed"],
      ["started", 2, 1, undefined],
      ["call", 2, 1, "failed"],
      ["retry", 2, 1, "attempt-failed"],
      ["started", 3, 2, undefined],
      ["call", 3, 2, "failed"],
      ["retry", 3, 2, "attempt-failed"],
      ["started", 4, 3, undefined],
      ["call", 4, 3, undefined],
      ["done", 4, 3, undefined],
    ]);
    const calls = plot.filter(({ kind }) => kind === "call");
    expect(calls.map(({ costMicros }) => costMicros)).toEqual([undefined, 1_200, undefined, 1_200]);
  });

  test("shows each note once, whatever the number of attempts that noted it", async () => {
    const book = traced();
    let attempts = 0;
    book.tools.before = async (ref, context) => {
      if (ref.phase !== "plot") return;
      context.note("p002: a beat was moved to the next page");
      if (attempts++ < 2) throw new RetryableError("once more");
      await book.clock.sleep(1_000);
      context.note("p001/k2: the stand-in drew it");
    };
    const sessionId = await book.start();
    await deliverAll(book);
    const notes = (await timelineOf(book, sessionId)).filter(({ kind }) => kind === "note");
    expect(notes.map(({ step, message }) => [step, message])).toEqual([
      ["plot", "p002: a beat was moved to the next page"],
      ["plot", "p001/k2: the stand-in drew it"],
    ]);
  });

  test("shows all of its calls, and the first twenty remembered answers", () => {
    const remembered = Array.from({ length: 30 }, () => ({ ...noUsage("m"), memo: "store" as const }));
    const usages: Usage[] = [...remembered, { ...TEXT_USAGE, notices: ["A stand-in answered.", "Mended."] }];
    const calls = usages.map((usage) => ({ usage, failed: false, startedMs: 0, endedMs: 0 }));
    const events = callEvents({ step: "plot", fence: 2, attempt: 1, at: 0 }, 0, calls);
    expect(events.map(({ call }) => call)).toEqual([...Array.from({ length: 20 }, (_, n) => n + 1), 31]);
    expect(events.at(-1)).toMatchObject({ message: "A stand-in answered. Mended.", costMicros: 1_200 });
  });
});

const WISH = { intensity: 0.5, target: {} };

describe("a session on the timeline", () => {
  test("shows its gates, decisions, versions and end, in the order of time", async () => {
    const book = traced();
    const sessionId = await book.start({ review: ["plot"] });
    await deliverAll(book);
    book.clock.skip(5_000);
    const wish = { ...WISH, text: "plot the last train leaves at midnight" };
    await book.revisions.carryOut({ sessionId, by: "ann", wish, gate: { phase: "plot", revision: 1 } });
    await deliverAll(book);
    book.clock.skip(5_000);
    const decision = { kind: "approve", by: "bob" } as const;
    await book.commands.decideGate({ sessionId, phase: "plot", revision: 2, decision });
    await deliverAll(book);
    const events = await timelineOf(book, sessionId);
    const ours = events.filter(({ step }) => step === "session" || step.startsWith("review/"));
    expect(ours.map(({ kind, step, number, by, code }) => [kind, step, number, by, code])).toEqual([
      ["session-started", "session", 0, undefined, undefined],
      ["gate-opened", "review/plot", 1, undefined, undefined],
      ["gate-decided", "review/plot", 1, "ann", "words"],
      ["gate-opened", "review/plot", 2, undefined, undefined],
      ["version-created", "session", 2, "ann", "words"],
      ["gate-decided", "review/plot", 2, "bob", "approve"],
      ["session-completed", "session", 1, undefined, undefined],
    ]);
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted());
  });

  test("shows a failure's reason, a retry and a cancel", async () => {
    const book = traced();
    let isPoor = true;
    book.tools.before = (ref) => {
      if (ref.phase === "plot" && isPoor)
        throw new TerminalError("budget-day", "$0.20 is missing", { retryable: true });
    };
    const sessionId = await book.start();
    await deliverAll(book);
    isPoor = false;
    book.clock.skip(1_000);
    await book.commands.retrySession(sessionId);
    book.clock.skip(1_000);
    await book.commands.cancelSession(sessionId);
    await deliverAll(book);
    const ours = (await timelineOf(book, sessionId)).filter(({ step }) => step === "session");
    expect(ours.map(({ kind, number, code, message }) => [kind, number, code, message])).toEqual([
      ["session-started", 0, undefined, undefined],
      ["session-failed", 0, "budget-day", "$0.20 is missing"],
      ["session-retried", 1, undefined, undefined],
      ["session-cancelled", 2, undefined, undefined],
    ]);
  });

  test("shows the dead letter", async () => {
    const book = traced();
    const sessionId = await book.start();
    const [message] = book.services.publisher.queue.splice(0);
    book.clock.skip(60_000);
    const letter = { id: "m1", data: JSON.stringify(message), attributes: {}, deliveryAttempt: 100 };
    await book.commands.deadLetter(letter);
    await book.commands.deadLetter(letter);
    const events = await timelineOf(book, sessionId);
    expect(events.map(({ kind }) => kind)).toEqual(["session-started", "dead-letter", "session-failed"]);
    expect(events.filter(({ kind }) => kind === "dead-letter")).toMatchObject([
      { step: "concept", number: 1, traceId: TRACE.id },
    ]);
    expect(events.at(-1)).toMatchObject({ kind: "session-failed", code: "dead-letter" });
  });

  test("holds no text of the story and none that people wrote in wishes", async () => {
    const book = traced();
    const sessionId = await book.start({ review: ["plot"] });
    await deliverAll(book);
    const wish = { ...WISH, text: "plot the last train leaves at midnight" };
    await book.revisions.carryOut({ sessionId, by: "ann", wish, gate: { phase: "plot", revision: 1 } });
    await deliverAll(book);
    const told = JSON.stringify(await timelineOf(book, sessionId));
    expect(told).not.toContain("Once upon a time");
    expect(told).not.toContain("midnight");
    expect(told).toContain("words");
  });
});
