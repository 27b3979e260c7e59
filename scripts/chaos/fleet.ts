// The functions of a campaign as a cloud runs them: each behind an address that stays, with instances that come when
// requests wait, take one request at a time, and die.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import * as z from "zod";
import { StepMessageSchema } from "../../lib/pipeline/message.ts";
import type { CrashOrder, CrashOrders } from "./crash-orders.ts";
import { type Death, type Instance, type InstanceOptions, type Job, startInstance } from "./instance.ts";

export interface FleetOptions extends Pick<InstanceOptions, "env" | "journal" | "log" | "programs"> {
  functions: readonly string[];
  /** The file of a function's module. */
  moduleOf(name: string): string;
  /** The most instances of a function. */
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

interface Pool {
  name: string;
  url: string;
  waiting: (Job & { since: number })[];
  instances: Set<Instance>;
  starting: number;
  close(): void;
}

export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const deaths: Death[] = [];
  const handed: Handed[] = [];
  const failure = Promise.withResolvers<string>();
  const pools = new Map<string, Pool>();
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

  /** Hands out what waits, and starts an instance when something still waits. */
  function pump(pool: Pool): void {
    if (isStopping) return;
    for (const instance of pool.instances) {
      if (!instance.isIdle()) continue;
      const job = nextJob(pool);
      if (job === undefined) return;
      void hand(pool, instance, job);
    }
    const isFull = pool.instances.size + pool.starting >= options.maxInstances(pool.name);
    const next = pool.waiting[pool.starting];
    if (next === undefined || isFull) return;
    // Most instances are free again before another one could have started.
    const patienceMs = pool.instances.size + pool.starting === 0 ? 0 : GROW_AFTER_MS;
    const leftMs = next.since + patienceMs - performance.now();
    if (leftMs <= 0) void grow(pool);
    else setTimeout(() => pump(pool), leftMs).unref();
  }

  async function hand(pool: Pool, instance: Instance, job: Job): Promise<void> {
    const order: CrashOrder | undefined = storm?.orders.take(pool.name, storm.share());
    const from = Date.now();
    const { isDead } = await instance.serve(job, { stormSeed: storm?.seed, order });
    const about = aboutOf(job.body);
    if (about) handed.push({ instance: instance.name, ...about, from, to: Date.now() });
    if (order !== undefined && !isDead) storm?.orders.giveBack(order);
    pump(pool);
  }

  async function open(name: string): Promise<Pool> {
    const server = createServer((request, response) => {
      void readJob(request, response).then((job) => {
        if (job === undefined) return;
        pool.waiting.push({ ...job, since: performance.now() });
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
    const url = `http://127.0.0.1:${port}/`;
    const pool: Pool = { name, url, waiting: [], instances: new Set(), starting: 0, close };
    return pool;
  }

  async function stopInstances(): Promise<void> {
    const running = [...pools.values()].flatMap(({ instances }) => [...instances]);
    for (const { instances } of pools.values()) instances.clear();
    await Promise.all(running.map((instance) => instance.stop()));
  }

  for (const name of options.functions) pools.set(name, await open(name));
  await Promise.all([...pools.values()].map(grow));

  return {
    ...{ deaths, handed },
    failed: failure.promise,
    url(name) {
      const pool = pools.get(name);
      if (pool === undefined) throw new RangeError(`the fleet has no function ${name}`);
      return pool.url;
    },
    setStorm(given) {
      storm = given;
    },
    async stop() {
      isStopping = true;
      for (const pool of pools.values()) pool.close();
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

/** The first that somebody still waits for. */
function nextJob({ waiting }: Pool): Job | undefined {
  for (;;) {
    const job = waiting.shift();
    if (job === undefined || !job.isGone()) return job;
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
