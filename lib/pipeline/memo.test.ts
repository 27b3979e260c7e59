import { describe, expect, test } from "vitest";
import type { BlobStore } from "./blob-store.ts";
import { BusyError } from "./errors.ts";
import { createMemo, type MemoCache, type MemoQuestion } from "./memo.ts";
import { describeMemoCache, describeMemoStore } from "./memo-contract.ts";
import { memoryMemoCache, memoryMemoStore, OPEN_SEAL } from "./memory-memo.ts";
import { memoryBlobs } from "./memory-stores.ts";
import type { Packed } from "./phase.ts";

let ids = 0;
let now = 0;
const newId = () => `id-${++ids}`;
const pass = async (ms: number) => {
  now += ms;
};
const cache = memoryMemoCache(() => now);
describeMemoCache("a cache in memory", () => ({ cache, newId, pass }));

const gone = new Set<string>();
const store = memoryMemoStore((sessionId) => !gone.has(sessionId));
describeMemoStore("a lasting level in memory", () => ({
  store,
  newId,
  async setSession(sessionId, isThere) {
    if (isThere) gone.delete(sessionId);
    else gone.add(sessionId);
  },
}));

describe("a cache in memory", () => {
  const entry = (bytes: number) => ({ sessionId: "s", ownerId: "o", sealed: new Uint8Array(bytes) });

  test("drops the least recently used entries when there are too many", async () => {
    const small = memoryMemoCache(() => 0, { entries: 3, bytes: 1_000 });
    for (const id of ["a", "b", "c"]) await small.set(id, entry(1), 1_000);
    await small.get("a");
    await small.set("d", entry(1), 1_000);
    const left = await Promise.all(
      ["a", "b", "c", "d"].map(async (id) => (await small.get(id)) !== undefined),
    );
    expect(left).toEqual([true, false, true, true]);
  });

  test("drops them when they are too large together, also after one was stored again or removed", async () => {
    const small = memoryMemoCache(() => 0, { entries: 100, bytes: 100 });
    for (let round = 0; round < 50; round++) await small.set("a", entry(60), 1_000);
    await small.set("b", entry(40), 1_000);
    expect(await small.get("a")).toBeDefined();
    await small.remove(["a"]);
    await small.set("c", entry(60), 1_000);
    expect(await small.get("b")).toBeDefined();
    await small.set("d", entry(1), 1_000);
    expect([await small.get("c"), await small.get("d")]).toMatchObject([undefined, entry(1)]);
  });
});

const QUESTION: MemoQuestion = {
  ownerId: "ann",
  model: "author@1",
  version: 1,
  memorable: { kind: "answer", key: { task: "plot", seed: 3 } },
};
const text = (value: string): Packed => ({ value, bytes: [] });

function desk(blobs: BlobStore = memoryBlobs()) {
  let ms = 0;
  const process = () => memoryMemoCache(() => ms);
  const redis = memoryMemoCache(() => ms);
  const lasting = memoryMemoStore();
  const open = (memory: MemoCache = process(), shared: MemoCache | undefined = redis) =>
    createMemo({ memory, redis: shared, store: lasting, blobs, seal: OPEN_SEAL });
  return {
    ...{ open, redis, lasting, blobs },
    pass(more: number) {
      ms += more;
    },
  };
}

