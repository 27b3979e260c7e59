// Rate-limit counter of one process: the fallback when Redis is down, and for tests. Sliding window: the previous window counts with the
// share of it that the sliding window still covers.
import type { LimitRule } from "./limit-rules.ts";
import type { Limiter, LimitVerdict } from "./limits.ts";

interface Bucket {
  /** Index of the window since 1970. */
  window: number;
  count: number;
  before: number;
  /** After this time the entry may be deleted. */
  endsAt: number;
}

/** Maximum number of keys; the least recently used are evicted. */
const MOST_KEYS = 10_000;

/** `clock`: milliseconds since 1970. */
export function memoryLimiter(clock: () => number): Limiter {
  const buckets = new Map<string, Bucket>();

  function bucketOf(key: string, window: number, windowMs: number): Bucket {
    const found = buckets.get(key);
    if (found?.window === window) return found;
    const before = found?.window === window - 1 ? found.count : 0;
    const bucket = { window, count: 0, before, endsAt: (window + 2) * windowMs };
    // Reinserted, so that the map stays in order of use.
    buckets.delete(key);
    buckets.set(key, bucket);
    return bucket;
  }

  function forget(now: number): void {
    for (const [key, { endsAt }] of buckets) {
      if (endsAt > now && buckets.size <= MOST_KEYS) return;
      buckets.delete(key);
    }
  }

  return {
    async take({ name, limit, windowSeconds }: LimitRule, key: string): Promise<LimitVerdict> {
      const now = clock();
      const windowMs = windowSeconds * 1_000;
      const window = Math.floor(now / windowMs);
      const bucket = bucketOf(`${name}:${key}`, window, windowMs);
      forget(now);
      const covered = (now % windowMs) / windowMs;
      const used = Math.floor(bucket.before * (1 - covered)) + bucket.count;
      const resetSeconds = retrySeconds({ name, limit, windowSeconds }, (window + 1) * windowMs - now);
      if (used >= limit) return { isAllowed: false, remaining: 0, resetSeconds };
      bucket.count += 1;
      return { isAllowed: true, remaining: limit - used - 1, resetSeconds };
    },
    state: () => "alone",
  };
}

/** Seconds until one more request is allowed: the rest of the window, and the share of the next in which one slot becomes free. */
export function retrySeconds({ limit, windowSeconds }: LimitRule, windowRestMs: number): number {
  return Math.max(1, Math.ceil(windowRestMs / 1_000 + windowSeconds / limit));
}
