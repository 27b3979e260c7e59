import { describe, expect, test } from "vitest";
import { advance } from "./advance.ts";
import { planClaim } from "./claim.ts";
import { currentInput } from "./graph.ts";
import { type Exit, planRecord } from "./record.ts";
import { SAMPLE_PARAMS } from "./sample-session.ts";
import type { Schedule } from "./schedule.ts";
import { newSchedule } from "./session.ts";
import { DEFAULT_SETTINGS as settings } from "./settings.ts";
import type { StepRecord } from "./step-record.ts";

function begun(): Schedule {
  const params = { ...SAMPLE_PARAMS, storyHash: "s" };
  const schedule = newSchedule({ sessionId: "s1", ownerId: "ann", params }, 0, 1_000_000);
  return advance(schedule, { now: 0, by: "start", settings }).schedule;
}

function claimed(step = "concept", release = 1): StepRecord {
  const { step: record } = planClaim(undefined, { step, release, timings: settings.timings }, 100);
  if (record === undefined) throw new Error("not claimed");
  return record;
}

const done: Exit = {
  ...{ step: "concept", release: 1, fence: 1, paidMicros: 0 },
  outcome: { kind: "done", result: { output: "o", characters: ["c1"] }, view: { title: "T" } },
};

const FAILED: Exit["outcome"] = {
  kind: "failed",
  reason: { code: "refused", message: "no", step: "concept", retryable: false },
};

function record(schedule: Schedule, stored: StepRecord | undefined, exit: Exit, now = 200) {
  return planRecord({ schedule, record: stored, now }, exit, settings);
}

describe("a result", () => {
  test("is taken, frees its slot and releases what follows, in one change", () => {
    const { schedule, step, value } = record(begun(), claimed(), done);
    expect(value.kind).toBe("taken");
    expect(Object.keys(schedule?.inFlight ?? {})).toEqual(["characters", "plot"]);
    expect(value.released.map((message) => message.step)).toEqual(["characters", "plot"]);
    expect(step).toMatchObject({
      settled: 1,
      settledFence: 1,
      leaseUntil: null,
      view: { title: "T" },
      endedAt: 200,
    });
    expect(schedule).toMatchObject({ seq: 2, dueAt: 30_200, state: { status: "running" } });
  });

  test("names the book, unless its owner has named it", () => {
    const untitled = begun();
    const { title: _title, ...params } = untitled.params;
    const unnamed = { ...untitled, title: "", params };
    const exit = done;
    const flight = { ...unnamed.inFlight.concept, input: currentInput(unnamed, "concept") ?? "" };
    const inFlight = { concept: { release: 1, epoch: 0, at: 0, by: "start", checkAt: 0, ...flight } };
    expect(record({ ...unnamed, inFlight }, claimed(), exit).schedule?.title).toBe("T");
    expect(record(untitled, claimed(), exit).schedule?.title).toBe("Sample");
  });

  test("of a session that has ended is dropped, but leaves flight and its cost counts", () => {
    const ended: Schedule = { ...begun(), state: { status: "cancelled", endedAt: 150 } };
    const { schedule, value } = record(ended, claimed(), { ...done, paidMicros: 8 });
    expect(value).toMatchObject({ kind: "dropped", released: [] });
    expect(schedule).toMatchObject({ results: {}, inFlight: {}, costMicros: 8 });
  });

  test("for an outdated input is dropped, and the step is released again", () => {
    const before = begun();
    const changed = { ...before, params: { ...before.params, genre: "comedy" } };
    const { schedule, value } = record(changed, claimed(), done);
    expect(value.kind).toBe("dropped");
    expect(value.released.map(({ step }) => step)).toEqual(["concept"]);
    expect(schedule?.inFlight.concept?.release).toBe(2);
  });

  test("is kept while its input is unknown, because it may become valid again", () => {
    const { schedule: first, value } = record(begun(), claimed(), done);
    if (first === undefined) throw new Error(value.kind);
    const changed = { ...first, params: { ...first.params, genre: "comedy" } };
    const exit: Exit = {
      ...done,
      step: "plot",
      release: 3,
      outcome: { kind: "done", result: { output: "p", pages: 1 }, view: {} },
    };
    const { schedule, value: kept } = record(changed, claimed("plot", 3), exit);
    expect(kept.kind).toBe("taken");
    expect(schedule?.results.plot?.output).toBe("p");
    expect(Object.keys(schedule?.inFlight ?? {})).toEqual(["characters", "concept"]);
  });
});

