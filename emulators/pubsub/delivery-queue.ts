// The delivery scheduler of one subscription: which message may go out when, what is out, and what comes back.
// It is pure: it holds no timer and no connection, and every call is told the time.
import { dueHeap } from "./due-heap.ts";
import { messageBytes, type StoredMessage } from "./resources.ts";

/** A message on its way to a subscriber. It ends by `finish`, by `retry`, or when `deadlineAt` has passed. */
export interface Lease {
  readonly ackId: string;
  readonly message: StoredMessage;
  readonly bytes: number;
  /** 1 for the first delivery. */
  readonly attempt: number;
  readonly deadlineAt: number;
  /** By an injected fault: no answer to it is heard, and it ends when its deadline has passed. */
  readonly isUnheard?: boolean | undefined;
}

/** What a subscriber can take now. */
export interface Room {
  readonly messages: number;
  readonly bytes: number;
  /** The subscriber's own acknowledgement deadline, instead of the subscription's. */
  readonly ackDeadlineMs?: number | undefined;
}

export interface QueueSettings {
  readonly ackDeadlineMs: number;
  readonly ordered: boolean;
  /** Wait before a message goes out again, after its n-th failed delivery (from 1). */
  backoffMs(failedAttempts: number): number;
}

export interface DeliveryQueue {
  /** Messages that are waiting or out. */
  readonly size: number;
  configure(settings: QueueSettings): void;
  add(message: StoredMessage, dueAt: number, more?: AddOptions): void;
  /** Leases due messages, oldest first, as far as there is room. */
  take(now: number, room: Room): Lease[];
  find(ackId: string): Lease | undefined;
  /** The message is done with. Unknown and lapsed ids are ignored. */
  finish(ackId: string): void;
  /** The delivery failed: the message waits out its backoff. Unknown and lapsed ids are ignored. */
  retry(ackId: string, now: number): void;
  extend(ackId: string, deadlineAt: number): void;
  /** Leases whose deadline has passed; the caller finishes or retries each. */
  lapsed(now: number): Lease[];
  /**
   * The next moment after `now` at which a message becomes due, or at which a lease lapses.
   * What is due already is left out: it waits for room, not for time.
   */
  nextWakeAt(now: number): number | undefined;
}

interface AddOptions {
  /** More than 0 for a message of an earlier run. */
  readonly failedAttempts?: number;
  /** An injected fault: its first lease lapses after this time, unheard. */
  readonly lapseMs?: number | undefined;
}

interface Delivery {
  readonly message: StoredMessage;
  readonly bytes: number;
  readonly order: number;
  dueAt: number;
  failedAttempts: number;
  lapseMs: number | undefined;
}

interface ActiveLease extends Lease {
  readonly delivery: Delivery;
  deadlineAt: number;
}

