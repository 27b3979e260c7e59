// Delivers one subscription's messages: its queue, its consumers, and one timer, which is set only while a message or a deadline is
// pending.
import { exponentialBackoffMs } from "./backoff.ts";
import type { Clock } from "./clock.ts";
import { type DeliveryFaults, planDeliveries } from "./delivery-faults.ts";
import { deliveryQueue, type Lease, type QueueSettings, type Room } from "./delivery-queue.ts";
import type { MessageStore } from "./message-store.ts";
import type { PubSubError } from "./pubsub-error.ts";
import type { StoredMessage, Subscription } from "./resources.ts";

/** The outcome of a delivery. */
type Outcome = "acknowledged" | "rejected" | "lapsed";

/** A consumer of messages: a push endpoint, an open stream, or a waiting pull. */
export interface Consumer {
  room(now: number): Room & {
    /** The time at which there will be capacity, if there is none now and the time is known. */
    readonly opensAt?: number | undefined;
  };
  deliver(leases: readonly Lease[], subscription: Subscription): void;
  /** Called when a delivery of this consumer ended for any reason. */
  ended(lease: Lease, outcome: Outcome): void;
  /** Called when the subscription was deleted or has another kind of consumer now. */
  refused(error: PubSubError): void;
}

/** Detaches a consumer. With `rejectHeld` its outstanding messages are delivered again, otherwise they stay leased. */
export type Detach = (options: { rejectHeld: boolean }) => void;

export interface Feed {
  readonly subscription: Subscription;
  configure(subscription: Subscription): void;
  /** Adds a message that is in the store. `failedAttempts` can be more than 0 after a restart. */
  add(message: StoredMessage, failedAttempts?: number): void;
  attach(consumer: Consumer): Detach;
  /** Replaces the push consumer. Open requests of the previous one end by themselves. */
  pushThrough(consumer: Consumer | undefined): void;
  /** Acknowledges. Unknown and expired ids are ignored, as in the service. */
  acknowledge(ackIds: readonly string[]): void;
  /** Changes the deadlines. 0 seconds rejects. Unknown and expired ids are ignored. */
  modifyAckDeadline(ackIds: readonly string[], seconds: number): void;
  refuseConsumers(error: PubSubError): void;
  /** Stops all deliveries. Later calls do nothing. */
  close(): void;
}

export interface FeedParts {
  readonly clock: Clock;
  readonly store: MessageStore;
  readonly newAckId: () => string;
  readonly faults: DeliveryFaults | undefined;
  /** Moves a message to the dead-letter topic durably. False if that topic does not exist. */
  readonly deadLetter: (subscription: Subscription, lease: Lease) => boolean;
}

/** The backoff of push without a retry policy. Pull without one redelivers at once. */
const PUSH_BACKOFF = { minimumMs: 100, maximumMs: 60_000 };

function queueSettings({ ackDeadlineSeconds, ordered, retry, push }: Subscription): QueueSettings {
  const range = retry ?? (push === undefined ? undefined : PUSH_BACKOFF);
  return {
    ackDeadlineMs: ackDeadlineSeconds * 1000,
    ordered,
    // Push has one outstanding message for each key: https://cloud.google.com/pubsub/docs/ordering#considerations_when_using_ordered_messaging
    isKeyShared: push === undefined,
    backoffMs: (failedAttempts) => (range === undefined ? 0 : exponentialBackoffMs(range, failedAttempts)),
  };
}

