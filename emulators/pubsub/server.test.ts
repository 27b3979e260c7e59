// Behaviour beyond the contract suites: authenticated push, slow start and backoff, refusals by name, keepalives.
import { createPublicKey, verify } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { PubSub, v1 } from "@google-cloud/pubsub";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, expect, test } from "vitest";
import * as z from "zod";
import { manualClock, settled } from "./manual-clock.ts";
import { type PushEndpoint, pushEndpoint } from "./push-endpoint.ts";
import { PUSH_TOKEN_ISSUER, pushTokenSigner } from "./push-token.ts";
import { type PubSubOptions, startPubSub } from "./server.ts";
import { KEYS_PATH } from "./token-http.ts";

const projectId = "demo-own";
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(options: Partial<PubSubOptions> = {}) {
  const service = await startPubSub({ db: new DatabaseSync(":memory:"), ...options });
  cleanups.push(() => service.close());
  const client = new PubSub({ projectId, apiEndpoint: service.host, emulatorMode: true });
  cleanups.push(() => client.close());
  const [topic] = await client.createTopic("work");
  const publisher = client.topic("work", { batching: { maxMessages: 1 } });
  return {
    service,
    client,
    topic,
    publish: (text: string) => publisher.publishMessage({ data: Buffer.from(text) }),
  };
}

async function endpoint(...args: Parameters<typeof pushEndpoint>): Promise<PushEndpoint> {
  const opened = await pushEndpoint(...args);
  cleanups.push(() => opened.close());
  return opened;
}

const parsed = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? "", "base64url").toString());

test("an authenticated push carries a token that the suite's public keys verify", async () => {
  const db = new DatabaseSync(":memory:");
  const signer = pushTokenSigner(db);
  const push = await endpoint();
  const { topic, publish } = await start({ db, pushToken: signer });
  const serviceAccountEmail = "pusher@demo-own.iam.gserviceaccount.com";
  const oidcToken = { serviceAccountEmail, audience: "https://mekuri.example/artwork" };
  await topic.createSubscription("named", { pushConfig: { pushEndpoint: push.url, oidcToken } });
  await publish("signed");
  const { headers } = await push.arrival(1);
  const [header, claims, signature] = headers.authorization?.replace("Bearer ", "").split(".") ?? [];
  const { keys } = await pushTokenSigner(db).jwks();
  expect(parsed(header)).toEqual({ alg: "RS256", typ: "JWT", kid: keys[0]?.kid });
  const key = createPublicKey({ key: keys[0] ?? {}, format: "jwk" });
  expect(
    verify("RSA-SHA256", Buffer.from(`${header}.${claims}`), key, Buffer.from(signature ?? "", "base64url")),
  ).toBe(true);
  expect(parsed(claims)).toMatchObject({
    iss: PUSH_TOKEN_ISSUER,
    aud: oidcToken.audience,
    email: serviceAccountEmail,
    email_verified: true,
  });
});

test("generateIdToken gives other callers a token of the same kind", async () => {
  const { service } = await start();
  const ask = (body: unknown) =>
    fetch(
      `http://${service.host}/v1/projects/-/serviceAccounts/timer@demo-own.iam.gserviceaccount.com:generateIdToken`,
      {
        ...{ method: "POST", headers: { "content-type": "application/json" } },
        body: JSON.stringify(body),
      },
    );
  const { token } = z.object({ token: z.string() }).parse(await (await ask({ audience: "sweep" })).json());
  const keys = createRemoteJWKSet(new URL(`http://${service.host}${KEYS_PATH}`));
  const { payload } = await jwtVerify(token, keys, { audience: "sweep", issuer: PUSH_TOKEN_ISSUER });
  expect(payload).toMatchObject({ email: "timer@demo-own.iam.gserviceaccount.com", email_verified: true });
  expect((await ask({})).status).toBe(400);
});

test("the default audience of a token is the endpoint's URL", async () => {
  const push = await endpoint();
  const { topic, publish } = await start();
  const oidcToken = { serviceAccountEmail: "pusher@demo-own.iam.gserviceaccount.com" };
  await topic.createSubscription("unnamed", { pushConfig: { pushEndpoint: push.url, oidcToken } });
  await publish("signed");
  const { headers } = await push.arrival(1);
  expect(parsed(headers.authorization?.split(".")[1])).toMatchObject({ aud: push.url });
});

