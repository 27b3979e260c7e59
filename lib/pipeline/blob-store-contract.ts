// The contract of every blob store; run by the tests of each.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { BlobMissingError, type BlobStore } from "./blob-store.ts";
import { contentHash } from "./canonical-json.ts";

const PIECE_BYTES = 700_001;

/** Yields this many chunks, each different and made on demand. */
async function* pieces(count: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index++) yield Buffer.alloc(PIECE_BYTES, index + 1);
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const chunk of chunks) held.push(chunk);
  return Buffer.concat(held);
}

export function describeBlobStore(name: string, store: () => BlobStore): void {
  describe(name, () => {
    test.each([
      ["nothing", 0],
      ["little", 1],
      ["ten megabytes", 15],
    ])("keeps a stream of %s under the hash of its bytes, whole", async (_size, count) => {
      const sessionId = randomUUID();
      const bytes = await joined(pieces(count));
      const hash = await store().putStream(sessionId, pieces(count), "application/pdf");
      expect(hash).toBe(contentHash(bytes));
      expect(bytes.equals(await store().get(sessionId, hash))).toBe(true);
      expect(bytes.equals(await joined(store().getStream(sessionId, hash)))).toBe(true);
    });

    test("stores the same bytes again, at once or as a stream, without change", async () => {
      const sessionId = randomUUID();
      const bytes = await joined(pieces(15));
      const hash = await store().put(sessionId, bytes, "application/pdf");
      expect(await store().put(sessionId, bytes, "application/pdf")).toBe(hash);
      expect(await store().putStream(sessionId, pieces(15), "application/pdf")).toBe(hash);
      expect(bytes.equals(await store().get(sessionId, hash))).toBe(true);
    });

    test.each([
      ["early", 1],
      ["late", 15],
    ])("throws what a stream throws that breaks %s, and keeps nothing", async (_when, count) => {
      const sessionId = randomUUID();
      const broken = async function* () {
        yield* pieces(count);
        throw new RangeError("no more pages");
      };
      const stored = store().putStream(sessionId, broken(), "application/pdf");
      await expect(stored).rejects.toThrow(new RangeError("no more pages"));
      const hash = contentHash(await joined(pieces(count)));
      await expect(store().get(sessionId, hash)).rejects.toThrow(BlobMissingError);
    });

    test("names a missing blob, also one of another session", async () => {
      const hash = await store().put(randomUUID(), Buffer.from("ink"), "image/png");
      await expect(store().get(randomUUID(), hash)).rejects.toThrow(BlobMissingError);
      await expect(joined(store().getStream(randomUUID(), hash))).rejects.toThrow(BlobMissingError);
    });
  });
}
