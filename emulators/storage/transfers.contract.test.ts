// Contract suite of uploads, interrupted uploads and downloads with Google's client.
// Runs against this suite's emulator, or unchanged against the one that STORAGE_EMULATOR_HOST names.
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Bucket } from "@google-cloud/storage";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractStorage, codeOf, openContractStorage, textOf } from "./contract-storage.ts";

let opened: ContractStorage;
let endpoint: string;
let bucket: Bucket;

beforeAll(async () => {
  opened = await openContractStorage();
  ({ endpoint, bucket } = opened);
});

afterAll(() => opened.close());

describe("uploads", () => {
  const sizes = [0, 1, 1000, 300_000, 1_100_000];
  for (const resumable of [false, true]) {
    const kind = resumable ? "resumable" : "multipart";
    test.each(sizes)(`a ${kind} upload of %i bytes is downloaded with valid checksums`, async (size) => {
      const bytes = Buffer.alloc(size, "めくり");
      const file = bucket.file(`${kind}-${size}`);
      await file.save(bytes, { resumable, contentType: "image/png", validation: "md5" });
      await file.save(bytes, { resumable, contentType: "image/png", validation: "crc32c" });
      const [back] = await file.download({ validation: "crc32c" });
      expect(back.equals(bytes)).toBe(true);
      const [metadata] = await file.getMetadata();
      expect(metadata).toMatchObject({ contentType: "image/png", size: String(size), metageneration: "1" });
    });
  }

  test("a stream of unknown length is uploaded without a total size", async () => {
    const chunks = Array.from({ length: 40 }, (_, at) => Buffer.alloc(20_000, at));
    const file = bucket.file("streamed");
    await file.save(Readable.from(chunks));
    const [back] = await file.download();
    expect(back.equals(Buffer.concat(chunks))).toBe(true);
  });

  test("an upload in chunks of 256 KiB arrives whole", async () => {
    const bytes = Buffer.alloc(900_000, "chunk");
    const file = bucket.file("chunked");
    await file.save(bytes, { chunkSize: 256 * 1024 });
    const [back] = await file.download();
    expect(back.equals(bytes)).toBe(true);
  });

  test("a media upload has the request's content type", async () => {
    const url = `${endpoint}/upload/storage/v1/b/${bucket.name}/o?uploadType=media&name=media.txt`;
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: "plain",
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ name: "media.txt", contentType: "text/plain", size: "5" });
    expect(await textOf(bucket, "media.txt")).toBe("plain");
  });

  test("bytes that do not match a declared checksum are refused", async () => {
    const file = bucket.file("wrong-hash");
    const saved = file.save("bytes", { resumable: false, metadata: { md5Hash: "1B2M2Y8AsgTpgAmY7PhCfg==" } });
    expect(await codeOf(saved)).toBe("400");
    expect(await file.exists()).toEqual([false]);
  });
});

