// Hit rates of each cache level over all processes: each process adds its counts since its last update to the day's sums in Redis, where
// health reads them.
import type { Redis } from "@upstash/redis";
import * as z from "zod";
import type { MemoFigures } from "../pipeline/memo.ts";

/** Interval between a process's updates. */
const TELL_MS = 5_000;
/** Yesterday's sums are kept for readers after midnight. */
const KEPT_SECONDS = 2 * 86_400;

const LEVELS = ["memory", "redis", "store"] as const;
type Level = (typeof LEVELS)[number];

export interface CacheFigures {
  hits: number;
  misses: number;
  /** Share of hits in all requests, 0 to 1; null before the first request. */
  hitRate: number | null;
}

export interface FiguresTeller {
  /** Adds the new counts from time to time; if Redis does not answer, they are added later. Never rejects. */
  tell(): Promise<void>;
}

const keyOf = (now: number) => `mekuri:cache:${new Date(now).toISOString().slice(0, 10)}`;

/** `clock`: milliseconds since 1970. */
export function redisFiguresTeller(
  redis: Redis,
  figures: () => MemoFigures,
  clock: () => number,
): FiguresTeller {
  const told = new Map<string, number>();
  let toldAt = clock();

  async function add(news: readonly { field: string; count: number; more: number }[]): Promise<void> {
    const key = keyOf(clock());
    const changes = redis.multi();
    for (const { field, more } of news) changes.hincrby(key, field, more);
    changes.expire(key, KEPT_SECONDS);
    await changes.exec();
    for (const { field, count } of news) told.set(field, count);
  }

  return {
    async tell() {
      if (clock() - toldAt < TELL_MS) return;
      toldAt = clock();
      const news = countsOf(figures()).flatMap(({ field, count }) => {
        const more = count - (told.get(field) ?? 0);
        return more > 0 ? [{ field, count, more }] : [];
      });
      if (news.length === 0) return;
      // The sums are only statistics, so a step does not fail because of them; counts that were not added are added the next time.
      await add(news).catch(() => undefined);
    },
  };
}

function countsOf(figures: MemoFigures): { field: string; count: number }[] {
  return LEVELS.flatMap((level) => {
    const { hits = 0, misses = 0 } = figures[level] ?? {};
    return [
      { field: `${level}.hits`, count: hits },
      { field: `${level}.misses`, count: misses },
    ];
  });
}

const SumsSchema = z.record(z.string(), z.coerce.number().int().nonnegative()).nullable();

/** The sums of the day. Rejects when Redis does not answer. */
export async function readCacheFigures(redis: Redis, now: number): Promise<Record<Level, CacheFigures>> {
  const sums = SumsSchema.parse(await redis.hgetall(keyOf(now))) ?? {};
  const of = (level: Level): CacheFigures => {
    const [hits, misses] = [sums[`${level}.hits`] ?? 0, sums[`${level}.misses`] ?? 0];
    const asked = hits + misses;
    return { hits, misses, hitRate: asked === 0 ? null : Math.round((hits / asked) * 1_000) / 1_000 };
  };
  return { memory: of("memory"), redis: of("redis"), store: of("store") };
}
