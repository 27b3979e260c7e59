// Outputs that several steps read at the same moment, on a store that counts.
import { expect, test } from "vitest";
import type { BlobStore } from "./blob-store.ts";
import { BusyError } from "./errors.ts";
import { memoryBlobs } from "./memory-stores.ts";
import { recentOutputs } from "./recent-outputs.ts";

function counting(isDown = () => false) {
  const blobs = memoryBlobs();
  const read: string[] = [];
  const counted: BlobStore = {
    ...blobs,
    async get(sessionId, hash) {
      read.push(sessionId);
      if (isDown()) throw new BusyError("down");
      return blobs.get(sessionId, hash);
    },
  };
  const store = (sessionId: string, output: unknown) =>
    blobs.put(sessionId, Buffer.from(JSON.stringify(output)), "application/json");
  return { outputs: recentOutputs(counted), store, read };
}

test("an output that several steps of a session read at once is read once, and is not given to another session", async () => {
  const { outputs, store, read } = counting();
  const hash = await store("one", { page: 1 });
  await store("two", { page: 1 });
  const given = await Promise.all([1, 2, 3].map(() => outputs.read("one", hash)));
  expect(given).toEqual(Array(3).fill({ page: 1 }));
  expect(await outputs.read("two", hash)).toEqual({ page: 1 });
  expect(read).toEqual(["one", "two"]);
});

test("a store that was down is read again", async () => {
  let isDown = true;
  const { outputs, store, read } = counting(() => isDown);
  const hash = await store("one", []);
  await expect(outputs.read("one", hash)).rejects.toThrow(BusyError);
  isDown = false;
  expect(await outputs.read("one", hash)).toEqual([]);
  expect(read).toHaveLength(2);
});

test("outputs of a page are kept, those of a book are not", async () => {
  const { outputs, store, read } = counting();
  const hashes = await Promise.all(Array.from({ length: 40 }, (_, panel) => store("one", { panel })));
  for (const hash of hashes) await outputs.read("one", hash);
  for (const hash of hashes.slice(-8)) await outputs.read("one", hash);
  expect(read).toHaveLength(40);
  await outputs.read("one", hashes[0] ?? "");
  expect(read).toHaveLength(41);
});