export function subscriptionFeed(initial: Subscription, parts: FeedParts): Feed {
  const { clock, store, faults } = parts;
  let subscription = initial;
  let consumers: Consumer[] = [];
  let pusher: Consumer | undefined;
  const queue = deliveryQueue(queueSettings(initial), parts.newAckId);
  const holders = new Map<string, Consumer>();
  let isScheduled = false;
  let isClosed = false;
  let timer: { at: number; cancel: () => void } | undefined;

  /** Schedules one delivery run after the current call, for any number of changes. */
  function schedule(): void {
    if (isScheduled || isClosed) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      if (!isClosed) deliverDue();
    });
  }

  function deliverDue(): void {
    const now = clock.now();
    for (const lease of queue.lapsed(now)) fail(lease, "lapsed");
    let opensAt = Number.POSITIVE_INFINITY;
    for (const consumer of [...consumers]) {
      const room = consumer.room(now);
      if (room.opensAt !== undefined) opensAt = Math.min(opensAt, room.opensAt);
      const leases = room.messages > 0 ? queue.take(now, { ...room, holder: consumer }) : [];
      if (leases.length === 0) continue;
      for (const { ackId } of leases) holders.set(ackId, consumer);
      consumer.deliver(leases, subscription);
    }
    // Round robin: the next run starts with another consumer.
    const first = consumers.shift();
    if (first !== undefined) consumers.push(first);
    wakeAt(Math.min(queue.nextWakeAt(now) ?? Number.POSITIVE_INFINITY, queue.size > 0 ? opensAt : Infinity));
  }

  function wakeAt(at: number): void {
    if (timer !== undefined && timer.at <= at && at !== Number.POSITIVE_INFINITY) return;
    timer?.cancel();
    timer = undefined;
    if (at === Number.POSITIVE_INFINITY) return;
    const cancel = clock.after(at - clock.now(), () => {
      timer = undefined;
      deliverDue();
    });
    timer = { at, cancel };
  }

  function release(lease: Lease, outcome: Outcome): void {
    const holder = holders.get(lease.ackId);
    holders.delete(lease.ackId);
    holder?.ended(lease, outcome);
  }

  function fail(lease: Lease, outcome: Outcome): void {
    // The lease may have ended with that of an earlier message of its key.
    if (queue.find(lease.ackId) === undefined) return;
    release(lease, outcome);
    const { deadLetter } = subscription;
    const isExhausted = deadLetter !== undefined && lease.attempt >= deadLetter.maxDeliveryAttempts;
    if (isExhausted && parts.deadLetter(subscription, lease)) {
      queue.finish(lease.ackId);
    } else {
      store.failed(subscription.name, lease.message.id, lease.attempt);
      for (const withdrawn of queue.retry(lease.ackId, clock.now())) release(withdrawn, "lapsed");
    }
    schedule();
  }

  function attach(consumer: Consumer): Detach {
    consumers.push(consumer);
    schedule();
    return ({ rejectHeld }) => {
      consumers = consumers.filter((other) => other !== consumer);
      if (isClosed || !rejectHeld) return;
      const held = [...holders].filter(([, holder]) => holder === consumer);
      for (const lease of findAll(held.map(([ackId]) => ackId))) fail(lease, "rejected");
    };
  }

  /** The outstanding leases that an answer may end. */
  const findAll = (ackIds: readonly string[]) =>
    ackIds
      .map((ackId) => queue.find(ackId))
      .filter((lease) => lease !== undefined)
      .filter(({ isUnheard }) => isUnheard !== true);

  return {
    get subscription() {
      return subscription;
    },
    configure(changed) {
      subscription = changed;
      queue.configure(queueSettings(changed));
      schedule();
    },
    add(message, failedAttempts = 0) {
      for (const { delayMs = 0, lapseMs } of planDeliveries(faults, subscription.name, message)) {
        queue.add(message, clock.now() + delayMs, { failedAttempts, lapseMs });
      }
      schedule();
    },
    attach,
    pushThrough(consumer) {
      consumers = consumers.filter((other) => other !== pusher);
      pusher = consumer;
      if (consumer !== undefined) consumers.push(consumer);
      schedule();
    },
    acknowledge(ackIds) {
      if (isClosed) return;
      const leases = findAll(ackIds);
      if (leases.length === 0) return;
      store.settle(
        subscription.name,
        leases.map((lease) => lease.message.id),
      );
      for (const lease of leases) {
        queue.finish(lease.ackId);
        release(lease, "acknowledged");
      }
      schedule();
    },
    modifyAckDeadline(ackIds, seconds) {
      if (isClosed) return;
      for (const lease of findAll(ackIds)) {
        if (seconds === 0) fail(lease, "rejected");
        else queue.extend(lease.ackId, clock.now() + seconds * 1000);
      }
      schedule();
    },
    refuseConsumers(error) {
      for (const consumer of [...consumers]) if (consumer !== pusher) consumer.refused(error);
    },
    close() {
      isClosed = true;
      timer?.cancel();
      timer = undefined;
    },
  };
}
