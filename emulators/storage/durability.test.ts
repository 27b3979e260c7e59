// Acknowledged changes survive SIGKILL. The emulator runs in a child process, which the test kills.
import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Storage } from "@google-cloud/storage";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "../database.ts";
import { startStorage } from "./server.ts";
import { ServiceAccountSchema, writeKeyFile } from "./service-account.ts";

// Node warns of more than ten listeners, and the client's download streams have more.
EventEmitter.defaultMaxListeners = 20;

const SERVER = `
  const { openDatabase } = await import(process.env.DATABASE_MODULE);
  const { startStorage } = await import(process.env.STORAGE_MODULE);
  const dataDir = process.env.DATA_DIR;
  const { endpoint, serviceAccount } = await startStorage({ db: openDatabase(dataDir), dataDir });
  console.log(JSON.stringify({ endpoint, serviceAccount }));
`;

let dataDir: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "storage-"));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await kill();
  rmSync(dataDir, { recursive: true });
});

async function start() {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_MODULE: new URL("../database.ts", import.meta.url).href,
    STORAGE_MODULE: new URL("./server.ts", import.meta.url).href,
  };
  child = spawn(process.execPath, ["--input-type=module", "-e", SERVER], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (!child.stdout) throw new Error("no output");
  const [line] = await once(createInterface(child.stdout), "line");
  const { endpoint, serviceAccount } = JSON.parse(line);
  const keyFile = writeKeyFile(ServiceAccountSchema.parse(serviceAccount), dataDir);
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", keyFile);
  const storage = new Storage({
    projectId: "durable",
    apiEndpoint: endpoint,
    retryOptions: { autoRetry: false },
  });
  return { endpoint: String(endpoint), bucket: storage.bucket("durable") };
}

async function kill(): Promise<void> {
  if (!child || child.signalCode !== null || child.killed) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

test("uploads that were acknowledged survive SIGKILL, byte for byte, under the same generation", async () => {
  const first = await start();
  await first.bucket.create();
  const acknowledged = new Map<string, string>();
  const writing = Array.from({ length: 60 }, async (_, at) => {
    const file = first.bucket.file(`object-${at}`);
    const saved = await file.save(`${at}`.repeat(1000), { resumable: at % 2 === 0 }).then(
      () => true,
      () => false,
    );
    if (saved) acknowledged.set(file.name, String(file.metadata.generation));
    if (acknowledged.size === 20) await kill();
  });
  await Promise.all(writing);
  expect(acknowledged.size).toBeGreaterThanOrEqual(20);

  const second = await start();
  for (const [name, generation] of acknowledged) {
    const file = second.bucket.file(name);
    const [bytes] = await file.download();
    expect(bytes.toString()).toBe(name.slice("object-".length).repeat(1000));
    expect((await file.getMetadata())[0]).toMatchObject({ generation });
  }
});

test("a resumable upload continues after SIGKILL from the last quantum", async () => {
  const QUANTUM = 256 * 1024;
  const bytes = new Uint8Array(QUANTUM * 3 + 1).fill(9);
  const first = await start();
  await first.bucket.create();
  const [uri] = await first.bucket.file("book.pdf").createResumableUpload();
  const put = (address: string, range: string, body = new Uint8Array()) =>
    fetch(address, { method: "PUT", headers: { "content-range": range }, body });
  await put(uri, `bytes 0-${QUANTUM * 2 - 1}/${bytes.length}`, bytes.slice(0, QUANTUM * 2));
  await kill();

  const second = await start();
  const again = uri.replace(first.endpoint, second.endpoint);
  const asked = await put(again, `bytes */${bytes.length}`);
  expect([asked.status, asked.headers.get("range")]).toEqual([308, `bytes=0-${QUANTUM * 2 - 1}`]);
  const rest = `bytes ${QUANTUM * 2}-${bytes.length - 1}/${bytes.length}`;
  expect((await put(again, rest, bytes.slice(QUANTUM * 2))).status).toBe(200);
  const [back] = await second.bucket.file("book.pdf").download();
  expect(back.equals(bytes)).toBe(true);
});

test("an upload whose connection breaks keeps its whole quanta", async () => {
  const server = await startStorage({ db: openDatabase(dataDir), dataDir });
  const storage = new Storage({ projectId: "broken", apiEndpoint: server.endpoint });
  const [bucket] = await storage.createBucket("broken");
  const [uri] = await bucket.file("half").createResumableUpload();
  const total = 1_000_000;
  const broken = new AbortController();
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(600_000).fill(1));
    },
    async pull() {
      // The first 600,000 bytes were sent: wait until two quanta are stored, then close the connection.
      while (readdirSync(join(dataDir, "uploads")).length === 0) await new Promise(setImmediate);
      broken.abort();
    },
  });
  const headers = { "content-range": `bytes 0-*/${total}` };
  const sending = fetch(uri, { method: "PUT", headers, body, duplex: "half", signal: broken.signal });
  await expect(sending).rejects.toThrow();
  const asked = await fetch(uri, { method: "PUT", headers: { "content-range": `bytes */${total}` } });
  const held = Number(asked.headers.get("range")?.split("-")[1]) + 1;
  expect([asked.status, held % (256 * 1024), held > 0]).toEqual([308, 0, true]);
  const rest = { "content-range": `bytes ${held}-${total - 1}/${total}` };
  const last = await fetch(uri, { method: "PUT", headers: rest, body: new Uint8Array(total - held).fill(1) });
  expect(last.status).toBe(200);
  const [back] = await bucket.file("half").download();
  expect(back.equals(Buffer.alloc(total, 1))).toBe(true);
  await server.close();
});

test("an address signed before a restart is still valid after it", async () => {
  const first = await start();
  await first.bucket.create();
  await first.bucket.file("page.png").save("ink");
  const expires = Date.now() + 60_000;
  const [url] = await first.bucket.file("page.png").getSignedUrl({ version: "v4", action: "read", expires });
  await kill();
  const second = await start();
  const answer = await fetch(url.replace(first.endpoint, second.endpoint));
  expect([answer.status, await answer.text()]).toEqual([200, "ink"]);
});

test("bytes that no object uses are deleted from disk", async () => {
  const server = await startStorage({ db: openDatabase(dataDir), dataDir });
  const storage = new Storage({ projectId: "tidy", apiEndpoint: server.endpoint });
  const [bucket] = await storage.createBucket("tidy");
  const stored = () =>
    readdirSync(join(dataDir, "objects"), { recursive: true }).filter((name) => name.length > 3);
  await bucket.file("a").save("same");
  await bucket.file("b").save("same");
  expect(stored()).toHaveLength(1);
  await bucket.file("a").delete();
  expect(stored()).toHaveLength(1);
  await bucket.file("b").save("other");
  expect(stored()).toHaveLength(1);
  await bucket.file("b").delete();
  expect(stored()).toHaveLength(0);
  await server.close();
});
