// The delivery scheduler of one subscription, with literal times.
import fc from "fast-check";
import { expect, test } from "vitest";
import { exponentialBackoffMs } from "./backoff.ts";
import { type DeliveryQueue, deliveryQueue, type Lease, type QueueSettings } from "./delivery-queue.ts";
import type { StoredMessage } from "./resources.ts";

const ROOM = { messages: 100, bytes: 1e9 };

function queue(settings: Partial<QueueSettings> = {}): DeliveryQueue {
  let ids = 0;
  const backoffMs = (failedAttempts: number) => failedAttempts * 100;
  return deliveryQueue(
    { ackDeadlineMs: 10_000, ordered: false, isKeyShared: true, backoffMs, ...settings },
    () => `ack-${++ids}`,
  );
}

function message(id: number, orderingKey = ""): StoredMessage {
  return { id, topic: "t", data: Buffer.from("12345"), attributes: {}, orderingKey, publishedAt: 0 };
}

const idsOf = (leases: { message: StoredMessage }[]) => leases.map((lease) => lease.message.id);

test("messages are leased in the order in which they were added", () => {
  const q = queue();
  for (const id of [1, 2, 3]) q.add(message(id), 0);
  expect(idsOf(q.take(0, ROOM))).toEqual([1, 2, 3]);
  expect(q.take(0, ROOM)).toEqual([]);
});

test("leases stay within the consumer's capacity, in number and in bytes", () => {
  const q = queue();
  for (const id of [1, 2, 3, 4]) q.add(message(id), 0);
  expect(idsOf(q.take(0, { messages: 1, bytes: 1e9 }))).toEqual([1]);
  expect(idsOf(q.take(0, { messages: 9, bytes: 14 }))).toEqual([2, 3]);
  expect(idsOf(q.take(0, { messages: 9, bytes: 4 }))).toEqual([]);
});

test("a failed message waits for a growing backoff while others are delivered", () => {
  const q = queue();
  q.add(message(1), 0);
  const [first] = q.take(0, ROOM);
  q.retry(first?.ackId ?? "", 50);
  q.add(message(2), 60);
  expect(idsOf(q.take(60, ROOM))).toEqual([2]);
  expect(q.nextWakeAt(60)).toBe(150);
  expect(q.take(149, ROOM)).toEqual([]);
  const [second] = q.take(150, ROOM);
  expect(second).toMatchObject({ message: { id: 1 }, attempt: 2 });
  q.retry(second?.ackId ?? "", 150);
  expect(q.take(349, ROOM)).toEqual([]);
  expect(q.take(350, ROOM)).toMatchObject([{ attempt: 3 }]);
});

test("a lease expires once, at its deadline, unless it was extended", () => {
  const q = queue();
  q.add(message(1), 0);
  q.add(message(2), 0);
  const [, second] = q.take(0, ROOM);
  q.extend(second?.ackId ?? "", 30_000);
  expect(q.nextWakeAt(0)).toBe(10_000);
  expect(q.lapsed(9_999)).toEqual([]);
  expect(idsOf(q.lapsed(10_000))).toEqual([1]);
  expect(q.lapsed(10_000)).toEqual([]);
  expect(q.nextWakeAt(10_000)).toBe(30_000);
  expect(idsOf(q.lapsed(30_000))).toEqual([2]);
});

test("shortening a lease does not make it expire twice", () => {
  const q = queue();
  q.add(message(1), 0);
  const [lease] = q.take(0, ROOM);
  for (const deadline of [20_000, 10_000, 20_000, 10_000]) q.extend(lease?.ackId ?? "", deadline);
  expect(q.lapsed(25_000)).toHaveLength(1);
});

test("ids of ended leases are ignored", () => {
  const q = queue();
  q.add(message(1), 0);
  const [lease] = q.take(0, ROOM);
  q.finish(lease?.ackId ?? "");
  q.finish(lease?.ackId ?? "");
  q.retry(lease?.ackId ?? "", 3);
  expect(q.size).toBe(0);
  expect(q.nextWakeAt(0)).toBeUndefined();
});

test("a due message without capacity sets no timer", () => {
  const q = queue();
  q.add(message(1), 0);
  expect(q.nextWakeAt(5)).toBeUndefined();
});

test("an unshared ordering key has one outstanding message, and a failed one blocks the later ones", () => {
  const q = queue({ ordered: true, isKeyShared: false });
  for (const id of [1, 2, 3]) q.add(message(id, "a"), 0);
  q.add(message(4, "b"), 0);
  const [head, other] = q.take(0, ROOM);
  expect([head?.message.id, other?.message.id]).toEqual([1, 4]);
  q.retry(head?.ackId ?? "", 10);
  expect(q.take(109, ROOM)).toEqual([]);
  const [again] = q.take(110, ROOM);
  expect(again?.message.id).toBe(1);
  q.finish(again?.ackId ?? "");
  expect(idsOf(q.take(111, ROOM))).toEqual([2]);
});

test("a shared ordering key has as many outstanding messages as there is capacity, in order", () => {
  const q = queue({ ordered: true });
  for (const id of [1, 2, 3]) q.add(message(id, "a"), 0);
  q.add(message(4, "b"), 0);
  expect(idsOf(q.take(0, ROOM))).toEqual([1, 2, 3, 4]);
  q.add(message(5, "a"), 0);
  expect(idsOf(q.take(0, ROOM))).toEqual([5]);
});

