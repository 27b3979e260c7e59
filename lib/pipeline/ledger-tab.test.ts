import { expect, test } from "vitest";
import { BusyError, OutOfTimeError } from "./errors.ts";
import type { Ledger } from "./ledger.ts";
import { openTab, type Tab } from "./ledger-tab.ts";
import { memoryLedger } from "./memory-ledger.ts";
import type { ModelCall } from "./phase.ts";
import { noUsage, type Usage } from "./usage.ts";

function begin(more: Partial<Ledger> = {}, leftMs = () => Number.POSITIVE_INFINITY) {
  const ledger = memoryLedger(() => 0);
  const stop = new AbortController();
  const used: Usage[] = [];
  const tab = openTab({
    ledger: { ...ledger, ...more },
    claim: { sessionId: "s1", ownerId: "ann", step: "plot", fence: 1 },
    budgetMicros: undefined,
    pay: (_call, make) => make(),
    ...{ signal: stop.signal, leftMs },
    hold: async () => {},
    onUsed: (usage) => used.push(usage),
  });
  const states = () => [...ledger.rows.values()].map(({ state, micros }) => `${state} ${micros}`);
  return { ledger, stop, used, tab, states };
}

const costing = (costMicros: number) => async () => ({ usage: { ...noUsage("m"), costMicros } });
const call = (tab: Tab, make: () => Promise<{ usage: Usage }>) =>
  tab.make({ model: "m", upToMicros: 9, make });

test("a closed tab says what its calls have booked, and makes no more", async () => {
  const { tab, states, used } = begin();
  await call(tab, costing(4));
  await tab.make({ model: "m", upToMicros: 0, make: costing(0) });
  await call(tab, costing(5));
  expect(await tab.close()).toBe(9);
  expect(states()).toEqual(["settled 4", "settled 5"]);
  expect(used.map(({ costMicros }) => costMicros)).toEqual([4, 0, 5]);
  await expect(call(tab, costing(1))).rejects.toThrow("is over");
  expect(states()).toHaveLength(2);
});

test("the row of a call that is made by itself is for no batch, even where the call could be made in one", async () => {
  const asked: unknown[] = [];
  const { tab, ledger } = begin({
    async reserve(row) {
      asked.push(row);
      await ledger.reserve(row);
    },
  });
  const whole: ModelCall<{ usage: Usage }> = {
    ...{ model: "m", upToMicros: 9, mayTakeMs: 5, make: costing(4), slotless: true },
    batch: async () => ({ kind: "lost", reason: "it failed" }),
  };
  await tab.make(whole);
  const key = { sessionId: "s1", step: "plot", fence: 1, n: 1 };
  expect(asked).toEqual([{ ...key, ownerId: "ann", model: "m", upToMicros: 9, budgetMicros: undefined }]);
});

test("a call under way when the tab is closed counts in full, whatever it says later", async () => {
  const { tab, states } = begin();
  const answer = Promise.withResolvers<{ usage: Usage }>();
  const late = call(tab, () => answer.promise);
  await new Promise(setImmediate);
  expect(await tab.close()).toBe(9);
  answer.resolve(await costing(2)());
  await late;
  expect(states()).toEqual(["unknown 9"]);
});

test("a call that is aborted or left behind while it is reserved is not made, and costs nothing", async () => {
  for (const leave of ["abort", "close"] as const) {
    const room = Promise.withResolvers<void>();
    const held = begin();
    const { tab, states, stop } = begin({
      async reserve(row) {
        await held.ledger.reserve(row);
        await room.promise;
      },
      settle: held.ledger.settle,
    });
    let made = 0;
    const waiting = call(tab, async () => {
      made += 1;
      return costing(3)();
    });
    if (leave === "abort") stop.abort(new Error("cancelled"));
    else await tab.close();
    room.resolve();
    await expect(waiting).rejects.toThrow(leave === "abort" ? "cancelled" : "is over");
    await new Promise(setImmediate);
    expect([made, held.states(), states()]).toEqual([0, ["settled 0"], []]);
  }
});

test("what a store that was down did not take is booked when the tab is closed", async () => {
  let downs = 1;
  const own = memoryLedger(() => 0);
  const { tab } = begin({
    ...own,
    async settle(...settled) {
      if (downs-- > 0) throw new BusyError("down");
      return own.settle(...settled);
    },
  });
  await call(tab, costing(6));
  expect(await tab.close()).toBe(6);
  downs = 5;
  const { tab: other } = begin({ ...own, settle: () => Promise.reject(new BusyError("down")) });
  await call(other, costing(6));
  await expect(other.close()).rejects.toThrow(BusyError);
});

test("a reservation whose answer was lost is not left open", async () => {
  const own = memoryLedger(() => 0);
  const { tab } = begin({
    ...own,
    async reserve(row) {
      await own.reserve(row);
      throw new BusyError("the answer was lost");
    },
  });
  await expect(call(tab, costing(6))).rejects.toThrow("lost");
  expect(await tab.close()).toBe(0);
  expect([...own.rows.values()]).toMatchObject([{ state: "settled", micros: 0 }]);
});

test("a call that may take longer than is left is neither reserved nor made, unless it is the claim's first", async () => {
  let left = 50;
  const { tab, states } = begin({}, () => left);
  const asked = { model: "m", upToMicros: 9, mayTakeMs: 100, make: costing(4) };
  await tab.make(asked);
  await expect(tab.make(asked)).rejects.toThrow(OutOfTimeError);
  expect(states()).toEqual(["settled 4"]);
  left = 100;
  await tab.make(asked);
  expect(await tab.close()).toBe(8);
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
  const { tab } = begin(slow, () => left);
  await call(tab, costing(1));
  const late = tab.make({ model: "m", upToMicros: 9, mayTakeMs: 100, make: costing(4) });
  await expect(late).rejects.toThrow(OutOfTimeError);
  expect(await tab.close()).toBe(1);
  expect([...own.rows.values()].map(({ state, micros }) => `${state} ${micros}`)).toEqual([
    "settled 1",
    "settled 0",
  ]);
});

test("calls that overlap have a row each, and a tab that stopped waits for no one and begins none", async () => {
  const { tab, states } = begin();
  const answers = [1, 2, 3].map(() => Promise.withResolvers<{ usage: Usage }>());
  const calls = answers.map(({ promise }) => call(tab, () => promise));
  await new Promise(setImmediate);
  expect(states()).toEqual(["reserved 9", "reserved 9", "reserved 9"]);
  answers[2]?.resolve(await costing(3)());
  tab.stop();
  await expect(call(tab, costing(1))).rejects.toThrow("is over");
  answers[0]?.resolve(await costing(1)());
  await Promise.all([calls[0], calls[2]]);
  expect(await tab.close()).toBe(1 + 9 + 3);
  expect(states()).toEqual(["settled 1", "unknown 9", "settled 3"]);
});
