// The blob store on Cloud Storage: objects `sessions/{id}/objects/{sha256}`, written once and never changed.
import { createHash } from "node:crypto";
import { ApiError, type Bucket } from "@google-cloud/storage";
import { BlobMissingError, type BlobStore } from "../pipeline/blob-store.ts";
import { BusyError } from "../pipeline/errors.ts";

const FOREVER = "public, max-age=31536000, immutable";

/** Where an object of a session lies in the bucket. */
export function objectPath(sessionId: string, hash: string): string {
  return `sessions/${sessionId}/objects/${hash}`;
}

export function storageBlobStore(bucket: Bucket): BlobStore {
  return {
    async put(sessionId, bytes, contentType) {
      const hash = createHash("sha256").update(bytes).digest("hex");
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
      try {
        const [bytes] = await bucket.file(objectPath(sessionId, hash)).download();
        return bytes;
      } catch (error) {
        if (statusOf(error) === 404) throw new BlobMissingError(sessionId, hash);
        throw new BusyError("Cloud Storage did not give an object", undefined, { cause: error });
      }
    },
  };
}

function statusOf(error: unknown): number | undefined {
  const code: unknown =
    error instanceof ApiError || (error instanceof Error && "code" in error) ? error.code : undefined;
  return typeof code === "number" ? code : undefined;
}
