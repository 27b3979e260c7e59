import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BusyError } from "./errors.ts";
import type { ModelCall } from "./phase.ts";
import { pictureRef } from "./plan-progress.ts";
import { deliverAll, SAMPLE_PARAMS, type Sample, sample } from "./sample-session.ts";
import type { Flight, Schedule } from "./schedule.ts";
import { newSchedule } from "./session.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";
import { stepId } from "./step-id.ts";
import { newStepRecord, type StepRecord } from "./step-record.ts";
import { planReturnSlot, planTakeSlot } from "./step-slot.ts";
import { sweep } from "./sweep.ts";
import { noUsage, type Usage } from "./usage.ts";

const settings = (images: number): Settings => ({
  ...DEFAULT_SETTINGS,
  limits: { ...DEFAULT_SETTINGS.limits, images },
});

function drawing(slots: readonly Flight["slot"][]): Schedule {
  const params = { ...SAMPLE_PARAMS, storyHash: "s" };
  const schedule = newSchedule({ sessionId: "s1", ownerId: "ann", params }, 0, 1_000_000);
  const flights = slots.map((slot, index): [string, Flight] => [
    `characters/c${index + 1}`,
    {
      ...{ release: index + 1, input: "i", epoch: 0, at: 0, by: "plot", checkAt: 30_000 },
      ...(slot && { slot }),
    },
  ]);
  return { ...schedule, state: { status: "running" }, inFlight: Object.fromEntries(flights) };
}

const claim = { step: "characters/c1", release: 1, fence: 2 };
const record: StepRecord = {
  ...newStepRecord("characters/c1"),
  ...{ release: 1, fence: 2, attempt: 1, leaseUntil: 40_000, startedAt: 10 },
};
const now = 1_000;
const slotOf = (schedule: Schedule | undefined) => schedule?.inFlight["characters/c1"]?.slot;

describe("a claim whose picture is checked", () => {
  test("returns its slot, once, and keeps its lease", () => {
    const change = planReturnSlot({ schedule: drawing([undefined]), record, now }, claim, settings(1));
    expect(change.value.slot).toBe("returned");
    expect(slotOf(change.schedule)).toBe("returned");
    expect(change.step).toBeUndefined();
    const { after } = change.value;
    expect(planReturnSlot({ schedule: after, record, now }, claim, settings(1)).schedule).toBeUndefined();
  });

  test("takes a slot again if one is free", () => {
    const schedule = drawing(["returned", undefined]);
    const change = planTakeSlot({ schedule, record, now }, claim, settings(2));
    expect(change.value.slot).toBe("held");
    expect(change.schedule?.inFlight["characters/c1"]).not.toHaveProperty("slot");
  });

  test("reports that it wants a slot if others have all of them, and takes one when it is free", () => {
    const schedule = drawing(["returned", undefined]);
    const full = planTakeSlot({ schedule, record, now }, claim, settings(1));
    expect(full.value.slot).toBe("full");
    expect(slotOf(full.schedule)).toBe("wanted");
    const again = planTakeSlot({ schedule: full.value.after, record, now }, claim, settings(1));
    expect(again).toMatchObject({ value: { slot: "full" } });
    expect(again.schedule).toBeUndefined();
    const { "characters/c2": _, ...inFlight } = full.value.after.inFlight;
    const free = planTakeSlot(
      { schedule: { ...full.value.after, inFlight }, record, now },
      claim,
      settings(1),
    );
    expect(free.value.slot).toBe("held");
  });

  test("keeps a slot that it holds", () => {
    const change = planTakeSlot({ schedule: drawing([undefined]), record, now }, claim, settings(1));
    expect(change).toMatchObject({ value: { slot: "held" } });
    expect(change.schedule).toBeUndefined();
  });

  test("changes nothing once it was lost, its step left flight, or its session ended", () => {
    const schedule = drawing(["returned"]);
    const lost = [
      { schedule, record: { ...record, fence: 3 }, now },
      { schedule, record: { ...record, settled: 1 }, now },
      { schedule: { ...schedule, inFlight: {} }, record, now },
      { schedule: { ...schedule, state: { status: "cancelled", endedAt: 5 } } as Schedule, record, now },
    ];
    for (const current of lost) {
      for (const decide of [planReturnSlot, planTakeSlot]) {
        expect(decide(current, claim, settings(1))).toEqual({
          value: { slot: "lost", before: current.schedule, after: current.schedule, released: [] },
        });
      }
    }
  });
});

const LOOK_MS = 500;

interface Drawn {
  book: Sample;
  /** Spans of pictures and of looks, by the clock. */
  pictures: { from: number; to: number }[];
  looks: { from: number; to: number }[];
  /** Calls for pictures, and claims, by step. */
  paid: Map<string, number>;
  claims: Map<string, number>;
  lookMs: number;
}

