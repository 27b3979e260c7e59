// Results of models are remembered, per owner, in three levels: this process, a cache that all processes share, and a store that keeps a
// result as long as the session that made it. So an equal call is not paid for twice, and a failing level costs only time. Entries are
// sealed at every level. A large result is stored among the objects of the session that made it.
import * as z from "zod";
import { BlobMissingError, type BlobStore } from "./blob-store.ts";
import { canonicalJson, contentHash } from "./canonical-json.ts";
import { BusyError, isStoreRefused } from "./errors.ts";
import type { Memorable, Packed } from "./phase.ts";
import type { MemoLevel } from "./usage.ts";

export interface MemoEntry {
  /** The session that made the entry; the entry is deleted with it. */
  sessionId: string;
  ownerId: string;
  sealed: Uint8Array;
}

/** A fast level. It may lose entries at any time. Never throws: a failed read gives nothing. */
export interface MemoCache {
  get(id: string): Promise<MemoEntry | undefined>;
  set(id: string, entry: MemoEntry, lifeMs: number): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Number of calls that failed. */
  failures(): number;
}

/** The lasting level. All throw `BusyError` when the store is down. */
export interface MemoStore {
  get(id: string): Promise<MemoEntry | undefined>;
  /** Stores an entry unless the id has one, and gives the stored one; undefined, and nothing is stored, when its session is gone. */
  create(id: string, entry: MemoEntry): Promise<MemoEntry | undefined>;
  /** Removes the entries that a session made and gives their ids. */
  removeSession(sessionId: string): Promise<string[]>;
}

/** Seals text for an owner, a session and a field, and opens it for the same three only. May throw any error for a broken value. */
export interface MemoSeal {
  seal(text: string, purpose: SealedFor): Uint8Array | Promise<Uint8Array>;
  open(sealed: Uint8Array, purpose: SealedFor): string | Promise<string>;
}
interface SealedFor {
  ownerId: string;
  sessionId: string;
  field: string;
}

export interface MemoQuestion {
  ownerId: string;
  model: string;
  /** The version of the step's kind: results of another version are not reused. */
  version: number;
  memorable: Pick<Memorable<never>, "kind" | "key">;
}

interface LevelFigures {
  hits: number;
  misses: number;
  failures: number;
}

export interface MemoFigures {
  memory: LevelFigures;
  /** Absent where there is no shared cache. */
  redis?: LevelFigures;
  store: LevelFigures;
  /** Results that were stored, that another worker had stored first, and that could not be stored. */
  kept: number;
  beaten: number;
  unkept: number;
  /** Entries that were found and could not be opened. */
  unreadable: number;
}

export interface Kept {
  /** The result that is remembered from now on; the caller's own where nothing could be stored. */
  packed: Packed;
  /** The caller's own result is remembered, and was not before. */
  isNew: boolean;
}

export interface Memo {
  /** The result of an equal call. Throws `BusyError` when the store is down. */
  find(question: MemoQuestion): Promise<{ packed: Packed; level: MemoLevel } | undefined>;
  /**
   * Stores the result of a call and gives it; gives the stored one where another worker was faster. A result that cannot be stored is given
   * back unchanged.
   */
  keep(question: MemoQuestion, made: { sessionId: string; packed: Packed }): Promise<Kept>;
  /**
   * Removes the entries that a session made, once the session itself is gone. Throws `BusyError` when the store is down. The memory of
   * other processes holds them until they expire, sealed and for their owner alone.
   */
  forgetSession(sessionId: string): Promise<void>;
  figures(): MemoFigures;
}

export interface MemoParts {
  memory: MemoCache;
  redis: MemoCache | undefined;
  store: MemoStore;
  blobs: BlobStore;
  seal: MemoSeal;
}

/** How long the fast levels keep an entry. */
const LIFE_MS: Record<Memorable<never>["kind"], number> = { answer: 600_000, image: 7_200_000 };
/** Longer text is stored as an object of its own: a Firestore document holds one megabyte, and process memory is limited. */
const INLINE_CHARACTERS = 100_000;

const ContentSchema = z.union([
  z.object({
    value: z.unknown(),
    bytes: z.array(z.object({ hash: z.string(), contentType: z.string() })),
  }),
  /** The hash of the sealed object that holds it. */
  z.object({ apart: z.string() }),
]);

