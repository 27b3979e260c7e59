// The emulator suite as the campaign's child process, with fault injection like a real service's bad days.
import { randomInt } from "node:crypto";
import { flushCompileCache } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { isPortTaken } from "../../../emulators/port-probe.ts";
import { startSuite } from "../../../emulators/suite.ts";
import { DEFAULT_PORTS, portsOf, type ServicePorts } from "../../../emulators/suite-environment.ts";
import type { Chance } from "../../../lib/pipeline/simulation/chance.ts";
import { endWithParent, report } from "../../serve/channel.ts";
import { chanceOf, FIRESTORE_LATENCY_MS, LAPSE_MS, RATES, REORDER_MS } from "./fault-rates.ts";
import { openTally } from "./tally-file.ts";

const OrderSchema = z.object({
  dataDir: z.string(),
  /** Time at which it starts to answer, in milliseconds since 1970. */
  from: z.int(),
  /** Variables of the previous process, to reuse its ports. */
  env: z.record(z.string(), z.string()).optional(),
  /** Absent: without faults. */
  storm: z.object({ seed: z.int(), life: z.int(), tally: z.string() }).optional(),
});
export type SuiteOrder = z.infer<typeof OrderSchema>;

/** Delay of writing the compile cache. By then most code has been compiled. */
const FLUSH_AFTER_MS = 4_000;

endWithParent();
const { dataDir, from, env, storm } = OrderSchema.parse(JSON.parse(process.argv[2] ?? ""));
try {
  await sleep(Math.max(0, from - Date.now()));
  const suite = await startSuite({
    dataDir,
    environment: {},
    ports: env === undefined ? await lastingPorts() : portsOf(env),
    ...(storm === undefined ? {} : injectedFaults(storm)),
  });
  process.once("SIGTERM", () => {
    suite.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  // The next process reads this compile cache; a killed process would not write it.
  setTimeout(flushCompileCache, FLUSH_AFTER_MS).unref();
  report({ kind: "suite", env: suite.env });
} catch (error) {
  report({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect();
}

/** Ports below the range for ephemeral ports (from 32768). Otherwise another program could take a port while the suite is down. */
async function lastingPorts(): Promise<Partial<ServicePorts>> {
  const found = new Map<string, number>();
  for (const name of Object.keys(DEFAULT_PORTS)) {
    let port: number;
    do port = randomInt(20_000, 30_000);
    while ([...found.values()].includes(port) || (await isPortTaken(port)));
    found.set(name, port);
  }
  return Object.fromEntries(found);
}

function injectedFaults({ seed, life, tally }: { seed: number; life: number; tally: string }) {
  const count = openTally(tally);
  const commits = chanceOf(seed, `commits ${life}`);
  const deliveries = chanceOf(seed, `deliveries ${life}`);
  return {
    contention: {
      latencyMs: FIRESTORE_LATENCY_MS,
      abortRate: RATES.aborted,
      random: () => {
        const drawn = commits.next();
        count("commit");
        if (drawn < RATES.aborted) count("aborted");
        return drawn;
      },
    },
    pushRealism: { slowStart: true, subscriptionBackoff: true },
    deliveryFaults: ({ isDuplicate }: { isDuplicate: boolean }) => {
      count("delivery");
      const duplicate = !isDuplicate && deliveries.happens(RATES.doubled);
      if (duplicate) count("doubled");
      const isLate = deliveries.happens(RATES.reordered);
      if (isLate) count("reordered");
      const lapses = deliveries.happens(RATES.lapsed);
      if (lapses) count("lapsed");
      return {
        duplicate,
        ...(isLate ? { delayMs: delayOf(deliveries) } : {}),
        ...(lapses ? { lapseMs: deliveries.between(...LAPSE_MS) } : {}),
      };
    },
  };
}

function delayOf(chance: Chance): number {
  const [low, high] = chance.happens(REORDER_MS.muchShare) ? REORDER_MS.much : REORDER_MS.little;
  return chance.between(low, high);
}
