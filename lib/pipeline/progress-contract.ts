// The contract of every projector about the progress of running pictures; run by the tests of each.
import { describe, expect, test } from "vitest";
import {
  type ClientPage,
  ClientPageSchema,
  type ClientPhase,
  ClientPhaseSchema,
} from "./client-documents.ts";
import type { Progressed } from "./plan-progress.ts";
import { clientSession } from "./projection.ts";
import { SAMPLE_PARAMS } from "./sample-session.ts";
import { newSchedule } from "./session.ts";
import { newStepRecord, type StepRecord } from "./step-record.ts";
import type { StoresUnderTest } from "./stores-contract.ts";

const STEP = "artwork/p002/k1";
const CLAIM = { release: 3, fence: 2 };
const reached = (done: number, step = STEP): Progressed => ({
  ...CLAIM,
  step,
  reached: { done, total: 20 },
});

const page = (seq: number, state: "waiting" | "running" | "done" = "running"): ClientPage => ({
  ...{ schemaVersion: 2, number: 2, seq, state: "artwork", texts: [], preview: `of ${seq}` },
  panels: [
    { id: "k1", state, image: "before" },
    { id: "k2", state: "waiting" },
  ],
});

/** `use` gives the stores of the whole suite; it is called inside the tests. */
export function describeProgress(name: string, use: () => StoresUnderTest): void {
  async function begin() {
    const stores = use();
    const { schedules, projector, newId } = stores;
    const sessionId = newId();
    const params = { ...SAMPLE_PARAMS, storyHash: "0".repeat(64) };
    await schedules.create({ sessionId, ownerId: "ann", story: "" }, (now) => {
      const schedule = newSchedule({ sessionId, ownerId: "ann", params }, now, 1_000);
      return { schedule, session: clientSession(schedule, undefined), events: [] };
    });
    const claimed = (step: string, leaseMs: number | null, changes: Partial<StepRecord> = {}) =>
      schedules.updateStep(sessionId, step, (_record, now) => {
        const leaseUntil = leaseMs === null ? null : now + leaseMs;
        return { step: { ...newStepRecord(step), ...CLAIM, leaseUntil, ...changes }, value: undefined };
      });
    const tell = (progressed: Progressed) => projector.showProgress(sessionId, progressed);
    const pageSeen = async () => ClientPageSchema.parse(await stores.readPage(sessionId, 2));
    return { ...stores, sessionId, claimed, tell, pageSeen };
  }

  describe(name, () => {
    test("a panel's progress stays in its page until the page is written again, and changes nothing else of it", async () => {
      const { projector, sessionId, claimed, tell, pageSeen } = await begin();
      await claimed(STEP, 60_000);
      await projector.show(sessionId, { pages: [page(4, "waiting")] });
      expect(await tell(reached(7))).toBe(true);
      expect(await tell(reached(8))).toBe(true);
      const [, other] = page(4).panels;
      const running = { id: "k1", state: "running", image: "before", progress: { done: 8, total: 20 } };
      expect(await pageSeen()).toEqual({ ...page(4), panels: [running, other] });
      await projector.show(sessionId, { pages: [page(4)] });
      expect((await pageSeen()).panels[0]?.progress).toEqual({ done: 8, total: 20 });
      await projector.show(sessionId, { pages: [page(5)] });
      expect(await pageSeen()).toEqual(page(5));
    });

    test("portraits that are made at the same time have separate progress in the phase", async () => {
      const { projector, sessionId, claimed, tell, readPhase } = await begin();
      const phase: ClientPhase = {
        ...{ schemaVersion: 2, phase: "characters", seq: 4, state: "running", done: 1, total: 3 },
        previews: { c1: "before" },
      };
      const steps = ["characters/c1", "characters/c2"];
      for (const step of steps) await claimed(step, 60_000);
      expect(await tell(reached(1, steps[0]))).toBe(false);
      await projector.show(sessionId, { phases: [phase] });
      for (const [index, step] of steps.entries()) expect(await tell(reached(index + 1, step))).toBe(true);
      const seen = ClientPhaseSchema.parse(await readPhase(sessionId, "characters"));
      const progress = { c1: { done: 1, total: 20 }, c2: { done: 2, total: 20 } };
      expect(seen).toEqual({ ...phase, progress });
    });

    test.each<[string, number | null, Partial<StepRecord>]>([
      ["whose claim is not the last one", 60_000, { fence: CLAIM.fence + 1 }],
      ["of an earlier release", 60_000, { release: CLAIM.release + 1, fence: 1 }],
      ["whose step has left flight", 60_000, { settled: CLAIM.release }],
      ["whose lease has run out", -1, {}],
      ["that has given its claim back", null, {}],
    ])("a worker %s shows nothing", async (_who, leaseMs, changes) => {
      const { projector, sessionId, claimed, tell, pageSeen } = await begin();
      await claimed(STEP, leaseMs, changes);
      await projector.show(sessionId, { pages: [page(4)] });
      expect(await tell(reached(7))).toBe(false);
      expect(await pageSeen()).toEqual(page(4));
    });

    test("progress is not shown for a panel that is done, is not on the page, or has no page", async () => {
      const { projector, sessionId, claimed, tell, pageSeen, readPage } = await begin();
      for (const step of [STEP, "artwork/p002/k9", "storyboard/p002"]) await claimed(step, 60_000);
      expect(await tell(reached(7))).toBe(false);
      expect(await readPage(sessionId, 2)).toBeUndefined();
      await projector.show(sessionId, { pages: [page(4, "done")] });
      expect(await tell(reached(7))).toBe(false);
      expect(await tell(reached(7, "artwork/p002/k9"))).toBe(false);
      expect(await tell(reached(7, "storyboard/p002"))).toBe(false);
      expect(await pageSeen()).toEqual(page(4, "done"));
    });

    test("progress does not undo a change that is shown at the same moment", async () => {
      const { projector, sessionId, claimed, tell, pageSeen } = await begin();
      await claimed(STEP, 60_000);
      await projector.show(sessionId, { pages: [page(4)] });
      for (let seq = 5; seq < 15; seq++) {
        const tries = [1, 2, 3].map((done) => tell(reached(done)).catch(() => false));
        await Promise.all([projector.show(sessionId, { pages: [page(seq)] }), ...tries]);
        expect(await pageSeen()).toMatchObject({ seq, preview: `of ${seq}` });
      }
    });
  });
}
