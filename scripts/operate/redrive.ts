// `mekuri redrive SESSION`: continues a stopped session from its schedule, in the service of a data folder, which is started if necessary,
// or in the cloud if GOOGLE_CLOUD_PROJECT names a project.
import type { Command } from "commander";
import { BusyError } from "../../lib/pipeline/errors.ts";
import { type Redriven, RedriveRefusedError, redriveSession } from "../../lib/pipeline/redrive.ts";
import { MovedOnError } from "../../lib/pipeline/refusals.ts";
import { isLive } from "../../lib/pipeline/schedule.ts";
import { SessionMissingError } from "../../lib/pipeline/schedule-store.ts";
import { PHASES, type PhaseName, PhaseSchema } from "../../lib/pipeline/step-id.ts";
import {
  DEFAULT_DATA,
  dataFolder,
  FailureError,
  IN_THE_CLOUD,
  newCommand,
  oneOf,
  runs,
  sessionIdOf,
} from "../command/command.ts";
import { localDataKey } from "../serve/local-keys.ts";
import { isCloud } from "../serve/open-stores.ts";
import { openService } from "../serve/shared-service.ts";
import { auditCommand } from "./audit-command.ts";

interface Options {
  from?: PhaseName;
  data: string;
  json: boolean;
}

export function redrive(): Command {
  const command = newCommand("redrive", "restart a session that failed or is stuck")
    .argument("<session>", "its id, from session.json", sessionIdOf)
    .option(
      "--from <phase>",
      `make this phase and all later ones again: ${PHASES.join(", ")}`,
      oneOf("--from", PhaseSchema.options),
    )
    .option("--data <folder>", "data folder of the local service", dataFolder("redrive"), DEFAULT_DATA)
    .option("--json", "print only one JSON object", false)
    .addHelpText("after", IN_THE_CLOUD);
  return runs<Options>(command, (options, sessionId: string) =>
    sendAgain(sessionId, options).catch((error: unknown) => {
      throw new FailureError(explain(error), { cause: error });
    }),
  );
}

async function sendAgain(sessionId: string, { from, data, json }: Options): Promise<number> {
  const note = (line: string) => process.stderr.write(`redrive: ${line}\n`);
  const request = { sessionId, from, by: "operator" };
  if (isCloud(process.env)) {
    await auditCommand({ command: "redrive", session: sessionId });
    const { services } = await import("../../functions/wiring.ts");
    show(sessionId, await redriveSession(services(), request), json);
    return 0;
  }
  // Only warnings are logged, as by `mekuri make`, because standard error has the messages for the user.
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
    // A service that was joined continues the session; one that this command started must stay until its end.
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
  if (again.length > 0) lines.push(`will be made again: ${some(again)}`);
  if (busy.length > 0) lines.push(`being worked on: ${some(busy)}`);
  process.stdout.write(`${lines.join("\n")}\n`);
}

const LOOK_MS = 500;

async function followToEnd(
  { schedules, clock }: Parameters<typeof redriveSession>[0],
  sessionId: string,
  note: (line: string) => void,
): Promise<void> {
  note("waiting until it ends; Ctrl-C leaves it to the next start");
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
  if (error instanceof BusyError)
    return `a store is unavailable, nothing was lost: ${error.message}; try again`;
  if (error instanceof MovedOnError) return `${error.message}; try again in a moment`;
  return error instanceof Error ? error.message : String(error);
}
