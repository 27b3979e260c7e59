import fc from "fast-check";
import { expect, test } from "vitest";
import { BlobMissingError, type BlobStore } from "./blob-store.ts";
import { memoryBlobs } from "./memory-stores.ts";
import { stepBlobs } from "./step-blobs.ts";

/** A store that counts its requests. */
function counted(store: BlobStore) {
  const gets: string[] = [];
  return {
    gets,
    store: {
      ...store,
      get(sessionId: string, hash: string) {
        gets.push(hash);
        return store.get(sessionId, hash);
      },
    },
  };
}

const bytesOf = (length: number, fill: number) => new Uint8Array(length).fill(fill);

test("a blob that is read twice, at once or later, is fetched once; a stored one is not fetched", async () => {
  const { store, gets } = counted(memoryBlobs());
  const there = await store.put("s", bytesOf(3, 1), "image/png");
  const blobs = stepBlobs(store, "s");
  const [one, same] = await Promise.all([blobs.get(there), blobs.get(there)]);
  const own = await blobs.put(bytesOf(4, 2), "image/png");
  expect([one, same, await blobs.get(there), await blobs.get(own)].map((bytes) => [...bytes])).toEqual([
    ...[
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ],
    [2, 2, 2, 2],
  ]);
  expect(gets).toEqual([there]);
});

test("a failed fetch is repeated", async () => {
  const store = memoryBlobs();
  const blobs = stepBlobs(store, "s");
  const hash = await memoryBlobs().put("s", bytesOf(3, 7), "image/png");
  await expect(blobs.get(hash)).rejects.toThrow(BlobMissingError);
  await store.put("s", bytesOf(3, 7), "image/png");
  expect([...(await blobs.get(hash))]).toEqual([7, 7, 7]);
});

test("reads return what was stored, and no more is cached than the limit", async () => {
  const step = fc.record({ fill: fc.nat(20), length: fc.integer({ min: 1, max: 40 }), put: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { store, gets } = counted(memoryBlobs());
      const blobs = stepBlobs(store, "s", 64);
      const recent: { hash: string; length: number }[] = [];
      for (const { fill, length, put } of steps) {
        const bytes = bytesOf(length, fill);
        const hash = put ? await blobs.put(bytes, "a/b") : await store.put("s", bytes, "a/b");
        const before = gets.length;
        expect([...(await blobs.get(hash))]).toEqual([...bytes]);
        const isFetched = gets.length > before;
        if (put && length <= 64) expect(isFetched).toBe(false);
        if (isFetched || put) recent.push({ hash, length });
        // Everything stored since then fits beside it, or it has been dropped and is fetched again.
        const since = recent.slice(recent.findLastIndex((each) => each.hash === hash));
        if (!isFetched) expect(since.reduce((sum, each) => sum + each.length, 0)).toBeLessThanOrEqual(64);
      }
    }),
  );
});
