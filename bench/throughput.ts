// Sessions a minute with models that answer at once, by number of queued sessions; and a worker's memory over a thousand sessions.

import { HEAP_LIMITS } from "../scripts/serve/memory-limits.ts";
import { type Bench, percentilesOf, type Row } from "./row.ts";
import { measureService } from "./service.ts";

const QUEUED = [1, 10, 100, 1_000];
const SESSION = { text: "夜の森に静かに雨が降った。", pages: 1, models: "offline", formats: ["csv"] };
/** Concurrent requests that start sessions. */
const AT_ONCE = 20;

export const throughput: Bench = { name: "throughput", minutes: 1.5, run: ({ tell }) => sessionRows(tell) };

async function sessionRows(tell: (line: string) => void): Promise<Row[]> {
  const service = await measureService({
    ...{ tell, env: { BENCH_INSTANT: "1", BENCH_PACE: "0" } },
    // Memory is measured with the smallest heap that functions get.
    heapLimits: HEAP_LIMITS,
  });
  const { client, firestore } = service;
  const sessions = firestore.collection("sessions");
  const countOf = async (status: string) =>
    (await sessions.where("status", "==", status).count().get()).data().count;
  for (let index = 0; index < 5; index++) await service.make(SESSION);
  const rows: Row[] = [];
  for (const queued of QUEUED) {
    tell(`${queued} sessions queued`);
    const before = await countOf("completed");
    const startedAt = performance.now();
    let left = queued;
    const starter = async () => {
      while (left > 0) {
        left -= 1;
        await client.generate(SESSION);
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, queued) }, starter));
    while ((await countOf("completed")) < before + queued) {
      if ((await countOf("failed")) > 0) throw new Error("a session failed");
      await new Promise((resolve) => setTimeout(resolve, queued < 100 ? 20 : 500));
    }
    const perMinute = (queued * 60_000) / (performance.now() - startedAt);
    rows.push({
      ...{
        figure: `sessions a minute, ${queued} queued`,
        who: "mekuri",
        unit: "sessions/min",
        clock: "real",
      },
      ...percentilesOf([perMinute]),
      limits: [],
    });
  }
  const held = service.memory();
  await service.end();
  // The first third is warm-up, in which a process fills its caches.
  const third = Math.floor(held.length / 3);
  const mean = (part: readonly number[]) => part.reduce((sum, bytes) => sum + bytes, 0) / part.length;
  const growth = mean(held.slice(2 * third)) / mean(held.slice(third, 2 * third));
  const memory = { who: "mekuri, a worker of all functions", clock: "real" } as const;
  return [
    ...rows,
    {
      ...{ ...memory, figure: "memory over 1,000 sessions", unit: "MB", limits: [] },
      ...percentilesOf(held.slice(third).map((bytes) => bytes / 1e6)),
    },
    {
      ...{
        ...memory,
        figure: "memory over 1,000 sessions, the last third relative to the middle one",
        unit: "×",
      },
      ...percentilesOf([growth]),
      limits: [{ of: "p50", kind: "at most", value: 1.1 }],
    },
  ];
}
