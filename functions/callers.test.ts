// The caller check of functions called by Pub/Sub and the timer, on the embedded suite, whose Pub/Sub signs as Google does.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Firestore } from "@google-cloud/firestore";
import { PubSub } from "@google-cloud/pubsub";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { DEAD_LETTER_TOPIC } from "../lib/topology.ts";
import { type HostedFunctions, hostFunctions } from "../scripts/serve/functions-here.ts";

let functions: HostedFunctions;
let db: Firestore;

beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  functions = await hostFunctions({
    names: ["dead-letter", "sweep", "webhook"],
    environment: { MEKURI_WEBHOOK_LOOPBACK: "on" },
  });
  db = new Firestore({ projectId: process.env.GOOGLE_CLOUD_PROJECT });
}, 60_000);

afterAll(async () => {
  await db?.terminate();
  await functions?.close();
  vi.restoreAllMocks();
});

/** The Authorization header with a token signed by the embedded Pub/Sub. */
async function signed(account: string, audience: string): Promise<string> {
  const host = process.env.PUBSUB_EMULATOR_HOST;
  const path = `/v1/projects/-/serviceAccounts/${account}:generateIdToken`;
  const response = await fetch(`http://${host}${path}`, {
    method: "POST",
    body: JSON.stringify({ audience }),
  });
  return `Bearer ${z.object({ token: z.string() }).parse(await response.json()).token}`;
}

const post = async (
  name: string,
  authorization?: string,
  json: unknown = { sessionId: "s1", step: "concept" },
) => {
  const data = Buffer.from(JSON.stringify(json)).toString("base64");
  const body = { message: { data, messageId: "forged" }, subscription: "projects/p/subscriptions/s" };
  const headers = { "content-type": "application/json", ...(authorization && { authorization }) };
  const response = await fetch(functions.url(name), { method: "POST", headers, body: JSON.stringify(body) });
  return response.status;
};
const letters = async () => (await db.collection("deadLetters").get()).docs.map(({ id }) => id);

test("a delivery is refused and has no effect without a token, with one for another function, and with one of another account", async () => {
  const { MEKURI_CALLER_ACCOUNT: account = "", MEKURI_CALLER_AUDIENCE: audience = "" } = process.env;
  const good = await signed(account, audience);
  for (const [authorization, status] of [
    [undefined, 401],
    ["Bearer forged", 401],
    [good.replace(/[^.]*$/, "SIGNATURE_REMOVED_BY_GOOGLE"), 401],
    [await signed(account, "mekuri-other"), 403],
    [await signed("mekuri-webhook@local", audience), 403],
  ] as const) {
    for (const name of ["dead-letter", "sweep"]) {
      expect([name, await post(name, authorization)]).toEqual([name, status]);
    }
  }
  expect(await letters()).toEqual([]);
});

test("webhook skips an attempt whose time is over, and leaves messages of an earlier version to the sweep", async () => {
  let told = 0;
  const receiver = createServer((_, response) => {
    told += 1;
    response.writeHead(204).end();
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const { port } = receiver.address() as AddressInfo;
  const { MEKURI_CALLER_ACCOUNT: account = "", MEKURI_CALLER_AUDIENCE: audience = "" } = process.env;
  const good = await signed(account, audience);
  const call = (notAfter: number) => ({
    ...{ url: `http://127.0.0.1:${port}/`, ownerId: "ann", attempts: 1, notAfter },
    event: {
      ...{ id: "s1.0.completed", event: "session.completed", at: new Date(0).toISOString() },
      session: { sessionId: "s1", status: "completed", title: "Rain" },
    },
  });
  expect(await post("webhook", good, call(1))).toBe(204);
  expect(await post("webhook", good, { sessionId: "s1", delivery: "s1.0.completed" })).toBe(204);
  expect(told).toBe(0);
  const never = Number.MAX_SAFE_INTEGER;
  expect(await Promise.all([1, 2, 3].map(() => post("webhook", good, call(never))))).toEqual([204, 204, 204]);
  expect(told).toBe(1);
  receiver.close();
});

test("Pub/Sub's own delivery and the timer's call are accepted", async () => {
  const pubsub = new PubSub({ projectId: process.env.GOOGLE_CLOUD_PROJECT });
  const id = await pubsub.topic(DEAD_LETTER_TOPIC).publishMessage({ data: Buffer.from("{}") });
  await pubsub.close();
  await vi.waitFor(async () => expect(await letters()).toEqual([id]), { timeout: 20_000 });
  expect((await functions.call("sweep")).status).toBe(200);
}, 60_000);
