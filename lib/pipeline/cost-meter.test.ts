import { expect, test } from "vitest";
import { type CostMeter, openCostMeter } from "./cost-meter.ts";
import { BusyError, OutOfTimeError } from "./errors.ts";
import type { Ledger } from "./ledger.ts";
import { memoryLedger } from "./memory-ledger.ts";
import type { ModelCall } from "./phase.ts";
import { noUsage, type Usage } from "./usage.ts";

function begin(more: Partial<Ledger> = {}, leftMs = () => Number.POSITIVE_INFINITY) {
  const ledger = memoryLedger(() => 0);
  const stop = new AbortController();
  const used: Usage[] = [];
  const meter = openCostMeter({
    ledger: { ...ledger, ...more },
    claim: { sessionId: "s1", ownerId: "ann", step: "plot", fence: 1 },
    budgetMicros: undefined,
    pay: (_call, make) => make(),
    ...{ signal: stop.signal, leftMs },
    hold: async () => {},
    onUsed: (usage) => used.push(usage),
  });
  const states = () => [...ledger.rows.values()].map(({ state, micros }) => `${state} ${micros}`);
  return { ledger, stop, used, meter, states };
}

const costing = (costMicros: number) => async () => ({ usage: { ...noUsage("m"), costMicros } });
const call = (meter: CostMeter, make: () => Promise<{ usage: Usage }>) =>
  meter.make({ model: "m", upToMicros: 9, make });

test("a closed meter returns the sum of its calls, and makes no more", async () => {
  const { meter, states, used } = begin();
  await call(meter, costing(4));
  await meter.make({ model: "m", upToMicros: 0, make: costing(0) });
  await call(meter, costing(5));
  expect(await meter.close()).toBe(9);
  expect(states()).toEqual(["settled 4", "settled 5"]);
  expect(used.map(({ costMicros }) => costMicros)).toEqual([4, 0, 5]);
  await expect(call(meter, costing(1))).rejects.toThrow("has ended");
  expect(states()).toHaveLength(2);
});

test("the row of a single call is for no batch, even where the call could be made in one", async () => {
  const asked: unknown[] = [];
  const { meter, ledger } = begin({
    async reserve(row) {
      asked.push(row);
      await ledger.reserve(row);
    },
  });
  const whole: ModelCall<{ usage: Usage }> = {
    ...{ model: "m", upToMicros: 9, mayTakeMs: 5, make: costing(4), slotless: true },
    batch: async () => ({ kind: "lost", reason: "it failed" }),
  };
  await meter.make(whole);
  const key = { sessionId: "s1", step: "plot", fence: 1, n: 1 };
  expect(asked).toEqual([{ ...key, ownerId: "ann", model: "m", upToMicros: 9, budgetMicros: undefined }]);
});

test("a call in progress when the meter is closed counts in full, with any later result", async () => {
  const { meter, states } = begin();
  const answer = Promise.withResolvers<{ usage: Usage }>();
  const late = call(meter, () => answer.promise);
  await new Promise(setImmediate);
  expect(await meter.close()).toBe(9);
  answer.resolve(await costing(2)());
  await late;
  expect(states()).toEqual(["unknown 9"]);
});

test("a call that is aborted while it is being reserved is not made, and costs nothing", async () => {
  for (const leave of ["abort", "close"] as const) {
    const room = Promise.withResolvers<void>();
    const held = begin();
    const { meter, states, stop } = begin({
      async reserve(row) {
        await held.ledger.reserve(row);
        await room.promise;
      },
      settle: held.ledger.settle,
    });
    let made = 0;
    const waiting = call(meter, async () => {
      made += 1;
      return costing(3)();
    });
    if (leave === "abort") stop.abort(new Error("cancelled"));
    else await meter.close();
    room.resolve();
    await expect(waiting).rejects.toThrow(leave === "abort" ? "cancelled" : "has ended");
    await new Promise(setImmediate);
    expect([made, held.states(), states()]).toEqual([0, ["settled 0"], []]);
  }
});

test("a cost that a failing store did not take is booked when the meter is closed", async () => {
  let downs = 1;
  const own = memoryLedger(() => 0);
  const { meter } = begin({
    ...own,
    async settle(...settled) {
      if (downs-- > 0) throw new BusyError("down");
      return own.settle(...settled);
    },
  });
  await call(meter, costing(6));
  expect(await meter.close()).toBe(6);
  downs = 5;
  const { meter: other } = begin({ ...own, settle: () => Promise.reject(new BusyError("down")) });
  await call(other, costing(6));
  await expect(other.close()).rejects.toThrow(BusyError);
});

test("a reservation whose answer was lost is not left open", async () => {
  const own = memoryLedger(() => 0);
  const { meter } = begin({
    ...own,
    async reserve(row) {
      await own.reserve(row);
      throw new BusyError("the answer was lost");
    },
  });
  await expect(call(meter, costing(6))).rejects.toThrow("lost");
  expect(await meter.close()).toBe(0);
  expect([...own.rows.values()]).toMatchObject([{ state: "settled", micros: 0 }]);
});

test("a call that may take longer than the time left is neither reserved nor made, unless it is the claim's first", async () => {
  let left = 50;
  const { meter, states } = begin({}, () => left);
  const asked = { model: "m", upToMicros: 9, mayTakeMs: 100, make: costing(4) };
  await meter.make(asked);
  await expect(meter.make(asked)).rejects.toThrow(OutOfTimeError);
  expect(states()).toEqual(["settled 4"]);
  left = 100;
  await meter.make(asked);
  expect(await meter.close()).toBe(8);
});

test("a call whose reservation took too long is not made, and costs nothing", async () => {
  let left = 100;
  const own = memoryLedger(() => 0);
  const slow = {
    ...own,
    async reserve(row: Parameters<Ledger["reserve"]>[0]) {
      await own.reserve(row);
      if (row.n > 1) left = 50;
    },
  };
  const { meter } = begin(slow, () => left);
  await call(meter, costing(1));
  const late = meter.make({ model: "m", upToMicros: 9, mayTakeMs: 100, make: costing(4) });
  await expect(late).rejects.toThrow(OutOfTimeError);
  expect(await meter.close()).toBe(1);
  expect([...own.rows.values()].map(({ state, micros }) => `${state} ${micros}`)).toEqual([
    "settled 1",
    "settled 0",
  ]);
});

test("overlapping calls have a row each, and a stopped meter waits for none and begins none", async () => {
  const { meter, states } = begin();
  const answers = [1, 2, 3].map(() => Promise.withResolvers<{ usage: Usage }>());
  const calls = answers.map(({ promise }) => call(meter, () => promise));
  await new Promise(setImmediate);
  expect(states()).toEqual(["reserved 9", "reserved 9", "reserved 9"]);
  answers[2]?.resolve(await costing(3)());
  meter.stop();
  await expect(call(meter, costing(1))).rejects.toThrow("has ended");
  answers[0]?.resolve(await costing(1)());
  await Promise.all([calls[0], calls[2]]);
  expect(await meter.close()).toBe(1 + 9 + 3);
  expect(states()).toEqual(["settled 1", "unknown 9", "settled 3"]);
});
