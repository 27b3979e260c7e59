// Steps and messages that are given up, through the real functions on the embedded suite: a step whose model never answers, and a message
// that no function ever accepts. Both sessions fail with a reason, and continue after a redrive.

import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Firestore } from "@google-cloud/firestore";
import { PubSub } from "@google-cloud/pubsub";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { suiteDatabase } from "../lib/cloud/contract-database.ts";
import { ensurePushSubscription } from "../lib/cloud/ensure-topics.ts";
import { firestoreEventReader } from "../lib/cloud/firestore-event-reader.ts";
import { firestoreSessionReader } from "../lib/cloud/firestore-session-reader.ts";
import type { ModelIds } from "../lib/manga/model-ids.ts";
import { hostedId } from "../lib/models/hosted/settings.ts";
import { modelIds, parseModels } from "../lib/models/model-sets.ts";
import { redriveSession } from "../lib/pipeline/redrive.ts";
import type { Services } from "../lib/pipeline/services.ts";
import type { SessionCommands } from "../lib/pipeline/session.ts";
import { DEAD_LETTER_TOPIC, FUNCTIONS } from "../lib/topology.ts";
import { type HostedFunctions, hostFunctions } from "../scripts/serve/functions-here.ts";

const servers: Server[] = [];
const failures: number[] = [];
let functions: HostedFunctions;
let commands: SessionCommands;
let services: Services;
let db: Firestore;

/** A server that answers every request with an error; returns its address. */
async function failing(onRequest: () => void): Promise<string> {
  const server = createServer((request, response) => {
    onRequest();
    request.resume();
    response.writeHead(500, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { code: 500, message: "nobody is there", status: "INTERNAL" } }));
  });
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  functions = await hostFunctions({
    names: ["concept", "dead-letter"],
    environment: {
      GEMINI_API_KEY: "nobody",
      GEMINI_BASE_URL: await failing(() => failures.push(Date.now())),
      // A fallback model would be called after a pause.
      MEKURI_MODEL_FAILOVER: "off",
      MEKURI_RETRY_SECONDS: "0.05",
    },
  });
  const wiring = await import("./wiring.ts");
  commands = wiring.commands();
  services = wiring.services();
  db = new Firestore({ projectId: process.env.GOOGLE_CLOUD_PROJECT });
}, 60_000);

afterAll(async () => {
  await db?.terminate();
  await functions?.close();
  for (const server of servers) server.close();
  vi.restoreAllMocks();
});

async function start(models: ModelIds): Promise<string> {
  const { sessionId } = await commands.startSession({
    ...{ ownerId: "ann", text: "Rain fell on the harbour. “Wait!” said Mina. The cat ran away." },
    params: {
      ...{ language: "en", direction: "ltr", style: "manga", seed: 1, pages: 1 },
      ...{ models, review: [], reviewTimeoutMinutes: 30, formats: [] },
    },
  });
  return sessionId;
}

const failed = (sessionId: string) =>
  vi.waitFor(
    async () => {
      const session = await firestoreSessionReader(suiteDatabase(db)).read(sessionId);
      expect(session?.status).toBe("failed");
      return session;
    },
    { timeout: 90_000, interval: 100 },
  );

test("five claims that end in a transient failure fail the session with its reason, within two seconds", async () => {
  const model = hostedId("gemini", "text");
  const sessionId = await start({ reader: model, director: model, artist: hostedId("gemini", "image") });
  const session = await failed(sessionId);
  expect(session?.error).toMatchObject({ code: "attempt-failed", step: "concept", retryable: true });
  expect(session?.error?.message).toContain("nobody is there");
  const lastFailure = failures.at(-1) ?? Number.NaN;
  expect(Date.parse(session?.endedAt ?? "") - lastFailure).toBeLessThan(2_000);
  const { events } = await firestoreEventReader(suiteDatabase(db)).list(sessionId, { limit: 100 });
  const kinds = events.filter(({ step }) => step === "concept").map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "started")).toHaveLength(5);
  expect(kinds.filter((kind) => kind === "retry")).toHaveLength(4);

  const calls = failures.length;
  const redriven = await redriveSession(services, { sessionId, by: "operator" });
  expect(redriven).toMatchObject({ status: "running", published: ["concept"] });
  await vi.waitFor(() => expect(failures.length).toBeGreaterThan(calls), { timeout: 60_000 });
}, 120_000);

test("a message that no function accepts becomes a dead letter and fails its session, which can be redriven", async () => {
  const concept = FUNCTIONS.find(({ name }) => name === "concept")?.trigger;
  if (concept?.kind !== "push") throw new Error("concept has no subscription");
  const pubsub = new PubSub({ projectId: process.env.GOOGLE_CLOUD_PROJECT });
  let deliveries = 0;
  const impatient = {
    ...concept.subscription,
    ...{ minBackoffSeconds: 0.01, maxBackoffSeconds: 0.05 },
    deadLetter: { topic: DEAD_LETTER_TOPIC, maxDeliveryAttempts: 5 },
  };
  const endpoint = await failing(() => {
    deliveries += 1;
  });
  await ensurePushSubscription(pubsub, impatient, { endpoint });
  await pubsub.close();
  const sessionId = await start(modelIds(parseModels("offline")));
  const session = await failed(sessionId);
  expect(deliveries).toBe(5);
  expect(session?.error).toMatchObject({ code: "dead-letter", step: "concept", retryable: true });
  const letters = await db.collection("deadLetters").where("sessionId", "==", sessionId).get();
  expect(letters.docs.map((letter) => JSON.parse(letter.get("data")).step)).toEqual(["concept"]);

  const redriven = await redriveSession(services, { sessionId, by: "operator" });
  expect(redriven).toMatchObject({ status: "running", published: ["concept"] });
}, 120_000);
