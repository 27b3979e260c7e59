// The fixture of the contract suites: the real client, connected to PUBSUB_EMULATOR_HOST or to an emulator of this package, and
// topics, subscriptions and endpoints that are deleted after each test.
import { DatabaseSync } from "node:sqlite";
import { type Message, PubSub, type Subscription, type Topic } from "@google-cloud/pubsub";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { RunningService } from "../service.ts";
import { type PushEndpoint, pushEndpoint } from "./push-endpoint.ts";
import { startPubSub } from "./server.ts";

export type SubscriptionSettings = Parameters<Topic["createSubscription"]>[1];

export const CONTRACT_PROJECT = "demo-contract";

/** Registers its hooks in the calling test file. */
export function contractBench() {
  const run = Date.now().toString(36) + process.pid.toString(36);
  const cleanups: (() => unknown)[] = [];
  let names = 0;
  let service: RunningService | undefined;
  let opened: PubSub | undefined;

  beforeAll(async () => {
    const given = process.env.PUBSUB_EMULATOR_HOST;
    if (given === undefined) service = await startPubSub({ db: new DatabaseSync(":memory:") });
    const apiEndpoint = given ?? service?.host;
    opened = new PubSub({ projectId: CONTRACT_PROJECT, apiEndpoint, emulatorMode: true });
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });
  afterAll(async () => {
    await opened?.close();
    await service?.close();
  });

  function client(): PubSub {
    if (opened === undefined) throw new Error("The client exists only while tests run.");
    return opened;
  }

  /** A unique name, so that suites can share an emulator. */
  const fresh = (kind: string) => `${kind}-${run}-${++names}`;

  return {
    client,
    fresh,
    onEnd: (cleanup: () => unknown) => void cleanups.push(cleanup),
    /** The topic without batching. */
    async createTopic(): Promise<Topic> {
      const [topic] = await client().createTopic(fresh("topic"));
      cleanups.push(() => topic.delete());
      return client().topic(topic.name, { batching: { maxMessages: 1 } });
    },
    async subscribe(topic: Topic, settings: SubscriptionSettings = {}): Promise<Subscription> {
      const [subscription] = await topic.createSubscription(fresh("subscription"), settings);
      cleanups.push(() => subscription.delete());
      return subscription;
    },
    async endpoint(...args: Parameters<typeof pushEndpoint>): Promise<PushEndpoint> {
      const endpoint = await pushEndpoint(...args);
      cleanups.push(() => endpoint.close());
      return endpoint;
    },
    /** The client's low-level API, which takes protocol messages. */
    async lowOptions() {
      const { servicePath, port, sslCreds } = await client().getClientConfig();
      return { servicePath, port, sslCreds, projectId: CONTRACT_PROJECT };
    },
  };
}

/** The next `count` messages of a streaming pull, each handled by `handle`. */
export function receive(
  subscription: Subscription,
  count: number,
  handle: (message: Message) => void,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const texts: string[] = [];
    subscription.on("error", reject);
    subscription.on("message", (message: Message) => {
      texts.push(message.data.toString());
      handle(message);
      if (texts.length === count) resolve(texts);
    });
  });
}

export const toEndpoint = ({ url }: PushEndpoint) => ({ pushConfig: { pushEndpoint: url } });

const duration = (ms: number) => ({ seconds: Math.floor(ms / 1000), nanos: (ms % 1000) * 1e6 });

export const retryPolicy = (minimumMs: number, maximumMs: number) => ({
  minimumBackoff: duration(minimumMs),
  maximumBackoff: duration(maximumMs),
});
