// The worker pool for CPU-bound work: lettering, painting, reading stories. One pool for all functions of the process, created at first
// use. Functions with one request at a time use it too: while a page is lettered, the step's lease is extended, a cancellation is noticed,
// and a task without end is terminated.
import { readSetting } from "../lib/cloud/config.ts";
import type { Work } from "../lib/work/work.ts";
import { onceLoaded } from "./once.ts";

export const work = onceLoaded<Work>(async () => {
  const threads = readSetting("MEKURI_WORK_THREADS");
  if (threads === 0) return (await import("../lib/work/inline-work.ts")).inlineWork();
  const { threadPool } = await import("../lib/work/thread-pool.ts");
  return threadPool(threads === undefined ? {} : { threads });
});

/** One worker for previews that a person waits for. It never waits for the work of steps. */
export const previewWork = onceLoaded<Work>(async () => {
  if (readSetting("MEKURI_WORK_THREADS") === 0) return work();
  const { threadPool } = await import("../lib/work/thread-pool.ts");
  return threadPool({ threads: 1 });
});
