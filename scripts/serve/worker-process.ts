// Hosts functions, each on its own server, and registers their push subscriptions. Clients are loaded while
// the suite starts; its addresses come with the order.
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import { loopbackOnly } from "../../emulators/loopback-only.ts";
import { bucketName, readSetting, SettingError } from "../../lib/cloud/config.ts";
import { ensureBucket } from "../../lib/cloud/ensure-bucket.ts";
import { ensurePushSubscription, ensureTopics } from "../../lib/cloud/ensure-topics.ts";
import { logCrashes } from "../../lib/cloud/log.ts";
import { relayWakes, tellProcess } from "../../lib/cloud/process-watches.ts";
import { type Drain, drainable } from "../../lib/drain.ts";
import { FUNCTIONS } from "../../lib/topology.ts";
import { endWithParent, report, WokenSchema, WorkerOrderSchema } from "./channel.ts";
import { loadFunction } from "./load-function.ts";
import { callerOf } from "./local-caller.ts";
import { guardWebServer } from "./local-pages.ts";

/** How long a stop waits for deliveries in flight; the next process continues interrupted ones. */
const DRAIN_MS = 3_000;

endWithParent();
logCrashes();
const isBuilt = process.argv.includes("--built");
const hosted = FUNCTIONS.filter(({ name }) => process.argv.slice(2).includes(name));
const [order] = await once(process, "message");
const { env, ports } = WorkerOrderSchema.parse(order);
Object.assign(process.env, env);

const servers = new Map<string, Server>();
const drains: Drain[] = [];
try {
  const projectId = env.GOOGLE_CLOUD_PROJECT ?? "demo-mekuri";
  const pubsub = new PubSub({ projectId });
  const ground = Promise.all([
    ensureTopics(pubsub),
    ensureBucket(new Storage({ projectId }), bucketName(projectId)),
  ]);
  for (const { name, trigger } of hosted) {
    const server = await loadFunction(name, isBuilt);
    if (trigger.kind === "http") guardWebServer(server, readSetting("MEKURI_ALLOWED_ORIGINS"));
    else loopbackOnly(server);
    drains.push(drainable(server));
    server.listen(ports[name] ?? 0, "127.0.0.1");
    await once(server, "listening");
    servers.set(name, server);
  }
  await ground;
  await Promise.all(
    hosted.map(({ name, trigger }) =>
      trigger.kind === "push"
        ? ensurePushSubscription(pubsub, trigger.subscription, {
            endpoint: `http://127.0.0.1:${portOf(name)}/`,
            oidcToken: callerOf(env)?.oidcToken,
          })
        : undefined,
    ),
  );
  process.once("SIGTERM", () => void drainAll());
  report({ kind: "worker", ports: Object.fromEntries(hosted.map(({ name }) => [name, portOf(name)])) });
  relayWakes((sessionId) => report({ kind: "woken", sessionId }));
  process.on("message", (message) => {
    const { sessionId } = WokenSchema.parse(message);
    tellProcess({ sessionId, isRelayed: true });
  });
} catch (error) {
  report({
    kind: "failed",
    message: reasonOf(error),
  });
  process.exitCode = 1;
  process.disconnect();
}

/** The error's message, with its stack unless the user can fix the setting. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof SettingError ? error.message : (error.stack ?? error.message);
}

function portOf(name: string): number {
  const address = servers.get(name)?.address() as AddressInfo | null | undefined;
  if (address === null || address === undefined) throw new Error(`${name} does not listen`);
  return address.port;
}

/** Refuses new requests; those in flight may finish. */
async function drainAll(): Promise<void> {
  await Promise.all(drains.map((drain) => drain(DRAIN_MS)));
  process.exit(0);
}
