// Memory of a process that reads and draws offline, measured from outside. Times are measured by a bench.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import * as z from "zod";
import { HEAP_LIMITS, MALLOC_LIMITS, OWN_FONTS_ALONE } from "../serve/memory-limits.ts";

const MeasuredSchema = z.object({ panels: z.int(), peakMb: z.number() });

it("draws every panel of the project's own stories in less than 350 MB, with the dictionary loaded", {
  timeout: 300_000,
}, async () => {
  const script = fileURLToPath(new URL("panel-cost.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...HEAP_LIMITS, script], {
    // The environment of a worker.
    env: { ...process.env, ...MALLOC_LIMITS, ...OWN_FONTS_ALONE },
  });
  const { panels, peakMb } = MeasuredSchema.parse(JSON.parse(stdout));
  expect(panels).toBeGreaterThan(100);
  expect(peakMb).toBeLessThan(350);
});