/** `newAckId` must never give the same id twice. */
export function deliveryQueue(initial: QueueSettings, newAckId: () => string): DeliveryQueue {
  let settings = initial;
  let nextOrder = 0;
  let size = 0;
  const waiting = dueHeap<Delivery>();
  const leases = new Map<string, ActiveLease>();
  const deadlines = dueHeap<{ dueAt: number; order: number; ackId: string }>();
  /** For each ordering key its messages in order: only the first is waiting in the heap or out. */
  const byKey = new Map<string, Delivery[]>();

  const keyOf = (delivery: Delivery) => (settings.ordered ? delivery.message.orderingKey : "");

  function add(message: StoredMessage, dueAt: number, more: AddOptions = {}): void {
    const { failedAttempts = 0, lapseMs } = more;
    const bytes = messageBytes(message);
    const delivery: Delivery = { message, bytes, order: nextOrder++, dueAt, failedAttempts, lapseMs };
    size += 1;
    const key = keyOf(delivery);
    const sameKey = byKey.get(key);
    if (key !== "" && sameKey !== undefined) {
      sameKey.push(delivery);
      return;
    }
    if (key !== "") byKey.set(key, [delivery]);
    waiting.push(delivery);
  }

  function take(now: number, room: Room): Lease[] {
    const deadlineMs = room.ackDeadlineMs ?? settings.ackDeadlineMs;
    const taken: Lease[] = [];
    let bytes = 0;
    for (;;) {
      const next = waiting.peek();
      if (next === undefined || next.dueAt > now || taken.length >= room.messages) return taken;
      if (bytes + next.bytes > room.bytes) return taken;
      waiting.pop();
      bytes += next.bytes;
      taken.push(lease(next, now + Math.min(deadlineMs, next.lapseMs ?? deadlineMs)));
    }
  }

  function lease(delivery: Delivery, deadlineAt: number): ActiveLease {
    const { message, bytes } = delivery;
    const active = {
      ackId: newAckId(),
      message,
      bytes,
      attempt: delivery.failedAttempts + 1,
      deadlineAt,
      isUnheard: delivery.lapseMs !== undefined,
      delivery,
    };
    delivery.lapseMs = undefined;
    leases.set(active.ackId, active);
    deadlines.push({ dueAt: deadlineAt, order: delivery.order, ackId: active.ackId });
    return active;
  }

  /** Deadlines stay in the heap when a lease ends or is extended: the stale ones are dropped here. */
  function nextDeadline() {
    for (;;) {
      const next = deadlines.peek();
      if (next === undefined || leases.get(next.ackId)?.deadlineAt === next.dueAt) return next;
      deadlines.pop();
    }
  }

  function end(ackId: string): Delivery | undefined {
    const delivery = leases.get(ackId)?.delivery;
    leases.delete(ackId);
    if (leases.size === 0) while (deadlines.pop() !== undefined);
    return delivery;
  }

  return {
    get size() {
      return size;
    },
    configure(changed) {
      settings = changed;
    },
    add,
    take,
    find: (ackId) => leases.get(ackId),
    finish(ackId) {
      const delivery = end(ackId);
      if (delivery === undefined) return;
      size -= 1;
      const key = keyOf(delivery);
      const sameKey = byKey.get(key);
      if (sameKey === undefined) return;
      sameKey.shift();
      const next = sameKey[0];
      if (next === undefined) {
        byKey.delete(key);
        return;
      }
      waiting.push(next);
    },
    retry(ackId, now) {
      const delivery = end(ackId);
      if (delivery === undefined) return;
      delivery.failedAttempts += 1;
      delivery.dueAt = now + settings.backoffMs(delivery.failedAttempts);
      waiting.push(delivery);
    },
    extend(ackId, deadlineAt) {
      const active = leases.get(ackId);
      if (active === undefined || active.deadlineAt === deadlineAt) return;
      active.deadlineAt = deadlineAt;
      deadlines.push({ dueAt: deadlineAt, order: active.delivery.order, ackId });
    },
    lapsed(now) {
      const lapsed: Lease[] = [];
      for (;;) {
        const next = nextDeadline();
        if (next === undefined || next.dueAt > now) return lapsed;
        deadlines.pop();
        const active = leases.get(next.ackId);
        if (active === undefined) continue;
        active.deadlineAt = Number.POSITIVE_INFINITY;
        lapsed.push(active);
      }
    },
    nextWakeAt(now) {
      const lapse = nextDeadline()?.dueAt;
      const due = waiting.peek()?.dueAt;
      if (due === undefined || due <= now) return lapse;
      return lapse === undefined ? due : Math.min(lapse, due);
    },
  };
}

/** Doubles from `minimumMs` with each failed delivery, up to `maximumMs`. */
export function exponentialBackoffMs(
  range: { minimumMs: number; maximumMs: number },
  failedAttempts: number,
): number {
  return Math.min(range.maximumMs, range.minimumMs * 2 ** (failedAttempts - 1));
}
