// Journal of a measured worker: its steps with timestamps. Lines are appended to the file in `BENCH_JOURNAL`, outside the measured path.
import { appendFileSync } from "node:fs";

/**
 * `entered`: the handler has the message. `run`, `ran`: the phase's own work starts and ends. `recorded`: its result is committed;
 * `released`: its successors.
 */
export type Mark = "entered" | "run" | "ran" | "recorded";

const lines: string[] = [];

/** A recorded result: the steps that it released, and the schedule's version of that change. */
export interface Recorded {
  released: readonly string[];
  seq: number;
}

export function mark(kind: Mark, sessionId: string, step: string, recorded?: Recorded): void {
  const at = performance.timeOrigin + performance.now();
  lines.push(JSON.stringify({ at, kind, sessionId, step, ...recorded }));
}

function flush(): void {
  const path = process.env.BENCH_JOURNAL;
  if (path === undefined || lines.length === 0) return;
  appendFileSync(`${path}.memory`, `${process.memoryUsage.rss()}\n`);
  appendFileSync(path, `${lines.splice(0).join("\n")}\n`);
}

setInterval(flush, 500).unref();
process.on("exit", flush);