/** A book whose pictures are checked, and repaired as often as `mends` says for each in turn. */
function lookedAt(images: number, mends: (picture: number) => number): Drawn {
  const plan = { characters: ["c1", "c2", "c3"], pages: 3, panels: 3, durationMs: () => 0 };
  const book = sample(plan, { settings: settings(images) });
  const drawn: Drawn = { book, pictures: [], looks: [], paid: new Map(), claims: new Map(), lookMs: LOOK_MS };
  const known = new Map<string, number>();
  book.tools.before = async (ref, context) => {
    const step = stepId(ref);
    if (pictureRef(step) === undefined) return;
    drawn.claims.set(step, (drawn.claims.get(step) ?? 0) + 1);
    const which = known.get(step) ?? known.size;
    known.set(step, which);
    const call = (spans: Drawn["looks"], ms: number, more: Partial<ModelCall<{ usage: Usage }>> = {}) =>
      context.call({
        ...{ model: "sample", upToMicros: 0, ...more },
        async make() {
          const from = book.clock.now();
          if (spans === drawn.pictures) drawn.paid.set(step, (drawn.paid.get(step) ?? 0) + 1);
          await book.clock.sleep(ms, context.signal);
          spans.push({ from, to: book.clock.now() });
          context.signal.throwIfAborted();
          return { usage: noUsage("sample") };
        },
      });
    for (let left = mends(which); left >= 0; left--) {
      await call(drawn.pictures, 3_000 + which * 10);
      await call(drawn.looks, drawn.lookMs, { slotless: true });
    }
  };
  return drawn;
}

const atOnce = (spans: Drawn["looks"]) =>
  Math.max(...spans.map(({ from }) => spans.filter((one) => one.from <= from && one.to > from).length));

describe("a book whose pictures are checked", () => {
  test("makes at most as many pictures at once as there are slots, and no more than are requested", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 }),
        async (images, mends) => {
          const drawn = lookedAt(images, (picture) => mends[picture] ?? 0);
          const sessionId = await drawn.book.start();
          await deliverAll(drawn.book);
          const schedule = await drawn.book.services.schedules.read(sessionId);
          expect(schedule?.state.status).toBe("completed");
          expect(atOnce(drawn.pictures)).toBeLessThanOrEqual(images);
          const wanted = mends.reduce((sum, one) => sum + one + 1, 0);
          expect(drawn.pictures).toHaveLength(wanted);
          expect(drawn.looks).toHaveLength(wanted);
        },
      ),
      { numRuns: 8, seed: 34 },
    );
  });

  test("makes the next picture while one is checked", async () => {
    const drawn = lookedAt(1, () => 0);
    await drawn.book.start();
    await deliverAll(drawn.book);
    const beside = drawn.looks.filter((look) =>
      drawn.pictures.some(({ from, to }) => from < look.to && to > look.from),
    );
    // Nothing is left to draw besides the checks that are awaited: the last portrait's and the last panel's.
    expect(beside.length).toBeGreaterThanOrEqual(drawn.looks.length - 2);
  });

  test("makes no further picture after a cancel during a check or a wait for a slot", async () => {
    for (const atLook of [1, 4, 7]) {
      const drawn = lookedAt(2, () => 1);
      const { book, looks } = drawn;
      const sessionId = await book.start();
      await deliverAll(book, { until: () => looks.length >= atLook });
      await book.commands.cancelSession(sessionId);
      const begun = [...drawn.paid.values()].reduce((sum, one) => sum + one, 0);
      await deliverAll(book);
      expect([...drawn.paid.values()].reduce((sum, one) => sum + one, 0)).toBe(begun);
      const schedule = await book.services.schedules.read(sessionId);
      expect(schedule).toMatchObject({ state: { status: "cancelled" }, inFlight: {} });
    }
  });

  test("has its picture checked although the store does not take the slot back", async () => {
    const drawn = lookedAt(2, () => 1);
    const { update } = drawn.book.services.schedules;
    let refused = 0;
    drawn.book.services.schedules.update = (sessionId, step, decide) =>
      update(sessionId, step, (current) => {
        const change = decide(current);
        const { value } = change;
        const isReturn = typeof value === "object" && value && "slot" in value && value.slot === "returned";
        if (isReturn && refused++ < 3) throw new BusyError("the store is down");
        return change;
      });
    const sessionId = await drawn.book.start();
    await deliverAll(drawn.book);
    expect(refused).toBeGreaterThan(3);
    expect((await drawn.book.services.schedules.read(sessionId))?.state.status).toBe("completed");
    expect(atOnce(drawn.pictures)).toBeLessThanOrEqual(2);
    expect(drawn.pictures).toHaveLength(24);
  });
});

test("the worker that continues after one died during a check takes a slot before the next picture", async () => {
  const drawn = lookedAt(1, (picture) => (picture === 0 ? 1 : 0));
  const { book, looks, pictures } = drawn;
  const { clock, services } = book;
  const { updateStep } = services.schedules;
  // From the first check on no lease is extended, until that of the first picture has expired.
  let isDown = false;
  services.schedules.updateStep = (sessionId, step, decide) =>
    updateStep(sessionId, step, (known, at) => {
      const change = decide(known, at);
      const isBeat = change.value === true && change.step?.fence === known?.fence;
      if (isDown && isBeat) throw new BusyError("the store is down");
      return change;
    });
  const sessionId = await book.start();
  drawn.lookMs = 45_000;
  isDown = true;
  const step = "characters/c1";
  const flightOf = async () => (await services.schedules.read(sessionId))?.inFlight[step];
  await deliverAll(book, { until: () => pictures.length === 2 });
  expect(await flightOf()).toMatchObject({ slot: "returned" });
  const died = clock.now();
  await deliverAll(book, { until: () => clock.now() > died + 70_000 });
  isDown = false;
  drawn.lookMs = LOOK_MS;
  const swept = sweep([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], clock.now(), services);
  await deliverAll(book);
  await swept;
  expect((await services.schedules.read(sessionId))?.state.status).toBe("completed");
  expect(drawn.claims.get(step)).toBeGreaterThan(1);
  expect(atOnce(pictures)).toBe(1);
  expect(looks.length).toBeGreaterThanOrEqual(13);
});
