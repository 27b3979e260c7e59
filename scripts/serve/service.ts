// All of Mekuri on one machine: the emulator suite in one process, the functions in another (or two, or one each), and the sweep's timer. A process
// that dies is restarted with the same ports.
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
  /** The functions that answer requests share a process, and the others another, so that steps do not delay answers. Default: false. */
  hasApiApart?: boolean;
  /** Use the bundles in `dist/` (each in its own process) instead of the sources. */
  isBuilt?: boolean;
  /** Port of the API; 0: any. */
  apiPort: number;
  /** Settings in addition to those of this process. */
  environment?: Readonly<Record<string, string>>;
  /** Node options; default: by `MEKURI_LOCAL_MEMORY`. */
  heapLimits?: readonly string[];
  /** Called with a sentence when a process was restarted. */
  onTrouble: (message: string) => void;
}

export interface LocalService {
  /** `http://127.0.0.1:PORT`. */
  api: string;
  /** Variables with the suite's addresses. */
  emulators: Record<string, string>;
  /** The guest's secret for commands on the folder. */
  guestKey: string;
  /** File for the guest's token; undefined for a folder in memory. */
  tokenFile: string | undefined;
  /** Resolves with the reason if the service cannot continue. */
  failed: Promise<string>;
  stop(): Promise<void>;
}

/** Maximum number of consecutive restarts of a child. */
const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
const STOP_MS = 8_000;
/** A short lease, because a dead worker on one machine is noticed at once. */
const LEASE_SECONDS = "6";

/** Functions that never decrypt a story. */
const KEYLESS = new Set(["auth", "health"]);

const SWEEP = FUNCTIONS.find(({ trigger }) => trigger.kind === "timer");

/** Starts everything and resolves when the API answers. Throws the reason if a process cannot start. */
export async function startService(options: ServiceOptions): Promise<LocalService> {
  const groups = groupsOf(options);
  const ports: Record<string, number> = {};
  const children = new Set<ChildProcess>();
  /** The workers whose functions listen. */
  const workers = new Set<ChildProcess>();
  // A copy, because a client in this process will set the emulators' variables, and a suite does not start services that are set.
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

  /** A cancellation reaches one function, but the steps run in others: all listening workers are informed. */
  const passWake = (from: ChildProcess, message: unknown) => {
    const woken = WokenSchema.safeParse(message).data;
    if (woken === undefined) return;
    for (const child of workers) if (child !== from && child.connected) child.send(woken);
  };

  /** Starts a child, and restarts it whenever it dies. */
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
    // Workers stop before the suite, because they still write to it.
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
      if (isAgain && options.dataDir === "memory") throw new Error("its data in memory is lost");
      const args = isAgain ? [options.dataDir, JSON.stringify(env)] : [options.dataDir];
      const running = await start("the emulator suite", "suite-process.ts", args);
      suiteChild = running.child;
      return running;
    });
    const told = await suiteReady;
    if (told.kind !== "suite") throw new Error("the emulator suite did not report its address");
    env = told.env;
    signingKeys = await localSigningKeys(options.dataDir);
    const workerEnv = environmentOf(options.dataDir, {
      ...{ port: gateway.port, projectId: env.GOOGLE_CLOUD_PROJECT ?? "" },
      ...{ signingKeysFile: signingKeys.path, caller: callerOf(env) },
    });
    const started = await Promise.all(
      groups.map((functions) => {
        const name = groups.length > 1 ? `the worker of ${functions.join(", ")}` : "the worker";
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
    // A failed sweep logs its own error, and the next one follows after the usual interval.
    callSweep(`http://127.0.0.1:${ports[SWEEP.name]}/`, callerOf(env)).catch((error: unknown) => {
      if (!state.stopping) options.onTrouble(`the sweep could not be reached: ${messageOf(error)}`);
    });
  };
  sweep();
  sweeper = setInterval(sweep, sweepMs(environment));
  // Clients do not get settings that only functions need.
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

/** The functions of each process. */
function groupsOf({ isolate, isBuilt, hasApiApart }: ServiceOptions): string[][] {
  if (isolate || isBuilt) return FUNCTIONS.map(({ name }) => [name]);
  const { api = [], others = [] } = Object.groupBy(FUNCTIONS, ({ trigger }) =>
    hasApiApart && trigger.kind === "http" ? "api" : "others",
  );
  return [api, others].filter(({ length }) => length > 0).map((group) => group.map(({ name }) => name));
}

interface Surroundings {
  /** Port of the API. */
  port: number;
  projectId: string;
  signingKeysFile: string;
  caller: LocalCaller | undefined;
}

/** On one machine users' budgets are the limit, whatever `.env` says. */
const NO_CLOUD_LIMITS = {
  MEKURI_NEW_ACCOUNT_DAY_MICRODOLLARS: "",
  MEKURI_SERVICE_HOUR_MICRODOLLARS: "",
  MEKURI_SERVICE_DAY_MICRODOLLARS: "",
  MEKURI_SERVICE_HOUR_SESSIONS: "",
  MEKURI_SERVICE_DAY_SESSIONS: "",
};

/** A worker's environment besides the suite's; keys only for functions that use them. */
function environmentOf(
  dataDir: string,
  { port, projectId, signingKeysFile, caller }: Surroundings,
): (functions: readonly string[]) => Record<string, string> {
  const dataKey = localDataKey(dataDir);
  return (functions) => ({
    MEKURI_LEASE_SECONDS: process.env.MEKURI_LEASE_SECONDS || LEASE_SECONDS,
    MEKURI_JWKS_URL: `http://127.0.0.1:${port}/.well-known/jwks.json`,
    MEKURI_GUESTS: process.env.MEKURI_GUESTS || "on",
    // Audience of the Auth emulator's ID tokens: the project.
    MEKURI_GOOGLE_AUDIENCES: process.env.MEKURI_GOOGLE_AUDIENCES || projectId,
    MEKURI_WEBHOOK_LOOPBACK: process.env.MEKURI_WEBHOOK_LOOPBACK || "on",
    ...NO_CLOUD_LIMITS,
    // The only trusted proxy is the gateway.
    MEKURI_TRUSTED_PROXIES: "1",
    ...caller?.environment,
    ...(functions.includes("auth") ? { MEKURI_SIGNING_KEYS_FILE: signingKeysFile } : {}),
    ...(functions.every((name) => KEYLESS.has(name)) ? {} : { MEKURI_DATA_KEY: dataKey }),
  });
}

/** Calls it as Cloud Scheduler does. Rejects if it is unreachable. */
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
    // The child runs in its own process group, so that Ctrl-C reaches only the parent, which then stops the child gracefully.
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

/** Stops a child gracefully, and kills it after a timeout. */
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
