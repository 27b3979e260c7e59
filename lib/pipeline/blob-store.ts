// The port to content-addressed bytes: images, step results, bound files. Nothing stored under a hash ever changes.

export interface BlobStore {
  /**
   * Stores bytes under their SHA-256 (hex) and gives the hash. Bytes that are stored already are not written again. Throws `BusyError` when
   * the store is down.
   */
  put(sessionId: string, bytes: Uint8Array, contentType: string): Promise<string>;
  /**
   * Stores a stream of chunks, holding a few megabytes of it at a time; otherwise as `put`. Throws what `chunks` throws; then nothing is
   * stored.
   */
  putStream(sessionId: string, chunks: AsyncIterable<Uint8Array>, contentType: string): Promise<string>;
  /** The bytes under a hash. Throws `BlobMissingError` when there are none, `BusyError` when the store is down. */
  get(sessionId: string, hash: string): Promise<Uint8Array>;
  /** The same bytes as chunks. Throws what `get` throws, possibly after some chunks. */
  getStream(sessionId: string, hash: string): AsyncIterable<Uint8Array>;
}

export class BlobMissingError extends Error {
  override readonly name = "BlobMissingError";
  constructor(sessionId: string, hash: string) {
    super(`session ${sessionId} has no stored object ${hash}`);
  }
}
