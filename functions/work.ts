// Where the CPU-bound work of this process is done: lettering, painting, reading stories. One pool for all of its functions, loaded at
// the first use. Functions that take one request at a time have it too: while a page is lettered, the step's lease is extended, a cancel
// is heard, and a task that does not end is ended.
import { readSetting } from "../lib/cloud/config.ts";
import type { Work } from "../lib/work/work.ts";
import { onceLoaded } from "./once.ts";

export const work = onceLoaded<Work>(async () => {
  const threads = readSetting("MEKURI_WORK_THREADS");
  if (threads === 0) return (await import("../lib/work/inline-work.ts")).inlineWork();
  const { threadPool } = await import("../lib/work/thread-pool.ts");
  return threadPool(threads === undefined ? {} : { threads });
});