describe("a remembered result", () => {
  test("is found only by an equal question: owner, model, version and all inputs", async () => {
    const memo = desk().open();
    await memo.keep(QUESTION, { sessionId: "s1", packed: text("the plot") });
    expect(await memo.find(QUESTION)).toMatchObject({ packed: text("the plot"), level: "memory" });
    const key = (other: object) => ({ kind: "answer" as const, key: { task: "plot", seed: 3, ...other } });
    const others: MemoQuestion[] = [
      { ...QUESTION, ownerId: "bob" },
      { ...QUESTION, model: "author@2" },
      { ...QUESTION, version: 2 },
      { ...QUESTION, memorable: key({ seed: 4 }) },
      { ...QUESTION, memorable: key({ task: "concept" }) },
      { ...QUESTION, memorable: { kind: "image", key: key({}).key } },
    ];
    for (const other of others) expect(await memo.find(other)).toBeUndefined();
    const reordered = { ...QUESTION, memorable: { kind: "answer" as const, key: { seed: 3, task: "plot" } } };
    expect(await memo.find(reordered)).toBeDefined();
  });

  test("is found in the fastest level that has it, which then fills those before it", async () => {
    const { open, pass } = desk();
    await open().keep(QUESTION, { sessionId: "s1", packed: text("x") });
    const second = open();
    const levels = async () => [(await second.find(QUESTION))?.level, (await second.find(QUESTION))?.level];
    expect(await levels()).toEqual(["redis", "memory"]);
    pass(600_000);
    expect(await levels()).toEqual(["store", "memory"]);
    expect((await open().find(QUESTION))?.level).toBe("redis");
    expect(second.figures()).toMatchObject({
      memory: { hits: 2, misses: 2 },
      redis: { hits: 1, misses: 1 },
      store: { hits: 1, misses: 0 },
    });
  });

  test("stays in the fast levels for two hours if it is an image", async () => {
    const { open, pass } = desk();
    const memo = open();
    const question = { ...QUESTION, memorable: { kind: "image" as const, key: 1 } };
    await memo.keep(question, { sessionId: "s1", packed: text("x") });
    pass(7_199_000);
    expect((await memo.find(question))?.level).toBe("memory");
    pass(1_000);
    expect((await memo.find(question))?.level).toBe("store");
  });

  test("is the first of two, which the second writer also gets", async () => {
    const { open } = desk();
    const [first, second] = [open(), open()];
    const both = await Promise.all([
      first.keep(QUESTION, { sessionId: "s1", packed: text("one") }),
      second.keep(QUESTION, { sessionId: "s2", packed: text("two") }),
    ]);
    expect(both).toEqual([
      { packed: text("one"), isNew: true },
      { packed: text("one"), isNew: false },
    ]);
    expect([first.figures().kept, second.figures().beaten]).toEqual([1, 1]);
    expect((await second.find(QUESTION))?.packed).toEqual(text("one"));
  });

  test("may be large, and may have bytes: both are stored with the session's objects", async () => {
    const { open, redis, lasting, blobs } = desk();
    const bytes = new Uint8Array(500_000).map((_, index) => index % 251);
    const packed = { value: "y".repeat(400_000), bytes: [{ bytes, contentType: "image/png" }] };
    const sizes: number[] = [];
    const watched = {
      ...redis,
      set: (...put: Parameters<MemoCache["set"]>) => {
        sizes.push(put[1].sealed.length);
        return redis.set(...put);
      },
    };
    await open(undefined, watched).keep(QUESTION, { sessionId: "s1", packed });
    expect(sizes.every((size) => size < 1_000)).toBe(true);
    expect((await open().find(QUESTION))?.packed).toEqual(packed);
    // With the session's objects the result is gone, and the call is made again.
    const elsewhere = createMemo({
      ...{ memory: memoryMemoCache(() => 0), redis, store: lasting, seal: OPEN_SEAL },
      blobs: { ...blobs, get: memoryBlobs().get },
    });
    expect(await elsewhere.find(QUESTION)).toBeUndefined();
  });

  test("is removed with the session that made it, from every level", async () => {
    const { open, redis } = desk();
    const memo = open();
    const other = { ...QUESTION, ownerId: "bob" };
    await memo.keep(QUESTION, { sessionId: "s1", packed: text("one") });
    await memo.keep(other, { sessionId: "s2", packed: text("two") });
    await memo.forgetSession("s1");
    expect(await memo.find(QUESTION)).toBeUndefined();
    expect(await open().find(QUESTION)).toBeUndefined();
    expect((await open(undefined, redis).find(other))?.packed).toEqual(text("two"));
  });

  test("is unreadable under another id or with another owner's seal, and then counts as absent", async () => {
    const { open, lasting } = desk();
    const memo = open();
    await memo.keep(QUESTION, { sessionId: "s1", packed: text("mine") });
    const moved = {
      ...lasting,
      get: async () => ({ sessionId: "s1", ownerId: "bob", sealed: Buffer.from("[]") }),
    };
    const cold = memoryMemoCache(() => 0);
    const reader = createMemo({
      ...{ memory: cold, redis: undefined, store: moved, blobs: memoryBlobs(), seal: OPEN_SEAL },
    });
    expect(await reader.find(QUESTION)).toBeUndefined();
    expect(reader.figures().unreadable).toBe(1);
  });

  test("is not lost to the step when the store is down after the call; the call is not made when it is down before", async () => {
    const down = async () => {
      throw new BusyError("down");
    };
    const memo = createMemo({
      ...{ memory: memoryMemoCache(() => 0), redis: undefined, blobs: memoryBlobs(), seal: OPEN_SEAL },
      store: { get: down, create: down, removeSession: down },
    });
    const packed = text("paid");
    expect(await memo.keep(QUESTION, { sessionId: "s1", packed })).toEqual({ packed, isNew: false });
    expect(memo.figures().unkept).toBe(1);
    await expect(memo.find(QUESTION)).rejects.toThrow(BusyError);
  });
});
