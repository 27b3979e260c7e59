import { describe, expect, test } from "vitest";
import { TerminalError } from "./errors.ts";
import { BookNotReadyError } from "./export-asks.ts";
import { requestExport } from "./exports.ts";
import { SessionStateError } from "./refusals.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";

const shown = ({ projector }: Sample, sessionId: string) => projector.sessions.get(sessionId);
const ranOf = ({ tools }: Sample, step: string) => tools.runs.filter((run) => run.step === step).length;

async function finished(params = {}) {
  const book = sample();
  const sessionId = await book.start({ formats: ["pdf"], ...params });
  await deliverAll(book);
  expect(shown(book, sessionId)?.status).toBe("completed");
  return {
    book,
    sessionId,
    ask: (format: "epub" | "pdf" | "png") => requestExport(book.services, { sessionId, format }),
  };
}

describe("an export", () => {
  test("runs one step, is shown in the session's document, and is not made twice", async () => {
    const { book, sessionId, ask } = await finished();
    expect(shown(book, sessionId)?.exports).toEqual({ pdf: { state: "done" }, png: { state: "done" } });
    const before = book.tools.runs.length;
    expect(await ask("epub")).toEqual({ state: "running" });
    expect(shown(book, sessionId)).toMatchObject({
      status: "running",
      exports: { epub: { state: "running" } },
    });
    expect(await ask("epub")).toEqual({ state: "running" });
    await deliverAll(book);
    expect(shown(book, sessionId)).toMatchObject({
      status: "completed",
      exports: { epub: { state: "done" } },
    });
    expect(book.tools.runs.slice(before).map(({ step }) => step)).toEqual(["finish/epub"]);
    expect(await ask("epub")).toEqual({ state: "done" });
    await deliverAll(book);
    expect(ranOf(book, "finish/epub")).toBe(1);
  });

  test("of a format that the last phase bound runs nothing", async () => {
    const { book, ask } = await finished();
    const before = book.tools.runs.length;
    expect([await ask("pdf"), await ask("png")]).toEqual([{ state: "done" }, { state: "done" }]);
    await deliverAll(book);
    expect(book.tools.runs).toHaveLength(before);
  });

  test("does not reopen a gate that the finished book has passed", async () => {
    const book = sample();
    const sessionId = await book.start({ review: ["finish"] });
    await deliverAll(book);
    await book.commands.decideGate({
      ...{ sessionId, phase: "finish", revision: 1 },
      decision: { kind: "approve", by: "ann" },
    });
    await deliverAll(book);
    await requestExport(book.services, { sessionId, format: "epub" });
    expect(shown(book, sessionId)?.status).toBe("running");
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("completed");
  });

  test("of a changed book is made only when it is asked for again", async () => {
    const { book, sessionId, ask } = await finished();
    await ask("epub");
    await deliverAll(book);
    await book.revisions.redrawPanel({ sessionId, by: "ann", page: 1, panel: "k1" });
    book.tools.variant = () => 9;
    await deliverAll(book);
    expect(shown(book, sessionId)?.exports?.epub).toBeUndefined();
    expect(ranOf(book, "finish/epub")).toBe(1);
    await book.revisions.restoreVersion({ sessionId, by: "ann", version: 1 });
    await deliverAll(book);
    expect(await ask("epub")).toEqual({ state: "done" });
    expect(ranOf(book, "finish/epub")).toBe(1);
  });

  test("that fails shows its reason, leaves the book complete, and may be asked for again", async () => {
    const { book, sessionId, ask } = await finished();
    book.tools.before = async () => {
      throw new TerminalError("too-big", "no reader takes it");
    };
    await ask("epub");
    await deliverAll(book);
    const error = { code: "too-big", message: "no reader takes it" };
    expect(shown(book, sessionId)).toMatchObject({
      status: "completed",
      exports: { epub: { state: "failed", error } },
    });
    book.tools.before = async () => undefined;
    expect(await ask("epub")).toEqual({ state: "running" });
    await deliverAll(book);
    expect(shown(book, sessionId)?.exports?.epub).toEqual({ state: "done" });
  });

  test("that is cancelled leaves the book complete; a cancelled book cannot be exported", async () => {
    const { book, sessionId, ask } = await finished();
    await ask("epub");
    expect(await book.commands.cancelSession(sessionId)).toBe("completed");
    await deliverAll(book);
    expect(shown(book, sessionId)).toMatchObject({
      status: "completed",
      exports: { epub: { state: "failed" } },
    });
    expect((await book.services.schedules.read(sessionId))?.inFlight).toEqual({});
    await book.revisions.changeParams({ sessionId, by: "ann", params: { seed: 9 } });
    expect(await book.commands.cancelSession(sessionId)).toBe("cancelled");
    await expect(ask("epub")).rejects.toThrow(BookNotReadyError);
  });

  test("needs a finished book", async () => {
    const book = sample();
    const sessionId = await book.start();
    await expect(requestExport(book.services, { sessionId, format: "epub" })).rejects.toThrow(
      BookNotReadyError,
    );
    await book.commands.cancelSession(sessionId);
    await expect(book.commands.cancelSession(sessionId)).rejects.toThrow(SessionStateError);
  });
});