describe("a claim", () => {
  test("that is not the last one changes nothing", () => {
    const stored = { ...claimed(), fence: 2 };
    const { schedule, step, value } = record(begun(), stored, done);
    expect([schedule, step, value.kind]).toEqual([undefined, undefined, "refused"]);
  });

  test("that is not the last one still counts its cost, which is shown even after the end", () => {
    const { schedule: ended, step } = record(begun(), claimed(), { ...done, outcome: FAILED });
    if (ended === undefined || step === undefined) throw new Error("nothing was recorded");
    const rested = { ...ended, dueAt: null };
    const late = { ...done, fence: 7, paidMicros: 30 };
    const { schedule, value } = record(rested, step, late, 500);
    expect(value.kind).toBe("refused");
    expect(schedule).toMatchObject({ costMicros: 30, seq: ended.seq + 1, dueAt: 30_500 });
    expect(value.after).toBe(schedule);
  });

  test("of another release of the same step changes nothing", () => {
    expect(record(begun(), claimed(), { ...done, release: 7 }).value.kind).toBe("refused");
  });

  test("may still record after its lease lapsed, while no other worker has claimed", () => {
    expect(record(begun(), claimed(), done, 10_000_000).value.kind).toBe("taken");
  });

  test('that recorded already gets "repeated", and nothing changes twice', () => {
    const { schedule, step } = record(begun(), claimed(), done);
    if (schedule === undefined) throw new Error("not recorded");
    const again = record(schedule, step, done);
    expect([again.schedule, again.step, again.value.kind]).toEqual([undefined, undefined, "repeated"]);
  });
});

describe("an exit without a worker", () => {
  const lapsed: Exit = { ...done, fence: null, outcome: { kind: "dropped" } };

  test("is refused under a live lease and taken after it", () => {
    expect(record(begun(), claimed(), lapsed, 30_099).value.kind).toBe("refused");
    expect(record(begun(), claimed(), lapsed, 30_100).value.kind).toBe("dropped");
    expect(record(begun(), undefined, lapsed).value.kind).toBe("dropped");
  });

  test("fences the late worker off", () => {
    const { schedule, step } = record(begun(), claimed(), lapsed, 40_000);
    if (schedule === undefined) throw new Error("not recorded");
    expect(record(schedule, step, done, 40_001).value.kind).toBe("refused");
  });
});

test("a failure ends the session with its reason and releases nothing", () => {
  const reason = { code: "story-unusable", message: "m", step: "concept", retryable: false };
  const { schedule, value } = record(begun(), claimed(), { ...done, outcome: { kind: "failed", reason } });
  expect(value).toMatchObject({ kind: "failed", released: [] });
  expect(schedule?.state).toEqual({ status: "failed", endedAt: 200, reason });
});

test("results after which no step can run fail the session", () => {
  const { schedule: first } = record(begun(), claimed(), done);
  if (first === undefined) throw new Error("not recorded");
  const pageless: Exit = {
    ...done,
    step: "plot",
    release: 3,
    outcome: { kind: "done", result: { output: "p" }, view: {} },
  };
  const designs: Exit = { ...pageless, step: "characters", release: 2 };
  const portrait: Exit = { ...pageless, step: "characters/c1", release: 4 };
  const states = [pageless, designs, portrait].reduce((schedule, exit) => {
    const next = record(schedule, claimed(exit.step, exit.release), exit).schedule;
    if (next === undefined) throw new Error(`${exit.step} was not recorded`);
    return next;
  }, first);
  expect(states.state).toMatchObject({ status: "failed", reason: { code: "nothing-to-do" } });
});
