// The delivery scheduler of one subscription: waiting messages, leases and redeliveries. It is pure: it has no timers and no
// connections, and every call gets the time as an argument.
import { type Due, dueHeap } from "./due-heap.ts";
import { messageBytes, type StoredMessage } from "./resources.ts";

/** A leased (outstanding) message. The lease ends by `finish`, by `retry`, or at `deadlineAt`. */
export interface Lease {
  readonly ackId: string;
  readonly message: StoredMessage;
  readonly bytes: number;
  /** 1 for the first delivery. */
  readonly attempt: number;
  readonly deadlineAt: number;
  /** Injected fault: answers are ignored, and the lease ends at its deadline. */
  readonly isUnheard?: boolean | undefined;
}

/** The current capacity of a consumer. */
export interface Room {
  readonly messages: number;
  readonly bytes: number;
  /** The consumer's acknowledgement deadline, which replaces the subscription's. */
  readonly ackDeadlineMs?: number | undefined;
  /** The consumer. While messages of an ordering key are outstanding, later ones of the key go only to the same holder. */
  readonly holder?: unknown;
}

export interface QueueSettings {
  readonly ackDeadlineMs: number;
  readonly ordered: boolean;
  /** Whether several messages of one ordering key may be outstanding. If not, each waits until the previous one is finished. */
  readonly isKeyShared: boolean;
  /** Milliseconds before redelivery after the n-th failed delivery (from 1). */
  backoffMs(failedAttempts: number): number;
}

export interface DeliveryQueue {
  /** The number of waiting and leased messages. */
  readonly size: number;
  configure(settings: QueueSettings): void;
  add(message: StoredMessage, dueAt: number, more?: AddOptions): void;
  /** Leases due messages, oldest first, up to the capacity. */
  take(now: number, room: Room): Lease[];
  find(ackId: string): Lease | undefined;
  /** Removes an acknowledged message. Unknown and expired ids are ignored. */
  finish(ackId: string): void;
  /**
   * Ends a failed delivery: the message waits for its backoff. Unknown and expired ids are ignored. Later messages of its ordering
   * key are redelivered too, also finished ones. Returns the leases that end because of this.
   */
  retry(ackId: string, now: number): Lease[];
  extend(ackId: string, deadlineAt: number): void;
  /** Leases whose deadline has passed. The caller must finish or retry each. */
  lapsed(now: number): Lease[];
  /**
   * The next time after `now` at which a message becomes due or a lease expires. Messages that are already due are not counted,
   * because they wait for capacity.
   */
  nextWakeAt(now: number): number | undefined;
}

interface AddOptions {
  /** Failed deliveries. More than 0 only for a message of an earlier run. */
  readonly failedAttempts?: number;
  /** Injected fault: the first lease expires after this time, and its answers are ignored. */
  readonly lapseMs?: number | undefined;
}

interface Delivery {
  readonly message: StoredMessage;
  readonly bytes: number;
  readonly order: number;
  /** The sequence of its ordering key. Undefined without a key. */
  readonly line: KeyLine | undefined;
  dueAt: number;
  failedAttempts: number;
  lapseMs: number | undefined;
  /** Its current heap entry. Other heap entries of the message are stale. */
  place: Place | undefined;
  /** Finished, but an earlier message of its key is not. */
  isDone: boolean;
}

interface Place extends Due {
  readonly delivery: Delivery;
}

/** The messages of one ordering key, in order. */
interface KeyLine {
  readonly key: string;
  readonly deliveries: Delivery[];
  /** The number of leased or finished messages, which are the first ones. */
  ahead: number;
  holder: unknown;
}

interface ActiveLease extends Lease {
  readonly delivery: Delivery;
  deadlineAt: number;
}

