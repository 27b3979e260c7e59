// The contract of every level of the memo; run by the tests of each.
import { describe, expect, test } from "vitest";
import type { MemoCache, MemoEntry, MemoStore } from "./memo.ts";

export interface CacheUnderTest {
  cache: MemoCache;
  /** An id that no other test uses. */
  newId(): string;
  /** Advances the time. */
  pass(ms: number): Promise<void>;
}

const entryOf = (sessionId: string, text: string): MemoEntry => ({
  sessionId,
  ownerId: "ann",
  sealed: Buffer.from(text, "utf8"),
});

const textOf = (entry: MemoEntry | undefined) => entry && Buffer.from(entry.sealed).toString("utf8");

/** `use` gives the cache of the whole suite; it is called inside the tests. */
export function describeMemoCache(name: string, use: () => CacheUnderTest): void {
  describe(name, () => {
    test("gives a stored entry byte for byte, and nothing for other ids", async () => {
      const { cache, newId } = use();
      const [id, other] = [newId(), newId()];
      const entry = { ...entryOf("s1", ""), sealed: Buffer.from([0, 255, 13, 10, 128]) };
      await cache.set(id, entry, 60_000);
      const found = await cache.get(id);
      expect(found).toMatchObject({ sessionId: "s1", ownerId: "ann" });
      expect([...(found?.sealed ?? [])]).toEqual([0, 255, 13, 10, 128]);
      expect(await cache.get(other)).toBeUndefined();
    });

    test("gives the last of several entries", async () => {
      const { cache, newId } = use();
      const id = newId();
      await cache.set(id, entryOf("s1", "first"), 60_000);
      await cache.set(id, entryOf("s2", "second"), 60_000);
      expect(textOf(await cache.get(id))).toBe("second");
    });

    test("forgets an entry when it expires, and on request", async () => {
      const { cache, newId, pass } = use();
      const [short, long, removed] = [newId(), newId(), newId()];
      await cache.set(short, entryOf("s1", "short"), 100);
      await cache.set(long, entryOf("s1", "long"), 600_000);
      await cache.set(removed, entryOf("s1", "removed"), 600_000);
      await cache.remove([removed, newId()]);
      await cache.remove([]);
      await pass(300);
      expect(
        await Promise.all([short, long, removed].map(async (id) => textOf(await cache.get(id)))),
      ).toEqual([undefined, "long", undefined]);
    });

    test("takes an entry of the largest size", async () => {
      const { cache, newId } = use();
      const id = newId();
      const sealed = Buffer.alloc(300_000, 7);
      await cache.set(id, { ...entryOf("s1", ""), sealed }, 60_000);
      expect((await cache.get(id))?.sealed).toHaveLength(300_000);
      expect(cache.failures()).toBe(0);
    });
  });
}

export interface StoreUnderTest {
  store: MemoStore;
  newId(): string;
  /** Makes a session of that id exist, or not. */
  setSession(sessionId: string, isThere: boolean): Promise<void>;
}

export function describeMemoStore(name: string, use: () => StoreUnderTest): void {
  async function begin() {
    const { store, newId, setSession } = use();
    const [one, two] = [newId(), newId()];
    await setSession(one, true);
    await setSession(two, true);
    return { store, newId, setSession, one, two };
  }

  describe(name, () => {
    test("keeps the first of two entries, and returns it to the second writer", async () => {
      const { store, newId, one, two } = await begin();
      const id = newId();
      expect(await store.get(id)).toBeUndefined();
      const first = entryOf(one, "first");
      expect(await store.create(id, first)).toBe(first);
      expect(textOf(await store.create(id, entryOf(two, "second")))).toBe("first");
      expect(await store.get(id)).toMatchObject({ sessionId: one, ownerId: "ann" });
      expect(textOf(await store.get(id))).toBe("first");
    });

    test("gives all of many simultaneous writers the same entry", async () => {
      const { store, newId, one } = await begin();
      const id = newId();
      const racers = Array.from({ length: 6 }, (_, index) => store.create(id, entryOf(one, `${index}`)));
      const standing = new Set((await Promise.all(racers)).map(textOf));
      expect(standing.size).toBe(1);
      expect(standing.has(textOf(await store.get(id)))).toBe(true);
    });

    test("removes the entries that a session made, and no others", async () => {
      const { store, newId, one, two } = await begin();
      const [a, b, c] = [newId(), newId(), newId()];
      await store.create(a, entryOf(one, "a"));
      await store.create(b, entryOf(one, "b"));
      await store.create(c, entryOf(two, "c"));
      expect((await store.removeSession(one)).toSorted()).toEqual([a, b].toSorted());
      expect(await store.removeSession(one)).toEqual([]);
      expect(await Promise.all([a, b, c].map(async (id) => textOf(await store.get(id))))).toEqual([
        ...[undefined, undefined],
        "c",
      ]);
    });

    test("stores nothing for a deleted session, so a late worker leaves no trace", async () => {
      const { store, newId, setSession, one } = await begin();
      const id = newId();
      await setSession(one, false);
      expect(await store.create(id, entryOf(one, "late"))).toBeUndefined();
      expect(await store.get(id)).toBeUndefined();
    });
  });
}
