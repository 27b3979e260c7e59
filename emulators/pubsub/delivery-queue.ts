// The delivery scheduler of one subscription: which message may go out when, what is out, and what comes back.
// It is pure: it holds no timer and no connection, and every call is told the time.
import { type Due, dueHeap } from "./due-heap.ts";
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
  /** Who takes them: while messages of an ordering key are out, those behind them go to the same holder only. */
  readonly holder?: unknown;
}

export interface QueueSettings {
  readonly ackDeadlineMs: number;
  readonly ordered: boolean;
  /** Whether messages of one ordering key may be out together; else the next one waits until the one before is finished. */
  readonly isKeyShared: boolean;
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
  /**
   * The delivery failed: the message waits out its backoff. Unknown and lapsed ids are ignored. The messages of its key that went out
   * after it go out again too, also those that are finished; gives the leases that end with that.
   */
  retry(ackId: string, now: number): Lease[];
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
  /** Where it stands among the messages of its ordering key; undefined without one. */
  readonly line: KeyLine | undefined;
  dueAt: number;
  failedAttempts: number;
  lapseMs: number | undefined;
  /** Its place in the heap. A place that is another's no more is stale. */
  place: Place | undefined;
  /** Finished, but behind one of its key that is not. */
  isDone: boolean;
}

interface Place extends Due {
  readonly delivery: Delivery;
}

/** The messages of one ordering key, in order. */
interface KeyLine {
  readonly key: string;
  readonly deliveries: Delivery[];
  /** How many are out or done: the first ones. */
  ahead: number;
  holder: unknown;
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

  /** Lets the first message of a key that waits into the heap, unless it is there or must not follow yet. */
  function offerNext(line: KeyLine): void {
    const next = line.deliveries[line.ahead];
    if (next === undefined || next.place !== undefined) return;
    if (line.ahead === 0 || settings.isKeyShared) wait(next);
  }

  /** The first place of the heap that is not stale. */
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

  /** Takes what is done off the head of a key, and lets the next one follow. */
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
   * Brings a key back to one of its messages: that one and all behind it wait again, finished or not.
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
