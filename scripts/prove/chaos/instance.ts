// One instance of a function: a process that handles one request at a time.
import { fork } from "node:child_process";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { firstReport } from "../../serve/channel.ts";
import type { CrashOrder } from "./crash-orders.ts";
import { CRASH_HEADER, FAILURES_HEADER } from "./current-delivery.ts";
import { endChild } from "./suite-keeper.ts";

/** A request and its response. */
export interface Job {
  body: Buffer;
  headers: IncomingHttpHeaders;
  /** The client has disconnected. */
  isGone(): boolean;
  answer(status: number, body: Buffer): void;
}

/** Faults to inject into a request. */
export interface Fate {
  /** Seed of failing model calls. */
  failureSeed?: number | undefined;
  order?: CrashOrder | undefined;
}

export interface Death {
  /** Milliseconds since 1970. */
  at: number;
  instance: string;
  function: string;
  signal: NodeJS.Signals | null;
  code: number | null;
  /** Absent: without a crash order. */
  order?: CrashOrder | undefined;
}

export interface InstanceOptions {
  name: string;
  function: string;
  /** Folder of the bundled programs. */
  programs: string;
  /** Module file of the function. */
  module: string;
  env: Record<string, string | undefined>;
  journal: string;
  /** File descriptor for its output. */
  log: number;
}

export interface Instance {
  readonly name: string;
  /** Whether the instance handles no request. */
  isIdle(): boolean;
  /**
   * Passes it a request. Resolves when the request has ended, with whether the crash happened; answers 503 if the instance died. Never
   * rejects.
   */
  serve(job: Job, fate: Fate): Promise<{ isDead: boolean }>;
  stop(): Promise<void>;
}

const keepAlive = new Agent({ keepAlive: true });

/** Resolves when it accepts requests. `onDeath` is called for every end except `stop`. Rejects with the reason. */
export async function startInstance(
  options: InstanceOptions,
  onDeath: (death: Death) => void,
): Promise<Instance> {
  const { programs, name, journal } = options;
  const module = pathToFileURL(options.module).href;
  const child = fork(join(programs, "worker.mjs"), [options.function, name, journal, module], {
    detached: true,
    stdio: ["ignore", options.log, options.log, "ipc"],
    execArgv: ["--disable-warning=ExperimentalWarning"],
    env: options.env,
  });
  const told = await firstReport(child, options.name);
  const port = told.kind === "worker" ? told.ports[options.function] : undefined;
  if (port === undefined) throw new Error(`${options.name} did not report its address`);

  let order: CrashOrder | undefined;
  /** An order for a kill from outside that was sent, even if the answer came first. */
  let struck: CrashOrder | undefined;
  let isBusy = false;
  let isStopping = false;
  child.once("exit", (code, signal) => {
    if (isStopping) return;
    const { name, function: served } = options;
    onDeath({ at: Date.now(), instance: name, function: served, signal, code, order: order ?? struck });
  });

  return {
    name: options.name,
    isIdle: () => !isBusy,
    async serve(job, fate) {
      const given = fate.order;
      isBusy = true;
      order = given;
      const strike = () => {
        struck = given;
        child.kill("SIGKILL");
      };
      const assassin = given?.point === "anywhere" ? setTimeout(strike, given.afterMs) : undefined;
      try {
        const { status, body } = await post(port, job, fate);
        order = undefined;
        isBusy = false;
        job.answer(status, body);
        return { isDead: false };
      } catch {
        // On one machine only a crash breaks a connection.
        await endChild(child, "SIGKILL");
        job.answer(503, Buffer.alloc(0));
        return { isDead: true };
      } finally {
        clearTimeout(assassin);
      }
    },
    async stop() {
      isStopping = true;
      await endChild(child, "SIGTERM");
    },
  };
}

function post(
  port: number,
  { body, headers }: Job,
  { failureSeed, order }: Fate,
): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        ...{ host: "127.0.0.1", port, path: "/", method: "POST", agent: keepAlive },
        headers: {
          "content-type": headers["content-type"] ?? "application/json",
          "content-length": body.length,
          ...(failureSeed === undefined ? {} : { [FAILURES_HEADER]: String(failureSeed) }),
          ...(order && order.point !== "anywhere"
            ? { [CRASH_HEADER]: `${order.point} ${order.manner}` }
            : {}),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
