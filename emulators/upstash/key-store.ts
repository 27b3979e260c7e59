// Persists the mock's keys in SQLite. Before a command its keys are loaded into the mock, once per process. After the command the keys
// that it may have changed are stored. A restart therefore loads nothing in advance, even for hundreds of megabytes. Keys that a
// script uses without naming them in KEYS are not persisted (a Redis cluster does not support them either).
import type { DatabaseSync } from "node:sqlite";
import type { Redis } from "ioredis";
import * as z from "zod";

const words = z.array(z.string());
const ValueSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("string"), value: z.string() }),
  z.object({ type: z.literal("hash"), value: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal("list"), value: words }),
  z.object({ type: z.literal("set"), value: words }),
  z.object({ type: z.literal("zset"), value: words }),
]);
type Value = z.infer<typeof ValueSchema>;

const RowSchema = z.object({
  key: z.string(),
  value: z.string().transform((json) => ValueSchema.parse(JSON.parse(json))),
  /** Milliseconds since 1970. Null for a key that does not expire. */
  expires: z.number().nullable(),
});

const SWEEP_MS = 60_000;

export interface KeyStore {
  /** Loads stored keys that are not in the mock yet and have not expired. */
  fetch(keys: readonly string[] | "all"): Promise<void>;
  /** Stores keys, which must have been loaded before. */
  save(keys: readonly string[]): Promise<void>;
  clear(): void;
}

export function keyStore(db: DatabaseSync, redis: Redis): KeyStore {
  db.exec(`
    CREATE TABLE IF NOT EXISTS redis_keys (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER) STRICT;
    CREATE INDEX IF NOT EXISTS redis_keys_by_expiry ON redis_keys (expires);
  `);
  const select = db.prepare("SELECT * FROM redis_keys WHERE key = ?");
  const put = db.prepare("INSERT OR REPLACE INTO redis_keys VALUES (?, ?, ?)");
  const expire = db.prepare("DELETE FROM redis_keys WHERE expires <= ?");
  let sweptAt = Date.now();
  const erase = db.prepare("DELETE FROM redis_keys WHERE key = ?");

  expire.run(sweptAt);
  const away = new Set(
    db
      .prepare("SELECT key FROM redis_keys")
      .all()
      .map((row) => String(row.key)),
  );

  return {
    async fetch(keys) {
      for (const key of keys === "all" ? [...away] : keys) {
        if (!away.has(key)) continue;
        const row = select.get(key);
        if (row !== undefined) {
          const { value, expires } = RowSchema.parse(row);
          if (expires === null || expires > Date.now()) {
            await write(redis, key, value);
            if (expires !== null) await redis.pexpireat(key, expires);
          }
        }
        away.delete(key);
      }
    },
    async save(keys) {
      for (const key of keys) {
        const value = await read(redis, key);
        const left = value ? await redis.pttl(key) : -1;
        if (value) put.run(key, JSON.stringify(value), left < 0 ? null : Date.now() + left);
        else erase.run(key);
      }
      // Expiry removes a key from the mock without a command, so expired rows are deleted here.
      if (Date.now() - sweptAt < SWEEP_MS) return;
      sweptAt = Date.now();
      expire.run(sweptAt);
    },
    clear() {
      db.exec("DELETE FROM redis_keys");
      away.clear();
    },
  };
}

async function read(redis: Redis, key: string): Promise<Value | undefined> {
  const type = await redis.type(key);
  switch (type) {
    case "string":
      return { type, value: (await redis.get(key)) ?? "" };
    case "hash":
      return { type, value: await redis.hgetall(key) };
    case "list":
      return { type, value: await redis.lrange(key, 0, -1) };
    case "set":
      return { type, value: await redis.smembers(key) };
    case "zset":
      return { type, value: await redis.zrange(key, 0, -1, "WITHSCORES") };
    default:
      return undefined;
  }
}

async function write(redis: Redis, key: string, { type, value }: Value): Promise<void> {
  switch (type) {
    case "string":
      await redis.set(key, value);
      return;
    case "hash":
      await redis.hset(key, value);
      return;
    case "list":
      await redis.rpush(key, ...value);
      return;
    case "set":
      await redis.sadd(key, ...value);
      return;
    case "zset":
      for (let at = 0; at < value.length; at += 2) {
        await redis.zadd(key, value[at + 1] ?? "0", value[at] ?? "");
      }
  }
}
