// `npm run redrive -- SESSION`: sets a session going again from its schedule. On this machine in the service of a data folder,
// which is started if nobody runs it; in the cloud when GOOGLE_CLOUD_PROJECT names a project there.
import { parseArgs } from "node:util";
import { BusyError } from "../../lib/pipeline/errors.ts";
import { type Redriven, RedriveRefusedError, redriveSession } from "../../lib/pipeline/redrive.ts";
import { MovedOnError } from "../../lib/pipeline/refusals.ts";
import { isLive } from "../../lib/pipeline/schedule.ts";
import { SessionMissingError } from "../../lib/pipeline/schedule-store.ts";
import { PHASES, type PhaseName, PhaseSchema } from "../../lib/pipeline/step-id.ts";
import { localDataKey } from "../serve/local-keys.ts";
import { isCloud } from "../serve/open-stores.ts";
import { openService } from "../serve/shared-service.ts";

const USAGE = `Usage: npm run redrive -- SESSION [--from PHASE] [--data DIR] [--json]
  SESSION        its id
  --from PHASE   make this phase and all after it again: ${PHASES.join(", ")}
  --data DIR     where the local service keeps its data; default .local
  --json         print one JSON object, and nothing else
A session that failed or is stuck goes on. In the cloud: with GOOGLE_CLOUD_PROJECT and the functions' other settings set.`;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

interface Arguments {
  sessionId: string;
  from: PhaseName | undefined;
  data: string;
  json: boolean;
}

function readArguments(args: readonly string[]): Arguments {
  const options = {
    from: { type: "string" },
    data: { type: "string", default: ".local" },
    json: { type: "boolean", default: false },
  } as const;
  let parsed: { values: { from?: string | undefined; data: string; json: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [sessionId] = positionals;
  if (sessionId === undefined || positionals.length > 1) throw new UsageError("Name one session.");
  if (!/^[\w-]{1,128}$/.test(sessionId)) throw new UsageError(`"${sessionId}" is no session's id.`);
  if (values.data === "memory")
    throw new UsageError("--data must name a folder: nothing in memory is left to redrive.");
  const from = PhaseSchema.safeParse(values.from);
  if (values.from !== undefined && !from.success) {
    throw new UsageError(`--from must be one of ${PHASES.join(", ")}, not "${values.from}".`);
  }
  return { sessionId, from: from.data, data: values.data, json: values.json };
}

async function main(): Promise<number> {
  const { sessionId, from, data, json } = readArguments(process.argv.slice(2));
  const note = (line: string) => process.stderr.write(`redrive: ${line}\n`);
  const request = { sessionId, from, by: "operator" };
  if (isCloud(process.env)) {
    const { services } = await import("../../functions/wiring.ts");
    show(sessionId, await redriveSession(services(), request), json);
    return 0;
  }
  // As with `npm run manga`: standard error is for people here.
  process.env.MEKURI_LOG_LEVEL ??= "warning";
  const service = await openService({ dataDir: data, isolate: false, apiPort: 0, onTrouble: note });
  try {
    Object.assign(process.env, service.emulators, {
      METADATA_SERVER_DETECTION: "none",
      MEKURI_DATA_KEY: localDataKey(data),
    });
    const { services } = await import("../../functions/wiring.ts");
    const ports = services();
    const redriven = await redriveSession(ports, request);
    show(sessionId, redriven, json);
    // Whoever runs the service goes on with it; our own would end in the middle.
    if (!service.joined) await followToEnd(ports, sessionId, note);
    return 0;
  } finally {
    await service.close();
  }
}

function show(sessionId: string, redriven: Redriven, json: boolean): void {
  if (json) return void process.stdout.write(`${JSON.stringify({ sessionId, ...redriven })}\n`);
  const { status, published, busy, again } = redriven;
  const some = (steps: readonly string[]) => (steps.length === 0 ? "nothing" : steps.join(", "));
  const lines = [`session ${sessionId} is ${status}`, `published: ${some(published)}`];
  if (again.length > 0) lines.push(`to be made again: ${some(again)}`);
  if (busy.length > 0) lines.push(`being worked on: ${some(busy)}`);
  process.stdout.write(`${lines.join("\n")}\n`);
}

const LOOK_MS = 500;

async function followToEnd(
  { schedules, clock }: Parameters<typeof redriveSession>[0],
  sessionId: string,
  note: (line: string) => void,
): Promise<void> {
  note("waiting for its end; Ctrl-C leaves it for the next start");
  for (;;) {
    const schedule = await schedules.read(sessionId);
    const state = schedule?.state;
    if (state === undefined || !isLive(state) || state.status === "waiting") {
      const reason = state?.status === "failed" ? `: ${state.reason.message}` : "";
      return note(`session ${sessionId} is ${state?.status ?? "gone"}${reason}`);
    }
    await clock.sleep(LOOK_MS);
  }
}

function explain(error: unknown): string {
  if (error instanceof SessionMissingError)
    return `${error.message}; its id is in session.json and in the API's answers`;
  if (error instanceof RedriveRefusedError && error.code === "completed") {
    return `${error.message} (--from PHASE)`;
  }
  if (error instanceof BusyError) return `a store is down, nothing was lost: ${error.message}; try again`;
  if (error instanceof MovedOnError) return `${error.message}; try again in a moment`;
  return error instanceof Error ? error.message : String(error);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`redrive: ${explain(error)}\n${isUsage ? `${USAGE}\n` : ""}`);
    process.exit(isUsage ? 2 : 1);
  },
);
