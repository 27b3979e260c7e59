// The blob store on Cloud Storage: objects `sessions/{id}/objects/{sha256}`, written once and never changed.
import { createHash, hash, randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Bucket, File } from "@google-cloud/storage";
import { BlobMissingError, type BlobStore } from "../pipeline/blob-store.ts";
import { BusyError } from "../pipeline/errors.ts";
import type { Objects } from "./objects.ts";
import { storageObjects } from "./storage-requests.ts";
import { refusalOf } from "./store-refusals.ts";

// The Storage client adds eleven listeners to the stream of every download, one more than Node's limit for a suspected leak.
EventEmitter.defaultMaxListeners = Math.max(EventEmitter.defaultMaxListeners, 20);

const FOREVER = "public, max-age=31536000, immutable";

/** A stream is uploaded in requests of this size; shorter content needs no resumable upload. */
const CHUNK_BYTES = 4 << 20;

/** The path of a session's object in the bucket. */
export function objectPath(sessionId: string, hash: string): string {
  return `sessions/${sessionId}/objects/${hash}`;
}

/** A bucket, and the client of it that streams need. */
export interface BlobBucket {
  name: string;
  /** Called for every stream; loads the client with the first. */
  open: () => Promise<Bucket>;
  /** For objects of the same bucket that are completely in memory; default: its JSON API. */
  objects?: Objects | undefined;
}

export function storageBlobStore({ name: bucket, open, objects }: BlobBucket): BlobStore {
  const { uploadNew, download } = objects ?? storageObjects(bucket);
  /** Uploads in progress, by object name: concurrent uploads of the same object are sent once. */
  const uploads = new Map<string, Promise<void>>();

  async function put(sessionId: string, bytes: Uint8Array, contentType: string): Promise<string> {
    const hash = sha256(bytes);
    const name = objectPath(sessionId, hash);
    const upload =
      uploads.get(name) ?? unlessThere(() => uploadNew({ name, bytes, contentType, cacheControl: FOREVER }));
    uploads.set(name, upload);
    try {
      await upload;
    } finally {
      uploads.delete(name);
    }
    return hash;
  }

  return {
    put,
    async putStream(sessionId, chunks, contentType) {
      const iterator = chunks[Symbol.asyncIterator]();
      const head = await firstBytes(iterator);
      if (head.length < CHUNK_BYTES) return put(sessionId, head, contentType);
      // The hash, which is the name, is known only at the end. A worker that dies leaves a partial object, which is deleted with its
      // session.
      const files = await open();
      const part = files.file(`sessions/${sessionId}/parts/${randomUUID()}`);
      const hash = await upload(part, joined(head, iterator), contentType);
      const preconditionOpts = { ifGenerationMatch: 0 };
      const whole = files.file(objectPath(sessionId, hash));
      await unlessThere(() => part.copy(whole, { preconditionOpts }));
      await orBusy("delete a part", () => part.delete({ ignoreNotFound: true }));
      return hash;
    },
    async get(sessionId, hash) {
      const bytes = await reading(sessionId, hash, () => download(objectPath(sessionId, hash)));
      // The name of the object is its checksum.
      if (sha256(bytes) !== hash) throw damaged(hash);
      return bytes;
    },
    async *getStream(sessionId, hash) {
      const digest = createHash("sha256");
      const file = (await open()).file(objectPath(sessionId, hash));
      const stream = file.createReadStream({ validation: false });
      const arriving = stream[Symbol.asyncIterator]();
      try {
        for (;;) {
          const next = await reading(sessionId, hash, () => arriving.next());
          if (next.done === true) break;
          digest.update(next.value);
          yield next.value;
        }
      } finally {
        stream.destroy();
      }
      if (digest.digest("hex") !== hash) throw damaged(hash);
    },
  };
}

/** Enough bytes to fill a chunk, or all there are. */
async function firstBytes(iterator: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < CHUNK_BYTES) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(chunks, size);
}

async function* joined(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** Returns the content's hash. Throws the errors of `chunks`, and `BusyError` or `TerminalError` for the store's. */
async function upload(part: File, chunks: AsyncIterable<Uint8Array>, contentType: string): Promise<string> {
  const digest = createHash("sha256");
  let broken: { error: unknown } | undefined;
  const hashed = async function* () {
    try {
      for await (const chunk of chunks) {
        digest.update(chunk);
        yield chunk;
      }
    } catch (error) {
      broken = { error };
      throw error;
    }
  };
  const metadata = { cacheControl: FOREVER };
  const into = part.createWriteStream({ resumable: true, chunkSize: CHUNK_BYTES, contentType, metadata });
  try {
    await pipeline(Readable.from(hashed(), { objectMode: false }), into);
  } catch (error) {
    if (broken !== undefined) throw broken.error;
    throw refusalOf("Cloud Storage did not accept an object", error);
  }
  return digest.digest("hex");
}

/** 412: the same content exists already. */
async function unlessThere(write: () => Promise<unknown>): Promise<void> {
  await orBusy("take an object", async () => {
    try {
      await write();
    } catch (error) {
      if (statusOf(error) !== 412) throw error;
    }
  });
}

async function orBusy(what: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw refusalOf(`Cloud Storage did not ${what}`, error);
  }
}

async function reading<T>(sessionId: string, hash: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (statusOf(error) === 404) throw new BlobMissingError(sessionId, hash);
    throw refusalOf("Cloud Storage did not give an object", error);
  }
}

function damaged(hash: string): BusyError {
  return new BusyError(`the object ${hash} arrived damaged`);
}

function sha256(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/** The HTTP status of an error of the Storage client, or of ours. */
export function statusOf(error: unknown): number | undefined {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "number" ? code : undefined;
}