describe("resumable sessions", () => {
  const QUANTUM = 256 * 1024;
  const send = (uri: string, range: string, body: Uint8Array<ArrayBuffer> = new Uint8Array()) =>
    fetch(uri, { method: "PUT", headers: { "content-range": range }, body });

  test("an interrupted upload reports its stored bytes and resumes from there", async () => {
    const bytes = new Uint8Array(QUANTUM * 2 + 10).fill(7);
    const file = bucket.file("interrupted");
    const [uri] = await file.createResumableUpload();
    const asked = await send(uri, "bytes */*");
    expect([asked.status, asked.headers.get("range")]).toEqual([308, null]);

    const first = await send(uri, `bytes 0-${QUANTUM - 1}/${bytes.length}`, bytes.slice(0, QUANTUM));
    expect([first.status, first.headers.get("range")]).toEqual([308, `bytes=0-${QUANTUM - 1}`]);
    const again = await send(uri, `bytes */${bytes.length}`);
    expect([again.status, again.headers.get("range")]).toEqual([308, `bytes=0-${QUANTUM - 1}`]);
    expect(await file.exists()).toEqual([false]);

    const last = `bytes ${QUANTUM}-${bytes.length - 1}/${bytes.length}`;
    expect((await send(uri, last, bytes.slice(QUANTUM))).status).toBe(200);
    const [back] = await file.download();
    expect(back.equals(bytes)).toBe(true);
  });

  test("a finished session repeats its response, also after the object was replaced", async () => {
    const [uri] = await bucket.file("answered").createResumableUpload();
    const first = await send(uri, "bytes 0-2/3", new Uint8Array([1, 2, 3]));
    await bucket.file("answered").save("replaced");
    const again = await send(uri, "bytes */3");
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(await first.json());
  });

  test("the client resumes a session that another client created", async () => {
    const bytes = new Uint8Array(QUANTUM + 5).fill(3);
    const [uri] = await bucket.file("continued").createResumableUpload();
    await send(uri, `bytes 0-${QUANTUM - 1}/*`, bytes.slice(0, QUANTUM));
    const file = bucket.file("continued");
    await file.save(Buffer.from(bytes.slice(QUANTUM)), { uri, offset: QUANTUM, validation: false });
    const [back] = await file.download();
    expect(back.equals(bytes)).toBe(true);
  });

  test("an unknown session is not found", async () => {
    const url = `${endpoint}/upload/storage/v1/b/${bucket.name}/o?uploadType=resumable&upload_id=none`;
    expect((await send(url, "bytes */*")).status).toBe(404);
  });
});

describe("downloads", () => {
  beforeAll(() => bucket.file("letters").save("abcdefghij", { contentType: "text/plain" }));

  test.each([
    { range: { start: 2, end: 4 }, text: "cde" },
    { range: { start: 7 }, text: "hij" },
    { range: { end: -3 }, text: "hij" },
    { range: { start: 8, end: 100 }, text: "ij" },
  ])("the range $range is $text", async ({ range, text }) => {
    const [bytes] = await bucket.file("letters").download(range);
    expect(bytes.toString()).toBe(text);
  });

  test("a range beyond the end is refused with 416", async () => {
    expect(await codeOf(bucket.file("letters").download({ start: 10 }))).toBe("416");
  });

  test("both download paths return the bytes with length and checksums", async () => {
    for (const path of ["storage/v1", "download/storage/v1"]) {
      const answer = await fetch(`${endpoint}/${path}/b/${bucket.name}/o/letters?alt=media`);
      expect(await answer.text()).toBe("abcdefghij");
      expect(answer.headers.get("content-length")).toBe("10");
      expect(answer.headers.get("x-goog-hash")).toMatch(/crc32c=.+,md5=.+/);
    }
  });

  test("a gzip object is decompressed for a caller that does not accept gzip", async () => {
    await bucket.file("packed").save("わたし".repeat(100), { gzip: true, contentType: "text/plain" });
    expect(await textOf(bucket, "packed")).toBe("わたし".repeat(100));
    const url = `${endpoint}/storage/v1/b/${bucket.name}/o/packed?alt=media`;
    const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.text()).toBe("わたし".repeat(100));
  });

  test.each([
    ["text/plain", "public", "gzip"],
    ["image/svg+xml", "public", "gzip"],
    ["image/png", "public", null],
    ["application/gzip", "public", null],
    ["image/png", "public, no-transform", "gzip"],
  ])(
    "a gzip object of %s with Cache-Control: %s is sent to a caller that accepts gzip with Content-Encoding %s",
    async (...row) => {
      const [contentType, cacheControl, encoding] = row;
      const file = bucket.file("packed-media");
      const bytes = Buffer.from("絵".repeat(100));
      await file.save(bytes, { gzip: true, metadata: { contentType, cacheControl } });
      const seen: unknown[] = [];
      const stream = file.createReadStream();
      stream.on("response", (answer) => seen.push(answer.headers["content-encoding"] ?? null));
      expect(await buffer(stream)).toEqual(bytes);
      expect(seen).toEqual([encoding]);
    },
  );

  test("the error names an object that does not exist", async () => {
    await expect(bucket.file("nothing").download()).rejects.toThrow(`No such object: ${bucket.name}/nothing`);
  });
});
