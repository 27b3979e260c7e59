// What a process of the local service is given, so that three of them share one small machine: how much memory it may take,
// and where it finds fonts.
import { readSetting } from "../../lib/cloud/config.ts";

/**
 * For Node's command line; megabytes. V8 would let 120 MB of live data grow to twice its size, and keep machine code of what runs
 * a few times only: without that a panel takes as long, and a worker 12 MB less. The same of patterns: the artist has some thousand, and
 * asks most of them once a sentence; machine code only for those asked more often is 18 MB less.
 * V8's mode that saves memory takes 40 MB less again, and an eighth to a third longer for a panel. It holds until the pool of workers
 * starts (`lib/work/thread-pool.ts`), whose searches would take half as long again.
 */
export const HEAP_LIMITS = [
  "--max-semi-space-size=2",
  "--max-old-space-size=256",
  "--no-sparkplug",
  "--regexp-tier-up-ticks=1000",
  "--memory-saver-mode",
];

/** For Node's command line: those, unless the environment lets the service take what memory it likes. Throws when it is unusable. */
export function heapLimitsFor(environment: NodeJS.ProcessEnv): readonly string[] {
  return readSetting("MEKURI_LOCAL_MEMORY", environment) === "free" ? [] : HEAP_LIMITS;
}

/** For its environment: what glibc keeps, and the canvas's own allocator. */
export const MALLOC_LIMITS = {
  // glibc keeps an arena for each thread that ever allocated, and memory freed in one is not used by another. One arena for all threads:
  // the peak of a worker is 300 to 306 MB in five runs, where two arenas gave 303 to 348 (`scripts/prove/panel-cost.ts`).
  MALLOC_ARENA_MAX: "1",
  // And it would learn from the first page's pixels to keep such blocks for the next; these go back at once.
  MALLOC_MMAP_THRESHOLD_: String(128 << 10),
  MALLOC_TRIM_THRESHOLD_: String(256 << 10),
  // A page's pixels go back at once, not when something is next asked of the allocator.
  MIMALLOC_PURGE_DELAY: "0",
};

/** For its environment: the painter takes the project's own fonts, and need not look for the machine's. */
export const OWN_FONTS_ALONE = { DISABLE_SYSTEM_FONTS_LOAD: "1" };
