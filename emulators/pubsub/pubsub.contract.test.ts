// Contract suite of Pub/Sub without push, with the real client. With PUBSUB_EMULATOR_HOST set it runs against that emulator.
import { type Message, v1 } from "@google-cloud/pubsub";
import { expect, test } from "vitest";
import { contractBench, receive, retryPolicy, type SubscriptionSettings } from "./contract-bench.ts";

const { client, fresh, createTopic, subscribe, lowOptions, onEnd } = contractBench();

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
  expect(await statusOf(client().createTopic(topic.name))).toBe(ALREADY_EXISTS);
  expect(await statusOf(topic.createSubscription(subscription.name))).toBe(ALREADY_EXISTS);
  const [topics] = await client().getTopics();
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
    statusOf(client().topic(fresh("missing")).getMetadata()),
    statusOf(client().subscription(fresh("missing")).getMetadata()),
    statusOf(
      client()
        .topic(fresh("missing"))
        .publishMessage({ data: Buffer.from("x") }),
    ),
    statusOf(client().topic(fresh("missing")).createSubscription(fresh("subscription"))),
  ]);
  expect(missing).toEqual([NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND]);
});

test("lists come in pages", async () => {
  const topic = await createTopic();
  for (let i = 0; i < 5; i++) await subscribe(topic);
  const publisher = new v1.PublisherClient(await lowOptions());
  onEnd(() => publisher.close());
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
  const reserved = { data: Buffer.from("x"), attributes: { googclient: "x" } };
  expect(await statusOf(topic.publishMessage(reserved))).toBe(INVALID_ARGUMENT);
  expect(await statusOf(client().createTopic("1st"))).toBe(INVALID_ARGUMENT);
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

test("a message that a streaming pull nacks is redelivered, and its attempts are counted", async () => {
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

test("the messages that a closed stream held are redelivered", async () => {
  const topic = await createTopic();
  const { name } = await subscribe(topic);
  await topic.publishMessage({ data: Buffer.from("held") });
  const first = new v1.SubscriberClient(await lowOptions());
  const stream = first.streamingPull();
  stream.on("error", () => {});
  stream.write({ subscription: name, streamAckDeadlineSeconds: 60 });
  await new Promise((resolve) => stream.once("data", resolve));
  stream.cancel();
  const second = client().subscription(name);
  expect(await receive(second, 1, (message) => message.ack())).toEqual(["held"]);
  await second.close();
  await first.close();
});

test("a streaming pull gets the messages of an ordering key in order", async () => {
  const topic = client().topic((await createTopic()).name, {
    messageOrdering: true,
    batching: { maxMessages: 1 },
  });
  const subscription = await subscribe(topic, { enableMessageOrdering: true });
  const texts = Array.from({ length: 6 }, (_, i) => `m${i}`);
  await Promise.all(texts.map((text) => topic.publishMessage({ data: Buffer.from(text), orderingKey: "k" })));
  expect(await receive(subscription, 6, (message) => message.ack())).toEqual(texts);
  await subscription.close();
});

test("a streaming pull gets the messages of an ordering key without waiting for acknowledgements", async () => {
  const topic = await createTopic();
  const subscription = await subscribe(topic, { enableMessageOrdering: true });
  topic.setPublishOptions({ messageOrdering: true });
  const texts = Array.from({ length: 30 }, (_, n) => String(n));
  await Promise.all(texts.map((text) => topic.publishMessage({ data: Buffer.from(text), orderingKey: "k" })));
  const held: Message[] = [];
  await receive(subscription, texts.length, (message) => held.push(message));
  expect(held.map(({ data }) => data.toString())).toEqual(texts);
  await subscription.close();
});

test("an open subscriber takes no more than its flow control allows", async () => {
  const topic = await createTopic();
  const { name } = await subscribe(topic);
  const subscription = client().subscription(name, {
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

test("a unary pull returns the available messages, and none if it must not wait", async () => {
  const topic = await createTopic();
  const { name: subscription } = await subscribe(topic);
  const low = new v1.SubscriberClient(await lowOptions());
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

test("of a topic only the labels can be changed", async () => {
  const topic = await createTopic();
  await topic.setMetadata({ labels: { stage: "artwork" } });
  const [metadata] = await topic.getMetadata();
  expect(metadata).toMatchObject({ name: topic.name, labels: { stage: "artwork" } });
});

test("settings without effect in the emulator are stored and returned", async () => {
  const topic = await createTopic();
  const lasting = await subscribe(topic, {
    expirationPolicy: {},
    messageRetentionDuration: 3600,
    retainAckedMessages: true,
  });
  const ending = await subscribe(topic, { expirationPolicy: { ttl: { seconds: 86_400 } } });
  expect((await lasting.getMetadata())[0]).toMatchObject({
    expirationPolicy: { ttl: null },
    messageRetentionDuration: { seconds: "3600" },
    retainAckedMessages: true,
  });
  expect((await ending.getMetadata())[0]).toMatchObject({ expirationPolicy: { ttl: { seconds: "86400" } } });
  const [all] = await client().getSubscriptions();
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining([lasting.name, ending.name]));
});

test("a unary pull waits for the first message", async () => {
  const topic = await createTopic();
  const { name: subscription } = await subscribe(topic);
  const low = new v1.SubscriberClient(await lowOptions());
  const pulling = low.pull({ subscription, maxMessages: 1 });
  await topic.publishMessage({ data: Buffer.from("at last") });
  const [{ receivedMessages }] = await pulling;
  expect(receivedMessages?.map(({ message }) => String(message?.data))).toEqual(["at last"]);
  await low.close();
});

test("an acknowledged message is not redelivered, and a deleted subscription's messages are deleted", async () => {
  const topic = await createTopic();
  const { name: subscription } = await subscribe(topic);
  const low = new v1.SubscriberClient(await lowOptions());
  await topic.publishMessage({ data: Buffer.from("x") });
  const other = client().subscription(fresh("subscription"));
  await topic.createSubscription(other.name);
  await other.delete();
  expect(
    await statusOf(low.pull({ subscription: `projects/p/subscriptions/${other.name}`, maxMessages: 1 })),
  ).toBe(NOT_FOUND);
  const [{ receivedMessages }] = await low.pull({ subscription, maxMessages: 1 });
  const ackIds = receivedMessages?.map(({ ackId }) => ackId ?? "") ?? [];
  await low.acknowledge({ subscription, ackIds });
  // A repeated acknowledgement, as from a client that lost the response, is no error.
  await low.acknowledge({ subscription, ackIds });
  expect(await statusOf(low.pull({ subscription, maxMessages: 0 }))).toBe(INVALID_ARGUMENT);
  await low.close();
});
