// The broker from publish to acknowledgement, with a manual clock and a scripted push endpoint.
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openBroker, type PushReport } from "./broker.ts";
import type { DeliveryFaults } from "./delivery-faults.ts";
import type { Lease } from "./delivery-queue.ts";
import { manualClock, settled } from "./manual-clock.ts";
import { sqliteMessageStore } from "./message-store.ts";
import { SUBSCRIPTION_DEFAULTS, type Subscription } from "./resources.ts";
import type { Consumer } from "./subscription-feed.ts";

const TOPIC = "projects/p/topics/work";
const DEAD = "projects/p/topics/dead";
const PUSHED = "projects/p/subscriptions/pushed";
const PULLED = "projects/p/subscriptions/pulled";

function subscription(name: string, topic: string, more: Partial<Subscription> = {}): Subscription {
  const { ackDeadlineSeconds, retentionMs } = SUBSCRIPTION_DEFAULTS;
  const defaults = { ordered: false, labels: {}, retainAckedMessages: false, expiration: {} };
  return { name, topic, ackDeadlineSeconds, retentionMs, ...defaults, ...more };
}

const push = { endpoint: "http://127.0.0.1:1/", attributes: {} };

/** A broker on one database, with a push endpoint that answers by `answer`. Undefined: no answer yet. */
function setUp(options: { db?: DatabaseSync; faults?: DeliveryFaults } = {}) {
  const db = options.db ?? new DatabaseSync(":memory:");
  const clock = manualClock();
  const pushed: { at: number; lease: Lease }[] = [];
  const outcomes: string[] = [];
  const script: { answer: "positive" | "negative" | "none"; room: number } = {
    answer: "positive",
    room: 100,
  };
  const startedAt = clock.now();
  const connectPush = (_: Subscription, report: PushReport): Consumer => ({
    room: () => ({ messages: script.room, bytes: Number.POSITIVE_INFINITY }),
    deliver(leases) {
      for (const lease of leases) {
        pushed.push({ at: clock.now() - startedAt, lease });
        if (script.answer === "positive") report.acknowledge(lease.ackId);
        if (script.answer === "negative") report.reject(lease.ackId);
      }
    },
    ended: (_lease, outcome) => outcomes.push(outcome),
    refused() {},
  });
  const store = sqliteMessageStore(db);
  const broker = openBroker({ store, clock, connectPush, faults: options.faults });
  const publish = (text: string) => {
    const message = { data: Buffer.from(text), attributes: {}, orderingKey: "" };
    return broker.publish(TOPIC, [message]);
  };
  return { db, clock, broker, pushed, outcomes, script, publish };
}

test("an acknowledged push is sent once, and no timer remains", async () => {
  const { broker, clock, pushed, publish } = setUp();
  broker.createTopic({ name: TOPIC, labels: {} });
  broker.createSubscription(subscription(PUSHED, TOPIC, { push }));
  publish("a");
  await clock.advance(3_600_000);
  expect(pushed).toHaveLength(1);
  expect(clock.nextTimerAt()).toBeUndefined();
});

test("a negative answer is retried within the bounds of the retry policy", async () => {
  const { broker, clock, pushed, publish, script } = setUp();
  broker.createTopic({ name: TOPIC, labels: {} });
  const retry = { minimumMs: 1000, maximumMs: 3000 };
  broker.createSubscription(subscription(PUSHED, TOPIC, { push, retry }));
  script.answer = "negative";
  publish("a");
  await clock.advance(9_500);
  expect(pushed.map(({ at }) => at)).toEqual([0, 1000, 3000, 6000, 9000]);
  script.answer = "positive";
  await clock.advance(60_000);
  expect(pushed).toHaveLength(6);
});

test("without a retry policy a push is retried with a default backoff, a pull at once", async () => {
  const { broker, clock, pushed, publish, script } = setUp();
  broker.createTopic({ name: TOPIC, labels: {} });
  broker.createSubscription(subscription(PUSHED, TOPIC, { push }));
  broker.createSubscription(subscription(PULLED, TOPIC));
  script.answer = "negative";
  const pulled: Lease[] = [];
  broker.attach(PULLED, {
    room: () => ({ messages: 2 - pulled.length, bytes: 1e9 }),
    deliver(leases) {
      pulled.push(...leases);
      for (const { ackId } of leases) broker.modifyAckDeadline(PULLED, [ackId], 0);
    },
    ended() {},
    refused() {},
  });
  publish("a");
  await settled();
  expect(pulled).toHaveLength(2);
  await clock.advance(700);
  expect(pushed.map(({ at }) => at)).toEqual([0, 100, 300, 700]);
});

