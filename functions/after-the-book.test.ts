// What happens after a book is finished, on the real functions with every message delivered twice: one webhook is sent, a further file is
// bound as a step, and a deletion leaves nothing in Firestore and Storage.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { Firestore } from "@google-cloud/firestore";
import { Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signatureOf, webhookSecrets } from "../lib/api/webhook-secrets.ts";
import { suiteDatabase } from "../lib/cloud/contract-database.ts";
import { firestoreSessionReader } from "../lib/cloud/firestore-session-reader.ts";
import { modelIds, parseModels } from "../lib/models/model-sets.ts";
import type { OwnedSession } from "../lib/pipeline/client-documents.ts";
import { deleteSession } from "../lib/pipeline/deletion.ts";
import { requestExport } from "../lib/pipeline/exports.ts";
import { ownedSession } from "../lib/pipeline/owned-session.ts";
import { PHASES } from "../lib/pipeline/step-id.ts";
import { type HostedFunctions, hostFunctions } from "../scripts/serve/functions-here.ts";

const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。";

const told: { headers: Record<string, unknown>; body: string }[] = [];
let receiver: Server;
let functions: HostedFunctions;
let db: Firestore;
let sessionId = "";

beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  receiver = createServer(async (request, response) => {
    told.push({ headers: request.headers, body: await readText(request) });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const { port } = receiver.address() as AddressInfo;
  functions = await hostFunctions({
    names: [...PHASES, "webhook", "webhook-attempts", "sweep"],
    environment: { MEKURI_WEBHOOK_LOOPBACK: "on", MEKURI_LEASE_SECONDS: "20" },
    deliveryFaults: ({ isDuplicate }) => ({ duplicate: !isDuplicate, delayMs: isDuplicate ? 30 : 0 }),
  });
  db = new Firestore({ projectId: process.env.GOOGLE_CLOUD_PROJECT });
  const { commands } = await import("./wiring.ts");
  ({ sessionId } = await commands().startSession({
    ...{ ownerId: "ann", text: STORY, webhookUrl: `http://127.0.0.1:${port}/hook` },
    params: {
      ...{ language: "ja", direction: "rtl", style: "manga", seed: 1, pages: 1, formats: ["cbz"] },
      models: modelIds(parseModels("offline")),
      ...{ review: [], reviewTimeoutMinutes: 30 },
    },
  }));
  await shown(({ status }) => status === "completed");
}, 180_000);

afterAll(async () => {
  vi.restoreAllMocks();
  await db?.terminate();
  await functions?.close();
  receiver?.closeAllConnections();
  receiver?.close();
});

type Shown = NonNullable<Awaited<ReturnType<ReturnType<typeof firestoreSessionReader>["read"]>>>;

/** Waits until the session's document satisfies a predicate. */
async function shown(isWanted: (session: Shown) => boolean): Promise<Shown> {
  const reader = firestoreSessionReader(suiteDatabase(db));
  for (;;) {
    const session = await reader.read(sessionId);
    if (session !== undefined && isWanted(session)) return session;
    await sleep(100);
  }
}

test("one webhook with a signature is sent", async () => {
  const { services } = await import("./wiring.ts");
  const { schedules } = services();
  const session = await shown(({ status }) => status === "completed");
  let webhook: OwnedSession["webhook"];
  while (webhook?.deliveries[0]?.state !== "delivered") {
    await sleep(100);
    const schedule = await schedules.read(sessionId);
    if (schedule !== undefined) webhook = ownedSession(session, schedule).webhook;
  }
  expect(webhook?.deliveries).toMatchObject([{ event: "session.completed", attempts: 1, status: 204 }]);
  // By now the duplicate was delivered, and its delivery was already done.
  await sleep(500);
  expect(told).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: "" }] = told;
  expect(JSON.parse(body)).toMatchObject({ session: { sessionId, status: "completed" } });
  expect(body).not.toContain("駅");
  const { webhookKey } = await import("./webhook-key.ts");
  const secret = webhookSecrets(webhookKey()).secretOf("ann");
  const [, t] = /^t=(\d+),/.exec(String(headers["mekuri-signature"])) ?? [];
  expect(headers["mekuri-signature"]).toBe(signatureOf(body, { secret, nowMs: Number(t) * 1_000 }));
});

test("a further file is bound once, and is listed in the session's document", async () => {
  const { services } = await import("./wiring.ts");
  expect(await requestExport(services(), { sessionId, format: "epub" })).toEqual({ state: "running" });
  const session = await shown(
    ({ exports, status }) => exports?.epub?.state === "done" && status === "completed",
  );
  expect(session.exports).toMatchObject({ cbz: { state: "done" }, epub: { state: "done" } });
  const schedule = await services().schedules.read(sessionId);
  expect(schedule?.results["finish/epub"]).toBeDefined();
});

test("a deletion leaves no document and no file", async () => {
  const bucket = new Storage({ projectId: process.env.GOOGLE_CLOUD_PROJECT }).bucket(
    `${process.env.GOOGLE_CLOUD_PROJECT}-books`,
  );
  const files = async () => (await bucket.getFiles({ prefix: `sessions/${sessionId}/` }))[0].length;
  const documents = async () => {
    const below = await db.doc(`sessions/${sessionId}`).listCollections();
    const sizes = await Promise.all(below.map(async (collection) => (await collection.get()).size));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  expect(await files()).toBeGreaterThan(5);
  expect(await documents()).toBeGreaterThan(10);
  const { commands, erasers } = await import("./wiring.ts");
  await deleteSession({ commands: commands(), erasers: erasers() }, sessionId);
  expect([await files(), await documents()]).toEqual([0, 0]);
  expect(await firestoreSessionReader(suiteDatabase(db)).read(sessionId)).toBeUndefined();
});