test("HTTP/1 publishers use the same port and get the service's error messages", async () => {
  const push = await endpoint();
  const { service, topic } = await start();
  await topic.createSubscription("told", { pushConfig: { pushEndpoint: push.url } });
  const ask = async (path: string, body?: unknown) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const request = body === undefined ? {} : { method: "POST", body: text };
    const answer = await fetch(`http://${service.host}/v1/projects/${projectId}/topics/${path}`, request);
    return { status: answer.status, body: await answer.json() };
  };
  const data = Buffer.from("by HTTP").toString("base64");
  const published = await ask("work:publish", { messages: [{ data, attributes: { a: "b" } }] });
  expect(published).toEqual({ status: 200, body: { messageIds: [expect.any(String)] } });
  const { text, envelope } = await push.arrival(1);
  expect([text, envelope.message.attributes]).toEqual(["by HTTP", { a: "b" }]);
  expect(await ask("work")).toMatchObject({ status: 200, body: { name: topic.name } });
  expect(await ask("gone")).toMatchObject({ status: 404, body: { error: { status: "NOT_FOUND" } } });
  expect(await ask("gone:publish", { messages: [{ data }] })).toMatchObject({ status: 404 });
  expect(await ask("work:publish", "{")).toMatchObject({ status: 400 });
  expect(await ask("work:publish", { messages: [{ data: "no base64" }] })).toMatchObject({
    status: 400,
    body: { error: { status: "INVALID_ARGUMENT" } },
  });
  expect(await ask("work:detach", {})).toMatchObject({
    status: 501,
    body: { error: { status: "UNIMPLEMENTED" } },
  });
});

test("a token is reused until shortly before it expires", async () => {
  const clock = manualClock();
  const signer = pushTokenSigner(new DatabaseSync(":memory:"), clock);
  const identity = { serviceAccountEmail: "a@b", audience: "c" };
  const first = await signer.sign(identity);
  await clock.advance(54 * 60_000);
  expect(await signer.sign(identity)).toBe(first);
  await clock.advance(2 * 60_000);
  expect(await signer.sign(identity)).not.toBe(first);
});

test("a push without an answer is aborted at the acknowledgement deadline", async () => {
  const clock = manualClock();
  const push = await endpoint((_, n) => (n === 1 ? undefined : 204));
  const { topic, publish } = await start({ clock });
  await topic.createSubscription("slow", { pushConfig: { pushEndpoint: push.url }, ackDeadlineSeconds: 15 });
  await publish("slow");
  const { response } = await push.arrival(1);
  const cut = new Promise((resolve) => response.once("close", resolve));
  await clock.advance(14_999);
  expect(response.destroyed).toBe(false);
  await clock.advance(1);
  await cut;
  await clock.advance(100);
  await push.arrival(2);
});

test("with slow start a backlog begins with three concurrent requests, and further ones wait for an answer", async () => {
  const push = await endpoint(() => undefined);
  const { topic, client, publish } = await start({
    realism: { slowStart: true, subscriptionBackoff: false },
  });
  await topic.createSubscription("backlog");
  for (let n = 0; n < 8; n++) await publish(`m${n}`);
  await client.subscription("backlog").modifyPushConfig({ pushEndpoint: push.url });
  const { response } = await push.arrival(3);
  // No fourth request has arrived after a round trip to the emulator.
  await publish("m8");
  expect(push.arrivals).toHaveLength(3);
  response.writeHead(204).end();
  await push.arrival(5);
});

test("with push backoff one negative answer pauses every message", async () => {
  const clock = manualClock();
  const push = await endpoint(({ text }) => (text === "bad" ? 500 : 204));
  const { topic, publish } = await start({ clock, realism: { slowStart: false, subscriptionBackoff: true } });
  const deadline = { seconds: 600 };
  const retryPolicy = { minimumBackoff: deadline, maximumBackoff: deadline };
  await topic.createSubscription("held", { pushConfig: { pushEndpoint: push.url }, retryPolicy });
  await publish("bad");
  await push.arrival(1);
  const opensAt = clock.now() + 500;
  while (clock.nextTimerAt() !== opensAt) await settled();
  await publish("good");
  await clock.advance(499);
  expect(push.arrivals).toHaveLength(1);
  await clock.advance(1);
  expect((await push.arrival(2)).text).toBe("good");
});

test("the option `deliveryFaults` injects faults", async () => {
  const push = await endpoint();
  const { topic, publish } = await start({
    deliveryFaults: ({ isDuplicate }) => ({ duplicate: !isDuplicate }),
  });
  await topic.createSubscription("twice", { pushConfig: { pushEndpoint: push.url } });
  const id = await publish("a");
  await push.arrival(2);
  expect(push.arrivals.map(({ envelope }) => envelope.message.messageId)).toEqual([id, id]);
});

test("uncovered features are refused by name", async () => {
  const { client, topic } = await start();
  const reason = (call: Promise<unknown>) =>
    call.then(
      () => "nothing",
      (error: { code: number; details: string }) => `${error.code} ${error.details}`,
    );
  const push = { pushEndpoint: "http://127.0.0.1:1/", noWrapper: { writeMetadata: true } };
  const subscription = (await topic.createSubscription("plain"))[0];
  const calls: [string, Promise<unknown>][] = [
    ["Subscription.filter", topic.createSubscription("filtered", { filter: 'attributes.a = "b"' })],
    ["PushConfig.no_wrapper", topic.createSubscription("bare", { pushConfig: push })],
    ["enable_exactly_once_delivery", topic.createSubscription("once", { enableExactlyOnceDelivery: true })],
    ["google.pubsub.v1.Subscriber/CreateSnapshot", subscription.createSnapshot("snap")],
    ["google.pubsub.v1.Subscriber/Seek", subscription.seek(new Date())],
    ["google.pubsub.v1.SchemaService/CreateSchema", client.createSchema("s", "AVRO", "{}")],
  ];
  for (const [name, call] of calls) expect(await reason(call)).toMatch(new RegExp(`^12 .*${name}`));
});