test("while messages of an ordering key are outstanding, later ones go only to the same holder", () => {
  const q = queue({ ordered: true });
  for (const id of [1, 2]) q.add(message(id, "a"), 0);
  q.add(message(3, "b"), 0);
  const [first] = q.take(0, { ...ROOM, messages: 1, holder: "x" });
  expect(idsOf(q.take(0, { ...ROOM, holder: "y" }))).toEqual([3]);
  q.finish(first?.ackId ?? "");
  expect(idsOf(q.take(0, { ...ROOM, holder: "y" }))).toEqual([2]);
});

test("a failed message of an ordering key causes redelivery of all later ones, also of finished ones", () => {
  const q = queue({ ordered: true });
  for (const id of [1, 2, 3, 4]) q.add(message(id, "a"), 0);
  const [head, second, third] = q.take(0, { ...ROOM, messages: 3 });
  q.finish(second?.ackId ?? "");
  expect(q.size).toBe(4);
  expect(idsOf(q.retry(head?.ackId ?? "", 0))).toEqual([3]);
  q.finish(third?.ackId ?? "");
  expect(q.take(99, ROOM)).toEqual([]);
  const again = q.take(100, ROOM);
  expect(again.map(({ message: { id }, attempt }) => [id, attempt])).toEqual([
    [1, 2],
    [2, 1],
    [3, 1],
    [4, 1],
  ]);
  for (const { ackId } of again) q.finish(ackId);
  expect(q.size).toBe(0);
});

test("the backoff doubles up to its maximum", () => {
  const range = { minimumMs: 100, maximumMs: 60_000 };
  expect([1, 2, 3, 10, 11, 5000].map((n) => exponentialBackoffMs(range, n))).toEqual([
    100, 200, 400, 51_200, 60_000, 60_000,
  ]);
});

test("property: every message is redelivered until it is finished, in the order of its key", () => {
  const Step = fc.record({
    outcome: fc.constantFrom("finish", "retry", "lapse"),
    room: fc.integer({ min: 1, max: 4 }),
  });
  const keys = fc.array(fc.constantFrom("", "a", "b"), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(keys, fc.array(Step, { maxLength: 60 }), fc.boolean(), (messageKeys, steps, isKeyShared) => {
      const q = queue({ ordered: true, isKeyShared, ackDeadlineMs: 1000, backoffMs: () => 10 });
      for (const [id, key] of messageKeys.entries()) q.add(message(id, key), 0);
      const finished: number[] = [];
      let now = 0;
      const round = (outcome: string, messages: number) => {
        for (const lease of q.take(now, { messages, bytes: 1e9 })) {
          if (outcome === "lapse") continue;
          if (outcome === "retry") q.retry(lease.ackId, now);
          else {
            q.finish(lease.ackId);
            finished.push(lease.message.id);
          }
        }
        now += 1000;
        for (const lease of q.lapsed(now)) q.retry(lease.ackId, now);
        now += 10;
      };
      for (const { outcome, room } of steps) round(outcome, room);
      while (q.size > 0) round("finish", 5);
      expect([...finished].sort((a, b) => a - b)).toEqual([...messageKeys.keys()]);
      for (const key of ["a", "b"]) {
        const ofKey = finished.filter((id) => messageKeys[id] === key);
        expect(ofKey).toEqual([...ofKey].sort((a, b) => a - b));
      }
    }),
  );
});

test("property: with two holders of shared keys, the last finishes are in the order of the key", () => {
  const Step = fc.record({
    holder: fc.constantFrom("x", "y"),
    room: fc.integer({ min: 1, max: 4 }),
    outcomes: fc.array(fc.constantFrom("finish", "retry", "keep"), { minLength: 1, maxLength: 4 }),
  });
  const keys = fc.array(fc.constantFrom("", "a", "b"), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(keys, fc.array(Step, { maxLength: 40 }), (messageKeys, steps) => {
      const q = queue({ ordered: true, backoffMs: () => 10 });
      for (const [id, key] of messageKeys.entries()) q.add(message(id, key), 0);
      const finished: number[] = [];
      let now = 0;
      const finish = (lease: Lease) => {
        if (q.find(lease.ackId) === undefined) return;
        q.finish(lease.ackId);
        finished.push(lease.message.id);
      };
      for (const { holder, room, outcomes } of steps) {
        const leases = q.take(now, { messages: room, bytes: 1e9, holder });
        for (const [index, lease] of leases.entries()) {
          const outcome = outcomes[index % outcomes.length];
          if (outcome === "finish") finish(lease);
          if (outcome === "retry") q.retry(lease.ackId, now);
        }
        now += 1000;
        for (const lease of q.lapsed(now)) q.retry(lease.ackId, now);
      }
      for (let round = 0; q.size > 0 && round < 100; round++) {
        now += 10_000;
        for (const lease of q.lapsed(now)) q.retry(lease.ackId, now);
        now += 10;
        for (const lease of q.take(now, { ...ROOM, holder: "x" })) finish(lease);
      }
      expect(q.size).toBe(0);
      const last = [...messageKeys.keys()].map((id) => finished.lastIndexOf(id));
      for (const key of ["a", "b"]) {
        const ofKey = last.filter((_, id) => messageKeys[id] === key);
        expect(ofKey).toEqual([...ofKey].sort((a, b) => a - b));
      }
      expect(last).not.toContain(-1);
    }),
  );
});
