// The Pub/Sub broker: topics, subscriptions, and the delivery of messages to every subscription of a topic. It is independent of
// gRPC and HTTP: consumers are passed in or attach themselves.
import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { DeliveryFaults } from "./delivery-faults.ts";
import type { Lease } from "./delivery-queue.ts";
import type { MessageStore } from "./message-store.ts";
import { alreadyExists, notFound, PubSubError } from "./pubsub-error.ts";
import {
  DELETED_TOPIC,
  type NewMessage,
  requireName,
  requirePublishable,
  requireSubscription,
  type StoredMessage,
  type Subscription,
  type Topic,
} from "./resources.ts";
import { type Consumer, type Detach, type Feed, subscriptionFeed } from "./subscription-feed.ts";

/** Methods throw `PubSubError` for requests that the service refuses. */
export interface Broker {
  createTopic(topic: Topic): Topic;
  topic(name: string): Topic;
  /** Sorted by name. */
  topics(project: string): Topic[];
  updateTopic(topic: Topic): Topic;
  deleteTopic(name: string): void;
  /** Names, sorted. */
  topicSubscriptions(topic: string): string[];
  createSubscription(subscription: Subscription): Subscription;
  subscription(name: string): Subscription;
  subscriptions(project: string): Subscription[];
  updateSubscription(subscription: Subscription): Subscription;
  deleteSubscription(name: string): void;
  /** Stores the messages durably and returns their ids. */
  publish(topic: string, messages: readonly NewMessage[]): string[];
  /** Attaches a pulling consumer. */
  attach(subscription: string, consumer: Consumer): Detach;
  acknowledge(subscription: string, ackIds: readonly string[]): void;
  /** 0 seconds makes the messages available again at once. */
  modifyAckDeadline(subscription: string, ackIds: readonly string[], seconds: number): void;
  close(): void;
}

/** The outcome of a pushed delivery. */
export interface PushReport {
  acknowledge(ackId: string): void;
  reject(ackId: string): void;
}

export interface BrokerParts {
  readonly store: MessageStore;
  readonly clock: Clock;
  /** Creates the consumer that pushes to a subscription's endpoint. */
  readonly connectPush: (subscription: Subscription, report: PushReport) => Consumer;
  readonly faults?: DeliveryFaults | undefined;
  /** Push subscriptions of an earlier run do not deliver until they are updated. */
  readonly isStoredPushHeld?: boolean | undefined;
}

