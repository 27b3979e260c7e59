import { describe, expect, test } from "vitest";
import { BusyError } from "./errors.ts";
import { planRest, planResume } from "./rest.ts";
import { deliverAll, SAMPLE_PARAMS, sample } from "./sample-session.ts";
import type { Schedule } from "./schedule.ts";
import { newSchedule } from "./session.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";
import { newStepRecord, type StepRecord } from "./step-record.ts";

const INPUT = "i";

/** Two portraits are wanted, and as many slots as `images`. */
function settings(images: number): Settings {
  return { ...DEFAULT_SETTINGS, limits: { ...DEFAULT_SETTINGS.limits, images } };
}

function drawing(flights: Record<string, { restsUntil?: number }>): Schedule {
  const params = { ...SAMPLE_PARAMS, storyHash: "s" };
  const schedule = newSchedule({ sessionId: "s1", ownerId: "ann", params }, 0, 1_000_000);
  const inFlight = Object.entries(flights).map(([step, { restsUntil }], at) => [
    step,
    {
      ...{ release: at + 1, input: INPUT, epoch: 0, at: 0, by: "plot", checkAt: 30_000 },
      ...(restsUntil === undefined ? {} : { restsUntil }),
    },
  ]);
  return { ...schedule, state: { status: "running" }, inFlight: Object.fromEntries(inFlight) };
}

const claimed: StepRecord = {
  ...newStepRecord("characters/c1"),
  ...{ release: 1, fence: 2, attempt: 1, leaseUntil: 40_000, startedAt: 10 },
};

const back = {
  ...({ step: "characters/c1", release: 1, fence: 2, kind: "busy", retryAfterMs: 20_000 } as const),
  ...{ error: { code: "busy", message: "429" }, kept: 0, paidMicros: 0, jitter: 0 },
  timings: DEFAULT_SETTINGS.timings,
};

describe("a step whose model has no room", () => {
  test("is given back with its slot, until the time that the model named", () => {
    const schedule = drawing({ "characters/c1": {}, "characters/c2": {} });
    const change = planRest({ schedule, record: claimed, now: 1_000 }, back, settings(2));
    expect(change.step).toMatchObject({ attempt: 0, leaseUntil: null, notBefore: 21_000 });
    expect(change.schedule?.inFlight["characters/c1"]).toMatchObject({ release: 1, restsUntil: 21_000 });
    expect(change.schedule?.inFlight["characters/c2"]).not.toHaveProperty("restsUntil");
    expect(change.value.back).toMatchObject({ kind: "again", waitMs: 20_000 });
  });

  test("does not change the schedule when the claim was lost", () => {
    const schedule = drawing({ "characters/c1": {} });
    const lost = planRest({ schedule, record: { ...claimed, fence: 3 }, now: 1_000 }, back, settings(2));
    expect(lost).toEqual({
      value: { back: { kind: "lost" }, before: schedule, after: schedule, released: [] },
    });
  });

  test("given back twice, after a lost answer of the commit, waits once", () => {
    const schedule = drawing({ "characters/c1": {} });
    const once = planRest({ schedule, record: claimed, now: 1_000 }, back, settings(2));
    const again = planRest({ schedule, record: once.step, now: 6_000 }, back, settings(2));
    expect(again.schedule).toBeUndefined();
    expect(again.value.back).toMatchObject({ kind: "again", waitMs: 15_000 });
  });

  test("of a session that has ended only gives the claim back", () => {
    const schedule: Schedule = {
      ...drawing({ "characters/c1": {} }),
      state: { status: "cancelled", endedAt: 5 },
    };
    const change = planRest({ schedule, record: claimed, now: 1_000 }, back, settings(2));
    expect(change.schedule).toBeUndefined();
    expect(change.step).toMatchObject({ leaseUntil: null });
  });
});

describe("a step that rests", () => {
  const asked = { step: "characters/c1", release: 1 };

  test("waits until its time", () => {
    const schedule = drawing({ "characters/c1": { restsUntil: 21_000 } });
    expect(planResume({ schedule, now: 20_000 }, asked, settings(1))).toMatchObject({
      value: { leftMs: 1_000 },
    });
  });

  test("takes a slot when one is free", () => {
    const schedule = drawing({ "characters/c1": { restsUntil: 21_000 }, "characters/c2": {} });
    const { schedule: after, value } = planResume({ schedule, now: 21_000 }, asked, settings(2));
    expect(value.leftMs).toBe(0);
    expect(after?.inFlight["characters/c1"]).toMatchObject({ release: 1, checkAt: 51_000 });
    expect(after?.inFlight["characters/c1"]).not.toHaveProperty("restsUntil");
  });

  test("continues to wait when others have taken all slots", () => {
    const schedule = drawing({ "characters/c1": { restsUntil: 21_000 }, "characters/c2": {} });
    const change = planResume({ schedule, now: 21_000 }, asked, settings(1));
    expect(change.schedule).toBeUndefined();
    expect(change.value.leftMs).toBe(DEFAULT_SETTINGS.timings.busyMs);
  });

  test("is not changed by a message of another release", () => {
    const schedule = drawing({ "characters/c1": { restsUntil: 21_000 } });
    const change = planResume({ schedule, now: 1_000 }, { ...asked, release: 2 }, settings(1));
    expect(change).toMatchObject({ value: { leftMs: 0 } });
    expect(change.schedule).toBeUndefined();
  });
});

test("panels whose model has no room wait without a slot, and all are drawn in the end", async () => {
  const book = sample();
  let answers = 0;
  book.tools.before = (ref) => {
    if (ref.of === "panel" && answers++ < 4) throw new BusyError("429", 45_000);
  };
  const sessionId = await book.start();
  let isAnyAtRest = false;
  const { update } = book.services.schedules;
  book.services.schedules.update = (id, step, decide) =>
    update(id, step, (current) => {
      const change = decide(current);
      const flights = Object.values(change.schedule?.inFlight ?? {});
      isAnyAtRest ||= flights.some(({ restsUntil }) => restsUntil !== undefined);
      return change;
    });
  await deliverAll(book);
  expect(book.projector.sessions.get(sessionId)?.status).toBe("completed");
  expect(isAnyAtRest).toBe(true);
  const panels = book.tools.runs.filter(({ step }) => step.startsWith("artwork/"));
  const drawn = new Set(panels.map(({ step }) => step));
  expect(panels).toHaveLength(drawn.size + 4);
  expect((await book.services.schedules.read(sessionId))?.inFlight).toEqual({});
});