/** `newAckId` must never return the same id twice. */
export function deliveryQueue(initial: QueueSettings, newAckId: () => string): DeliveryQueue {
  let settings = initial;
  let nextOrder = 0;
  let size = 0;
  const waiting = dueHeap<Place>();
  const leases = new Map<string, ActiveLease>();
  const deadlines = dueHeap<{ dueAt: number; order: number; ackId: string }>();
  const lines = new Map<string, KeyLine>();

  function add(message: StoredMessage, dueAt: number, more: AddOptions = {}): void {
    const { failedAttempts = 0, lapseMs } = more;
    const line = settings.ordered && message.orderingKey !== "" ? lineOf(message.orderingKey) : undefined;
    const delivery: Delivery = {
      ...{ message, bytes: messageBytes(message), order: nextOrder++, line },
      ...{ dueAt, failedAttempts, lapseMs, place: undefined, isDone: false },
    };
    size += 1;
    line?.deliveries.push(delivery);
    if (line === undefined) wait(delivery);
    else offerNext(line);
  }

  function lineOf(key: string): KeyLine {
    const line = lines.get(key) ?? { key, deliveries: [], ahead: 0, holder: undefined };
    lines.set(key, line);
    return line;
  }

  function wait(delivery: Delivery): void {
    delivery.place = { dueAt: delivery.dueAt, order: delivery.order, delivery };
    waiting.push(delivery.place);
  }

  /** Adds the first waiting message of a key to the heap, unless it is there or must wait for an earlier one. */
  function offerNext(line: KeyLine): void {
    const next = line.deliveries[line.ahead];
    if (next === undefined || next.place !== undefined) return;
    if (line.ahead === 0 || settings.isKeyShared) wait(next);
  }

  /** The first heap entry that is not stale. */
  function firstPlace(): Place | undefined {
    for (;;) {
      const place = waiting.peek();
      if (place === undefined || place.delivery.place === place) return place;
      waiting.pop();
    }
  }

  const isHeldBack = ({ line }: Delivery, holder: unknown) =>
    line !== undefined && line.ahead > 0 && (!settings.isKeyShared || line.holder !== holder);

  function take(now: number, room: Room): Lease[] {
    const deadlineMs = room.ackDeadlineMs ?? settings.ackDeadlineMs;
    const taken: Lease[] = [];
    const heldBack: Place[] = [];
    let bytes = 0;
    for (;;) {
      const place = firstPlace();
      if (place === undefined || place.dueAt > now || taken.length >= room.messages) break;
      const { delivery } = place;
      if (isHeldBack(delivery, room.holder)) {
        waiting.pop();
        heldBack.push(place);
        continue;
      }
      if (bytes + delivery.bytes > room.bytes) break;
      waiting.pop();
      bytes += delivery.bytes;
      taken.push(lease(delivery, now + Math.min(deadlineMs, delivery.lapseMs ?? deadlineMs)));
      advance(delivery, room.holder);
    }
    for (const place of heldBack) waiting.push(place);
    return taken;
  }

  function advance(delivery: Delivery, holder: unknown): void {
    delivery.place = undefined;
    const { line } = delivery;
    if (line === undefined) return;
    line.ahead += 1;
    line.holder = holder;
    offerNext(line);
  }

  function lease(delivery: Delivery, deadlineAt: number): ActiveLease {
    const { message, bytes } = delivery;
    const active = {
      ...{ ackId: newAckId(), message, bytes, attempt: delivery.failedAttempts + 1 },
      ...{ deadlineAt, isUnheard: delivery.lapseMs !== undefined, delivery },
    };
    delivery.lapseMs = undefined;
    leases.set(active.ackId, active);
    deadlines.push({ dueAt: deadlineAt, order: delivery.order, ackId: active.ackId });
    return active;
  }

  /** A deadline stays in the heap when its lease ends or is extended. This removes the stale deadlines. */
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

  /** Removes finished messages from the head of a key and makes the next one available. */
  function shorten(line: KeyLine): void {
    while (line.deliveries[0]?.isDone === true) {
      line.deliveries.shift();
      line.ahead -= 1;
      size -= 1;
    }
    if (line.deliveries.length === 0) lines.delete(line.key);
    else offerNext(line);
  }

  /**
   * Rewinds a key to one of its messages: that message and all later ones wait again, also finished ones.
   * https://cloud.google.com/pubsub/docs/ordering#receive_messages_in_order
   */
  function rewind(line: KeyLine, failed: Delivery): Lease[] {
    const index = line.deliveries.indexOf(failed);
    const behind = new Set(line.deliveries.slice(index + 1, line.ahead));
    const next = line.deliveries[line.ahead];
    if (next !== undefined) next.place = undefined;
    const withdrawn =
      behind.size === 0 ? [] : [...leases.values()].filter(({ delivery }) => behind.has(delivery));
    for (const { ackId } of withdrawn) end(ackId);
    for (const delivery of behind) delivery.isDone = false;
    line.ahead = index;
    offerNext(line);
    return withdrawn;
  }

  return {
    get size() {
      return size;
    },
    configure(changed) {
      settings = changed;
      for (const line of lines.values()) offerNext(line);
    },
    add,
    take,
    find: (ackId) => leases.get(ackId),
    finish(ackId) {
      const delivery = end(ackId);
      if (delivery === undefined) return;
      if (delivery.line === undefined) {
        size -= 1;
        return;
      }
      delivery.isDone = true;
      shorten(delivery.line);
    },
    retry(ackId, now) {
      const delivery = end(ackId);
      if (delivery === undefined) return [];
      delivery.failedAttempts += 1;
      delivery.dueAt = now + settings.backoffMs(delivery.failedAttempts);
      if (delivery.line !== undefined) return rewind(delivery.line, delivery);
      wait(delivery);
      return [];
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
      const due = firstPlace()?.dueAt;
      if (due === undefined || due <= now) return lapse;
      return lapse === undefined ? due : Math.min(lapse, due);
    },
  };
}
