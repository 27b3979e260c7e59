// A permanent refusal by a store must not be treated as a store that is down, because a caller would wait for ever. Uses the emulators
// where they can refuse.
import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type RunningSuite, startSuite } from "../../emulators/suite.ts";
import type { BlobStore } from "../pipeline/blob-store.ts";
import { BusyError, isStoreRefused } from "../pipeline/errors.ts";
import { SAMPLE_PARAMS } from "../pipeline/sample-session.ts";
import { newSchedule } from "../pipeline/session.ts";
import { firestoreDocuments } from "./firestore-documents.ts";
import { orBusy } from "./firestore-errors.ts";
import { schedulePath } from "./firestore-paths.ts";
import { transact } from "./firestore-transaction.ts";
import { pubsubPublisher } from "./pubsub-publisher.ts";
import { pubsubTopics } from "./pubsub-requests.ts";
import { pubsubWebhookQueue } from "./pubsub-webhook-queue.ts";
import { storageBlobStore } from "./storage-blob-store.ts";
import { storageFileEraser } from "./storage-file-eraser.ts";

let suite: RunningSuite;
/** Answers every request like an intermediary that refuses it. */
let stranger: Server;
let answer = { status: 403, body: "<html>Forbidden</html>" };

beforeAll(async () => {
  suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {} });
  stranger = createServer((request, response) => {
    request.resume();
    response.writeHead(answer.status, { "content-type": "text/html" }).end(answer.body);
  });
  await new Promise<void>((listening) => stranger.listen(0, "127.0.0.1", listening));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((closed) => stranger.close(closed));
  await suite.close();
});

const strangerHost = () => `127.0.0.1:${(stranger.address() as AddressInfo).port}`;
const PROJECT = "demo-refused";

describe("Firestore", () => {
  const documents = () => firestoreDocuments(PROJECT, suite.env.FIRESTORE_EMULATOR_HOST);

  test("refuses a document of more than 1 MiB, and the error names the reason", async () => {
    const ids = { sessionId: randomUUID(), ownerId: "ann" };
    const params = { ...SAMPLE_PARAMS, storyHash: "0".repeat(64), title: "x".repeat(1_100_000) };
    const schedule = newSchedule({ ...ids, params }, 0, 60_000);
    const put = transact(documents(), async (tx) => tx.set(schedulePath(ids.sessionId), schedule));
    await expect(put).rejects.toSatisfy(isStoreRefused);
    await expect(put).rejects.toThrow(/^Firestore refused a request: .*(size|bytes|large)/i);
  });

  test.each([
    ["a path that is not the path of a document", () => documents().read(["no/document/path"])],
    [
      "a change of a missing document",
      () => {
        const commit = documents().begin();
        commit.update(`refused/${randomUUID()}`, [{ field: ["n"], value: 1 }]);
        return commit.send();
      },
    ],
  ])("refuses %s", async (_what, ask) => {
    await expect(orBusy<unknown>(ask)).rejects.toSatisfy(isStoreRefused);
  });

  test.each([
    [400, true],
    [403, true],
    [413, true],
    [408, false],
    [429, false],
    [502, false],
  ])(
    "behind a proxy that answers %i without Firestore's error body: refused for good is %s",
    async (status, isForGood) => {
      answer = { status, body: "<html>no</html>" };
      const asked = orBusy(() => firestoreDocuments(PROJECT, strangerHost()).begin().send());
      await expect(asked).rejects.toSatisfy(
        isForGood ? isStoreRefused : (error) => error instanceof BusyError,
      );
    },
  );
});

describe("Cloud Storage", () => {
  const bucketOf = () => new Storage({ projectId: PROJECT }).bucket("no-such-bucket");
  const store = () => storageBlobStore({ name: "no-such-bucket", open: async () => bucketOf() });
  const large = async function* () {
    for (let piece = 0; piece < 5; piece++) yield Buffer.alloc(1 << 20, piece);
  };

  test.each([
    ["an object", (blobs: BlobStore) => blobs.put("s1", Buffer.from("ink"), "image/png")],
    ["a short stream", (blobs: BlobStore) => blobs.putStream("s1", large(), "application/pdf")],
  ])("refuses %s for a missing bucket", async (_what, put) => {
    vi.stubEnv("STORAGE_EMULATOR_HOST", suite.env.STORAGE_EMULATOR_HOST);
    await expect(put(store())).rejects.toSatisfy(isStoreRefused);
  });

  test("refuses an account without rights; one that has too many requests is busy", async () => {
    vi.stubEnv("STORAGE_EMULATOR_HOST", `http://${strangerHost()}`);
    answer = { status: 403, body: "may not" };
    const put = () => store().put("s1", Buffer.from("ink"), "image/png");
    await expect(put()).rejects.toSatisfy(isStoreRefused);
    await expect(store().get("s1", "0".repeat(64))).rejects.toSatisfy(isStoreRefused);
    await expect(storageFileEraser(async () => bucketOf()).eraseAll("s1")).rejects.toSatisfy(isStoreRefused);
  });
});

describe("Pub/Sub", () => {
  const topics = () => pubsubTopics(PROJECT, suite.env.PUBSUB_EMULATOR_HOST);

  test("refuses a message to a missing topic", async () => {
    const message = { v: 1, sessionId: "s1", step: "concept", inputHash: "0" } as const;
    await expect(pubsubPublisher(topics()).publish([message])).rejects.toSatisfy(isStoreRefused);
    const delivery = { sessionId: "s1", delivery: "d1" };
    await expect(pubsubWebhookQueue(topics()).enqueue([delivery])).rejects.toSatisfy(isStoreRefused);
  });
});
