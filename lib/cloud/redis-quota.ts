// Rate-limit windows of hosted models that all processes share, in Redis. While Redis is unavailable, this process uses a part of the
// window by itself, and logs this.
import type { Redis } from "@upstash/redis";
import * as z from "zod";
import type { QuotaWindow, Slot } from "../models/fair-window.ts";
import { memoryQuota, type Quota } from "../models/quota.ts";
import { EXPECT, expectArguments, TAKE, takeArguments } from "./fair-window-script.ts";

export interface RedisQuotaOptions {
  /** A sentence for the log. */
  say(message: string): void;
  /** Time after which Redis counts as unavailable. */
  timeoutMs?: number;
  /** Milliseconds of any clock. */
  now?: () => number;
}

/** The share of the common limit that each process uses while Redis is unavailable. */
const ALONE_SHARE = 0.25;
/** How long Redis is not asked after a failure. */
const PAUSE_MS = 10_000;
/** Timeout of Redis's client: longer than a request waits before Redis counts as slow. */
const TIMEOUT_MS = 2_000;

const HOLD_BACK = `
local time = redis.call('TIME')
local untilThen = time[1] * 1000.0 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
local held = tonumber(redis.call('GET', KEYS[1]) or '0') * 1.0
if held < untilThen then
  redis.call('SET', KEYS[1], string.format('%.0f', untilThen), 'PX', string.format('%.0f', ARGV[1] + ARGV[2]))
end
return 1
`;

const PlaceSchema = z
  .tuple([z.enum(["now", "kept", "full"]), z.number()])
  .transform(([kind, ms]): Slot => (kind === "now" ? { kind, agoMs: ms } : { kind, inMs: ms }));

export function redisQuota(
  redis: Pick<Redis, "eval">,
  { say, timeoutMs = TIMEOUT_MS, now = () => performance.now() }: RedisQuotaOptions,
): Quota {
  const alone = memoryQuota(now);
  const ownPart = (window: QuotaWindow) => ({
    ...window,
    limit: Math.max(1, Math.floor(window.limit * ALONE_SHARE)),
  });
  let pausedUntil: number | undefined;

  /** Redis's answer; undefined while it is unavailable, or if the answer does not have the script's form. */
  async function ask<T>(
    answerSchema: z.ZodType<T>,
    script: string,
    { keys, args }: { keys: string[]; args: (string | number)[] },
  ): Promise<T | undefined> {
    if (pausedUntil !== undefined && now() < pausedUntil) return undefined;
    try {
      const answer = answerSchema.parse(await inTime(redis.eval(script, keys, args), timeoutMs));
      if (pausedUntil !== undefined)
        say("the shared model quota is available again: all processes use one window");
      pausedUntil = undefined;
      return answer;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (pausedUntil === undefined) {
        say(`the shared model quota is unavailable (${reason}); each process uses a part of it`);
      }
      pausedUntil = now() + PAUSE_MS;
      return undefined;
    }
  }

  const keyOf = ({ name }: QuotaWindow, part: string) => `mekuri:quota:${name}:${part}`;
  const heldKey = (window: QuotaWindow) => keyOf(window, "held");
  const keysOf = (window: QuotaWindow) =>
    ["slots", "held", "tickets", "uses", "kept"].map((part) => keyOf(window, part));
  return {
    async take(window, asker) {
      const keys = keysOf(window);
      const args = takeArguments(window, asker);
      return (await ask(PlaceSchema, TAKE, { keys, args })) ?? alone.take(ownPart(window), asker);
    },
    async expect(window, owner) {
      // Also known to this process, in case Redis becomes unavailable.
      await alone.expect(ownPart(window), owner);
      await ask(z.number(), EXPECT, { keys: keysOf(window), args: expectArguments(window, owner) });
    },
    async holdBack(window, waitMs) {
      // Also counted in this process, in case Redis becomes unavailable.
      await alone.holdBack(ownPart(window), waitMs);
      await ask(z.number(), HOLD_BACK, {
        keys: [heldKey(window)],
        args: [waitMs, window.windowMs].map(Math.ceil),
      });
    },
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
