// Reservations of a dead worker are booked while the session runs, even if the worker that took its step out of flight dies before booking.
import { expect, test } from "vitest";
import { planClaim } from "./claim.ts";
import { planBooked, planRecord } from "./record.ts";
import { sample } from "./sample-session.ts";
import { sweep } from "./sweep.ts";

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * A session whose concept was claimed by a worker that reserved money and died; the claim is dropped, and its reservation is not booked.
 */
async function left() {
  const book = sample();
  const { services, clock } = book;
  const { schedules, ledger, settings } = services;
  const sessionId = await book.start();
  const release = (await schedules.read(sessionId))?.inFlight.concept?.release ?? 0;
  const { timings } = settings;
  await schedules.update(sessionId, "concept", ({ record, now }) => {
    const { step } = planClaim(record, { step: "concept", release, timings }, now);
    return { ...(step === undefined ? {} : { step }), value: undefined };
  });
  await ledger.reserve({
    ...{ sessionId, ownerId: "ann", step: "concept", fence: 1, n: 1, model: "m" },
    ...{ upToMicros: 500, budgetMicros: undefined },
  });
  clock.skip(timings.leaseMs + 1);
  const exit = {
    step: "concept",
    release,
    fence: null,
    paidMicros: 0,
    outcome: { kind: "dropped" },
  } as const;
  await schedules.update(sessionId, "concept", (current) => planRecord(current, exit, settings));
  return { book, sessionId };
}

test("a step that leaves flight without a claim is marked, and the session is due for it", async () => {
  const { book, sessionId } = await left();
  const { schedules, settings } = book.services;
  const at = book.clock.now() + settings.timings.unclaimedMs;
  const schedule = await schedules.read(sessionId);
  expect(schedule?.unbooked).toEqual({ concept: { belowFence: 2, at } });
  expect(schedule?.dueAt).toBeLessThanOrEqual(at);
});

test("the sweep books the reservations, and removes the mark", async () => {
  const { book, sessionId } = await left();
  const { schedules, ledger, settings } = book.services;
  book.clock.skip(settings.timings.unclaimedMs);
  let isOver = false;
  const swept = sweep(SHARDS, book.clock.now(), book.services).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise((resolve) => setImmediate(resolve));
    book.clock.tick();
  }
  await swept;
  expect(await ledger.readAccount(sessionId)).toMatchObject({ reservedMicros: 0, spentMicros: 500 });
  const schedule = await schedules.read(sessionId);
  expect(schedule?.unbooked).toBeUndefined();
  expect(schedule?.costMicros).toBe(500);
});

test("booking older claims keeps the mark", async () => {
  const { book, sessionId } = await left();
  const { schedules, settings } = book.services;
  await schedules.update(sessionId, "concept", (current) =>
    planBooked(current, { step: "concept", byFence: {}, belowFence: 1 }, settings),
  );
  expect((await schedules.read(sessionId))?.unbooked).toHaveProperty("concept");
});