/** Opens a broker on a store. Unacknowledged messages of an earlier run are delivered again. */
export function openBroker({ store, clock, connectPush, faults, isStoredPushHeld }: BrokerParts): Broker {
  const topics = new Map(store.topics().map((topic) => [topic.name, topic]));
  const feeds = new Map<string, Feed>();
  const held = new Set<Feed>();
  const ackIds = ackIdSource();
  let lastMessageId = store.highestMessageId();

  function open(subscription: Subscription, isPushHeld: boolean): void {
    const feed = subscriptionFeed(subscription, { store, clock, faults, newAckId: ackIds.next, deadLetter });
    feeds.set(subscription.name, feed);
    if (isPushHeld) held.add(feed);
    else connect(feed);
  }

  function connect(feed: Feed): void {
    if (feed.subscription.push === undefined) {
      feed.pushThrough(undefined);
      return;
    }
    const report: PushReport = {
      acknowledge: (ackId) => feed.acknowledge([ackId]),
      reject: (ackId) => feed.modifyAckDeadline([ackId], 0),
    };
    feed.pushThrough(connectPush(feed.subscription, report));
  }

  function requireTopic(name: string): Topic {
    const topic = topics.get(name);
    if (topic === undefined) throw notFound(name);
    return topic;
  }

  function requireFeed(name: string): Feed {
    const feed = feeds.get(name);
    if (feed === undefined) throw notFound(name);
    return feed;
  }

  const feedsOf = (topic: string) => [...feeds.values()].filter((feed) => feed.subscription.topic === topic);

  /** Ids increase across restarts, because each is at least the time in microseconds. */
  function stored(topic: string, message: NewMessage): StoredMessage {
    const publishedAt = clock.now();
    lastMessageId = Math.max(lastMessageId + 1, publishedAt * 1000);
    return { ...message, id: lastMessageId, topic, publishedAt };
  }

  function publish(topic: string, messages: readonly NewMessage[]): string[] {
    requireTopic(topic);
    requirePublishable(messages);
    const accepted = messages.map((message) => stored(topic, message));
    const receivers = feedsOf(topic);
    if (receivers.length > 0) {
      store.publish(
        accepted,
        receivers.map((feed) => feed.subscription.name),
      );
    }
    for (const feed of receivers) for (const message of accepted) feed.add(message);
    return accepted.map((message) => String(message.id));
  }

  function deadLetter(source: Subscription, lease: Lease): boolean {
    const target = source.deadLetter?.topic;
    if (target === undefined || !topics.has(target)) return false;
    const dead = stored(target, deadLetterOf(source, lease));
    const receivers = feedsOf(target);
    store.atomically(() => {
      if (receivers.length > 0) {
        store.publish(
          [dead],
          receivers.map((feed) => feed.subscription.name),
        );
      }
      store.settle(source.name, [lease.message.id]);
    });
    for (const feed of receivers) feed.add(dead);
    return true;
  }

  function requireReferences(subscription: Subscription): void {
    requireSubscription(subscription);
    if (subscription.topic !== DELETED_TOPIC) requireTopic(subscription.topic);
    if (subscription.deadLetter !== undefined) requireTopic(subscription.deadLetter.topic);
  }

  for (const subscription of store.subscriptions()) open(subscription, isStoredPushHeld ?? false);
  for (const { subscription, message, failedAttempts } of store.unacknowledged()) {
    feeds.get(subscription)?.add(message, failedAttempts);
  }

  return {
    createTopic(topic) {
      requireName(topic.name, "topics");
      if (topics.has(topic.name)) throw alreadyExists(topic.name);
      store.putTopic(topic);
      topics.set(topic.name, topic);
      return topic;
    },
    topic: requireTopic,
    topics: (project) => within(project, [...topics.values()]),
    updateTopic(topic) {
      requireTopic(topic.name);
      store.putTopic(topic);
      topics.set(topic.name, topic);
      return topic;
    },
    deleteTopic(name) {
      requireTopic(name);
      const orphans = feedsOf(name).map((feed) => ({ ...feed.subscription, topic: DELETED_TOPIC }));
      store.atomically(() => {
        store.deleteTopic(name);
        for (const orphan of orphans) store.putSubscription(orphan);
      });
      topics.delete(name);
      for (const orphan of orphans) feeds.get(orphan.name)?.configure(orphan);
    },
    topicSubscriptions(topic) {
      requireTopic(topic);
      return feedsOf(topic)
        .map((feed) => feed.subscription.name)
        .sort();
    },
    createSubscription(subscription) {
      requireReferences(subscription);
      if (feeds.has(subscription.name)) throw alreadyExists(subscription.name);
      store.putSubscription(subscription);
      open(subscription, false);
      return subscription;
    },
    subscription: (name) => requireFeed(name).subscription,
    subscriptions: (project) =>
      within(
        project,
        [...feeds.values()].map((feed) => feed.subscription),
      ),
    updateSubscription(subscription) {
      const feed = requireFeed(subscription.name);
      requireReferences(subscription);
      store.putSubscription(subscription);
      const isSamePush = JSON.stringify(feed.subscription.push) === JSON.stringify(subscription.push);
      feed.configure(subscription);
      if (held.delete(feed) || !isSamePush) connect(feed);
      if (subscription.push !== undefined) feed.refuseConsumers(notForPush());
      return subscription;
    },
    deleteSubscription(name) {
      const feed = requireFeed(name);
      store.deleteSubscription(name);
      feeds.delete(name);
      held.delete(feed);
      feed.close();
      feed.refuseConsumers(notFound(name));
    },
    publish,
    attach(name, consumer) {
      const feed = requireFeed(name);
      if (feed.subscription.push !== undefined) throw notForPush();
      return feed.attach(consumer);
    },
    acknowledge(name, ids) {
      ackIds.require(ids);
      requireFeed(name).acknowledge(ids);
    },
    modifyAckDeadline(name, ids, seconds) {
      ackIds.require(ids);
      requireFeed(name).modifyAckDeadline(ids, seconds);
    },
    close() {
      for (const feed of feeds.values()) feed.close();
    },
  };
}

const notForPush = () =>
  new PubSubError("FAILED_PRECONDITION", "This method is not supported for this subscription type.");

function within<T extends { name: string }>(project: string, resources: T[]): T[] {
  return resources
    .filter((resource) => resource.name.startsWith(`${project}/`))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Adds the service's attributes: https://cloud.google.com/pubsub/docs/handling-failures. */
function deadLetterOf(source: Subscription, { message, attempt }: Lease): NewMessage {
  const [, project = "", , name = ""] = source.name.split("/");
  const attributes = {
    ...message.attributes,
    CloudPubSubDeadLetterSourceDeliveryCount: String(attempt),
    CloudPubSubDeadLetterSourceSubscription: name,
    CloudPubSubDeadLetterSourceSubscriptionProject: project,
    CloudPubSubDeadLetterSourceTopicPublishTime: new Date(message.publishedAt).toISOString(),
  };
  return { data: message.data, orderingKey: message.orderingKey, attributes };
}

/** Ack ids contain a random prefix of this run, so that ids of an earlier run are recognized and ignored. */
function ackIdSource() {
  const run = randomBytes(6).toString("hex");
  let count = 0;
  return {
    next: () => `${run}-${++count}`,
    require(ackIds: readonly string[]): void {
      const stranger = ackIds.find((ackId) => !/^[0-9a-f]{12}-\d+$/.test(ackId));
      if (stranger === undefined) return;
      throw new PubSubError(
        "INVALID_ARGUMENT",
        `You have passed an invalid ack ID to the service (ack_id=${stranger}).`,
      );
    },
  };
}
