// Contract suite of push with the real client. With PUBSUB_EMULATOR_HOST set it runs against that emulator.
import { expect, test } from "vitest";
import { CONTRACT_PROJECT, contractBench, receive, retryPolicy, toEndpoint } from "./contract-bench.ts";
import { pushEndpoint } from "./push-endpoint.ts";

const { client, createTopic, subscribe, endpoint } = contractBench();

test("a push has the documented envelope and is not repeated after any positive status", async () => {
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
  // A repeated message would have arrived before a message that is published now.
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

test("an endpoint that recovers gets its messages promptly", async () => {
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

test("a message that always fails reaches the dead-letter topic after its last attempt, and attempts are numbered", async () => {
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
    CloudPubSubDeadLetterSourceSubscriptionProject: CONTRACT_PROJECT,
  });
});

test("slow handlers do not delay other messages", async () => {
  const push = await endpoint(({ text }) => (text === "slow" ? undefined : 204));
  const topic = await createTopic();
  await subscribe(topic, { ...toEndpoint(push), ackDeadlineSeconds: 600 });
  for (let i = 0; i < 30; i++) await topic.publishMessage({ data: Buffer.from("slow") });
  await push.arrival(30);
  await topic.publishMessage({ data: Buffer.from("quick") });
  expect((await push.arrival(31)).text).toBe("quick");
});

test("messages of an ordering key are pushed in order, one at a time, a failed one before those behind it", async () => {
  const push = await endpoint((_, n) => (n === 2 ? 500 : 204));
  const topic = client().topic((await createTopic()).name, {
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

test("a subscription that changes from pull to push delivers its unacknowledged messages", async () => {
  const push = await endpoint();
  const topic = await createTopic();
  const subscription = await subscribe(topic);
  await topic.publishMessage({ data: Buffer.from("waiting") });
  await subscription.modifyPushConfig({ pushEndpoint: push.url });
  expect((await push.arrival(1)).text).toBe("waiting");
});
