// The whole of Mekuri on one machine: the suite in one process, the functions in another (or one each), and the sweep's timer.
// A process that dies is started again on the ports that it had.
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readSetting } from "../../lib/cloud/config.ts";
import { FUNCTIONS } from "../../lib/topology.ts";
import { type ChildReport, firstReport, WokenSchema, type WorkerOrder } from "./channel.ts";
import { type Gateway, startGateway } from "./gateway.ts";
import { openHosting } from "./hosting.ts";
import { callerOf, type LocalCaller } from "./local-caller.ts";
import {
  type LocalSigningKeys,
  localDataKey,
  localGuestKey,
  localSigningKeys,
  localTokenFile,
} from "./local-keys.ts";
import { heapLimitsFor, MALLOC_LIMITS, OWN_FONTS_ALONE } from "./memory-limits.ts";

export interface ServiceOptions {
  /** A folder, or `memory`. */
  dataDir: string;
  /** A process for each function. */
  isolate: boolean;
  /** The functions from their bundles in `dist/` (each in a process of its own) instead of their sources. */
  isBuilt?: boolean;
  /** Port of the API; 0 takes any. */
  apiPort: number;
  /** Settings besides those of this process. */
  environment?: Readonly<Record<string, string>>;
  /** For Node's command line; default: what `MEKURI_LOCAL_MEMORY` says. */
  heapLimits?: readonly string[];
  /** Told when a process had to be started again, in a sentence. */
  onTrouble: (message: string) => void;
}

export interface LocalService {
  /** `http://127.0.0.1:PORT`. */
  api: string;
  /** The variables that lead clients to the suite. */
  emulators: Record<string, string>;
  /** By which commands on the folder sign in as the same guest. */
  guestKey: string;
  /** Where they keep the token that it gave them; undefined for a folder in memory. */
  tokenFile: string | undefined;
  /** Resolves with the reason when the service cannot go on. */
  failed: Promise<string>;
  stop(): Promise<void>;
}

/** A child that dies more often than this in a row is given up. */
const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
const STOP_MS = 8_000;
/** On one machine a worker that died is missed at once: a short lease lets the next one go on soon. */
const LEASE_SECONDS = "6";

/** Functions that read no story. */
const KEYLESS = new Set(["auth", "health"]);

const SWEEP = FUNCTIONS.find(({ trigger }) => trigger.kind === "timer");

