// Keeps the suite of a campaign: kills it again and again, and brings it back on the same ports and data.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { firstReport } from "../../serve/channel.ts";
import type { SuiteOrder } from "./suite-process.ts";
import { chanceOf, SUITE_DOWN_MS, SUITE_UP_MS } from "./weather.ts";

/** Milliseconds since 1970. `to` is when it answered again. */
export interface Outage {
  from: number;
  to: number;
}

export interface SuiteKeeper {
  env: Record<string, string>;
  /** Every time that the suite was killed. */
  outages: readonly Outage[];
  /** Lets the suite have its bad days, and kills it every few seconds, until the answer's `stop`. */
  storm(tally: string): Promise<{ stop(): Promise<void> }>;
  close(): Promise<void>;
}

interface Kept {
  /** The suite's program, bundled. */
  program: string;
  dataDir: string;
  seed: number;
  /** File descriptor that takes what it says. */
  log: number;
  /** Beside those of this process. */
  env: Record<string, string>;
}

/** Starts the suite on a data folder, calm. Throws its reason when it cannot start. */
export async function keepSuite({ program, dataDir, seed, log, env: own }: Kept): Promise<SuiteKeeper> {
  let env: Record<string, string> | undefined;
  let child: ChildProcess | undefined;
  let lives = 0;
  /** What a suite whose program is loaded takes to its first answer. */
  let bootMs: number | undefined;
  const outages: Outage[] = [];

  /** The suite's program is loaded at once, and answers `afterMs` later, or as soon as it can. */
  async function start(tally: string | undefined, afterMs = 0): Promise<Record<string, string>> {
    lives += 1;
    const storm = tally === undefined ? undefined : { seed, life: lives, tally };
    const from = Date.now() + Math.max(0, afterMs - (bootMs ?? 0));
    const order: SuiteOrder = { dataDir, from, ...(env && { env }), ...(storm && { storm }) };
    child = fork(program, [JSON.stringify(order)], {
      detached: true,
      stdio: ["ignore", "ignore", log, "ipc"],
      execArgv: ["--disable-warning=ExperimentalWarning"],
      env: { ...process.env, ...own },
    });
    const told = await firstReport(child, "the emulator suite");
    if (told.kind !== "suite") throw new Error("the emulator suite did not say where it listens");
    const tookMs = Date.now() - from;
    bootMs = Math.min(bootMs ?? tookMs, tookMs);
    return told.env;
  }

  async function kill(downMs: number, tally: string | undefined): Promise<void> {
    const from = Date.now();
    await endChild(child, "SIGKILL");
    await start(tally, downMs);
    outages.push({ from, to: Date.now() });
  }

  env = await start(undefined);
  return {
    env,
    outages,
    async storm(tally) {
      const chance = chanceOf(seed, "suite");
      const calm = new AbortController();
      await kill(0, tally);
      const killing = (async () => {
        for (;;) {
          await sleep(chance.between(...SUITE_UP_MS), undefined, { signal: calm.signal }).catch(() => {});
          if (calm.signal.aborted) return;
          await kill(chance.between(...SUITE_DOWN_MS), tally);
        }
      })();
      // A suite that does not come back is told by `stop`.
      killing.catch(() => {});
      return {
        async stop() {
          calm.abort();
          await killing;
          await kill(0, undefined);
        },
      };
    },
    close: () => endChild(child, "SIGTERM"),
  };
}

export async function endChild(
  child: ChildProcess | undefined,
  signal: "SIGTERM" | "SIGKILL",
): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}
