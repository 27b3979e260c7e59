// The blobs of one running step. A blob that it has read or stored itself is not fetched again: a cover, a title page and a page show the
// same picture, and each format binds the same pages.
import type { BlobStore } from "./blob-store.ts";

export interface StepBlobs {
  /** Callers must not change the bytes. Throws as the store's `get` does. */
  get(hash: string): Promise<Uint8Array>;
  put(bytes: Uint8Array, contentType: string): Promise<string>;
}

/** The limit suits the pictures of a page; of a long book the oldest are dropped. */
const KEPT_BYTES = 8 << 20;

export function stepBlobs(blobs: BlobStore, sessionId: string, keptBytes = KEPT_BYTES): StepBlobs {
  const kept = new Map<string, Promise<Uint8Array>>();
  const sizes = new Map<string, number>();
  let total = 0;

  function forget(hash: string): void {
    kept.delete(hash);
    total -= sizes.get(hash) ?? 0;
    sizes.delete(hash);
  }

  function weigh(hash: string, { length }: Uint8Array): void {
    total += length - (sizes.get(hash) ?? 0);
    sizes.set(hash, length);
    for (const oldest of sizes.keys()) {
      if (total <= keptBytes) return;
      forget(oldest);
    }
  }

  return {
    async get(hash) {
      const known = kept.get(hash);
      if (known !== undefined) return known;
      const asked = blobs.get(sessionId, hash);
      kept.set(hash, asked);
      try {
        const bytes = await asked;
        weigh(hash, bytes);
        return bytes;
      } catch (error) {
        forget(hash);
        throw error;
      }
    },
    async put(bytes, contentType) {
      const hash = await blobs.put(sessionId, bytes, contentType);
      kept.set(hash, Promise.resolve(bytes));
      weigh(hash, bytes);
      return hash;
    },
  };
}