/** Starts everything and resolves when the API answers. Throws when a process cannot start, with its reason. */
export async function startService(options: ServiceOptions): Promise<LocalService> {
  const groups =
    options.isolate || options.isBuilt
      ? FUNCTIONS.map(({ name }) => [name])
      : [FUNCTIONS.map(({ name }) => name)];
  const ports: Record<string, number> = {};
  const children = new Set<ChildProcess>();
  /** Of these, those whose functions listen. */
  const workers = new Set<ChildProcess>();
  // As it is now: a client in this process will soon name our own emulators in it, and a suite does not start what is named.
  const environment = { ...process.env, ...options.environment };
  const heapLimits = options.heapLimits ?? heapLimitsFor(environment);
  const state = { stopping: false };
  const failure = Promise.withResolvers<string>();

  const start = async (name: string, script: string, args: string[], order?: () => WorkerOrder) => {
    const child = startChild(script, args, { environment, heapLimits });
    children.add(child);
    child.on("message", (message) => passWake(child, message));
    child.once("exit", () => {
      children.delete(child);
      workers.delete(child);
    });
    if (order !== undefined) child.send(order());
    const told = await firstReport(child, name);
    if (told.kind === "worker") workers.add(child);
    return { child, told };
  };

  /** A cancel is for one function, the steps that it ends run in others: workers that listen are told that one woke them. */
  const passWake = (from: ChildProcess, message: unknown) => {
    const woken = WokenSchema.safeParse(message).data;
    if (woken === undefined) return;
    for (const child of workers) if (child !== from && child.connected) child.send(woken);
  };

  /** Starts a child, and starts it again whenever it dies. */
  const supervise = async (name: string, run: () => Promise<{ child: ChildProcess; told: ChildReport }>) => {
    const deaths: number[] = [];
    const watch = ({ child }: { child: ChildProcess }) => {
      child.once("exit", (code, signal) => {
        if (state.stopping) return;
        deaths.push(Date.now());
        const recent = deaths.filter((at) => Date.now() - at < RESTART_WINDOW_MS).length;
        const reason = `${name} ended (${signal ?? `exit ${code}`})`;
        if (recent > MAX_RESTARTS) return failure.resolve(`${reason} ${recent} times in a minute`);
        options.onTrouble(`${reason}; starting it again`);
        run().then(watch, (error: unknown) =>
          failure.resolve(`${name} cannot start again: ${messageOf(error)}`),
        );
      });
    };
    const running = await run();
    watch(running);
    return running.told;
  };

  const stop = async () => {
    if (state.stopping) return;
    state.stopping = true;
    clearInterval(sweeper);
    // The workers go before the suite: they still have something to tell it.
    const others = [...children].filter((child) => child !== suiteChild);
    await Promise.all([gateway?.close(), ...others.map(stopChild)]);
    if (suiteChild !== undefined) await stopChild(suiteChild);
    signingKeys?.discard();
  };

  let suiteChild: ChildProcess | undefined;
  let sweeper: NodeJS.Timeout | undefined;
  let gateway: Gateway | undefined;
  let signingKeys: LocalSigningKeys | undefined;
  let env: Record<string, string> = {};
  try {
    const hosting = openHosting(() => env);
    gateway = await startGateway({
      ...{ port: options.apiPort, portOf: (name) => ports[name], hosting },
      allowedOrigins: readSetting("MEKURI_ALLOWED_ORIGINS", environment),
    });
    const suiteReady = supervise("the emulator suite", async () => {
      const isAgain = Object.keys(env).length > 0;
      if (isAgain && options.dataDir === "memory") throw new Error("what it held in memory is gone");
      const args = isAgain ? [options.dataDir, JSON.stringify(env)] : [options.dataDir];
      const running = await start("the emulator suite", "suite-process.ts", args);
      suiteChild = running.child;
      return running;
    });
    const told = await suiteReady;
    if (told.kind !== "suite") throw new Error("the emulator suite did not say where it listens");
    env = told.env;
    signingKeys = await localSigningKeys(options.dataDir);
    const workerEnv = environmentOf(options.dataDir, {
      ...{ port: gateway.port, projectId: env.GOOGLE_CLOUD_PROJECT ?? "" },
      ...{ signingKeysFile: signingKeys.path, caller: callerOf(env) },
    });
    const started = await Promise.all(
      groups.map((functions) => {
        const name = functions.length === 1 ? `the worker of ${functions[0]}` : "the worker";
        return supervise(name, () =>
          start(name, "worker-process.ts", options.isBuilt ? [...functions, "--built"] : functions, () => ({
            env: { ...env, ...workerEnv(functions) },
            ports: pick(ports, functions),
          })),
        );
      }),
    );
    for (const report of started) {
      if (report.kind === "worker") Object.assign(ports, report.ports);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const sweep = () => {
    if (SWEEP === undefined) return;
    // A sweep that fails says so in its own log; the next one comes anyway.
    callSweep(`http://127.0.0.1:${ports[SWEEP.name]}/`, callerOf(env)).catch((error: unknown) => {
      if (!state.stopping) options.onTrouble(`the sweep was not reached: ${messageOf(error)}`);
    });
  };
  sweep();
  sweeper = setInterval(sweep, sweepMs(environment));
  // What only the functions need is none of the clients' business.
  const { MEKURI_SIGNING_ACCOUNT_FILE: _, MEKURI_CALLER_KEYS_URL: __, ...emulators } = env;
  return {
    api: `http://127.0.0.1:${gateway.port}`,
    emulators,
    guestKey: localGuestKey(options.dataDir),
    tokenFile: localTokenFile(options.dataDir),
    failed: failure.promise,
    stop,
  };
}

interface Surroundings {
  /** Of the API. */
  port: number;
  projectId: string;
  signingKeysFile: string;
  caller: LocalCaller | undefined;
}

/** On one machine a user's budgets are the limit, whatever an `.env` says. */
const NO_CLOUD_LIMITS = {
  MEKURI_NEW_ACCOUNT_DAY_MICRODOLLARS: "",
  MEKURI_SERVICE_HOUR_MICRODOLLARS: "",
  MEKURI_SERVICE_DAY_MICRODOLLARS: "",
  MEKURI_SERVICE_HOUR_SESSIONS: "",
  MEKURI_SERVICE_DAY_SESSIONS: "",
};

/** What a worker needs besides the suite: the keys only where one of its functions has a use for them. */
function environmentOf(
  dataDir: string,
  { port, projectId, signingKeysFile, caller }: Surroundings,
): (functions: readonly string[]) => Record<string, string> {
  const dataKey = localDataKey(dataDir);
  return (functions) => ({
    MEKURI_LEASE_SECONDS: process.env.MEKURI_LEASE_SECONDS || LEASE_SECONDS,
    MEKURI_JWKS_URL: `http://127.0.0.1:${port}/.well-known/jwks.json`,
    MEKURI_GUESTS: process.env.MEKURI_GUESTS || "on",
    // ID tokens of the Auth emulator, which are for the project.
    MEKURI_GOOGLE_AUDIENCES: process.env.MEKURI_GOOGLE_AUDIENCES || projectId,
    MEKURI_WEBHOOK_LOOPBACK: process.env.MEKURI_WEBHOOK_LOOPBACK || "on",
    ...NO_CLOUD_LIMITS,
    // The gateway, and nobody else.
    MEKURI_TRUSTED_PROXIES: "1",
    ...caller?.environment,
    ...(functions.includes("auth") ? { MEKURI_SIGNING_KEYS_FILE: signingKeysFile } : {}),
    ...(functions.every((name) => KEYLESS.has(name)) ? {} : { MEKURI_DATA_KEY: dataKey }),
  });
}

/** As Cloud Scheduler calls it. Rejects when it is not reached. */
async function callSweep(url: string, caller: LocalCaller | undefined): Promise<void> {
  const headers = caller && { authorization: await caller.authorization() };
  const response = await fetch(url, { method: "POST", ...(headers && { headers }) });
  await response.arrayBuffer();
}

interface ChildSettings {
  environment: NodeJS.ProcessEnv;
  heapLimits: readonly string[];
}

function startChild(
  script: string,
  args: string[],
  { environment, heapLimits }: ChildSettings,
): ChildProcess {
  return fork(fileURLToPath(new URL(script, import.meta.url)), args, {
    // In a group of its own, so that Ctrl-C reaches only the parent, which then stops it in order.
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: ["--disable-warning=ExperimentalWarning", ...heapLimits],
    env: {
      ...environment,
      METADATA_SERVER_DETECTION: "none",
      ...MALLOC_LIMITS,
      ...OWN_FONTS_ALONE,
    },
  });
}

/** Asks a child to end, and makes it when it does not. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await exited;
  clearTimeout(timer);
}

function sweepMs(environment: NodeJS.ProcessEnv): number {
  const everyMs = SWEEP?.trigger.kind === "timer" ? SWEEP.trigger.everySeconds * 1_000 : 60_000;
  const lookSeconds = readSetting("MEKURI_BATCH_LOOK_SECONDS", environment);
  return Math.min(everyMs, lookSeconds === undefined ? everyMs : lookSeconds * 1_000);
}

function pick(ports: Record<string, number>, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(Object.entries(ports).filter(([name]) => names.includes(name)));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
