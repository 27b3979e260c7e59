// Memory for remembered results: the first level of every process, and a lasting level for tests and programs without a database.
import type { MemoCache, MemoEntry, MemoSeal, MemoStore } from "./memo.ts";

export interface CacheBounds {
  entries: number;
  /** Size of the sealed content. */
  bytes: number;
}

export const CACHE_BOUNDS: CacheBounds = { entries: 1_000, bytes: 32 * 1024 * 1024 };

/** Keeps the entries used last. `now` in milliseconds. */
export function memoryMemoCache(now: () => number, bounds: CacheBounds = CACHE_BOUNDS): MemoCache {
  // A map keeps the order of insertion: the first entry is the least recently used one.
  const entries = new Map<string, { entry: MemoEntry; endsAt: number }>();
  let bytes = 0;

  function drop(id: string): void {
    bytes -= entries.get(id)?.entry.sealed.length ?? 0;
    entries.delete(id);
  }

  return {
    async get(id) {
      const known = entries.get(id);
      if (known === undefined) return undefined;
      entries.delete(id);
      if (known.endsAt <= now()) {
        bytes -= known.entry.sealed.length;
        return undefined;
      }
      entries.set(id, known);
      return known.entry;
    },
    async set(id, entry, lifeMs) {
      drop(id);
      entries.set(id, { entry, endsAt: now() + lifeMs });
      bytes += entry.sealed.length;
      for (const oldest of entries.keys()) {
        if (entries.size <= bounds.entries && bytes <= bounds.bytes) return;
        drop(oldest);
      }
    },
    async remove(ids) {
      for (const id of ids) drop(id);
    },
    failures: () => 0,
  };
}

/** `isThere`: whether a session still exists. */
export function memoryMemoStore(isThere: (sessionId: string) => boolean = () => true): MemoStore {
  const entries = new Map<string, MemoEntry>();
  return {
    async get(id) {
      return entries.get(id);
    },
    async create(id, entry) {
      const earlier = entries.get(id);
      if (earlier !== undefined) return earlier;
      if (!isThere(entry.sessionId)) return undefined;
      entries.set(id, entry);
      return entry;
    },
    async removeSession(sessionId) {
      const ids = [...entries].filter(([, entry]) => entry.sessionId === sessionId).map(([id]) => id);
      for (const id of ids) entries.delete(id);
      return ids;
    },
  };
}

/** Seals nothing, but detects values sealed for another owner: for data that stays in one process. */
export const OPEN_SEAL: MemoSeal = {
  seal: (text, purpose) => Buffer.from(JSON.stringify([purpose, text]), "utf8"),
  open(sealed, purpose) {
    const [of, text]: unknown[] = JSON.parse(Buffer.from(sealed).toString("utf8"));
    if (JSON.stringify(of) !== JSON.stringify(purpose) || typeof text !== "string") {
      throw new RangeError("sealed for something else");
    }
    return text;
  },
};
