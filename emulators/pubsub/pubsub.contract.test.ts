// What the real client may rely on. With PUBSUB_EMULATOR_HOST set it runs, unchanged, against that emulator.
import { DatabaseSync } from "node:sqlite";
import { type Message, PubSub, type Subscription, type Topic, v1 } from "@google-cloud/pubsub";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { RunningService } from "../service.ts";
import { type PushEndpoint, pushEndpoint } from "./push-endpoint.ts";
import { startPubSub } from "./server.ts";

const projectId = "demo-contract";
const run = Date.now().toString(36);
let service: RunningService | undefined;
let client: PubSub;
let names = 0;
const cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  if (process.env.PUBSUB_EMULATOR_HOST === undefined) {
    service = await startPubSub({ db: new DatabaseSync(":memory:") });
  }
  client = new PubSub({
    projectId,
    apiEndpoint: process.env.PUBSUB_EMULATOR_HOST ?? service?.host,
    emulatorMode: true,
  });
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

afterAll(async () => {
  await client.close();
  await service?.close();
});

const fresh = (kind: string) => `${kind}-${run}-${++names}`;

async function createTopic(): Promise<Topic> {
  const [topic] = await client.createTopic(fresh("topic"));
  cleanups.push(() => topic.delete());
  return client.topic(topic.name, { batching: { maxMessages: 1 } });
}

type SubscriptionSettings = Parameters<Topic["createSubscription"]>[1];

async function subscribe(topic: Topic, settings: SubscriptionSettings = {}): Promise<Subscription> {
  const [subscription] = await topic.createSubscription(fresh("subscription"), settings);
  cleanups.push(() => subscription.delete());
  return subscription;
}

async function endpoint(...args: Parameters<typeof pushEndpoint>): Promise<PushEndpoint> {
  const opened = await pushEndpoint(...args);
  cleanups.push(() => opened.close());
  return opened;
}

const toEndpoint = ({ url }: PushEndpoint) => ({ pushConfig: { pushEndpoint: url } });

const milliseconds = (ms: number) => ({ seconds: Math.floor(ms / 1000), nanos: (ms % 1000) * 1e6 });

const retryPolicy = (minimumMs: number, maximumMs: number) => ({
  minimumBackoff: milliseconds(minimumMs),
  maximumBackoff: milliseconds(maximumMs),
});

