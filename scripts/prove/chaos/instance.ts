// One instance of a function: a process of its own that takes one request at a time.
import { fork } from "node:child_process";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { firstReport } from "../../serve/channel.ts";
import type { CrashOrder } from "./crash-orders.ts";
import { CRASH_HEADER, STORM_HEADER } from "./delivery-at-hand.ts";
import { endChild } from "./suite-keeper.ts";

/** A request as it came, and the way back. */
export interface Job {
  body: Buffer;
  headers: IncomingHttpHeaders;
  /** Whoever asked does not wait any more. */
  isGone(): boolean;
  answer(status: number, body: Buffer): void;
}

/** What goes wrong with a request. */
export interface Fate {
  /** Model calls fail, by this seed. */
  stormSeed?: number | undefined;
  order?: CrashOrder | undefined;
}

export interface Death {
  /** Milliseconds since 1970. */
  at: number;
  instance: string;
  function: string;
  signal: NodeJS.Signals | null;
  code: number | null;
  /** Absent: nobody had told it to die. */
  order?: CrashOrder | undefined;
}

export interface InstanceOptions {
  name: string;
  function: string;
  /** The folder of the bundled programs. */
  programs: string;
  /** The file of the function's module. */
  module: string;
  env: Record<string, string | undefined>;
  journal: string;
  /** File descriptor that takes what it says. */
  log: number;
}

export interface Instance {
  readonly name: string;
  /** It has no request at hand. */
  isIdle(): boolean;
  /**
   * Hands it a request. Resolves when the request has ended, and says whether the order was carried out; answers 503
   * when the instance died over it. Never rejects.
   */
  serve(job: Job, fate: Fate): Promise<{ isDead: boolean }>;
  stop(): Promise<void>;
}

const keepAlive = new Agent({ keepAlive: true });

/** Resolves when it takes requests. `onDeath` is called however it ends, but for `stop`. Rejects with its reason. */
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
  if (port === undefined) throw new Error(`${options.name} did not say where it listens`);

  let order: CrashOrder | undefined;
  /** A kill from outside that is on its way, even when the answer is quicker. */
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
        // Only its death breaks a connection on this machine.
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
  { stormSeed, order }: Fate,
): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        ...{ host: "127.0.0.1", port, path: "/", method: "POST", agent: keepAlive },
        headers: {
          "content-type": headers["content-type"] ?? "application/json",
          "content-length": body.length,
          ...(stormSeed === undefined ? {} : { [STORM_HEADER]: String(stormSeed) }),
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
