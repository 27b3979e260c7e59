// Signed addresses and deletion on the embedded Storage: signed by a key file, used by plain HTTP as a browser would.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "../../emulators/database.ts";
import { type RunningStorage, startStorage } from "../../emulators/storage/server.ts";
import { writeKeyFile } from "../../emulators/storage/service-account.ts";
import { BlobMissingError } from "../pipeline/blob-store.ts";
import { bucketOfAccount } from "./signing-account.ts";
import { storageAddressSigner } from "./storage-address-signer.ts";
import { storageBlobStore } from "./storage-blob-store.ts";
import { storageFileEraser } from "./storage-file-eraser.ts";

const MINUTE = 60_000;
let server: RunningStorage;
let folder: string;
let ahead = 0;
const now = () => Date.now() + ahead;

beforeAll(async () => {
  server = await startStorage({ db: openDatabase("memory"), dataDir: "memory", clock: now });
  folder = mkdtempSync(join(tmpdir(), "mekuri-signer-"));
  vi.stubEnv("STORAGE_EMULATOR_HOST", server.endpoint);
  await new Storage({ projectId: "p" }).createBucket("books");
});

afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await server.close();
});

function open() {
  const keyFile = writeKeyFile(server.serviceAccount, folder);
  const bucket = bucketOfAccount(keyFile, { projectId: "p", name: "books" });
  const signer = storageAddressSigner({ bucket, lifeMs: 8 * MINUTE, now });
  return { bucket, signer, blobs: storageBlobStore({ name: bucket.name, open: async () => bucket }) };
}

test("an address opens its object without a token, states its size, and saves it under a name", async () => {
  const { signer, blobs } = open();
  const hash = await blobs.put("s1", Buffer.from("ink"), "image/png");
  const { url, expiresAt } = await signer.sign({ sessionId: "s1", hash, saveAs: "page 1.png" });
  expect(Date.parse(expiresAt)).toBeGreaterThanOrEqual(now() + 8 * MINUTE);
  const answer = await fetch(url);
  expect([answer.status, await answer.text()]).toEqual([200, "ink"]);
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="page 1.png"');
  const titled = await signer.sign({ sessionId: "s1", hash, saveAs: "雨の夜.pdf" });
  expect((await fetch(titled.url)).headers.get("content-disposition")).toBe(
    "attachment; filename=\"___.pdf\"; filename*=UTF-8''%E9%9B%A8%E3%81%AE%E5%A4%9C.pdf",
  );
  expect(await signer.size({ sessionId: "s1", hash })).toBe(3);
  await expect(signer.size({ sessionId: "s2", hash })).rejects.toThrow(BlobMissingError);
});

test("an address stays the same for a while, and is replaced by another before it expires", async () => {
  const { signer, blobs } = open();
  const hash = await blobs.put("s1", Buffer.from("tone"), "image/png");
  const sign = () => signer.sign({ sessionId: "s1", hash });
  const first = await sign();
  expect(await sign()).toEqual(first);
  ahead += 2 * MINUTE;
  const second = await sign();
  expect(second.url).not.toBe(first.url);
  expect((await fetch(first.url)).status).toBe(200);
  ahead += 9 * MINUTE;
  expect((await fetch(first.url)).status).toBe(400);
  ahead = 0;
});

test("a deleted session's files are removed, another's stay", async () => {
  const { bucket, signer, blobs } = open();
  const [gone, stays] = await Promise.all(
    ["s3", "s4"].map((id) => blobs.put(id, Buffer.from(id), "text/plain")),
  );
  const { url } = await signer.sign({ sessionId: "s3", hash: gone ?? "" });
  await storageFileEraser(async () => bucket).eraseAll("s3");
  await storageFileEraser(async () => bucket).eraseAll("s3");
  expect((await fetch(url)).status).toBe(404);
  expect(await blobs.get("s4", stays ?? "")).toEqual(Buffer.from("s4"));
});