/** The next `count` messages of a streaming pull, each handled by `handle`. */
function receive(
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

const statusOf = (call: Promise<unknown>) =>
  call.then(
    () => "OK",
    (error: { code: number }) => error.code,
  );
const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

test("topics and subscriptions are created once, found, listed, changed and deleted", async () => {
  const topic = await createTopic();
  const subscription = await subscribe(topic, { ackDeadlineSeconds: 30, labels: { a: "b" } });
  expect(await statusOf(client.createTopic(topic.name))).toBe(ALREADY_EXISTS);
  expect(await statusOf(topic.createSubscription(subscription.name))).toBe(ALREADY_EXISTS);
  const [topics] = await client.getTopics();
  expect(topics.map(({ name }) => name)).toContain(topic.name);
  const [subscriptions] = await topic.getSubscriptions();
  expect(subscriptions.map(({ name }) => name)).toEqual([subscription.name]);
  await subscription.setMetadata({ ackDeadlineSeconds: 60, retryPolicy: retryPolicy(500, 1500) });
  const [metadata] = await subscription.getMetadata();
  expect(metadata).toMatchObject({
    topic: topic.name,
    ackDeadlineSeconds: 60,
    labels: { a: "b" },
    retryPolicy: {
      minimumBackoff: { seconds: "0", nanos: 5e8 },
      maximumBackoff: { seconds: "1", nanos: 5e8 },
    },
  });
  const [, ...missing] = await Promise.all([
    subscription.exists(),
    statusOf(client.topic(fresh("missing")).getMetadata()),
    statusOf(client.subscription(fresh("missing")).getMetadata()),
    statusOf(client.topic(fresh("missing")).publishMessage({ data: Buffer.from("x") })),
    statusOf(client.topic(fresh("missing")).createSubscription(fresh("subscription"))),
  ]);
  expect(missing).toEqual([NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND]);
});

test("lists come in pages", async () => {
  const topic = await createTopic();
  for (let i = 0; i < 5; i++) await subscribe(topic);
  const publisher = new v1.PublisherClient(await clientOptions());
  cleanups.push(() => publisher.close());
  const listPage = async (pageToken: string) => {
    const request = { topic: topic.name, pageSize: 2, pageToken };
    const [names, , response] = await publisher.listTopicSubscriptions(request, { autoPaginate: false });
    return { names, next: response?.nextPageToken ?? "" };
  };
  const pages: string[][] = [];
  let next = "";
  do {
    const page = await listPage(next);
    pages.push(page.names);
    next = page.next;
  } while (next !== "");
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(new Set(pages.flat()).size).toBe(5);
});

test("settings outside the service's limits are refused", async () => {
  const topic = await createTopic();
  const dead = await createTopic();
  const refused = (settings: SubscriptionSettings) =>
    statusOf(topic.createSubscription(fresh("subscription"), settings));
  expect(await refused({ ackDeadlineSeconds: 601 })).toBe(INVALID_ARGUMENT);
  const deadLetterTopic = dead.name;
  expect(await refused({ deadLetterPolicy: { deadLetterTopic, maxDeliveryAttempts: 4 } })).toBe(
    INVALID_ARGUMENT,
  );
  expect(await refused({ deadLetterPolicy: { deadLetterTopic, maxDeliveryAttempts: 101 } })).toBe(
    INVALID_ARGUMENT,
  );
  expect(await refused({ retryPolicy: retryPolicy(5000, 1000) })).toBe(INVALID_ARGUMENT);
  expect(await statusOf(topic.publishMessage({ data: Buffer.alloc(0) }))).toBe(INVALID_ARGUMENT);
  expect(await statusOf(client.createTopic("1st"))).toBe(INVALID_ARGUMENT);
});

test("each subscription gets each message, with data, attributes, id and time", async () => {
  const topic = await createTopic();
  const [one, two] = [await subscribe(topic), await subscribe(topic)];
  const before = Date.now();
  const messageId = await topic.publishMessage({ data: Buffer.from("めくり"), attributes: { page: "1" } });
  for (const subscription of [one, two]) {
    let received: Message | undefined;
    await receive(subscription, 1, (message) => {
      received = message;
      message.ack();
    });
    expect(received).toMatchObject({ id: messageId, attributes: { page: "1" } });
    expect(received?.data.toString()).toBe("めくり");
    expect(received?.publishTime.getTime()).toBeGreaterThanOrEqual(before - 1000);
    await subscription.close();
  }
});

test("a push carries the documented envelope, and is not repeated after each positive status", async () => {
  const statuses = [200, 201, 202, 204, 102];
  const push = await endpoint((_, n) => statuses[n - 1]);
  const topic = await createTopic();
  const subscription = await subscribe(topic, { ...toEndpoint(push), retryPolicy: retryPolicy(0, 0) });
  const ids: string[] = [];
  for (const n of statuses.keys()) {
    ids.push(await topic.publishMessage({ data: Buffer.from(`m${n}`), attributes: { n: String(n) } }));
    await push.arrival(n + 1);
  }
  const { envelope, headers } = await push.arrival(1);
  expect(headers["content-type"]).toBe("application/json");
  expect(envelope).toEqual({
    message: {
      attributes: { n: "0" },
      data: Buffer.from("m0").toString("base64"),
      messageId: ids[0],
      message_id: ids[0],
      publishTime: envelope.message.publish_time,
      publish_time: envelope.message.publishTime,
    },
    subscription: subscription.name,
  });
  // Were one of them repeated, it would have arrived before a message that is published now.
  await topic.publishMessage({ data: Buffer.from("last") });
  expect((await push.arrival(6)).text).toBe("last");
});

test("a negative answer, a redirect and a cut connection are retried", async () => {
  const answers = [500, 429, 302, "cut", 204] as const;
  const push = await endpoint(({ response }, n) => {
    const answer = answers[n - 1] ?? 204;
    if (answer !== "cut") return answer;
    response.destroy();
    return undefined;
  });
  const topic = await createTopic();
  await subscribe(topic, { ...toEndpoint(push), retryPolicy: retryPolicy(10, 50) });
  const messageId = await topic.publishMessage({ data: Buffer.from("again") });
  await push.arrival(5);
  expect(new Set(push.arrivals.map(({ envelope }) => envelope.message.messageId))).toEqual(
    new Set([messageId]),
  );
});

test("an endpoint that comes back is served again promptly", async () => {
  const gone = await pushEndpoint();
  const port = Number(new URL(gone.url).port);
  await gone.close();
  const topic = await createTopic();
  await subscribe(topic, { ...toEndpoint(gone), retryPolicy: retryPolicy(50, 200) });
  await topic.publishMessage({ data: Buffer.from("patience") });
  const returned = await endpoint(() => 204, port);
  const since = performance.now();
  expect((await returned.arrival(1)).text).toBe("patience");
  expect(performance.now() - since).toBeLessThan(2000);
});

test("a poisonous message reaches the dead-letter topic after its last attempt, each attempt numbered", async () => {
  const push = await endpoint(() => 500);
  const [topic, dead] = [await createTopic(), await createTopic()];
  const deadLetters = await subscribe(dead);
  const subscription = await subscribe(topic, {
    ...toEndpoint(push),
    retryPolicy: retryPolicy(10, 10),
    deadLetterPolicy: { deadLetterTopic: dead.name, maxDeliveryAttempts: 5 },
  });
  await topic.publishMessage({ data: Buffer.from("poison"), attributes: { kept: "yes" } });
  let attributes: Record<string, string> = {};
  const texts = await receive(deadLetters, 1, (message) => {
    attributes = message.attributes;
    message.ack();
  });
  await deadLetters.close();
  expect(texts).toEqual(["poison"]);
  expect(push.arrivals.map(({ envelope }) => envelope.deliveryAttempt)).toEqual([1, 2, 3, 4, 5]);
  expect(attributes).toMatchObject({
    kept: "yes",
    CloudPubSubDeadLetterSourceDeliveryCount: "5",
    CloudPubSubDeadLetterSourceSubscription: subscription.name.split("/").at(-1),
    CloudPubSubDeadLetterSourceSubscriptionProject: projectId,
  });
});

test("slow handlers do not hold up other messages", async () => {
  const push = await endpoint(({ text }) => (text === "slow" ? undefined : 204));
  const topic = await createTopic();
  await subscribe(topic, { ...toEndpoint(push), ackDeadlineSeconds: 600 });
  for (let i = 0; i < 30; i++) await topic.publishMessage({ data: Buffer.from("slow") });
  await push.arrival(30);
  await topic.publishMessage({ data: Buffer.from("quick") });
  expect((await push.arrival(31)).text).toBe("quick");
});

test("a message that a streaming pull nacks comes again, with its attempts counted", async () => {
  const [topic, dead] = [await createTopic(), await createTopic()];
  const subscription = await subscribe(topic, {
    deadLetterPolicy: { deadLetterTopic: dead.name, maxDeliveryAttempts: 10 },
  });
  await topic.publishMessage({ data: Buffer.from("twice") });
  const attempts: number[] = [];
  await receive(subscription, 2, (message) => {
    attempts.push(message.deliveryAttempt);
    if (attempts.length === 1) message.nack();
    else message.ack();
  });
  await subscription.close();
  expect(attempts).toEqual([1, 2]);
});

test("what a closed stream held comes again", async () => {
  const topic = await createTopic();
  const { name } = await subscribe(topic);
  await topic.publishMessage({ data: Buffer.from("held") });
  const first = new v1.SubscriberClient(await clientOptions());
  const stream = first.streamingPull();
  stream.on("error", () => {});
  stream.write({ subscription: name, streamAckDeadlineSeconds: 60 });
  await new Promise((resolve) => stream.once("data", resolve));
  stream.cancel();
  const second = client.subscription(name);
  expect(await receive(second, 1, (message) => message.ack())).toEqual(["held"]);
  await second.close();
  await first.close();
});

test("messages of an ordering key are pushed in order, one at a time, a failed one before those behind it", async () => {
  const push = await endpoint((_, n) => (n === 2 ? 500 : 204));
  const topic = client.topic((await createTopic()).name, {
    messageOrdering: true,
    batching: { maxMessages: 1 },
  });
  await subscribe(topic, {
    ...toEndpoint(push),
    enableMessageOrdering: true,
    retryPolicy: retryPolicy(20, 20),
  });
  await Promise.all(
    ["a", "b", "c", "d"].map((text) => topic.publishMessage({ data: Buffer.from(text), orderingKey: "k" })),
  );
  await push.arrival(5);
  expect(push.arrivals.map(({ text }) => text)).toEqual(["a", "b", "b", "c", "d"]);
  expect(push.arrivals[0]?.envelope.message.orderingKey).toBe("k");
});

test("a streaming pull gets the messages of an ordering key in order", async () => {
  const topic = client.topic((await createTopic()).name, {
    messageOrdering: true,
    batching: { maxMessages: 1 },
  });
  const subscription = await subscribe(topic, { enableMessageOrdering: true });
  const texts = Array.from({ length: 6 }, (_, i) => `m${i}`);
  await Promise.all(texts.map((text) => topic.publishMessage({ data: Buffer.from(text), orderingKey: "k" })));
  expect(await receive(subscription, 6, (message) => message.ack())).toEqual(texts);
  await subscription.close();
});

test("an open subscriber takes no more than its flow control allows", async () => {
  const topic = await createTopic();
  const { name } = await subscribe(topic);
  const subscription = client.subscription(name, {
    flowControl: { maxMessages: 3, allowExcessMessages: false },
    streamingOptions: { maxStreams: 1 },
  });
  for (let i = 0; i < 10; i++) await topic.publishMessage({ data: Buffer.from(`m${i}`) });
  const held: Message[] = [];
  let mostHeld = 0;
  const texts = await receive(subscription, 10, (message) => {
    held.push(message);
    mostHeld = Math.max(mostHeld, held.length);
    if (held.length === 3) for (const each of held.splice(0)) each.ack();
    else if (mostHeld === 3) for (const each of held.splice(0)) each.ack();
  });
  await subscription.close();
  expect(new Set(texts).size).toBe(10);
  expect(mostHeld).toBeLessThanOrEqual(3);
});

test("a unary pull answers what is there, and nothing when it must not wait", async () => {
  const topic = await createTopic();
  const { name: subscription } = await subscribe(topic);
  const low = new v1.SubscriberClient(await clientOptions());
  await topic.publishMessage({ data: Buffer.from("pulled") });
  const [first] = await low.pull({ subscription, maxMessages: 10 });
  const ackIds = first.receivedMessages?.map(({ ackId }) => ackId ?? "") ?? [];
  expect(first.receivedMessages?.map(({ message }) => String(message?.data))).toEqual(["pulled"]);
  const [second] = await low.pull({ subscription, maxMessages: 10, returnImmediately: true });
  expect(second.receivedMessages).toEqual([]);
  await low.modifyAckDeadline({ subscription, ackIds, ackDeadlineSeconds: 0 });
  const [third] = await low.pull({ subscription, maxMessages: 10 });
  expect(third.receivedMessages).toHaveLength(1);
  await low.acknowledge({
    subscription,
    ackIds: third.receivedMessages?.map(({ ackId }) => ackId ?? "") ?? [],
  });
  const [fourth] = await low.pull({ subscription, maxMessages: 10, returnImmediately: true });
  expect(fourth.receivedMessages).toEqual([]);
  await low.close();
});

test("a subscription turns from pull to push, taking along what it owes", async () => {
  const push = await endpoint();
  const topic = await createTopic();
  const subscription = await subscribe(topic);
  await topic.publishMessage({ data: Buffer.from("waiting") });
  await subscription.modifyPushConfig({ pushEndpoint: push.url });
  expect((await push.arrival(1)).text).toBe("waiting");
});

async function clientOptions() {
  const { servicePath, port, sslCreds } = await client.getClientConfig();
  return { servicePath, port, sslCreds, projectId };
}
