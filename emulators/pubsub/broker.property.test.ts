// Property: delivery is at least once under random publishes, answers, waits, faults and restarts on one database.
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Broker, openBroker, type PushReport } from "./broker.ts";
import type { DeliveryFaults } from "./delivery-faults.ts";
import type { Lease } from "./delivery-queue.ts";
import { manualClock } from "./manual-clock.ts";
import { sqliteMessageStore } from "./message-store.ts";
import { SUBSCRIPTION_DEFAULTS, type Subscription } from "./resources.ts";
import type { Consumer } from "./subscription-feed.ts";

const TOPIC = "projects/p/topics/work";
const SUBSCRIPTION: Subscription = {
  name: "projects/p/subscriptions/pushed",
  topic: TOPIC,
  ackDeadlineSeconds: 10,
  push: { endpoint: "http://127.0.0.1:1/", attributes: {} },
  retry: { minimumMs: 100, maximumMs: 5000 },
  ordered: true,
  labels: {},
  retainAckedMessages: false,
  retentionMs: SUBSCRIPTION_DEFAULTS.retentionMs,
  expiration: {},
};

type Answer = "positive" | "negative" | "none";

const Step = fc.oneof(
  fc.record({ kind: fc.constant("publish" as const), key: fc.constantFrom("", "a", "b") }),
  fc.record({
    kind: fc.constant("answer" as const),
    answer: fc.constantFrom<Answer>("positive", "negative", "none"),
  }),
  fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 12_000 }) }),
  fc.record({ kind: fc.constant("restart" as const) }),
);

/** Delivers every third message twice and every fifth late, which at-least-once delivery allows. */
const faults: DeliveryFaults = ({ data, isDuplicate }) => {
  const n = Number(data.toString());
  return { duplicate: !isDuplicate && n % 3 === 0, delayMs: n % 5 === 0 ? 2000 : 0 };
};

/** A broker and a subscriber with scripted answers. It records what it acknowledged, in order. */
function world(deliveryFaults: DeliveryFaults | undefined) {
  const db = new DatabaseSync(":memory:");
  const clock = manualClock();
  const acknowledged: Lease[] = [];
  let answer: Answer = "positive";
  let broker: Broker = open();
  broker.createTopic({ name: TOPIC, labels: {} });
  broker.createSubscription(SUBSCRIPTION);

  function open(): Broker {
    const connectPush = (_: Subscription, report: PushReport): Consumer => ({
      room: () => ({ messages: 2, bytes: Number.POSITIVE_INFINITY }),
      deliver(leases) {
        for (const lease of leases) {
          if (answer === "positive") {
            acknowledged.push(lease);
            report.acknowledge(lease.ackId);
          }
          if (answer === "negative") report.reject(lease.ackId);
        }
      },
      ended() {},
      refused() {},
    });
    return openBroker({ store: sqliteMessageStore(db), clock, connectPush, faults: deliveryFaults });
  }

  return {
    clock,
    acknowledged,
    publish: (n: number, orderingKey: string) =>
      broker.publish(TOPIC, [{ data: Buffer.from(String(n)), attributes: {}, orderingKey }]),
    setAnswer(next: Answer) {
      answer = next;
    },
    restart() {
      broker.close();
      broker = open();
    },
    owedRows: () => db.prepare("SELECT count(*) AS n FROM pubsub_owed").get()?.n,
  };
}

async function play(
  steps: readonly (typeof Step extends fc.Arbitrary<infer T> ? T : never)[],
  isFaulty: boolean,
) {
  const { clock, acknowledged, publish, setAnswer, restart, owedRows } = world(isFaulty ? faults : undefined);
  const keys: string[] = [];
  for (const step of steps) {
    if (step.kind === "publish") publish(keys.push(step.key) - 1, step.key);
    if (step.kind === "answer") setAnswer(step.answer);
    if (step.kind === "wait") await clock.advance(step.ms);
    if (step.kind === "restart") restart();
  }
  setAnswer("positive");
  await clock.advance(120_000);
  const order = acknowledged.map(({ message }) => Number(message.data.toString()));
  return { keys, order, rest: [owedRows(), clock.nextTimerAt()] };
}

test("without faults every message is acknowledged once, and no timer remains", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 40 }), async (steps) => {
      const { keys, order, rest } = await play(steps, false);
      expect([...order].sort((a, b) => a - b)).toEqual([...keys.keys()]);
      for (const key of ["a", "b"]) {
        const ofKey = order.filter((n) => keys[n] === key);
        expect(ofKey).toEqual([...ofKey].sort((a, b) => a - b));
      }
      expect(rest).toEqual([0, undefined]);
    }),
  );
});

test("with faults injected every message is still acknowledged at least once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 40 }), async (steps) => {
      const { keys, order, rest } = await play(steps, true);
      expect(new Set(order)).toEqual(new Set(keys.keys()));
      expect(rest).toEqual([0, undefined]);
    }),
  );
});
