// Runs functions and an emulator suite in this process, for tests of logs, traces and deliveries.
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import type { DeliveryFaults } from "../../emulators/pubsub/delivery-faults.ts";
import { startSuite } from "../../emulators/suite.ts";
import { bucketName } from "../../lib/cloud/config.ts";
import { ensureBucket } from "../../lib/cloud/ensure-bucket.ts";
import { ensurePushSubscription, ensureTopics } from "../../lib/cloud/ensure-topics.ts";
import { registeredServer } from "../../lib/registered-functions.ts";
import { FUNCTIONS } from "../../lib/topology.ts";
import { localCaller } from "./local-caller.ts";

interface HostOptions {
  /** Names of the functions; their files are loaded after the environment is set. */
  names: readonly string[];
  /** Settings of the functions. */
  environment?: Readonly<Record<string, string>>;
  deliveryFaults?: DeliveryFaults;
}

export interface HostedFunctions {
  /** Posts to a function, as its timer does. */
  call(name: string): Promise<Response>;
  /** Address of a function. */
  url(name: string): string;
  close(): Promise<void>;
}

/** Sets `process.env`, so a process can host functions only once. */
export async function hostFunctions({
  names,
  environment = {},
  deliveryFaults,
}: HostOptions): Promise<HostedFunctions> {
  const suite = await startSuite({
    ...{ dataDir: "memory", ports: "auto", environment: {} },
    ...(deliveryFaults && { deliveryFaults }),
  });
  const caller = suite.pushKeysUrl === undefined ? undefined : localCaller(suite.pushKeysUrl);
  Object.assign(process.env, suite.env, {
    METADATA_SERVER_DETECTION: "none",
    MEKURI_DATA_KEY: Buffer.alloc(32, 7).toString("base64"),
    ...caller?.environment,
    ...environment,
  });
  const projectId = suite.env.GOOGLE_CLOUD_PROJECT;
  const pubsub = new PubSub({ projectId });
  await Promise.all([ensureTopics(pubsub), ensureBucket(new Storage({ projectId }), bucketName(projectId))]);
  const servers: Server[] = [];
  const urls = new Map<string, string>();
  for (const { name, trigger } of FUNCTIONS.filter(({ name }) => names.includes(name))) {
    await import(`../../functions/${name}.ts`);
    const server = registeredServer(name).listen(0, "127.0.0.1");
    await once(server, "listening");
    servers.push(server);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    urls.set(name, url);
    if (trigger.kind === "push") {
      const target = { endpoint: url, oidcToken: caller?.oidcToken };
      await ensurePushSubscription(pubsub, trigger.subscription, target);
    }
  }
  const urlOf = (name: string) => {
    const url = urls.get(name);
    if (url === undefined) throw new Error(`${name} is not hosted here`);
    return url;
  };
  return {
    async call(name) {
      const authorization = (await caller?.authorization()) ?? "";
      return fetch(urlOf(name), { method: "POST", headers: { authorization } });
    },
    url: urlOf,
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      await pubsub.close();
      await suite.close();
    },
  };
}
