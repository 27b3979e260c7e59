import { describe, expect, test } from "vitest";
import { GateConflictError, MovedOnError, SessionStateError } from "./refusals.ts";
import { CannotReviseError } from "./reviser.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";
import type { Schedule } from "./schedule.ts";
import { SessionMissingError } from "./schedule-store.ts";
import { sweep } from "./sweep.ts";

const PLOT = { phase: "plot", of: "book" } as const;
const CAST = { phase: "characters", of: "book" } as const;
const CONCEPT = { phase: "concept", of: "book" } as const;

async function scheduleOf({ services }: Sample, sessionId: string): Promise<Schedule> {
  const schedule = await services.schedules.read(sessionId);
  if (schedule === undefined) throw new Error("the session is missing");
  return schedule;
}

const shown = ({ projector }: Sample, sessionId: string) => projector.sessions.get(sessionId);
const ranOf = ({ tools }: Sample, step: string) => tools.runs.filter((run) => run.step === step).length;

async function finished(review: Schedule["params"]["review"] = []) {
  const book = sample();
  const sessionId = await book.start({ review });
  await deliverAll(book);
  return { book, sessionId, by: "ann" };
}

describe("an edit at a gate", () => {
  test("is the decision, and later steps use the edited result", async () => {
    const { book, sessionId, by } = await finished(["plot"]);
    const gate = { phase: "plot", revision: 1 } as const;
    const request = { sessionId, by, step: PLOT, patch: { variant: "mine" }, gate };
    expect(await book.revisions.editStep(request)).toEqual({ status: "running", version: 2 });
    expect(shown(book, sessionId)).toMatchObject({ status: "running", epoch: 1, version: 2 });
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("completed");
    const { gates, results } = await scheduleOf(book, sessionId);
    expect(gates.plot).toMatchObject({ revision: 1, decision: { kind: "edit", by: "ann" } });
    expect(results.plot?.edited).toMatchObject({ by: "ann" });
    expect(book.projector.phases.get(`${sessionId}/plot`)).toMatchObject({
      output: { variant: "mine" },
      gate: { decision: { kind: "edit", by: "ann" } },
    });
    expect(ranOf(book, "plot")).toBe(1);
    expect(ranOf(book, "storyboard/p001")).toBe(1);
  });

  test("of an old revision is refused with the current one, and changes nothing", async () => {
    const { book, sessionId, by } = await finished(["plot"]);
    const before = await scheduleOf(book, sessionId);
    const request = { sessionId, by, step: PLOT, patch: { variant: 1 } };
    const old = book.revisions.editStep({ ...request, gate: { phase: "plot", revision: 2 } });
    await expect(old).rejects.toMatchObject({ current: 1 });
    const other = book.revisions.editStep({ ...request, gate: { phase: "concept", revision: 1 } });
    await expect(other).rejects.toThrow(GateConflictError);
    expect(await scheduleOf(book, sessionId)).toEqual(before);
  });

  test("that is not valid is refused with the faulty path, and changes nothing", async () => {
    const { book, sessionId, by } = await finished(["plot"]);
    const before = await scheduleOf(book, sessionId);
    const gate = { phase: "plot", revision: 1 } as const;
    const request = { sessionId, by, step: PLOT, patch: { variant: null }, gate };
    await expect(book.revisions.editStep(request)).rejects.toMatchObject({
      code: "invalid-edit",
      path: "variant",
    });
    expect(await scheduleOf(book, sessionId)).toEqual(before);
  });

  test("stays when its step runs again and gives the output that the edit replaced", async () => {
    const { book, sessionId, by } = await finished(["concept"]);
    const gate = { phase: "concept", revision: 1 } as const;
    await book.revisions.editStep({ sessionId, by, step: CONCEPT, patch: { variant: "a" }, gate });
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("completed");
    await book.revisions.changeParams({ sessionId, by, params: { pages: 3 } });
    await deliverAll(book);
    const { gates, results } = await scheduleOf(book, sessionId);
    expect(results.concept?.edited?.by).toBe("ann");
    expect(gates.concept?.revision).toBe(1);
    expect(ranOf(book, "concept")).toBe(2);
    expect(shown(book, sessionId)?.status).toBe("completed");
  });

  test("another output opens the gate again, which keeps the earlier decisions", async () => {
    const { book, sessionId, by } = await finished(["plot"]);
    const gate = { phase: "plot", revision: 1 } as const;
    await book.revisions.editStep({ sessionId, by, step: PLOT, patch: { variant: "mine" }, gate });
    await deliverAll(book);
    book.tools.variant = (ref) => (ref.phase === "plot" ? "anew" : 0);
    await book.revisions.changeParams({ sessionId, by, params: { pages: 3 } });
    await deliverAll(book);
    expect(shown(book, sessionId)).toMatchObject({
      status: "waiting",
      waiting: { phase: "plot", revision: 2 },
    });
    const { gates } = await scheduleOf(book, sessionId);
    expect(gates.plot?.past).toMatchObject([{ revision: 1, kind: "edit", by: "ann" }]);
    expect(book.projector.events.get(`${sessionId}/review.plot.1.gate-decided`)?.code).toBe("edit");
    book.clock.skip(31 * 60_000);
    await sweep([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], book.clock.now(), book.services);
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("completed");
  });
});

