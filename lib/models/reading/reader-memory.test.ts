// A process with one worker that reads the story with the most sentences stays under 350 MB of RSS without heap flags.
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import * as z from "zod";

const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

const READS = `
  const { segmentStory } = await import(${url("../../manga/segment.ts")});
  const { threadPool } = await import(${url("../../work/thread-pool.ts")});
  const { pooledOfflineReader } = await import(${url("../offline/reader/pooled-offline-reader.ts")});
  const { CRAFTED_STORIES } = await import(${url("./crafted-stories.ts")});
  const story = segmentStory(CRAFTED_STORIES.get("ja stopsWithClosings")(50_000), "ja");
  const brief = { direction: "rtl", style: "manga", seed: 1 };
  const { signal } = new AbortController();
  const pool = threadPool({ threads: 1 });
  const reader = pooledOfflineReader("offline", pool);
  const { output: concept } = await reader.read("concept", { story, brief }, signal);
  await reader.read("characters", { story, brief, concept }, signal);
  await reader.read("plot", { story, brief, concept }, signal);
  await pool.close();
  // Of this program alone: the resource usage of a process counts the image of whoever started it.
  const { readFileSync } = await import("node:fs");
  const [, kilobytes] = /VmHWM:\\s+(\\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"));
  const megabytes = Number(kilobytes) / 1024;
  console.log(JSON.stringify({ units: story.units.length, megabytes }));
`;

const MeasuredSchema = z.object({ units: z.int(), megabytes: z.number() });

it("reads 25,000 sentences of Japanese in less than 350 MB", { timeout: 120_000 }, () => {
  const output = execFileSync(process.execPath, ["-e", READS], { encoding: "utf8" });
  const { units, megabytes } = MeasuredSchema.parse(JSON.parse(output));
  expect(units).toBeGreaterThanOrEqual(25_000);
  expect(megabytes).toBeLessThan(350);
});