test("a stream's keepalive is answered, and an unknown subscription ends it", async () => {
  const { client, topic } = await start();
  const { servicePath, port, sslCreds } = await client.getClientConfig();
  const low = new v1.SubscriberClient({ servicePath, port, sslCreds, projectId });
  cleanups.push(() => low.close());
  const [{ name }] = await topic.createSubscription("open");
  const stream = low.streamingPull();
  stream.on("error", () => {});
  stream.write({ subscription: name, streamAckDeadlineSeconds: 60, protocolVersion: 1 });
  stream.write({});
  const [answer] = await new Promise<unknown[]>((resolve) => stream.once("data", (...data) => resolve(data)));
  expect(answer).toMatchObject({ receivedMessages: [] });
  stream.cancel();

  const lost = low.streamingPull();
  lost.write({ subscription: `projects/${projectId}/subscriptions/missing`, streamAckDeadlineSeconds: 60 });
  const error = await new Promise((resolve) => lost.once("error", resolve));
  expect(error).toMatchObject({ code: 5 });
});

test("an open stream ends when its subscription is deleted or changed to push", async () => {
  const { client, topic } = await start();
  const { servicePath, port, sslCreds } = await client.getClientConfig();
  const low = new v1.SubscriberClient({ servicePath, port, sslCreds, projectId });
  cleanups.push(() => low.close());
  const ending = async (id: string) => {
    const [subscription] = await topic.createSubscription(id);
    const stream = low.streamingPull();
    const ended = new Promise((resolve) => stream.once("error", resolve));
    stream.write({ subscription: subscription.name, streamAckDeadlineSeconds: 60, protocolVersion: 1 });
    stream.write({});
    await new Promise((resolve) => stream.once("data", resolve));
    return { subscription, ended };
  };
  const deleted = await ending("deleted");
  await deleted.subscription.delete();
  expect(await deleted.ended).toMatchObject({ code: 5 });
  const turned = await ending("turned");
  await turned.subscription.modifyPushConfig({ pushEndpoint: "http://127.0.0.1:1/" });
  expect(await turned.ended).toMatchObject({ code: 9 });
});

test("a cancelled pull leases no message", async () => {
  const { client, topic, publish } = await start();
  const [{ name: subscription }] = await topic.createSubscription("given-up");
  const { servicePath, port, sslCreds } = await client.getClientConfig();
  const low = new v1.SubscriberClient({ servicePath, port, sslCreds, projectId });
  cleanups.push(() => low.close());
  const noRetry = { timeout: 50, retry: null };
  await expect(low.pull({ subscription, maxMessages: 1 }, noRetry)).rejects.toMatchObject({ code: 4 });
  await publish("for somebody else");
  const [{ receivedMessages }] = await low.pull({ subscription, maxMessages: 1 });
  expect(receivedMessages).toHaveLength(1);
});

test("held push subscriptions of an earlier run deliver only to their new endpoint", async () => {
  const db = new DatabaseSync(":memory:");
  const old = await endpoint(() => undefined);
  const first = await start({ db });
  await first.topic.createSubscription("moving", { pushConfig: { pushEndpoint: old.url } });
  await first.publish("waiting");
  await old.arrival(1);
  await first.service.close();

  const service = await startPubSub({ db, holdStoredPush: true });
  cleanups.push(() => service.close());
  const client = new PubSub({ projectId, apiEndpoint: service.host, emulatorMode: true });
  cleanups.push(() => client.close());
  // The old endpoint has received nothing after two round trips.
  await client.topic("work").publishMessage({ data: Buffer.from("new") });
  await client.topic("work").exists();
  expect(old.arrivals).toHaveLength(1);
  const moved = await endpoint();
  await client.subscription("moving").modifyPushConfig({ pushEndpoint: moved.url });
  await moved.arrival(2);
  expect(moved.arrivals.map(({ text }) => text)).toEqual(["waiting", "new"]);
});

test("a held subscription resumes when it is updated with its old endpoint", async () => {
  const db = new DatabaseSync(":memory:");
  const push = await endpoint((_, n) => (n === 1 ? undefined : 204));
  const first = await start({ db });
  await first.topic.createSubscription("staying", { pushConfig: { pushEndpoint: push.url } });
  await first.publish("waiting");
  await push.arrival(1);
  await first.service.close();
  const service = await startPubSub({ db, holdStoredPush: true });
  cleanups.push(() => service.close());
  const client = new PubSub({ projectId, apiEndpoint: service.host, emulatorMode: true });
  cleanups.push(() => client.close());
  await client.subscription("staying").modifyPushConfig({ pushEndpoint: push.url });
  expect((await push.arrival(2)).text).toBe("waiting");
});

test("a port in use is an error, and a closed service frees its port", async () => {
  const { service } = await start();
  const again = () => startPubSub({ db: new DatabaseSync(":memory:"), port: service.port });
  await expect(again()).rejects.toThrow(/EADDRINUSE/);
  await service.close();
  const second = await again();
  expect(second.port).toBe(service.port);
  await second.close();
});
