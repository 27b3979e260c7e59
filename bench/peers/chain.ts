// The chain of seven steps that the peers run in the same way as Mekuri: each step records a small result, then the next one begins. A
// peer's program prints its measurements as one line of JSON.
import { readFileSync } from "node:fs";

export const STEPS = [
  "concept",
  "characters",
  "plot",
  "storyboard",
  "artwork",
  "lettering",
  "finish",
] as const;

/** Result of a step, about as large as what a phase adds to the schedule. */
export const RESULT = { output: "0".repeat(64), input: "0".repeat(16) };

export interface Measured {
  who: string;
  /** Milliseconds from a result's record to the next handler; absent if the peer has no such moment. */
  hopMs?: number[];
  /** Milliseconds from a handler's end to the next one's start, including the record. */
  handoverMs: number[];
  stepsPerSecond: number;
}

export interface Chain {
  /** Runs a session's seven steps. */
  run(id: string): Promise<void>;
}

/** Mekuri's counts are the same. */
interface Counts {
  /** Sessions one after another. */
  alone: number;
  /** Total number of sessions and number at once: enough that most run after all code is compiled, for Mekuri and its peers. */
  crowd: number;
  atOnce: number;
}

export const COUNTS: Counts = { alone: 100, crowd: 1_000, atOnce: 50 };

/** Runs sessions one after another, then many at once; returns steps a second of the latter. `reset` discards the samples so far. */
export async function measureChain(
  { run }: Chain,
  reset: () => void,
): Promise<{ stepsPerSecond: () => Promise<number> }> {
  for (let index = 0; index < 10; index++) await run(`warm-${index}`);
  reset();
  for (let index = 0; index < COUNTS.alone; index++) await run(`alone-${index}`);
  return {
    async stepsPerSecond() {
      const startedAt = performance.now();
      let next = 0;
      const worker = async () => {
        while (next < COUNTS.crowd) await run(`crowd-${next++}`);
      };
      await Promise.all(Array.from({ length: COUNTS.atOnce }, worker));
      return (COUNTS.crowd * STEPS.length * 1_000) / (performance.now() - startedAt);
    },
  };
}

/** Version of a package in the folder's `node_modules`. */
export function versionOf(name: string): string {
  const path = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

export function print(measured: Measured): void {
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
