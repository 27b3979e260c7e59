// The contract of every ledger; run by the tests of each.
import { describe, expect, test } from "vitest";
import { BusyError, TerminalError } from "./errors.ts";
import { ClaimClosedError, type Ledger, type Limits, type Reservation } from "./ledger.ts";

export interface LedgerUnderTest {
  /** A ledger on shared storage: ledgers with other limits see the same rows. */
  open(limits: Limits): Ledger;
  /** An id that no other test uses. */
  newId(): string;
  /** Every row of a session, as stored. */
  readRows(sessionId: string): Promise<Record<string, unknown>[]>;
  /** Sets the switch that needs no deployment. */
  stopSpending(reason: string | undefined): Promise<void>;
  /** Replaces the list of suspended owners. */
  setSuspended(owners: readonly string[]): Promise<void>;
}

const LIMITS: Limits = { sessionMicros: 1_000, dayMicros: 4_000 };

/** `use` gives the ledger of the whole suite; it is called inside the tests. */
export function describeLedger(name: string, use: () => LedgerUnderTest): void {
  function begin(limits = LIMITS) {
    const { open, newId, readRows } = use();
    const ledger = open(limits);
    const sessionId = newId();
    const ownerId = newId();
    const call = (n: number, more: Partial<Reservation> = {}): Reservation => ({
      ...{ sessionId, ownerId, step: "artwork/p001/k1", fence: 1, n, model: "painter" },
      ...{ upToMicros: 100, budgetMicros: undefined },
      ...more,
    });
    const states = async () => (await readRows(sessionId)).map(({ state }) => state).toSorted();
    const sum = async () =>
      (await readRows(sessionId)).reduce((total, { micros }) => total + Number(micros), 0);
    return { ledger, sessionId, ownerId, call, states, sum, newId, open, readRows };
  }

  describe(name, () => {
    test("a call is reserved at its full price, and settled at what it cost", async () => {
      const { ledger, call, sum, sessionId, readRows } = begin();
      await ledger.reserve(call(1));
      expect(await sum()).toBe(100);
      expect(await ledger.readAccount(sessionId)).toMatchObject({ reservedMicros: 100, spentMicros: 0 });
      expect(await ledger.settle(call(1), 70)).toBe(70);
      expect(await sum()).toBe(70);
      expect(await ledger.readAccount(sessionId)).toMatchObject({ reservedMicros: 0, spentMicros: 70 });
      const [row] = await readRows(sessionId);
      expect(row).toMatchObject({ state: "settled", upToMicros: 100, micros: 70, model: "painter", n: 1 });
    });

    test("calls for changes by editors are limited by what the owner set, also many at once, and by default to nothing", async () => {
      const { ledger, call, sessionId, ownerId } = begin();
      const theirs = (n: number) => call(n, { payer: "editors" });
      await expect(ledger.reserve(theirs(1))).rejects.toMatchObject({
        code: "budget-editors",
        retryable: true,
      });
      await ledger.limitEditors({ sessionId, ownerId }, 250);
      const asked = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => ledger.reserve(theirs(n))));
      const taken = [1, 2, 3, 4, 5].filter((n) => asked[n - 1]?.status === "fulfilled");
      expect(taken).toHaveLength(2);
      for (const one of asked) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(BusyError);
      for (const n of taken) await ledger.settle(theirs(n), 60);
      expect((await ledger.readAccount(sessionId))?.editors).toEqual({
        ...{ limitMicros: 250, spentMicros: 120, reservedMicros: 0 },
      });
      await ledger.reserve(theirs(6));
      expect(await ledger.settle(theirs(6), undefined)).toBe(100);
      await expect(ledger.reserve(theirs(7))).rejects.toMatchObject({ code: "budget-editors" });
      // The owner's own calls are not limited by it, and a lower limit takes nothing back.
      await ledger.reserve(call(8));
      await ledger.limitEditors({ sessionId, ownerId }, 0);
      expect(await ledger.readAccount(sessionId)).toMatchObject({
        ...{ spentMicros: 220, reservedMicros: 100 },
        editors: { limitMicros: 0, spentMicros: 220, reservedMicros: 0 },
      });
    });

    test("repeating any operation changes nothing", async () => {
      const { ledger, call, sum, sessionId, ownerId } = begin();
      await ledger.reserve(call(1));
      await ledger.reserve(call(1));
      await ledger.settle(call(1), 70);
      expect(await ledger.settle(call(1), 90)).toBe(70);
      await ledger.reserve(call(1));
      expect(await sum()).toBe(70);
      expect(await ledger.rest(sessionId, 70)).toEqual([]);
      expect(await ledger.rest(sessionId, 70)).toEqual([]);
      expect(await ledger.readDay(ownerId)).toMatchObject({ allottedMicros: 70 });
    });

    test("a call without a known cost counts in full, and one that was never reserved counts for nothing", async () => {
      const { ledger, call, states, sum } = begin();
      expect(await ledger.settle(call(1), 70)).toBe(0);
      await ledger.reserve(call(2));
      expect(await ledger.settle(call(2), undefined)).toBe(100);
      expect(await ledger.settle(call(2), 10)).toBe(100);
      expect([await states(), await sum()]).toEqual([["unknown"], 100]);
    });

    test("a call that costs more than was expected counts with its real cost", async () => {
      const { ledger, call, sessionId, ownerId } = begin();
      await ledger.reserve(call(1, { upToMicros: 1_000 }));
      expect(await ledger.settle(call(1), 1_300)).toBe(1_300);
      await ledger.rest(sessionId, 1_300);
      expect(await ledger.readDay(ownerId)).toMatchObject({ allottedMicros: 1_300 });
    });

    test("the next claim counts a dead worker's reservations in full, and the dead worker can reserve no more", async () => {
      const { ledger, call, states, sessionId } = begin();
      const { step } = call(1);
      await ledger.reserve(call(1));
      await ledger.settle(call(1), 30);
      await ledger.reserve(call(2));
      const claims = { sessionId, step, belowFence: 2 };
      expect(await ledger.close(claims)).toEqual({ step, byFence: { 1: 130 } });
      expect(await states()).toEqual(["settled", "unknown"]);
      await expect(ledger.reserve(call(3))).rejects.toThrow(ClaimClosedError);
      expect(await ledger.settle(call(2), 5)).toBe(100);
      await ledger.reserve(call(1, { fence: 2 }));
      await ledger.reserve(call(1, { step: "artwork/p001/k2" }));
      expect(await ledger.close(claims)).toEqual({ step, byFence: { 1: 130 } });
      expect(await states()).toEqual(["reserved", "reserved", "settled", "unknown"]);
    });

    test("the row of a running batch outlives the claim that ordered it, and a later claim settles it", async () => {
      const { ledger, call, sessionId, states } = begin();
      await ledger.reserve(call(1));
      await ledger.reserve(call(2, { batch: true }));
      const { step } = call(1);
      const claims = { sessionId, step, belowFence: 2 };
      expect(await ledger.close({ ...claims, keep: { fence: 1, n: 2 } })).toEqual({
        step,
        byFence: { 1: 100 },
      });
      expect(await states()).toEqual(["reserved", "unknown"]);
      expect(await ledger.readAccount(sessionId)).toMatchObject({ reservedMicros: 100, batchMicros: 100 });
      expect(await ledger.settle(call(2), 40)).toBe(40);
      expect(await ledger.close({ ...claims, belowFence: 3 })).toEqual({ step, byFence: { 1: 140 } });
      expect(await ledger.readAccount(sessionId)).toMatchObject({ reservedMicros: 0, batchMicros: 0 });
    });

    test("a call that has no room beside batches only waits for the end of a batch", async () => {
      const { ledger, call } = begin();
      await ledger.reserve(call(1, { upToMicros: 950, batch: true }));
      const later = { retryAfterMs: 300_000 };
      await expect(ledger.reserve(call(2))).rejects.toMatchObject(later);
    });

    test("settling a call that was not reserved costs nothing", async () => {
      const { ledger, sessionId } = begin();
      expect(await ledger.close({ sessionId, step: "plot", belowFence: 3 })).toEqual({
        step: "plot",
        byFence: {},
      });
      expect(await ledger.rest(sessionId, 0)).toEqual([]);
      expect(await ledger.readAccount(sessionId)).toBeUndefined();
    });

    test("a session that would exceed its budget gets the missing amount, and continues when the budget is raised", async () => {
      const { ledger, open, call } = begin();
      await ledger.reserve(call(1, { upToMicros: 950 }));
      await ledger.settle(call(1), 950);
      const refused = ledger.reserve(call(2));
      await expect(refused).rejects.toThrow(/may cost 100 micro-dollars.* of 1000 lacks 50/);
      await expect(refused).rejects.toMatchObject({ code: "budget-session", retryable: true });
      await open({ ...LIMITS, sessionMicros: 1_050 }).reserve(call(2));
    });

    test("a session's own budget can only lower the setting", async () => {
      const { ledger, call } = begin();
      await ledger.reserve(call(1, { budgetMicros: 150 }));
      await ledger.settle(call(1), 100);
      await expect(ledger.reserve(call(2, { budgetMicros: 150 }))).rejects.toThrow(/of 150 lacks 50/);
      await expect(ledger.reserve(call(3, { budgetMicros: 9_999, upToMicros: 901 }))).rejects.toThrow(
        /of 1000 lacks 1;/,
      );
    });

    test("while other calls are under way, a call without room waits for the rest that they leave", async () => {
      const { ledger, call } = begin();
      await ledger.reserve(call(1, { upToMicros: 950 }));
      await expect(ledger.reserve(call(2))).rejects.toThrow(BusyError);
      await ledger.settle(call(1), 300);
      await ledger.reserve(call(2));
    });

    test("an owner's sessions share the budget of the day, and use money that others return", async () => {
      const { open, newId, call } = begin();
      const ledger = open({ sessionMicros: 1_000, dayMicros: 1_500 });
      const [first, second] = [newId(), newId()];
      const all = { upToMicros: 1_000 };
      await ledger.reserve(call(1, { ...all, sessionId: first }));
      const short = ledger.reserve(call(1, { ...all, sessionId: second }));
      await expect(short).rejects.toThrow(/the user's budget of the day of 1500 lacks 500/);
      await expect(short).rejects.toMatchObject({ code: "budget-day", retryable: true });
      await expect(short).rejects.toThrow(TerminalError);
      await ledger.settle({ ...call(1), sessionId: first }, 400);
      await ledger.rest(first, 400);
      await ledger.reserve(call(1, { ...all, sessionId: second }));
    });

    test("another owner has a budget of their own", async () => {
      const { open, newId, call } = begin();
      const ledger = open({ sessionMicros: 1_000, dayMicros: 1_000 });
      for (const sessionId of [newId(), newId()]) {
        await ledger.reserve(call(1, { sessionId, ownerId: newId(), upToMicros: 1_000 }));
      }
    });

    test("sessions that start at the same moment together stay within the day's budget", async () => {
      const { open, newId, call, ownerId } = begin();
      const ledger = open({ sessionMicros: 1_000, dayMicros: 1_000 });
      const starts = await Promise.allSettled(
        Array.from({ length: 8 }, () => ledger.reserve(call(1, { sessionId: newId(), upToMicros: 300 }))),
      );
      expect(starts.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
      const { allottedMicros } = await ledger.readDay(ownerId);
      expect(allottedMicros).toBeLessThanOrEqual(1_000);
    });

    test("steps of a session that pay at the same moment together stay within its budget", async () => {
      const { ledger, call, sessionId, sum } = begin();
      const calls = Array.from({ length: 12 }, (_, index) => call(index + 1, { upToMicros: 300 }));
      const paid = await Promise.allSettled(calls.map((one) => ledger.reserve(one)));
      expect(paid.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
      expect(await sum()).toBe(900);
      expect(await ledger.readAccount(sessionId)).toMatchObject({ reservedMicros: 900 });
    });

    test("the day's sum equals the money held by its sessions, also when many calls are reserved together", async () => {
      const { open, call, ownerId, sessionId } = begin();
      const ledger = open({ sessionMicros: 1_000, dayMicros: 100 });
      await ledger.reserve(call(1, { upToMicros: 10 }));
      const calls = Array.from({ length: 9 }, (_, index) => call(index + 2, { upToMicros: 10 }));
      await Promise.all(calls.map((one) => ledger.reserve(one)));
      const held = Object.values((await ledger.readAccount(sessionId))?.allotments ?? {});
      const { allottedMicros } = await ledger.readDay(ownerId);
      expect(held).toEqual([allottedMicros]);
      expect(allottedMicros).toBe(100);
    });

    test("a session at rest returns unspent money, and the booked costs of its steps", async () => {
      const { ledger, call, sessionId, ownerId, states } = begin();
      await ledger.reserve(call(1));
      await ledger.settle(call(1), 40);
      await ledger.reserve(call(1, { step: "plot", upToMicros: 200 }));
      expect((await ledger.readDay(ownerId)).allottedMicros).toBe(1_000);
      const booked = await ledger.rest(sessionId, 40);
      expect(booked.toSorted((a, b) => (a.step < b.step ? -1 : 1))).toEqual([
        { step: "artwork/p001/k1", byFence: { 1: 40 } },
        { step: "plot", byFence: { 1: 200 } },
      ]);
      expect(await states()).toEqual(["settled", "unknown"]);
      expect((await ledger.readDay(ownerId)).allottedMicros).toBe(240);
      await expect(ledger.reserve(call(2, { step: "plot" }))).rejects.toThrow(ClaimClosedError);
      await ledger.reserve(call(1, { step: "plot", fence: 2 }));
    });

    test("a row holds only owner, step, model and amounts", async () => {
      const { ledger, call, readRows, sessionId } = begin();
      await ledger.reserve(call(1));
      const [row = {}] = await readRows(sessionId);
      expect(Object.keys(row).toSorted()).toEqual(
        [
          ...["at", "fence", "micros", "model", "n", "ownerId", "schemaVersion"],
          ...["sessionId", "state", "step", "upToMicros"],
        ].toSorted(),
      );
    });

    test("one switch stops all spending, with its reason, until it is set back", async () => {
      const { open, newId, call } = begin();
      const { stopSpending } = use();
      const own = { sessionId: newId() };
      await stopSpending("prices have changed");
      const stopped = open(LIMITS).reserve(call(1, own));
      await expect(stopped).rejects.toThrow(/all spending is stopped: prices have changed/);
      await expect(stopped).rejects.toMatchObject({ code: "spending-stopped", retryable: true });
      await stopSpending(undefined);
      await open(LIMITS).reserve(call(1, own));
    });

    test("the sessions of a suspended owner do not spend, and those of others do", async () => {
      const { open, newId, call } = begin();
      const { setSuspended } = use();
      const [suspended, other] = [newId(), newId()];
      await setSuspended([suspended]);
      const refused = open(LIMITS).reserve(call(1, { sessionId: newId(), ownerId: suspended }));
      await expect(refused).rejects.toMatchObject({ code: "owner-suspended", retryable: true });
      await open(LIMITS).reserve(call(1, { sessionId: newId(), ownerId: other }));
      await setSuspended([]);
      await open(LIMITS).reserve(call(1, { sessionId: newId(), ownerId: suspended }));
    });
  });
}
