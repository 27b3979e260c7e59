// Memory of a process tree from Linux: proportional set size (PSS), which counts shared memory once.
import { readdirSync, readFileSync } from "node:fs";

const KILOBYTES_IN_MEGABYTE = 1024;

/** The peak of a process tree. */
export interface MemoryPeak {
  megabytes: number;
  /** The processes at that moment. */
  processes: { pid: number; command: string; megabytes: number }[];
  samples: number;
}

/** Samples the tree of `root` until it is stopped, which returns the peak. Linux only. */
export function watchMemory(root: number, everyMs = 250): { stop(): MemoryPeak } {
  let peak: MemoryPeak = { megabytes: 0, processes: [], samples: 0 };
  const look = () => {
    const processes = memoryOfTree(root);
    const megabytes = processes.reduce((sum, process) => sum + process.megabytes, 0);
    const samples = peak.samples + 1;
    peak = megabytes > peak.megabytes ? { megabytes, processes, samples } : { ...peak, samples };
  };
  look();
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

/** `root` and its descendants now; processes that end meanwhile are omitted. */
export function memoryOfTree(root: number): MemoryPeak["processes"] {
  return treeOf(root).flatMap((pid) => {
    const rollup = readProc(pid, "smaps_rollup");
    const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup ?? "")?.[1];
    if (kilobytes === undefined) return [];
    const command = (readProc(pid, "cmdline") ?? "").split("\0").join(" ").trim();
    return [{ pid, command, megabytes: Number(kilobytes) / KILOBYTES_IN_MEGABYTE }];
  });
}

function treeOf(root: number): number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    // `pid (command) state parent …`; a command may contain any character.
    const parent = /.*\) \S (\d+)/s.exec(readProc(Number(name), "stat") ?? "")?.[1];
    if (parent === undefined) continue;
    childrenOf.set(Number(parent), [...(childrenOf.get(Number(parent)) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(childrenOf.get(pid) ?? []));
  return tree;
}

/** Undefined if the process has ended. */
function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ESRCH") return undefined;
    throw error;
  }
}
