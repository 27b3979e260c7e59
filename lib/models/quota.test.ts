import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { EMPTY_WINDOW, memoryQuota, planSlot, SLOT_VALID_MS, type WindowState } from "./quota.ts";
import { describeQuota } from "./quota-contract.ts";

const shared = memoryQuota();
describeQuota("a quota in memory", () => ({ here: shared, there: shared, newName: randomUUID }));

/** The caller, the time since the last call, and whether all callers are blocked before it. */
const asking = fc.record({
  question: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"),
  afterMs: fc.nat(4_000),
  heldMs: fc.option(fc.nat(9_000), { freq: 6 }),
  aheadMs: fc.constantFrom(0, 3_000, 60_000),
});
const VENDOR_MS = 10_000;

it("grants no more than the limit within any window of the vendor, whoever returns, when, or never", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(asking, { maxLength: 80 }), (limit, asked) => {
      const window = { name: "w", limit, windowMs: VENDOR_MS + SLOT_VALID_MS };
      const left: number[] = [];
      let state: WindowState = EMPTY_WINDOW;
      let now = 0;
      for (const { question, afterMs, heldMs, aheadMs } of asked) {
        now += afterMs;
        if (heldMs !== null) state = { ...state, heldUntil: Math.max(state.heldUntil, now + heldMs) };
        const { slot, after } = planSlot(state, window, { question, aheadMs, now });
        state = after;
        if (slot.kind !== "now") continue;
        expect(slot.agoMs).toBeLessThanOrEqual(SLOT_VALID_MS);
        expect(now).toBeGreaterThanOrEqual(state.heldUntil);
        left.push(now);
        const before = left.at(-1 - limit);
        if (before !== undefined) expect(now - before).toBeGreaterThanOrEqual(VENDOR_MS);
      }
    }),
  );
});

it("gives a question its slot in time, and another one when it is late", () => {
  const window = { name: "w", limit: 1, windowMs: 20_000 };
  const ask = (state: WindowState, question: string, now: number) =>
    planSlot(state, window, { question, aheadMs: 60_000, now });
  const first = ask(EMPTY_WINDOW, "a", 0);
  const kept = ask(first.after, "b", 1_000);
  expect([first.slot, kept.slot]).toEqual([
    { kind: "now", agoMs: 0 },
    { kind: "kept", inMs: 19_000 },
  ]);
  expect(ask(kept.after, "b", 20_000).slot).toEqual({ kind: "now", agoMs: 0 });
  expect(ask(kept.after, "b", 20_000 + SLOT_VALID_MS).slot).toEqual({ kind: "now", agoMs: SLOT_VALID_MS });
  expect(ask(kept.after, "b", 20_001 + SLOT_VALID_MS).slot).toEqual({ kind: "kept", inMs: 14_999 });
  expect(ask(kept.after, "c", 20_000).slot).toEqual({ kind: "kept", inMs: 20_000 });
});
