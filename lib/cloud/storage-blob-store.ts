// The blob store on Cloud Storage: objects `sessions/{id}/objects/{sha256}`, written once and never changed.
import { createHash } from "node:crypto";
import { EventEmitter } from "node:events";
import { ApiError, type Bucket } from "@google-cloud/storage";
import { BlobMissingError, type BlobStore } from "../pipeline/blob-store.ts";
import { BusyError } from "../pipeline/errors.ts";

// The Storage client hangs eleven listeners on the stream of every download, one more than Node takes for a leak.
EventEmitter.defaultMaxListeners = Math.max(EventEmitter.defaultMaxListeners, 20);

const FOREVER = "public, max-age=31536000, immutable";

/** Where an object of a session lies in the bucket. */
export function objectPath(sessionId: string, hash: string): string {
  return `sessions/${sessionId}/objects/${hash}`;
}

export function storageBlobStore(bucket: Bucket): BlobStore {
  return {
    async put(sessionId, bytes, contentType) {
      const hash = sha256(bytes);
      try {
        await bucket
          .file(objectPath(sessionId, hash))
          .save(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
            resumable: false,
            contentType,
            metadata: { cacheControl: FOREVER },
            // 412 says that the same content is there already.
            preconditionOpts: { ifGenerationMatch: 0 },
          });
      } catch (error) {
        if (statusOf(error) !== 412)
          throw new BusyError("Cloud Storage did not take an object", undefined, { cause: error });
      }
      return hash;
    },
    async get(sessionId, hash) {
      const bytes = await download(bucket, sessionId, hash);
      if (sha256(bytes) !== hash) throw new BusyError(`the object ${hash} arrived damaged`);
      return bytes;
    },
  };
}

async function download(bucket: Bucket, sessionId: string, hash: string): Promise<Uint8Array> {
  try {
    // The name of the object is its checksum: the client's own check would be a second one.
    const [bytes] = await bucket.file(objectPath(sessionId, hash)).download({ validation: false });
    return bytes;
  } catch (error) {
    if (statusOf(error) === 404) throw new BlobMissingError(sessionId, hash);
    throw new BusyError("Cloud Storage did not give an object", undefined, { cause: error });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The HTTP status of an error of the Storage client. */
export function statusOf(error: unknown): number | undefined {
  const code: unknown =
    error instanceof ApiError || (error instanceof Error && "code" in error) ? error.code : undefined;
  return typeof code === "number" ? code : undefined;
}
