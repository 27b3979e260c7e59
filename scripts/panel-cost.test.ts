// What an offline panel may cost, from outside.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** The bounds that `npm run manga` gives its heap. */
const HEAP_LIMITS = ["--max-semi-space-size=2", "--max-old-space-size=256"];

it("draws half of the panels in 60 ms, in a process of less than 350 MB with the dictionary loaded", {
  timeout: 300_000,
}, async () => {
  const script = fileURLToPath(new URL("panel-cost.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...HEAP_LIMITS, script]);
  const { panels, p50Ms, peakMb } = JSON.parse(stdout);
  expect(panels).toBeGreaterThan(100);
  expect(p50Ms).toBeLessThanOrEqual(60);
  expect(peakMb).toBeLessThan(350);
});
