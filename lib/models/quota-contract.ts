// What every quota must do; run by the tests of each. No test waits: a place tells when it is.
import { describe, expect, it } from "vitest";
import type { Place, Quota, QuotaWindow } from "./quota.ts";

/** An hour, and what the tests themselves may take of it. */
const WINDOW_MS = 3_600_000;
const SLACK_MS = 300_000;
const ENDLESS_MS = 100 * WINDOW_MS;

/** `use` gives two that share their windows, as two processes would. Called inside the tests. */
export function describeQuota(
  name: string,
  use: () => { here: Quota; there: Quota; newName(): string },
): void {
  describe(name, () => {
    const windowOf = (limit: number, windowName = use().newName()): QuotaWindow => {
      return { name: windowName, limit, windowMs: WINDOW_MS };
    };

    /** `count` places, asked for by both at the same time, in order. */
    async function takeMany(window: QuotaWindow, count: number, patienceMs = ENDLESS_MS): Promise<Place[]> {
      const { here, there } = use();
      const asked = Array.from({ length: count }, (_, index) =>
        (index % 2 === 0 ? here : there).take(window, patienceMs),
      );
      return (await Promise.all(asked)).toSorted((a, b) => a.waitMs - b.waitMs);
    }

    it("gives as many places at once as the limit says, and the next ones a window later each", async () => {
      const waits = (await takeMany(windowOf(4), 11)).map(({ waitMs }) => waitMs);
      for (const [index, waitMs] of waits.entries()) {
        const due = Math.floor(index / 4) * WINDOW_MS;
        expect(waitMs).toBeGreaterThan(due - SLACK_MS);
        expect(waitMs).toBeLessThan(due + SLACK_MS);
      }
    });

    it("gives no place beyond the patience, and keeps it for the next who asks", async () => {
      const window = windowOf(2);
      const places = await takeMany(window, 5, SLACK_MS);
      expect(places.filter(({ granted }) => granted)).toHaveLength(2);
      const [next] = await takeMany(window, 1);
      expect(next?.granted).toBe(true);
      expect(next?.waitMs).toBeLessThan(WINDOW_MS + SLACK_MS);
    });

    it("holds everybody back for as long as was asked, and lets nobody shorten that", async () => {
      const { here, there } = use();
      const window = windowOf(100);
      await here.holdBack(window, 2_400_000);
      await there.holdBack(window, 10);
      const [first] = await takeMany(window, 1);
      expect(first?.waitMs).toBeGreaterThan(2_400_000 - SLACK_MS);
      expect(first?.waitMs).toBeLessThan(2_400_000 + SLACK_MS);
      expect((await there.take(window, SLACK_MS)).granted).toBe(false);
    });

    it("goes on evenly after that, until a window has passed", async () => {
      const { here } = use();
      const window = windowOf(6);
      await here.holdBack(window, WINDOW_MS);
      const waits = (await takeMany(window, 4)).map(({ waitMs }) => waitMs);
      for (const [index, waitMs] of waits.entries()) {
        const due = WINDOW_MS + index * (WINDOW_MS / 6);
        expect(Math.abs(waitMs - due)).toBeLessThan(SLACK_MS);
      }
    });

    it("keeps models and projects apart", async () => {
      const full = windowOf(1);
      await takeMany(full, 1);
      const [other] = await takeMany(windowOf(1), 1, 0);
      expect(other?.granted).toBe(true);
      expect((await use().here.take(full, SLACK_MS)).granted).toBe(false);
    });

    it("follows a limit that was lowered", async () => {
      const window = windowOf(10);
      await takeMany(window, 10);
      expect((await use().there.take({ ...window, limit: 2 }, SLACK_MS)).granted).toBe(false);
    });
  });
}
