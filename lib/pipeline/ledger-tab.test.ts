import { expect, test } from "vitest";
import { BusyError } from "./errors.ts";
import type { Ledger } from "./ledger.ts";
import { openTab, type Tab } from "./ledger-tab.ts";
import { memoryLedger } from "./memory-ledger.ts";
import { noUsage, type Usage } from "./usage.ts";

function begin(more: Partial<Ledger> = {}) {
  const ledger = memoryLedger(() => 0);
  const stop = new AbortController();
  const used: Usage[] = [];
  const tab = openTab({
    ledger: { ...ledger, ...more },
    claim: { sessionId: "s1", ownerId: "ann", step: "plot", fence: 1 },
    budgetMicros: undefined,
    pay: (_call, make) => make(),
    signal: stop.signal,
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
