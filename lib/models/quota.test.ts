import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { memoryQuota, planPlace } from "./quota.ts";
import { describeQuota } from "./quota-contract.ts";

const shared = memoryQuota();
describeQuota("a quota in memory", () => ({ here: shared, there: shared, newName: randomUUID }));

it("never lets more than the limit into any window, whenever it is asked and held back", () => {
  const asking = fc.record({ afterMs: fc.nat(3_000), heldMs: fc.option(fc.nat(5_000)) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(asking, { maxLength: 60 }), (limit, asked) => {
      const window = { name: "w", limit, windowMs: 1_000 };
      const places: number[] = [];
      let state: Parameters<typeof planPlace>[0] = { places: [], heldUntil: -Infinity };
      let now = 0;
      for (const { afterMs, heldMs } of asked) {
        now += afterMs;
        if (heldMs !== null) state = { ...state, heldUntil: Math.max(state.heldUntil, now + heldMs) };
        const { at, taken } = planPlace(state, window, now);
        expect(at).toBeGreaterThanOrEqual(Math.max(now, state.heldUntil, places.at(-1) ?? 0));
        const before = places.at(-limit);
        if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(1_000);
        places.push(at);
        state = taken;
      }
    }),
  );
});
