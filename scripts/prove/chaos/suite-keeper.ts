// Runs the emulator suite of a campaign: kills it repeatedly, and restarts it with the same ports and data.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { firstReport } from "../../serve/channel.ts";
import { chanceOf, SUITE_DOWN_MS, SUITE_UP_MS } from "./fault-rates.ts";
import type { SuiteOrder } from "./suite-process.ts";

/** An outage in milliseconds since 1970. `to`: when it answered again. */
export interface Outage {
  from: number;
  to: number;
}

export interface SuiteKeeper {
  env: Record<string, string>;
  /** All kills of the suite so far. */
  outages: readonly Outage[];
  /** Starts fault injection in the suite, and kills it every few seconds, until `stop` of the result. */
  storm(tally: string): Promise<{ stop(): Promise<void> }>;
  close(): Promise<void>;
}

interface Kept {
  /** The bundled program of the suite. */
  program: string;
  dataDir: string;
  seed: number;
  /** File descriptor for its output. */
  log: number;
  /** Added to this process's environment. */
  env: Record<string, string>;
}

/** Starts the suite on a data folder, without faults. Throws the reason if it cannot start. */
export async function keepSuite({ program, dataDir, seed, log, env: own }: Kept): Promise<SuiteKeeper> {
  let env: Record<string, string> | undefined;
  let child: ChildProcess | undefined;
  let lives = 0;
  /** Time from loading the suite's program to its first answer. */
  let bootMs: number | undefined;
  const outages: Outage[] = [];

  /** Loads the suite's program at once; it answers `afterMs` later, or as soon as it can. */
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
    if (told.kind !== "suite") throw new Error("the emulator suite did not report its address");
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
      // A suite that does not restart is reported by `stop`.
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
