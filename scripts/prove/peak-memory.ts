// The most memory that this program has had. `resourceUsage().maxRSS` begins with that of whoever started the process, because Linux keeps
// the larger one when a program is loaded (`setmax_mm_hiwater_rss` in its `exec_mmap`); `VmHWM` is of the program alone.
import { existsSync, readFileSync } from "node:fs";

const STATUS = "/proc/self/status";

/** Whole megabytes. */
export function peakMegabytes(): number {
  const [, kilobytes] = (existsSync(STATUS) && /VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, "utf8"))) || [];
  return Math.round((kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024);
}