describe("a wish", () => {
  const wish = (text: string) => ({ text, intensity: 0.5, target: {} });

  test("at a gate is its decision, and the gate opens again for the result", async () => {
    const { book, sessionId, by } = await finished(["plot"]);
    const gate = { phase: "plot", revision: 1 } as const;
    await book.revisions.carryOut({ sessionId, by, wish: wish("plot shorter"), gate });
    expect(shown(book, sessionId)?.waiting).toMatchObject({ phase: "plot", revision: 2 });
    expect((await scheduleOf(book, sessionId)).gates.plot?.past).toMatchObject([
      { revision: 1, kind: "words" },
    ]);
    const again = book.revisions.carryOut({ sessionId, by, wish: wish("plot long"), gate });
    await expect(again).rejects.toMatchObject({ current: 2 });
    const decision = { kind: "approve", by } as const;
    await book.commands.decideGate({ sessionId, phase: "plot", revision: 2, decision });
    await deliverAll(book);
    expect(shown(book, sessionId)).toMatchObject({ status: "completed", version: 2 });
    expect(ranOf(book, "plot")).toBe(1);
  });

  test("that cannot be carried out leaves the gate open and the book as it is", async () => {
    const { book, sessionId, by } = await finished(["plot"]);
    const before = await scheduleOf(book, sessionId);
    const gate = { phase: "plot", revision: 1 } as const;
    const refused = book.revisions.carryOut({ sessionId, by, wish: wish("sing"), gate });
    await expect(refused).rejects.toThrow(CannotReviseError);
    expect(await scheduleOf(book, sessionId)).toEqual(before);
  });
});

