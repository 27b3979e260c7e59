// The emulator as a service: its port, shutdown, contention mode, and refusals of uncovered features.
import { credentials, makeClientConstructor } from "@grpc/grpc-js";
import { expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { clientOf } from "./contract-client.ts";
import { type FirestoreOptions, startFirestore } from "./server.ts";
import { loadServiceDefinition } from "./service-definition.ts";
import { documentSnapshots } from "./snapshots.ts";

const UNIMPLEMENTED = 12;
const UNAVAILABLE = 14;

async function withEmulator<T>(
  options: Omit<FirestoreOptions, "db">,
  use: (client: ReturnType<typeof clientOf>) => Promise<T>,
): Promise<T> {
  const service = await startFirestore({ db: openDatabase("memory"), ...options });
  const client = clientOf(service.host);
  try {
    return await use(client);
  } finally {
    await client.terminate();
    await service.close();
  }
}

test("closing frees the port within half a second, and listeners find the next emulator on it", async () => {
  const db = openDatabase("memory");
  const service = await startFirestore({ db });
  const client = clientOf(service.host);
  const snapshots = documentSnapshots(client.doc("a/b"));
  await snapshots.next();
  const startedAt = performance.now();
  await service.close();
  expect(performance.now() - startedAt).toBeLessThan(500);
  const next = await startFirestore({ db, port: service.port });
  await client.doc("a/b").set({ n: 1 });
  expect((await snapshots.next()).get("n")).toBe(1);
  snapshots.stop();
  await client.terminate();
  await next.close();
});

test("a port in use is an error that names the port", async () => {
  const service = await startFirestore({ db: openDatabase("memory") });
  const again = startFirestore({ db: openDatabase("memory"), port: service.port });
  await expect(again).rejects.toThrow(String(service.port));
  await service.close();
});

test("contention aborts the commits that the random numbers select, and the client retries", async () => {
  const numbers = [0.1, 0.9];
  const contention = { latencyMs: 0, abortRate: 0.5, random: () => numbers.shift() ?? 1 };
  await withEmulator({ contention }, async (client) => {
    let attempts = 0;
    await client.runTransaction(async (transaction) => {
      attempts += 1;
      await transaction.get(client.doc("a/b"));
      transaction.set(client.doc("a/b"), { attempts });
    });
    expect(attempts).toBe(2);
    expect((await client.doc("a/b").get()).get("attempts")).toBe(2);
  });
});

test("contention adds its latency to each call", async () => {
  const elapsedMs = await withEmulator({ contention: { latencyMs: 40, abortRate: 0 } }, async (client) => {
    const startedAt = performance.now();
    await client.doc("a/b").set({ n: 1 });
    await client.doc("a/b").get();
    return performance.now() - startedAt;
  });
  expect(elapsedMs).toBeGreaterThan(75);
});

test("an uncovered feature is refused with an error that names it", async () => {
  await withEmulator({}, async (client) => {
    const nearest = client.collection("a").findNearest({
      vectorField: "v",
      queryVector: [1],
      limit: 1,
      distanceMeasure: "EUCLIDEAN",
    });
    await expect(nearest.get()).rejects.toMatchObject({
      code: UNIMPLEMENTED,
      message: expect.stringContaining("vector search"),
    });
    await expect(client.collection("a").explain()).rejects.toMatchObject({
      code: UNIMPLEMENTED,
      message: expect.stringContaining("query explain"),
    });
    await expect(client.pipeline().collection("a").execute()).rejects.toMatchObject({
      code: UNIMPLEMENTED,
      message: expect.stringContaining("ExecutePipeline"),
    });
  });
});

/** A client of raw gRPC calls, which can disconnect in the middle of a call like a killed process. */
function rawClient(host: string) {
  const Client = makeClientConstructor(loadServiceDefinition(), "Firestore");
  const client = new Client(host, credentials.createInsecure());
  const database = "projects/demo-contract/databases/(default)";
  const read = (request: object) => client.batchGetDocuments?.({ database, ...request });
  return {
    /** Begins a transaction that reads `a/b`. */
    begin: () => read({ documents: [`${database}/documents/a/b`], newTransaction: { readWrite: {} } }),
    /** After it resolves, the server has received everything that was sent before. */
    roundTrip: () => new Promise((resolve) => read({}).resume().on("end", resolve)),
    close: () => client.close(),
  };
}

test("a client that disconnects while it waits for a lock does not get the lock", async () => {
  const service = await startFirestore({ db: openDatabase("memory") });
  const client = clientOf(service.host);
  const doc = client.doc("a/b");
  const raw = rawClient(service.host);
  await client.runTransaction(async (transaction) => {
    await transaction.get(doc);
    const call = raw.begin();
    const left = new Promise((resolve) => call.on("error", resolve));
    await raw.roundTrip();
    call.cancel();
    await left;
    await raw.roundTrip();
    transaction.set(doc, { n: 1 });
  });
  const startedAt = performance.now();
  await doc.update({ n: 2 });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  raw.close();
  await client.terminate();
  await service.close();
});

test("closing ends abandoned transactions and the calls that wait for them", async () => {
  const service = await startFirestore({ db: openDatabase("memory") });
  const raw = rawClient(service.host);
  await new Promise((resolve) => raw.begin().resume().on("end", resolve));
  const waiting = raw.begin().resume();
  const refused = new Promise((resolve) => waiting.on("error", resolve));
  const left = raw.begin().on("error", () => {});
  await raw.roundTrip();
  left.cancel();
  await raw.roundTrip();
  await service.close();
  expect(await refused).toMatchObject({ code: UNAVAILABLE });
  raw.close();
});
