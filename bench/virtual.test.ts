// Cost of sheets, anchors and picture checks in wall time: a book on the virtual clock with the seed's latencies, with them and with
// portraits only.
import { expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../lib/pipeline/settings.ts";
import { LOOKED_AT, SEED, virtualBook } from "./virtual.ts";

/** Eight pages at three places. */
const PLACES = ["l1", "l1", "l1", "l2", "l2", "l3", "l3", "l3"];

it("a book with sheets, anchors and picture checks takes at most 15 % longer than one with portraits only", async () => {
  const limits = { ...DEFAULT_LIMITS, images: 5 };
  const plain = await virtualBook({ pages: 8, limits, profile: SEED, seed: 1 });
  const whole = await virtualBook({ pages: 8, limits, profile: LOOKED_AT, seed: 1, sheets: PLACES });
  expect(plain.totalMs).toBe(58_500);
  const steps = Object.keys(whole.schedule.results);
  expect(steps.filter((step) => /^artwork\/(?:style|place\.)/.test(step))).toHaveLength(4);
  expect(steps.filter((step) => /^artwork\/p\d+\/k\d+$/.test(step))).toHaveLength(40);
  expect(whole.totalMs / plain.totalMs).toBeLessThanOrEqual(1.15);
  expect(whole.mostImages).toBe(5);
}, 60_000);
