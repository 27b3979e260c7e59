// The contract of every quota, run by each implementation's tests. No test waits for a window, because a slot states its time. Only the
// test that a reserved slot is given when due waits a moment.
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { QuotaWindow, Slot } from "./fair-window.ts";
import type { Quota } from "./quota.ts";

/** An hour, and the part of it that the tests themselves may take. */
const WINDOW_MS = 3_600_000;
const SLACK_MS = 300_000;
const ENDLESS_MS = 100 * WINDOW_MS;

const waitOf = (place: Slot) => (place.kind === "now" ? 0 : place.inMs);

/** `use` gives two quotas that share their windows, as two processes would. Called inside the tests. */
export function describeQuota(
  name: string,
  use: () => { here: Quota; there: Quota; newName(): string },
): void {
  describe(name, () => {
    const windowOf = (limit: number, windowName = use().newName()): QuotaWindow => {
      return { name: windowName, limit, windowMs: WINDOW_MS };
    };
    const asker = (aheadMs = ENDLESS_MS, question = use().newName(), owner = "ann", session = "s") => {
      return { question, aheadMs, owner, session };
    };

    /** Requests `count` slots from both concurrently, in order. */
    async function takeMany(window: QuotaWindow, count: number, aheadMs = ENDLESS_MS): Promise<Slot[]> {
      const { here, there } = use();
      const asked = Array.from({ length: count }, (_, index) =>
        (index % 2 === 0 ? here : there).take(window, asker(aheadMs)),
      );
      return (await Promise.all(asked)).toSorted((a, b) => waitOf(a) - waitOf(b));
    }

    it("grants as many slots at once as the limit, and spaces the next ones evenly from a window later on", async () => {
      const places = await takeMany(windowOf(4), 11);
      for (const [index, place] of places.entries()) {
        const due = index < 4 ? 0 : WINDOW_MS + (index - 4) * (WINDOW_MS / 4);
        expect(place.kind).toBe(due === 0 ? "now" : "kept");
        expect(Math.abs(waitOf(place) - due)).toBeLessThan(SLACK_MS);
      }
    });

    it("reserves no slot further ahead than allowed, and gives it to the next caller", async () => {
      const window = windowOf(2);
      const places = await takeMany(window, 5, SLACK_MS);
      expect(places.map(({ kind }) => kind)).toEqual(["now", "now", "full", "full", "full"]);
      expect(Math.abs(waitOf(places[4] ?? { kind: "full", inMs: 0 }) - (WINDOW_MS - SLACK_MS))).toBeLessThan(
        SLACK_MS,
      );
      const [next] = await takeMany(window, 1);
      expect(next?.kind).toBe("kept");
      expect(next && waitOf(next)).toBeLessThan(WINDOW_MS + SLACK_MS);
    });

    it("gives the next slot to the owner with the least recent use, and tells the others a later time", async () => {
      const { here, there } = use();
      const window = windowOf(2);
      const many = ["a", "b", "c", "d"].map((name) => asker(ENDLESS_MS, use().newName() + name));
      const told = [];
      for (const one of many) told.push(await here.take(window, one));
      expect(told.map(({ kind }) => kind)).toEqual(["now", "now", "kept", "kept"]);
      const other = asker(ENDLESS_MS, use().newName(), "bob", "t");
      const first = await there.take(window, other);
      expect(first.kind).toBe("kept");
      expect(Math.abs(waitOf(first) - WINDOW_MS)).toBeLessThan(SLACK_MS);
      const [, , third = other] = many;
      const later = await here.take(window, third);
      expect(Math.abs(waitOf(later) - 1.5 * WINDOW_MS)).toBeLessThan(SLACK_MS);
    });

    it("keeps slots open for the next requests of an owner, against owners with more use only", async () => {
      const { here, there } = use();
      const window = windowOf(12);
      for (let asked = 0; asked < 4; asked += 1) expect((await here.take(window, asker())).kind).toBe("now");
      await there.expect(window, "bob");
      expect((await here.take(window, asker(SLACK_MS))).kind).toBe("full");
      const others = await Promise.all(
        Array.from({ length: 8 }, () => here.take(window, asker(SLACK_MS, use().newName(), "bob", "t"))),
      );
      expect(others.map(({ kind }) => kind)).toEqual(Array(8).fill("now"));
    });

    it("shares an owner's slots by session", async () => {
      const { here } = use();
      const window = windowOf(2);
      for (let asked = 0; asked < 4; asked += 1) await here.take(window, asker());
      const other = await here.take(window, asker(ENDLESS_MS, use().newName(), "ann", "another"));
      expect(Math.abs(waitOf(other) - WINDOW_MS)).toBeLessThan(SLACK_MS);
    });

    it("reserves one slot for a question, wherever and however often it is requested", async () => {
      const { here, there } = use();
      const window = windowOf(1);
      await takeMany(window, 1);
      const question = asker();
      const first = await here.take(window, question);
      const again = await there.take(window, question);
      expect([first.kind, again.kind]).toEqual(["kept", "kept"]);
      expect(waitOf(again)).toBeLessThanOrEqual(waitOf(first));
      const other = await here.take(window, asker());
      expect(waitOf(other)).toBeGreaterThan(waitOf(first) + WINDOW_MS - SLACK_MS);
    });

    it("grants a reserved slot to one caller only, once it is due", async () => {
      const { here, there } = use();
      const window = { ...windowOf(1), windowMs: 1_500 };
      await takeMany(window, 1);
      const question = asker();
      const kept = await here.take(window, question);
      expect(kept.kind).toBe("kept");
      await sleep(waitOf(kept) + 20);
      const both = await Promise.all([here.take(window, question), there.take(window, question)]);
      expect(both.map(({ kind }) => kind).toSorted()).toEqual(["kept", "now"]);
    });

    it("blocks all callers for the given time, which nobody can shorten", async () => {
      const { here, there } = use();
      const window = windowOf(100);
      await here.holdBack(window, 2_400_000);
      await there.holdBack(window, 10);
      const [first] = await takeMany(window, 1);
      expect(first?.kind).toBe("kept");
      expect(first && Math.abs(waitOf(first) - 2_400_000)).toBeLessThan(SLACK_MS);
      expect((await there.take(window, asker(SLACK_MS))).kind).toBe("full");
    });

    it("drops a reserved slot that is due before the end of a block", async () => {
      const { here, there } = use();
      const window = windowOf(1);
      await takeMany(window, 1);
      const question = asker();
      expect(waitOf(await here.take(window, question))).toBeLessThan(WINDOW_MS + SLACK_MS);
      await there.holdBack(window, 2 * WINDOW_MS);
      const again = await here.take(window, question);
      expect(again.kind).toBe("kept");
      expect(waitOf(again)).toBeGreaterThan(2 * WINDOW_MS - SLACK_MS);
    });

    it("spaces slots evenly after a block, for one window", async () => {
      const { here } = use();
      const window = windowOf(6);
      await here.holdBack(window, WINDOW_MS);
      const waits = (await takeMany(window, 4)).map(waitOf);
      for (const [index, waitMs] of waits.entries()) {
        const due = WINDOW_MS + index * (WINDOW_MS / 6);
        expect(Math.abs(waitMs - due)).toBeLessThan(SLACK_MS);
      }
    });

    it("separates models and projects", async () => {
      const full = windowOf(1);
      const question = asker(SLACK_MS);
      expect((await use().here.take(full, question)).kind).toBe("now");
      expect((await use().here.take(windowOf(1), question)).kind).toBe("now");
      expect((await use().here.take(full, question)).kind).toBe("full");
    });

    it("follows a lowered limit", async () => {
      const window = windowOf(10);
      await takeMany(window, 10);
      expect((await use().there.take({ ...window, limit: 2 }, asker(SLACK_MS))).kind).toBe("full");
    });
  });
}
