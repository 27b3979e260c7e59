// Runs a campaign's functions as a cloud would: each behind a fixed address, with instances that start when requests wait, handle one
// request at a time, and die. Whether an instance dies is drawn when a request arrives, and such requests get separate instances. If
// instances of all requests died, most of the campaign would be spent on starting processes.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import * as z from "zod";
import { StepMessageSchema } from "../../../lib/pipeline/message.ts";
import type { CrashOrder, CrashOrders } from "./crash-orders.ts";
import { type Death, type Instance, type InstanceOptions, type Job, startInstance } from "./instance.ts";

export interface FleetOptions extends Pick<InstanceOptions, "env" | "journal" | "log" | "programs"> {
  functions: readonly string[];
  /** Module file of a function. */
  moduleOf(name: string): string;
  /** Maximum instances of a function, without those that are to die. */
  maxInstances(name: string): number;
}

export interface Fleet {
  /** Address of a function. */
  url(name: string): string;
  deaths: readonly Death[];
  /** Which instance handled which delivery. */
  handed: readonly HandledDelivery[];
  /** Sets the faults to inject from now on; undefined: none. */
  setFaults(faults: FaultInjection | undefined): void;
  /** Resolves with a reason if instances cannot start or die unexpectedly. */
  failed: Promise<string>;
  stop(): Promise<void>;
}

interface HandledDelivery {
  instance: string;
  sessionId: string;
  step: string;
  /** Milliseconds since 1970. */
  from: number;
  to: number;
}

interface FaultInjection {
  /** Seed of failing model calls. */
  seed: number;
  /** Orders for crashes of workers. */
  orders: CrashOrders;
  /** Progress of the campaign, 0 to 1. */
  share(): number;
}

/** Time for which a request waits for a busy instance before another one is started. */
const GROW_AFTER_MS = 500;
/** Maximum number of instances of a function that are to die. */
const MAX_DOOMED = 2;

interface Waiting extends Job {
  since: number;
  order: CrashOrder | undefined;
}

/** Instances of a function, and requests that wait for one. */
interface Pool {
  name: string;
  waiting: Waiting[];
  instances: Set<Instance>;
  starting: number;
  most: number;
}

interface Service {
  url: string;
  lasting: Pool;
  doomed: Pool;
  close(): void;
}

export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const deaths: Death[] = [];
  const handed: HandledDelivery[] = [];
  const failure = Promise.withResolvers<string>();
  const services = new Map<string, Service>();
  let faults: FaultInjection | undefined;
  let started = 0;
  let isStopping = false;

  async function grow(pool: Pool): Promise<void> {
    pool.starting += 1;
    started += 1;
    const name = `${pool.name}-${started}`;
    const { env, journal, log, programs } = options;
    try {
      const instance: Instance = await startInstance(
        { name, function: pool.name, env, journal, log, programs, module: options.moduleOf(pool.name) },
        (death) => {
          deaths.push(death);
          pool.instances.delete(instance);
          if (death.order === undefined) {
            failure.resolve(`${name} died by itself (${death.signal ?? `exit ${death.code}`})`);
          }
          pump(pool);
        },
      );
      pool.instances.add(instance);
    } catch (error) {
      failure.resolve(`${name} did not start: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      pool.starting -= 1;
    }
    pump(pool);
  }

  /** The first request whose client is still connected. */
  function nextJob({ waiting }: Pool): Waiting | undefined {
    for (;;) {
      const job = waiting.shift();
      if (job === undefined || !job.isGone()) return job;
      if (job.order !== undefined) faults?.orders.giveBack(job.order);
    }
  }

  /** Assigns waiting requests, and starts an instance if some still wait. */
  function pump(pool: Pool): void {
    if (isStopping) return;
    for (const instance of pool.instances) {
      if (!instance.isIdle()) continue;
      const job = nextJob(pool);
      if (job === undefined) return;
      void hand(pool, instance, job);
    }
    const isFull = pool.instances.size + pool.starting >= pool.most;
    const next = pool.waiting[pool.starting];
    if (next === undefined || isFull) return;
    // A busy instance is usually free before a new one could start.
    const patienceMs = pool.instances.size + pool.starting === 0 ? 0 : GROW_AFTER_MS;
    const leftMs = next.since + patienceMs - performance.now();
    if (leftMs <= 0) void grow(pool);
    else setTimeout(() => pump(pool), leftMs).unref();
  }

  async function hand(pool: Pool, instance: Instance, job: Waiting): Promise<void> {
    const { order } = job;
    const from = Date.now();
    const { isDead } = await instance.serve(job, { failureSeed: faults?.seed, order });
    const about = aboutOf(job.body);
    if (about) handed.push({ instance: instance.name, ...about, from, to: Date.now() });
    if (order !== undefined && !isDead) faults?.orders.giveBack(order);
    pump(pool);
  }

  async function open(name: string): Promise<Service> {
    const poolOf = (most: number): Pool => ({ name, waiting: [], instances: new Set(), starting: 0, most });
    const lasting = poolOf(options.maxInstances(name));
    const doomed = poolOf(MAX_DOOMED);
    const server = createServer((request, response) => {
      void readJob(request, response).then((job) => {
        if (job === undefined) return;
        const order = faults?.orders.take(name, faults.share());
        const pool = order === undefined ? lasting : doomed;
        pool.waiting.push({ ...job, order, since: performance.now() });
        pump(pool);
      });
    });
    server.keepAliveTimeout = 0;
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const close = () => {
      server.close();
      server.closeAllConnections();
    };
    return { url: `http://127.0.0.1:${port}/`, lasting, doomed, close };
  }

  async function stopInstances(): Promise<void> {
    const pools = [...services.values()].flatMap(({ lasting, doomed }) => [lasting, doomed]);
    const running = pools.flatMap(({ instances }) => [...instances]);
    for (const { instances } of pools) instances.clear();
    await Promise.all(running.map((instance) => instance.stop()));
  }

  for (const name of options.functions) services.set(name, await open(name));
  await Promise.all([...services.values()].map(({ lasting }) => grow(lasting)));

  return {
    ...{ deaths, handed },
    failed: failure.promise,
    url(name) {
      const service = services.get(name);
      if (service === undefined) throw new RangeError(`the fleet has no function ${name}`);
      return service.url;
    },
    setFaults(given) {
      faults = given;
    },
    async stop() {
      isStopping = true;
      for (const service of services.values()) service.close();
      await stopInstances();
    },
  };
}

const PushSchema = z.object({ message: z.object({ data: z.string() }) });

/** The step of a pushed message; undefined for other requests. */
function aboutOf(body: Buffer): { sessionId: string; step: string } | undefined {
  try {
    const { message } = PushSchema.parse(JSON.parse(body.toString("utf8")));
    return StepMessageSchema.parse(JSON.parse(Buffer.from(message.data, "base64").toString("utf8")));
  } catch {
    // The request is not about a step: a sweep, a start or a webhook message.
    return undefined;
  }
}

/** Undefined if the connection broke before the request was complete. */
async function readJob(request: IncomingMessage, response: ServerResponse): Promise<Job | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return undefined;
  }
  return {
    body: Buffer.concat(chunks),
    headers: request.headers,
    isGone: () => response.destroyed,
    answer(status, body) {
      if (!response.destroyed) response.writeHead(status).end(body);
    },
  };
}