describe("a change of a finished book", () => {
  test("opens it again, runs what depends on the change, and ends it again", async () => {
    const { book, sessionId, by } = await finished();
    book.tools.runs.length = 0;
    await book.revisions.editStep({ sessionId, by, step: CAST, patch: { variant: "other" } });
    expect(shown(book, sessionId)).toMatchObject({ status: "running", epoch: 1 });
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("completed");
    const steps = book.tools.runs.map(({ step }) => step);
    // No design changed, so no picture did; the pages and the book read the cast as a whole.
    expect(steps.filter((step) => step.startsWith("artwork") || step.startsWith("characters"))).toEqual([]);
    expect(steps.toSorted()).toEqual(["finish", "storyboard/p001", "storyboard/p002", "storyboard/p003"]);
  });

  test("another take draws one picture again, and makes everything again that shows it", async () => {
    const { book, sessionId, by } = await finished(["artwork"]);
    await book.commands.decideGate({
      ...{ sessionId, phase: "artwork", revision: 1 },
      decision: { kind: "approve", by },
    });
    await deliverAll(book);
    book.tools.runs.length = 0;
    const takes: number[] = [];
    book.tools.before = (_ref, context) => void takes.push(context.take);
    book.tools.variant = (ref) => (ref.phase === "artwork" ? "another" : 0);
    await book.revisions.redrawPanel({ sessionId, by, page: 2, panel: "k1" });
    await deliverAll(book);
    const steps = book.tools.runs.map(({ step }) => step);
    expect(steps.filter((step) => step.startsWith("artwork"))).toEqual(["artwork/p002/k1"]);
    expect(steps).toEqual(["artwork/p002/k1", "lettering/p002", "finish"]);
    expect(takes[0]).toBe(2);
    // The review of the artwork does not open for the person who asked for the picture.
    expect(shown(book, sessionId)).toMatchObject({ status: "completed", version: 2 });
    const missing = book.revisions.redrawPanel({ sessionId, by, page: 2, panel: "k9" });
    await expect(missing).rejects.toMatchObject({ code: "not-found" });
  });

  test("keeps the review of the artwork passed only for redrawn panels", async () => {
    const { book, sessionId, by } = await finished(["artwork"]);
    const approve = (revision: number) =>
      book.commands.decideGate({
        ...{ sessionId, phase: "artwork", revision },
        decision: { kind: "approve", by },
      });
    await approve(1);
    await deliverAll(book);
    book.tools.variant = (ref) => (ref.phase === "artwork" ? "another" : 0);
    // The second while the first is drawn.
    await book.revisions.redrawPanel({ sessionId, by, page: 2, panel: "k1" });
    const second = book.revisions.redrawPanel({ sessionId, by, page: 1, panel: "k1" });
    await deliverAll(book);
    await second;
    expect(shown(book, sessionId)).toMatchObject({ status: "completed", version: 3 });
    const back = book.revisions.redrawPanel({ sessionId, by, page: 2, panel: "k1", take: 0 });
    await deliverAll(book);
    await back;
    expect(shown(book, sessionId)).toMatchObject({ status: "completed", version: 4 });
    const restored = book.revisions.restoreVersion({ sessionId, by, version: 2 });
    await deliverAll(book);
    await restored;
    expect(shown(book, sessionId)).toMatchObject({ status: "completed", version: 5 });
    // A change that draws other panels, too, is reviewed.
    const other = book.revisions.changeParams({ sessionId, by, params: { seed: 9 } });
    await deliverAll(book);
    await other;
    expect(shown(book, sessionId)?.waiting).toMatchObject({ phase: "artwork", revision: 2 });
    const approved = approve(2);
    await deliverAll(book);
    await approved;
    expect(shown(book, sessionId)?.status).toBe("completed");
  });

  test("restarts the times of the phases that continue", async () => {
    const { book, sessionId, by } = await finished();
    const { times: first } = await scheduleOf(book, sessionId);
    await book.revisions.redrawPanel({ sessionId, by, page: 2, panel: "k1" });
    await deliverAll(book);
    const { times: second } = await scheduleOf(book, sessionId);
    const ended = first.finish?.endedAt ?? Number.POSITIVE_INFINITY;
    expect(second.artwork?.startedAt).toBeGreaterThanOrEqual(ended);
    expect(second.plot).toEqual(first.plot);
  });

  test("without an effect keeps the session unchanged", async () => {
    const { book, sessionId, by } = await finished();
    await book.revisions.editStep({ sessionId, by, step: PLOT, patch: { variant: 0 } });
    expect(shown(book, sessionId)).toMatchObject({ status: "completed", version: 1 });
    expect((await scheduleOf(book, sessionId)).versions).toEqual([]);
  });

  test("two at once both count, one after the other", async () => {
    const { book, sessionId, by } = await finished();
    const both = Promise.all([
      book.revisions.editStep({ sessionId, by, step: CAST, patch: { variant: "a" } }),
      book.revisions.redrawPanel({ sessionId, by, page: 1, panel: "k2" }),
    ]);
    await deliverAll(book);
    await both;
    const { takes, results, versions } = await scheduleOf(book, sessionId);
    expect(Object.keys(takes)).toEqual(["artwork/p001/k2"]);
    expect(results.characters?.edited).toBeDefined();
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("is refused for a cancelled or unknown session", async () => {
    const book = sample();
    const sessionId = await book.start();
    await book.commands.cancelSession(sessionId);
    const request = { by: "ann", step: PLOT, patch: { variant: 1 } };
    await expect(book.revisions.editStep({ ...request, sessionId })).rejects.toThrow(SessionStateError);
    const unknown = book.revisions.editStep({ ...request, sessionId: "nobody" });
    await expect(unknown).rejects.toThrow(SessionMissingError);
  });

  test("is refused for a result that is being made again", async () => {
    const { book, sessionId, by } = await finished();
    await book.revisions.changeParams({ sessionId, by, params: { pages: 3 } });
    const edit = book.revisions.editStep({ sessionId, by, step: PLOT, patch: { variant: 1 } });
    await expect(edit).rejects.toThrow(MovedOnError);
    await deliverAll(book);
    expect(shown(book, sessionId)?.status).toBe("completed");
  });
});