test("a push that is not answered within the acknowledgement deadline counts as a negative answer", async () => {
  const { broker, clock, pushed, outcomes, publish, script } = setUp();
  broker.createTopic({ name: TOPIC, labels: {} });
  const retry = { minimumMs: 500, maximumMs: 500 };
  broker.createSubscription(subscription(PUSHED, TOPIC, { push, retry, ackDeadlineSeconds: 20 }));
  script.answer = "none";
  publish("a");
  await clock.advance(20_600);
  expect(outcomes).toEqual(["lapsed"]);
  expect(pushed.map(({ at }) => at)).toEqual([0, 20_500]);
});

test("after its last attempt a message moves to the dead-letter topic, with its source in the attributes", async () => {
  const { broker, clock, pushed, publish, script } = setUp();
  for (const name of [TOPIC, DEAD]) broker.createTopic({ name, labels: {} });
  const retry = { minimumMs: 0, maximumMs: 0 };
  const deadLetter = { topic: DEAD, maxDeliveryAttempts: 5 };
  broker.createSubscription(subscription(PUSHED, TOPIC, { push, retry, deadLetter }));
  broker.createSubscription(subscription(PULLED, DEAD));
  script.answer = "negative";
  publish("poison");
  await clock.advance(60_000);
  expect(pushed.map(({ lease }) => lease.attempt)).toEqual([1, 2, 3, 4, 5]);
  const dead: Lease[] = [];
  broker.attach(PULLED, {
    room: () => ({ messages: 10, bytes: 1e9 }),
    deliver: (leases) => dead.push(...leases),
    ended() {},
    refused() {},
  });
  await settled();
  expect(dead.map(({ message }) => message.data.toString())).toEqual(["poison"]);
  expect(dead[0]?.message.attributes).toEqual({
    CloudPubSubDeadLetterSourceDeliveryCount: "5",
    CloudPubSubDeadLetterSourceSubscription: "pushed",
    CloudPubSubDeadLetterSourceSubscriptionProject: "p",
    CloudPubSubDeadLetterSourceTopicPublishTime: "2026-11-24T00:00:00.000Z",
  });
});

test("while the dead-letter topic does not exist, the message is kept and retried", async () => {
  const { broker, clock, pushed, publish, script } = setUp();
  for (const name of [TOPIC, DEAD]) broker.createTopic({ name, labels: {} });
  const retry = { minimumMs: 1000, maximumMs: 1000 };
  const deadLetter = { topic: DEAD, maxDeliveryAttempts: 5 };
  broker.createSubscription(subscription(PUSHED, TOPIC, { push, retry, deadLetter }));
  broker.deleteTopic(DEAD);
  script.answer = "negative";
  publish("poison");
  await clock.advance(6_500);
  expect(pushed).toHaveLength(7);
});

test("an unacknowledged message is delivered again after a restart, and its attempts continue to count", async () => {
  const first = setUp();
  first.broker.createTopic({ name: TOPIC, labels: {} });
  const retry = { minimumMs: 600_000, maximumMs: 600_000 };
  first.broker.createSubscription(subscription(PUSHED, TOPIC, { push, retry }));
  first.publish("done");
  await settled();
  first.script.answer = "negative";
  first.publish("failed");
  await settled();
  first.script.answer = "none";
  first.publish("under way");
  await settled();
  first.broker.close();

  const second = setUp({ db: first.db });
  await settled();
  const taken = second.pushed.map(({ lease }) => [lease.message.data.toString(), lease.attempt]);
  expect(taken).toEqual([
    ["failed", 2],
    ["under way", 1],
  ]);
  const third = setUp({ db: first.db });
  await settled();
  expect(third.pushed).toEqual([]);
});

