// The blob store's contract on the embedded Storage, and the objects left by an interrupted long stream.
import { randomUUID } from "node:crypto";
import { type Bucket, Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "../../emulators/database.ts";
import { type RunningStorage, startStorage } from "../../emulators/storage/server.ts";
import { describeBlobStore } from "../pipeline/blob-store-contract.ts";
import { officialObjects } from "./official-objects.ts";
import { objectPath, storageBlobStore } from "./storage-blob-store.ts";

let server: RunningStorage;
let bucket: Bucket;

beforeAll(async () => {
  server = await startStorage({ db: openDatabase("memory"), dataDir: "memory" });
  vi.stubEnv("STORAGE_EMULATOR_HOST", server.endpoint);
  bucket = new Storage({ projectId: "p" }).bucket("books");
  await bucket.create();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const store = () => storageBlobStore({ name: bucket.name, open: async () => bucket });

describeBlobStore("blobs on Cloud Storage", store);
describeBlobStore("blobs on Cloud Storage by Google's client", () => {
  const open = async () => bucket;
  return storageBlobStore({ name: bucket.name, open, objects: officialObjects(open) });
});

test("a long stream is stored as one object, with its content type and immutable caching", async () => {
  const sessionId = randomUUID();
  const chunks = async function* () {
    for (let index = 0; index < 9; index++) yield Buffer.alloc(1 << 20, index);
  };
  const hash = await store().putStream(sessionId, chunks(), "application/pdf");
  const [files] = await bucket.getFiles({ prefix: `sessions/${sessionId}/` });
  expect(files.map(({ name }) => name)).toEqual([objectPath(sessionId, hash)]);
  const [metadata] = await bucket.file(objectPath(sessionId, hash)).getMetadata();
  expect(metadata.contentType).toBe("application/pdf");
  expect(metadata.cacheControl).toContain("immutable");
});
