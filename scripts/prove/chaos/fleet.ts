// The functions of a campaign as a cloud runs them: each behind an address that stays, with instances that come when
// requests wait, take one request at a time, and die. Which request an instance dies over is drawn when the request comes, and
// such requests have instances of their own: if all died alike, each would be a beginner, and most of a campaign would be the
// loading and compiling of the same programs again and again.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import * as z from "zod";
import { StepMessageSchema } from "../../../lib/pipeline/message.ts";
import type { CrashOrder, CrashOrders } from "./crash-orders.ts";
import { type Death, type Instance, type InstanceOptions, type Job, startInstance } from "./instance.ts";

export interface FleetOptions extends Pick<InstanceOptions, "env" | "journal" | "log" | "programs"> {
  functions: readonly string[];
  /** The file of a function's module. */
  moduleOf(name: string): string;
  /** The most instances of a function, those that are to die aside. */
  maxInstances(name: string): number;
}

export interface Fleet {
  /** Where a function is asked. */
  url(name: string): string;
  deaths: readonly Death[];
  /** Which instance had which delivery at hand. */
  handed: readonly Handed[];
  /** What goes wrong with requests from now on; undefined: nothing. */
  setStorm(storm: Storm | undefined): void;
  /** Resolves with a reason when instances cannot start, or die by themselves. */
  failed: Promise<string>;
  stop(): Promise<void>;
}

interface Handed {
  instance: string;
  sessionId: string;
  step: string;
  /** Milliseconds since 1970. */
  from: number;
  to: number;
}

interface Storm {
  /** Model calls fail by it. */
  seed: number;
  /** Workers die by them. */
  orders: CrashOrders;
  /** How far the campaign is, from 0 to 1. */
  share(): number;
}

/** How long a request waits for an instance that is there before another one is started. */
const GROW_AFTER_MS = 500;
/** The most instances of a function that are to die. */
const MAX_DOOMED = 2;

interface Waiting extends Job {
  since: number;
  order: CrashOrder | undefined;
}

/** Instances of a function, and the requests that wait for one of them. */
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
  const handed: Handed[] = [];
  const failure = Promise.withResolvers<string>();
  const services = new Map<string, Service>();
  let storm: Storm | undefined;
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

  /** The first that somebody still waits for. */
  function nextJob({ waiting }: Pool): Waiting | undefined {
    for (;;) {
      const job = waiting.shift();
      if (job === undefined || !job.isGone()) return job;
      if (job.order !== undefined) storm?.orders.giveBack(job.order);
    }
  }

  /** Hands out what waits, and starts an instance when something still waits. */
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
    // Most instances are free again before another one could have started.
    const patienceMs = pool.instances.size + pool.starting === 0 ? 0 : GROW_AFTER_MS;
    const leftMs = next.since + patienceMs - performance.now();
    if (leftMs <= 0) void grow(pool);
    else setTimeout(() => pump(pool), leftMs).unref();
  }

  async function hand(pool: Pool, instance: Instance, job: Waiting): Promise<void> {
    const { order } = job;
    const from = Date.now();
    const { isDead } = await instance.serve(job, { stormSeed: storm?.seed, order });
    const about = aboutOf(job.body);
    if (about) handed.push({ instance: instance.name, ...about, from, to: Date.now() });
    if (order !== undefined && !isDead) storm?.orders.giveBack(order);
    pump(pool);
  }

  async function open(name: string): Promise<Service> {
    const poolOf = (most: number): Pool => ({ name, waiting: [], instances: new Set(), starting: 0, most });
    const lasting = poolOf(options.maxInstances(name));
    const doomed = poolOf(MAX_DOOMED);
    const server = createServer((request, response) => {
      void readJob(request, response).then((job) => {
        if (job === undefined) return;
        const order = storm?.orders.take(name, storm.share());
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
    setStorm(given) {
      storm = given;
    },
    async stop() {
      isStopping = true;
      for (const service of services.values()) service.close();
      await stopInstances();
    },
  };
}

const PushSchema = z.object({ message: z.object({ data: z.string() }) });

/** The step that a pushed message is about; undefined for other requests. */
function aboutOf(body: Buffer): { sessionId: string; step: string } | undefined {
  try {
    const { message } = PushSchema.parse(JSON.parse(body.toString("utf8")));
    return StepMessageSchema.parse(JSON.parse(Buffer.from(message.data, "base64").toString("utf8")));
  } catch {
    // The sweep, a start, a message that tells a webhook.
    return undefined;
  }
}

/** Undefined when the connection broke before all of it was there. */
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