test("an acknowledged message is removed from the database", async () => {
  const { broker, db, publish } = setUp();
  broker.createTopic({ name: TOPIC, labels: {} });
  publish("nobody subscribes");
  broker.createSubscription(subscription(PUSHED, TOPIC, { push }));
  broker.createSubscription(subscription(PULLED, TOPIC));
  publish("both");
  await settled();
  const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n;
  expect([count("pubsub_messages"), count("pubsub_owed")]).toEqual([1, 1]);
  broker.deleteSubscription(PULLED);
  expect([count("pubsub_messages"), count("pubsub_owed")]).toEqual([0, 0]);
});

test("a detached consumer's messages are delivered again, but those of an answered pull stay leased", async () => {
  const { broker, publish } = setUp();
  broker.createTopic({ name: TOPIC, labels: {} });
  broker.createSubscription(subscription(PULLED, TOPIC));
  const taker = () => {
    const held: Lease[] = [];
    const consumer: Consumer = {
      room: () => ({ messages: 1, bytes: 1e9 }),
      deliver: (leases) => held.push(...leases),
      ended() {},
      refused() {},
    };
    return { held, detach: broker.attach(PULLED, consumer) };
  };
  const first = taker();
  publish("a");
  await settled();
  expect(first.held).toHaveLength(1);
  first.detach({ rejectHeld: false });
  const second = taker();
  await settled();
  expect(second.held).toHaveLength(0);
  publish("b");
  await settled();
  second.detach({ rejectHeld: true });
  const third = taker();
  await settled();
  expect(third.held.map(({ message }) => message.data.toString())).toEqual(["b"]);
});

test("injected faults repeat a delivery and reorder deliveries", async () => {
  const faults: DeliveryFaults = ({ data, isDuplicate }) => {
    if (data.toString() === "twice") return isDuplicate ? { delayMs: 5000 } : { duplicate: true };
    return data.toString() === "late" ? { delayMs: 1000 } : {};
  };
  const { broker, clock, pushed, publish } = setUp({ faults });
  broker.createTopic({ name: TOPIC, labels: {} });
  broker.createSubscription(subscription(PUSHED, TOPIC, { push }));
  for (const text of ["twice", "late", "plain"]) publish(text);
  await clock.advance(10_000);
  expect(pushed.map(({ at, lease }) => [at, lease.message.data.toString()])).toEqual([
    [0, "twice"],
    [0, "plain"],
    [1000, "late"],
    [5000, "twice"],
  ]);
});

test("an injected early deadline ignores answers, and the message is delivered again", async () => {
  const faults: DeliveryFaults = ({ data }) => (data.toString() === "slow" ? { lapseMs: 400 } : {});
  const { broker, clock, pushed, outcomes, db, publish } = setUp({ faults });
  broker.createTopic({ name: TOPIC, labels: {} });
  const retry = { minimumMs: 1000, maximumMs: 1000 };
  broker.createSubscription(subscription(PUSHED, TOPIC, { push, retry }));
  publish("slow");
  publish("quick");
  await clock.advance(399);
  expect(outcomes).toEqual(["acknowledged"]);
  await clock.advance(9_601);
  expect(pushed.map(({ at, lease }) => [at, lease.message.data.toString(), lease.attempt])).toEqual([
    [0, "slow", 1],
    [0, "quick", 1],
    [1400, "slow", 2],
  ]);
  expect(outcomes).toEqual(["acknowledged", "lapsed", "acknowledged"]);
  expect(db.prepare("SELECT count(*) AS n FROM pubsub_owed").get()?.n).toBe(0);
});

test("deleting a topic keeps its subscriptions and their unacknowledged messages", async () => {
  const { broker, clock, pushed, publish, script } = setUp();
  broker.createTopic({ name: TOPIC, labels: {} });
  const retry = { minimumMs: 1000, maximumMs: 1000 };
  broker.createSubscription(subscription(PUSHED, TOPIC, { push, retry }));
  script.answer = "negative";
  publish("a");
  await settled();
  broker.deleteTopic(TOPIC);
  script.answer = "positive";
  await clock.advance(1000);
  expect(pushed).toHaveLength(2);
  expect(broker.subscription(PUSHED).topic).toBe("_deleted-topic_");
});
