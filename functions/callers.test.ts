// Who may call the functions that Pub/Sub and the timer wake, on the embedded suite, whose Pub/Sub signs as Google does.
import { Firestore } from "@google-cloud/firestore";
import { PubSub } from "@google-cloud/pubsub";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { DEAD_LETTER_TOPIC } from "../lib/topology.ts";
import { type HostedFunctions, hostFunctions } from "../scripts/service/functions-here.ts";

let functions: HostedFunctions;
let db: Firestore;

beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  functions = await hostFunctions({ names: ["dead-letter", "sweep"] });
  db = new Firestore({ projectId: process.env.GOOGLE_CLOUD_PROJECT });
}, 60_000);

afterAll(async () => {
  await db?.terminate();
  await functions?.close();
  vi.restoreAllMocks();
});

/** A token that the embedded Pub/Sub signs, as the header has it. */
async function signed(account: string, audience: string): Promise<string> {
  const host = process.env.PUBSUB_EMULATOR_HOST;
  const path = `/v1/projects/-/serviceAccounts/${account}:generateIdToken`;
  const response = await fetch(`http://${host}${path}`, {
    method: "POST",
    body: JSON.stringify({ audience }),
  });
  return `Bearer ${z.object({ token: z.string() }).parse(await response.json()).token}`;
}

const post = async (name: string, authorization?: string) => {
  const data = Buffer.from('{"sessionId":"s1","step":"concept"}').toString("base64");
  const body = { message: { data, messageId: "forged" }, subscription: "projects/p/subscriptions/s" };
  const headers = { "content-type": "application/json", ...(authorization && { authorization }) };
  const response = await fetch(functions.url(name), { method: "POST", headers, body: JSON.stringify(body) });
  return response.status;
};
const letters = async () => (await db.collection("deadLetters").get()).docs.map(({ id }) => id);

test("a stranger's delivery is refused and does nothing: without a token, for another function, of another account", async () => {
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

test("Pub/Sub's own delivery and the timer's call are taken", async () => {
  const pubsub = new PubSub({ projectId: process.env.GOOGLE_CLOUD_PROJECT });
  const id = await pubsub.topic(DEAD_LETTER_TOPIC).publishMessage({ data: Buffer.from("{}") });
  await pubsub.close();
  await vi.waitFor(async () => expect(await letters()).toEqual([id]), { timeout: 20_000 });
  expect((await functions.call("sweep")).status).toBe(200);
}, 60_000);
