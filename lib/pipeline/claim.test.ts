import { describe, expect, test } from "vitest";
import { type GiveBack, planClaim, planGiveBack, planHeartbeat } from "./claim.ts";
import { DEFAULT_TIMINGS as timings } from "./settings.ts";
import { newStepRecord, type StepRecord } from "./step-record.ts";

const asked = { step: "plot", release: 4, timings };

function claimed(changes: Partial<StepRecord> = {}): StepRecord {
  return {
    ...newStepRecord("plot"),
    ...{ release: 4, fence: 2, attempt: 1, leaseUntil: 1_000, startedAt: 10 },
    ...changes,
  };
}

describe("claiming", () => {
  test("an unclaimed step is claimed under a lease and the first fence", () => {
    const { step, value } = planClaim(undefined, asked, 500);
    expect(value).toEqual({
      ...{
        kind: "claimed",
        fence: 1,
        attempt: 1,
        at: 500,
        lapsedFence: undefined,
        isFirst: true,
        record: step,
      },
    });
    expect(step).toMatchObject({ release: 4, fence: 1, attempt: 1, leaseUntil: 30_500, startedAt: 500 });
  });

  test("a live lease excludes other workers", () => {
    expect(planClaim(claimed(), asked, 999)).toEqual({
      value: { kind: "leased", fence: 2, until: 1_000, leftMs: 1 },
    });
  });

  test("an expired lease is replaced by the next fence, and counts as an attempt", () => {
    const { step, value } = planClaim(claimed(), asked, 1_000);
    expect(value).toEqual({
      ...{ kind: "claimed", fence: 3, attempt: 2, at: 1_000, lapsedFence: 2, isFirst: false, record: step },
    });
  });

  test("a release that left flight is not claimed again, a later one is, from the first attempt", () => {
    const settled = claimed({ settled: 4, leaseUntil: null, attempt: 5 });
    expect(planClaim(settled, asked, 0).value.kind).toBe("settled");
    expect(planClaim(settled, { ...asked, release: 3 }, 0).value.kind).toBe("settled");
    expect(planClaim(settled, { ...asked, release: 5 }, 0).value).toMatchObject({
      kind: "claimed",
      attempt: 1,
      fence: 3,
    });
  });

  test("a step cannot be claimed before the time that a failed attempt has set, or after the last attempt", () => {
    const failed = claimed({ leaseUntil: null, notBefore: 700 });
    expect(planClaim(failed, asked, 600).value).toEqual({ kind: "early", leftMs: 100 });
    expect(planClaim(failed, asked, 700).value.kind).toBe("claimed");
    const error = { code: "x", message: "y" };
    expect(planClaim({ ...failed, attempt: 5, error }, asked, 700).value).toEqual({ kind: "spent", error });
  });
});

describe("holding", () => {
  const held = { release: 4, fence: 2, leaseMs: 30_000 };

  test("a heartbeat extends the lease, even a lapsed one that no other worker has taken", () => {
    expect(planHeartbeat(claimed(), held, 900).step?.leaseUntil).toBe(30_900);
    expect(planHeartbeat(claimed(), held, 5_000)).toMatchObject({ value: true });
  });

  test("a heartbeat of an earlier fence, a settled release or a given back claim is refused", () => {
    expect(planHeartbeat(claimed({ fence: 3 }), held, 0)).toEqual({ value: false });
    expect(planHeartbeat(claimed({ settled: 4 }), held, 0)).toEqual({ value: false });
    expect(planHeartbeat(claimed({ leaseUntil: null }), held, 0)).toEqual({ value: false });
    expect(planHeartbeat(undefined, held, 0)).toEqual({ value: false });
  });
});

describe("giving back", () => {
  const back: GiveBack = {
    ...{ release: 4, fence: 2, kind: "retry", kept: 0, retryAfterMs: undefined, paidMicros: 7, jitter: 0 },
    timings,
    error: { code: "attempt-failed", message: "no" },
  };

  test("a failed attempt clears its lease, sets the time of the next one and keeps its cost", () => {
    const { step, value } = planGiveBack(claimed(), back, 100);
    expect(value).toEqual({ kind: "again", waitMs: 500, now: 100 });
    expect(step).toMatchObject({
      leaseUntil: null,
      notBefore: 600,
      attempt: 1,
      paid: { 2: 7 },
      error: back.error,
    });
  });

  test("waits double with attempts and stay below their limit; jitter shortens them", () => {
    expect(planGiveBack(claimed({ attempt: 4 }), back, 0).value).toMatchObject({ waitMs: 4_000 });
    expect(planGiveBack(claimed({ attempt: 4 }), { ...back, jitter: 0.5 }, 0).value).toMatchObject({
      waitMs: 3_000,
    });
    const busy = { ...back, kind: "busy" } as const;
    expect(planGiveBack(claimed({ busy: 30 }), busy, 0).value).toMatchObject({ waitMs: 60_000 });
  });

  test("a busy answer is no attempt, and waits exactly as long as the model named", () => {
    const busy = { ...back, kind: "busy", retryAfterMs: 9_000, jitter: 0.5 } as const;
    const { step, value } = planGiveBack(claimed({ attempt: 5 }), busy, 0);
    expect(step).toMatchObject({ attempt: 4, busy: 1 });
    expect(value).toMatchObject({ kind: "again", waitMs: 9_000 });
  });

  test("a busy answer after newly stored answers is counted as the first of a new series", () => {
    const busy = { ...back, kind: "busy", kept: 3 } as const;
    const { step, value } = planGiveBack(claimed({ busy: 4, attempt: 2 }), busy, 0);
    expect(step).toMatchObject({ attempt: 1, busy: 1 });
    expect(value).toMatchObject({ kind: "again", waitMs: timings.busyMs });
  });

  test("a claim that continues is no attempt and no failure, and may be claimed again at once", () => {
    const goesOn = { ...back, kind: "continued", kept: 3 } as const;
    const before = claimed({
      attempt: timings.maxAttempts,
      busy: 4,
      error: { code: "busy", message: "429" },
    });
    const { step, value } = planGiveBack(before, goesOn, 100);
    expect(value).toEqual({ kind: "again", waitMs: 0, now: 100 });
    expect(step).toMatchObject({ attempt: timings.maxAttempts - 1, busy: 0, leaseUntil: null, error: null });
    expect(step?.paid).toEqual({ 2: 7 });
    expect(planClaim(step, asked, 100).value).toMatchObject({ kind: "claimed", fence: 3, attempt: 5 });
  });

  test("giving back again after a lost answer of the commit changes nothing", () => {
    for (const kind of ["busy", "retry", "continued"] as const) {
      const { step } = planGiveBack(claimed(), { ...back, kind }, 100);
      const again = planGiveBack(step, { ...back, kind }, 200);
      expect(again.step).toBeUndefined();
      const waitMs = Math.max(0, (step?.notBefore ?? 0) - 200);
      expect(again.value).toEqual({ kind: "again", waitMs, now: 200 });
    }
  });

  test("the fifth failed attempt is the last, and a lost claim cannot be given back", () => {
    expect(planGiveBack(claimed({ attempt: 5 }), back, 0)).toEqual({ value: { kind: "last" } });
    expect(planGiveBack(claimed({ fence: 3 }), back, 0)).toEqual({ value: { kind: "lost" } });
  });
});
