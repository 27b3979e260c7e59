// The port to content-addressed bytes: images, step results, bound files. Nothing stored under a hash ever changes.

export interface BlobStore {
  /**
   * Stores bytes under their SHA-256 (hex) and returns it. Storing what is there already succeeds and writes nothing.
   * Throws `BusyError` when the store is down.
   */
  put(sessionId: string, bytes: Uint8Array, contentType: string): Promise<string>;
  /**
   * Stores what comes chunk by chunk, holding a few megabytes of it at a time, and else does as `put` does.
   * Throws what `chunks` throws; then nothing is there under the hash.
   */
  putStream(sessionId: string, chunks: AsyncIterable<Uint8Array>, contentType: string): Promise<string>;
  /** The bytes under a hash. Throws `BlobMissingError` when nothing is there, `BusyError` when the store is down. */
  get(sessionId: string, hash: string): Promise<Uint8Array>;
  /** The same bytes chunk by chunk. Throws what `get` throws, though perhaps only after chunks were given. */
  getStream(sessionId: string, hash: string): AsyncIterable<Uint8Array>;
}

export class BlobMissingError extends Error {
  override readonly name = "BlobMissingError";
  constructor(sessionId: string, hash: string) {
    super(`session ${sessionId} has no stored object ${hash}`);
  }
}
