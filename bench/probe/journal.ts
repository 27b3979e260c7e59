// What a measured worker notes of its steps, and when. Lines go to the file in `BENCH_JOURNAL`, off the path of what is measured.
import { appendFileSync } from "node:fs";

/**
 * `entered`: the handler has the message. `run`, `ran`: the phase's own work begins and ends. `recorded`: its result is committed,
 * and `released` what follows.
 */
export type Mark = "entered" | "run" | "ran" | "recorded";

const lines: string[] = [];

/** What a recorded result brought: the steps that it released, and the schedule's number for that change. */
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
