// Time of a panel of the offline artist at screen size (drawn, painted and encoded), for every panel of the project's own stories.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as z from "zod";
import { HEAP_LIMITS, MALLOC_LIMITS, OWN_FONTS_ALONE } from "../scripts/serve/memory-limits.ts";
import type { Bench } from "./row.ts";

const MeasuredSchema = z.object({
  panels: z.int(),
  p50Ms: z.number(),
  p95Ms: z.number(),
  peakMb: z.number(),
});

export const panels: Bench = {
  name: "panels",
  minutes: 0.5,
  async run({ tell }) {
    tell("every panel of the project's own stories");
    const script = fileURLToPath(new URL("../scripts/prove/panel-cost.ts", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [...HEAP_LIMITS, script], {
      // The environment of a worker.
      env: { ...process.env, ...MALLOC_LIMITS, ...OWN_FONTS_ALONE },
    });
    const { panels: n, p50Ms, p95Ms, peakMb } = MeasuredSchema.parse(JSON.parse(stdout));
    return [
      {
        ...{ figure: "a panel at screen size", who: "mekuri", unit: "ms", clock: "real" },
        ...{ n, p50: p50Ms, p95: p95Ms },
        limits: [{ of: "p50", kind: "at most", value: 60 }],
        note: "time of the processor, encoding included",
      },
      {
        ...{ figure: "a worker's memory, dictionary loaded", who: "mekuri", unit: "MB", clock: "real" },
        ...{ n: 1, p50: peakMb },
        limits: [{ of: "p50", kind: "at most", value: 350 }],
      },
    ];
  },
};
