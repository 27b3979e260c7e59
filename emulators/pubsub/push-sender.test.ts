// The push sender against sockets that break connections.
import { createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { systemClock } from "./clock.ts";
import type { Lease } from "./delivery-queue.ts";
import { pushEnvelope, pushSender } from "./push-sender.ts";
import { SUBSCRIPTION_DEFAULTS, type Subscription } from "./resources.ts";

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function subscription(endpoint: string, more: Partial<Subscription> = {}): Subscription {
  const { ackDeadlineSeconds, retentionMs } = SUBSCRIPTION_DEFAULTS;
  const push = { endpoint, attributes: {} };
  const rest = { ordered: false, labels: {}, retainAckedMessages: false, expiration: {}, ...more };
  return {
    name: "projects/p/subscriptions/s",
    topic: "projects/p/topics/t",
    ackDeadlineSeconds,
    retentionMs,
    push,
    ...rest,
  };
}

function lease(n: number, more: Partial<Lease["message"]> = {}): Lease {
  const publishedAt = Date.UTC(2026, 10, 24);
  const data = Buffer.from(`m${n}`);
  const message = {
    id: n,
    topic: "projects/p/topics/t",
    data,
    attributes: {},
    orderingKey: "",
    publishedAt,
    ...more,
  };
  return { ackId: `ack-${n}`, message, bytes: data.length, attempt: 1, deadlineAt: Number.POSITIVE_INFINITY };
}

/** A TCP server, and a consumer that pushes to it. `settled` resolves with the next outcome. */
async function setUp(onRequest: (socket: Socket, n: number) => void) {
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", () => onRequest(socket, ++requests));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  cleanups.push(() => server.close());

  const outcomes: string[] = [];
  let wake = () => {};
  const settle = (outcome: string) => {
    outcomes.push(outcome);
    wake();
  };
  const sender = pushSender({
    token: { sign: () => Promise.reject(new Error("no key")), jwks: async () => ({ keys: [] }) },
    realism: { slowStart: false, subscriptionBackoff: false },
    clock: systemClock,
  });
  cleanups.push(() => sender.close());
  const target = subscription(`http://127.0.0.1:${port}/`);
  const report = { acknowledge: (id: string) => settle(`+${id}`), reject: (id: string) => settle(`-${id}`) };
  const consumerOf = (source: Subscription) => sender.connect(source, report);
  const settled = async (count: number) => {
    while (outcomes.length < count)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return outcomes;
  };
  return { target, consumerOf, settled, sockets };
}

const OK = "HTTP/1.1 204 No Content\r\n\r\n";

test("a reset of an idle kept-alive connection costs no attempt: the message is sent on another connection", async () => {
  const { target, consumerOf, settled, sockets } = await setUp((socket, n) => {
    if (n === 2) socket.resetAndDestroy();
    else socket.write(OK);
  });
  const consumer = consumerOf(target);
  consumer.deliver([lease(1)], target);
  await settled(1);
  consumer.ended(lease(1), "acknowledged");
  await new Promise((resolve) => setImmediate(resolve));
  consumer.deliver([lease(2)], target);
  expect(await settled(2)).toEqual(["+ack-1", "+ack-2"]);
  expect(sockets.size).toBe(2);
});

test("a new connection that breaks is a negative answer", async () => {
  const { target, consumerOf, settled } = await setUp((socket) => socket.resetAndDestroy());
  consumerOf(target).deliver([lease(1)], target);
  expect(await settled(1)).toEqual(["-ack-1"]);
});

test("an interim response 102 acknowledges, whatever follows", async () => {
  const { target, consumerOf, settled } = await setUp((socket) => {
    socket.write("HTTP/1.1 102 Processing\r\n\r\n");
    socket.write("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
  });
  consumerOf(target).deliver([lease(1)], target);
  expect(await settled(1)).toEqual(["+ack-1"]);
});

test("a push that cannot be signed is a negative answer", async () => {
  const { target, consumerOf, settled } = await setUp((socket) => socket.write(OK));
  const oidc = { serviceAccountEmail: "a@b", audience: "" };
  const signed = { ...target, push: { endpoint: target.push?.endpoint ?? "", attributes: {}, oidc } };
  consumerOf(signed).deliver([lease(1)], signed);
  expect(await settled(1)).toEqual(["-ack-1"]);
});

test("the envelope omits empty fields, and has deliveryAttempt only under a dead-letter policy", () => {
  const plain = subscription("http://127.0.0.1:1/");
  const counted = { ...plain, deadLetter: { topic: "projects/p/topics/d", maxDeliveryAttempts: 5 } };
  const times = { publishTime: "2026-11-24T00:00:00.000Z", publish_time: "2026-11-24T00:00:00.000Z" };
  const ids = { messageId: "7", message_id: "7" };
  const attributes = { page: "1" };
  expect(pushEnvelope(lease(7, { data: Buffer.alloc(0), attributes }), plain)).toEqual({
    message: { attributes, ...ids, ...times },
    subscription: plain.name,
  });
  expect(pushEnvelope(lease(7, { orderingKey: "k" }), counted)).toEqual({
    deliveryAttempt: 1,
    message: { data: "bTc=", ...ids, orderingKey: "k", ...times },
    subscription: plain.name,
  });
});