export function createMemo({ memory, redis, store, blobs, seal }: MemoParts): Memo {
  const caches = [
    { level: "memory" as const, cache: memory },
    ...(redis === undefined ? [] : [{ level: "redis" as const, cache: redis }]),
  ];
  const hits = { memory: 0, redis: 0, store: 0 };
  const misses = { memory: 0, redis: 0, store: 0 };
  const ends = { kept: 0, beaten: 0, unkept: 0, unreadable: 0 };

  async function write(id: string, entry: Omit<MemoEntry, "sealed">, packed: Packed): Promise<MemoEntry> {
    const { sessionId } = entry;
    const bytes = await Promise.all(
      packed.bytes.map(async ({ bytes, contentType }) => ({
        hash: await blobs.put(sessionId, bytes, contentType),
        contentType,
      })),
    );
    const purpose = { ...entry, field: `memo/${id}` };
    const text = JSON.stringify({ value: packed.value, bytes });
    const sealed = await seal.seal(text, purpose);
    if (text.length <= INLINE_CHARACTERS) return { ...entry, sealed };
    const apart = await blobs.put(sessionId, sealed, "application/octet-stream");
    return { ...entry, sealed: await seal.seal(JSON.stringify({ apart }), purpose) };
  }

  /** Undefined for an entry that can no longer be read. */
  async function read(id: string, { sealed, ...entry }: MemoEntry): Promise<Packed | undefined> {
    const { sessionId } = entry;
    const purpose = { ...entry, field: `memo/${id}` };
    try {
      let content = ContentSchema.parse(JSON.parse(await seal.open(sealed, purpose)));
      if ("apart" in content) {
        const large = await blobs.get(sessionId, content.apart);
        content = ContentSchema.parse(JSON.parse(await seal.open(large, purpose)));
        if ("apart" in content) return undefined;
      }
      const bytes = await Promise.all(
        content.bytes.map(async ({ hash, contentType }) => ({
          bytes: await blobs.get(sessionId, hash),
          contentType,
        })),
      );
      return { value: content.value, bytes };
    } catch (error) {
      if (error instanceof BusyError) throw error;
      // Its session is gone, or its key is no longer here: the call is made again.
      if (!(error instanceof BlobMissingError)) ends.unreadable += 1;
      return undefined;
    }
  }

  return {
    async find(question) {
      const id = idOf(question);
      const lifeMs = LIFE_MS[question.memorable.kind];
      const passed: MemoCache[] = [];
      const look = async (level: MemoLevel, source: Pick<MemoStore, "get">) => {
        const entry = await source.get(id);
        const packed = entry === undefined ? undefined : await read(id, entry);
        if (entry === undefined || packed === undefined) {
          misses[level] += 1;
          return undefined;
        }
        hits[level] += 1;
        await Promise.all(passed.map((faster) => faster.set(id, entry, lifeMs)));
        return { packed, level };
      };
      for (const { level, cache } of caches) {
        const found = await look(level, cache);
        if (found !== undefined) return found;
        passed.push(cache);
      }
      return look("store", store);
    },
    async keep(question, { sessionId, packed }) {
      const id = idOf(question);
      const lifeMs = LIFE_MS[question.memorable.kind];
      try {
        const own = await write(id, { sessionId, ownerId: question.ownerId }, packed);
        const standing = await store.create(id, own);
        if (standing === undefined) return { packed, isNew: false };
        await Promise.all(caches.map(({ cache }) => cache.set(id, standing, lifeMs)));
        if (standing === own) {
          ends.kept += 1;
          return { packed, isNew: true };
        }
        ends.beaten += 1;
        return { packed: (await read(id, standing)) ?? packed, isNew: false };
      } catch (error) {
        // The result is paid for and valid: a failure to remember it does not discard it.
        if (!(error instanceof BusyError) && !isStoreRefused(error)) throw error;
        ends.unkept += 1;
        return { packed, isNew: false };
      }
    },
    async forgetSession(sessionId) {
      const ids = await store.removeSession(sessionId);
      await Promise.all(caches.map(({ cache }) => cache.remove(ids)));
    },
    figures() {
      const of = (level: MemoLevel, failures: number) => ({
        hits: hits[level],
        misses: misses[level],
        failures,
      });
      return {
        memory: of("memory", memory.failures()),
        ...(redis && { redis: of("redis", redis.failures()) }),
        store: of("store", 0),
        ...ends,
      };
    },
  };
}

function idOf({ ownerId, model, version, memorable }: MemoQuestion): string {
  return contentHash(canonicalJson([ownerId, model, version, memorable.kind, memorable.key]));
}
