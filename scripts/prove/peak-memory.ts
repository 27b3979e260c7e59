// Peak memory of this process. `resourceUsage().maxRSS` starts with the parent's value, because Linux keeps the larger one at exec
// (`setmax_mm_hiwater_rss` in `exec_mmap`); `VmHWM` is only this program's.
import { existsSync, readFileSync } from "node:fs";

const STATUS = "/proc/self/status";

/** Peak memory of this process in whole megabytes. */
export function peakMegabytes(): number {
  const [, kilobytes] = (existsSync(STATUS) && /VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, "utf8"))) || [];
  return Math.round((kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024);
}
