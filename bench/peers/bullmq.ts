// BullMQ on a Redis that syncs every write to disk before it answers (`appendfsync always`): a queue and a worker for each step. A step
// stores its result, then adds the next job. Argument: a folder for Redis.
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { COUNTS, measureChain, print, RESULT, STEPS, versionOf } from "./chain.ts";

const folder = process.argv[2] ?? "";
const socket = `${folder}/redis.sock`;
const server = spawn(
  "redis-server",
  [
    ...["--port", "0", "--unixsocket", socket, "--dir", folder, "--save", ""],
    ...["--appendonly", "yes", "--appendfsync", "always"],
  ],
  { stdio: "ignore" },
);
process.on("exit", () => server.kill("SIGKILL"));

const connect = () => new Redis({ path: socket, maxRetriesPerRequest: null });
const store = connect();
store.on("error", () => {});
for (;;) {
  const isUp = await store.ping().then(
    () => true,
    () => false,
  );
  if (isUp) break;
  await sleep(50);
}

const hopMs: number[] = [];
const handoverMs: number[] = [];
const ended = new Map<string, { handler: number; recorded: number }>();
const waiting = new Map<string, () => void>();
const queues = STEPS.map((step) => new Queue(step, { connection: connect() }));
const workers = STEPS.map(
  (step, index) =>
    new Worker(
      step,
      async ({ data }: { data: { id: string } }) => {
        const enteredAt = performance.now();
        const before = ended.get(data.id);
        if (before !== undefined) {
          hopMs.push(enteredAt - before.recorded);
          handoverMs.push(enteredAt - before.handler);
        }
        const handler = performance.now();
        await store.hset(data.id, step, JSON.stringify(RESULT));
        ended.set(data.id, { handler, recorded: performance.now() });
        const next = queues[index + 1];
        if (next !== undefined) await next.add("step", data);
        else {
          ended.delete(data.id);
          waiting.get(data.id)?.();
        }
      },
      { connection: connect(), concurrency: COUNTS.atOnce },
    ),
);
await Promise.all(workers.map((worker) => worker.waitUntilReady()));

const run = async (id: string) => {
  const done = Promise.withResolvers<void>();
  waiting.set(id, done.resolve);
  await queues[0]?.add("step", { id });
  await done.promise;
  waiting.delete(id);
};
const { stepsPerSecond } = await measureChain({ run }, () => {
  hopMs.length = 0;
  handoverMs.length = 0;
});
const alone = { hopMs: [...hopMs], handoverMs: [...handoverMs] };
print({ who: `BullMQ ${versionOf("bullmq")}`, ...alone, stepsPerSecond: await stepsPerSecond() });
process.exit(0);
