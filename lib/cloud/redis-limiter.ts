// Counts requests in Redis, for all instances together. While Redis does not answer, this instance counts by itself.
import { Ratelimit } from "@upstash/ratelimit";
import type { Redis } from "@upstash/redis";
import type { LimitRule } from "../api/limit-rules.ts";
import type { Limiter, LimitVerdict } from "../api/limits.ts";
import { memoryLimiter, retrySeconds } from "../api/memory-limiter.ts";

export interface RedisLimiterOptions {
  /** Without retries of its own: a request does not wait for them. */
  redis: Redis;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Called when Redis becomes unavailable, and when it is available again. */
  say: (message: string) => void;
  /** How long a request waits for Redis; default 1,000. */
  timeoutMs?: number;
}

/** How long Redis is not asked after a failure. */
const PAUSE_MS = 10_000;

export function redisLimiter({ redis, clock, say, timeoutMs = 1_000 }: RedisLimiterOptions): Limiter {
  const alone = memoryLimiter(clock);
  const counters = new Map<string, Ratelimit>();
  let pausedUntil: number | undefined;
  /** Before the first count it is unknown whether Redis works. */
  let hasCounted = false;

  function counterOf({ name, limit, windowSeconds }: LimitRule): Ratelimit {
    const key = `${name}:${limit}:${windowSeconds}`;
    const known = counters.get(key);
    if (known !== undefined) return known;
    const limiter = Ratelimit.slidingWindow(limit, `${windowSeconds} s`);
    const made = new Ratelimit({ redis, limiter, prefix: `mekuri:limit:${name}`, timeout: timeoutMs });
    counters.set(key, made);
    return made;
  }

  async function count(rule: LimitRule, key: string): Promise<LimitVerdict> {
    const { success, remaining, reset, reason } = await counterOf(rule).limit(key);
    if (reason === "timeout") throw new Error(`no answer within ${timeoutMs} ms`);
    return {
      isAllowed: success,
      remaining: Math.max(0, remaining),
      resetSeconds: retrySeconds(rule, reset - clock()),
    };
  }

  return {
    async take(rule, key) {
      if (pausedUntil !== undefined && clock() < pausedUntil) return alone.take(rule, key);
      try {
        const verdict = await count(rule, key);
        if (pausedUntil !== undefined) say("Redis counts requests again: the limits are shared");
        pausedUntil = undefined;
        hasCounted = true;
        return verdict;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (pausedUntil === undefined)
          say(`Redis is unavailable (${reason}); each instance counts requests by itself`);
        pausedUntil = clock() + PAUSE_MS;
        return alone.take(rule, key);
      }
    },
    state: () => (hasCounted && pausedUntil === undefined ? "shared" : "alone"),
  };
}
