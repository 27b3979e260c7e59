// The level of the memo that all processes share: Redis, by Upstash's REST interface. A slow or unavailable Redis is not asked for a while,
// and counts as empty meanwhile.
import type { Redis } from "@upstash/redis";
import * as z from "zod";
import type { MemoCache } from "../pipeline/memo.ts";

export interface RedisMemoOptions {
  /** Without retries of its own: a call does not wait for them. */
  redis: Pick<Redis, "get" | "set" | "del">;
  /** Called when Redis becomes unavailable, and when it is available again. */
  say: (message: string) => void;
  /** Milliseconds of any clock. */
  now?: () => number;
  /** How long a call waits for Redis before it does without. */
  timeoutMs?: number;
}

/** How long Redis is not asked after a failure. */
const PAUSE_MS = 10_000;

/** Sealed bytes in base64, for Redis's strings. */
const StoredSchema = z.object({ s: z.string(), o: z.string(), sealed: z.base64() });

export function redisMemoCache({
  redis,
  say,
  now = () => performance.now(),
  timeoutMs = 1_500,
}: RedisMemoOptions): MemoCache {
  let failures = 0;
  let pausedUntil: number | undefined;
  const keyOf = (id: string) => `mekuri:memo:${id}`;

  async function ask<T>(call: () => Promise<T>): Promise<T | undefined> {
    if (pausedUntil !== undefined && now() < pausedUntil) return undefined;
    try {
      const answer = await inTime(call(), timeoutMs);
      if (pausedUntil !== undefined) say("the shared Redis cache is available again");
      pausedUntil = undefined;
      return answer;
    } catch (error) {
      failures += 1;
      const reason = error instanceof Error ? error.message : String(error);
      if (pausedUntil === undefined) say(`the shared Redis cache is unavailable: ${reason}`);
      pausedUntil = now() + PAUSE_MS;
      return undefined;
    }
  }

  return {
    async get(id) {
      // A value of an unknown form under the key counts as missing.
      const stored = StoredSchema.safeParse(await ask(() => redis.get(keyOf(id)))).data;
      if (stored === undefined) return undefined;
      return { sessionId: stored.s, ownerId: stored.o, sealed: Buffer.from(stored.sealed, "base64") };
    },
    async set(id, { sessionId, ownerId, sealed }, lifeMs) {
      const stored = { s: sessionId, o: ownerId, sealed: Buffer.from(sealed).toString("base64") };
      await ask(() => redis.set(keyOf(id), stored, { px: lifeMs }));
    },
    async remove(ids) {
      if (ids.length > 0) await ask(() => redis.del(...ids.map(keyOf)));
    },
    failures: () => failures,
  };
}

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
