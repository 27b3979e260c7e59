// Memory limits and font settings of a local service's processes, so that three of them fit on a small machine.
import { readSetting } from "../../lib/cloud/config.ts";

/**
 * Node options, in megabytes. Without limits V8 would let 120 MB of live data grow to twice its size, and keep machine code of rarely
 * called functions; with them a panel takes as long, and a worker 12 MB less. The same holds for regular expressions, of which the artist
 * has some thousand: compiling only frequent ones saves 18 MB. V8's memory-saving mode saves another 40 MB, and makes a panel an eighth to
 * a third slower. It is active until the worker pool starts (`lib/work/thread-pool.ts`), whose searches would take half as long again.
 */
export const HEAP_LIMITS = [
  "--max-semi-space-size=2",
  "--max-old-space-size=256",
  "--no-sparkplug",
  "--regexp-tier-up-ticks=1000",
  "--memory-saver-mode",
];

/** These Node options, unless the environment lifts the limits. Throws if the setting is invalid. */
export function heapLimitsFor(environment: NodeJS.ProcessEnv): readonly string[] {
  return readSetting("MEKURI_LOCAL_MEMORY", environment) === "free" ? [] : HEAP_LIMITS;
}

/** Environment variables for glibc's allocator and the canvas's. */
export const MALLOC_LIMITS = {
  // glibc has an arena for each thread that ever allocated, and memory freed in one is not reused by another. With one arena for all
  // threads, a worker's peak is 300 to 306 MB in five runs; with two it was 303 to 348 (`scripts/prove/panel-cost.ts`).
  MALLOC_ARENA_MAX: "1",
  // A fixed threshold: otherwise glibc would raise it after the first page's pixels and keep such blocks.
  MALLOC_MMAP_THRESHOLD_: String(128 << 10),
  MALLOC_TRIM_THRESHOLD_: String(256 << 10),
  // Returns a page's pixels to the system at once.
  MIMALLOC_PURGE_DELAY: "0",
};

/** The canvas uses only the project's fonts, so the system's need not be scanned. */
export const OWN_FONTS_ALONE = { DISABLE_SYSTEM_FONTS_LOAD: "1" };
