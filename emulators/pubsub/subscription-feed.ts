// One subscription at work: its queue, whoever takes messages from it, and one timer, set only while something is due.
import { exponentialBackoffMs } from "./backoff.ts";
import type { Clock } from "./clock.ts";
import { type DeliveryFaults, planDeliveries } from "./delivery-faults.ts";
import { deliveryQueue, type Lease, type QueueSettings, type Room } from "./delivery-queue.ts";
import type { MessageStore } from "./message-store.ts";
import type { PubSubError } from "./pubsub-error.ts";
import type { StoredMessage, Subscription } from "./resources.ts";

/** How a delivery ended. */
type Outcome = "acknowledged" | "rejected" | "lapsed";

/** Somebody who takes messages: a push endpoint, an open stream, a waiting pull. */
export interface Consumer {
  room(now: number): Room & {
    /** When there is no room now, but will be at a known time. */
    readonly opensAt?: number | undefined;
  };
  deliver(leases: readonly Lease[], subscription: Subscription): void;
  /** A delivery of this consumer ended, whoever ended it. */
  ended(lease: Lease, outcome: Outcome): void;
  /** The subscription is gone, or serves another kind of consumer now. */
  refused(error: PubSubError): void;
}

/** Takes a consumer off again; with `rejectHeld` what it still holds goes out anew, else it stays leased. */
export type Detach = (options: { rejectHeld: boolean }) => void;

export interface Feed {
  readonly subscription: Subscription;
  configure(subscription: Subscription): void;
  /** Takes a message that the store holds already. `failedAttempts` is more than 0 after a restart. */
  add(message: StoredMessage, failedAttempts?: number): void;
  attach(consumer: Consumer): Detach;
  /** Replaces the consumer that pushes; what the last one has under way ends by itself. */
  pushThrough(consumer: Consumer | undefined): void;
  /** Unknown and lapsed ids are ignored, as the service does. */
  acknowledge(ackIds: readonly string[]): void;
  /** 0 seconds rejects. Unknown and lapsed ids are ignored. */
  modifyAckDeadline(ackIds: readonly string[], seconds: number): void;
  refuseConsumers(error: PubSubError): void;
  /** Stops every delivery; late calls do nothing. */
  close(): void;
}

export interface FeedParts {
  readonly clock: Clock;
  readonly store: MessageStore;
  readonly newAckId: () => string;
  readonly faults: DeliveryFaults | undefined;
  /** Moves a message to the dead-letter topic, durably; false when that topic is gone. */
  readonly deadLetter: (subscription: Subscription, lease: Lease) => boolean;
}

/** What a push without a retry policy waits; a pull without one gets its message again at once. */
const PUSH_BACKOFF = { minimumMs: 100, maximumMs: 60_000 };

function queueSettings({ ackDeadlineSeconds, ordered, retry, push }: Subscription): QueueSettings {
  const range = retry ?? (push === undefined ? undefined : PUSH_BACKOFF);
  return {
    ackDeadlineMs: ackDeadlineSeconds * 1000,
    ordered,
    // Of a key one message is pushed at a time: https://cloud.google.com/pubsub/docs/ordering#considerations_when_using_ordered_messaging
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

  /** Delivers after the current call has answered, once for however many changes. */
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
    // The next round starts with another consumer, so that each gets its share.
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
    // One that went out behind a failed one of its key has ended with it.
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

  /** Those that are out and that an answer may end. */
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
