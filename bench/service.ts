// The service of `npm start`, to be measured: the emulator suite in one process, the functions in others with a probe.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Firestore } from "@google-cloud/firestore";
import * as z from "zod";
import { schedulePath } from "../lib/cloud/firestore-paths.ts";
import { type Schedule, ScheduleSchema } from "../lib/pipeline/schedule.ts";
import { type SessionClient, sessionClient } from "../scripts/make/session-client.ts";
import { RequestRefusedError } from "../scripts/serve/guest.ts";
import { startService } from "../scripts/serve/service.ts";
import { listenForEnds } from "./ends.ts";

const EntrySchema = z.object({
  /** Milliseconds since 1970, with fractions. */
  at: z.number(),
  kind: z.enum(["entered", "run", "ran", "recorded"]),
  sessionId: z.string(),
  step: z.string(),
  released: z.array(z.string()).optional(),
  seq: z.number().optional(),
});
export type Entry = z.infer<typeof EntrySchema>;

export interface MeasuredService {
  /** `http://127.0.0.1:PORT`. */
  api: string;
  client: SessionClient;
  emulators: Record<string, string>;
  /** Starts a session, and resolves when it is completed. Rejects if it ends otherwise. */
  make(request: Record<string, unknown>): Promise<string>;
  schedule(sessionId: string): Promise<Schedule>;
  firestore: Firestore;
  /** The worker's memory in bytes, sampled twice a second while it worked. */
  memory(): number[];
  /** Ends the service, and returns its worker's journal in order. */
  end(): Promise<Entry[]>;
}

interface Measured {
  /** Heap options for Node's command line; default: none, as deployed. */
  heapLimits?: readonly string[];
  /** A process for each function, as deployed; default: one for all. */
  isolate?: boolean;
  /** Settings of the functions and of the probe. */
  env?: Record<string, string>;
  tell: (line: string) => void;
}

/** Between two requests for a book whose story found no room in the queue of stories to be read. */
const QUEUE_LOOK_MS = 100;

const PROBE = new URL("probe/register.ts", import.meta.url).href;

export async function measureService({
  env = {},
  heapLimits = [],
  isolate = false,
  tell,
}: Measured): Promise<MeasuredService> {
  const folder = mkdtempSync(join(tmpdir(), "mekuri-bench-"));
  const journal = join(folder, "journal");
  const settings = {
    ...{ NODE_OPTIONS: `--import=${PROBE}`, BENCH_JOURNAL: journal },
    MEKURI_LOG_LEVEL: "warning",
    ...{ MEKURI_LOOPBACK_LIMIT_FACTOR: "100000", MEKURI_DAY_BUDGET_MICRODOLLARS: "1000000000000" },
    ...env,
  };
  const service = await within(settings, () =>
    startService({
      ...{ dataDir: join(folder, "data"), isolate, apiPort: 0, heapLimits },
      onTrouble: tell,
    }),
  );
  const client = sessionClient(service);
  const firestore = new Firestore({ projectId: service.emulators.GOOGLE_CLOUD_PROJECT ?? "" });
  const ends = await listenForEnds(firestore);
  service.failed.then((reason) => ends.failAll(new Error(reason)));
  return {
    api: service.api,
    client,
    emulators: service.emulators,
    async make(request) {
      const sessionId = await generateInTurn(client, request);
      await ends.completed(sessionId);
      return sessionId;
    },
    firestore,
    memory: () => linesOf(`${journal}.memory`).map(Number),
    async schedule(sessionId) {
      const document = await firestore.doc(schedulePath(sessionId)).get();
      return ScheduleSchema.parse(document.data());
    },
    async end() {
      ends.stop();
      await Promise.all([client.close(), firestore.terminate()]);
      await service.stop();
      // The client set the emulator's addresses in this process's environment; the next service has other ones.
      for (const name of Object.keys(service.emulators)) delete process.env[name];
      const lines = linesOf(journal);
      rmSync(folder, { recursive: true, force: true });
      return lines.map((line) => EntrySchema.parse(JSON.parse(line))).toSorted((a, b) => a.at - b.at);
    },
  };
}

/** A guest may have 12 stories waiting to be read, and a bench has more books at once: those wait here. */
async function generateInTurn(client: SessionClient, request: Record<string, unknown>): Promise<string> {
  for (;;) {
    try {
      return await client.generate(request);
    } catch (error) {
      if (!(error instanceof RequestRefusedError) || error.code !== "too-many-readings") throw error;
      await setTimeout(QUEUE_LOOK_MS);
    }
  }
}

function linesOf(file: string): string[] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return lines.filter((line) => line !== "");
}

/** Starts child processes with these environment variables. */
async function within<T>(settings: Record<string, string>, start: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, settings);
  try {
    return await start();
  } finally {
    for (const name of Object.keys(settings)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
