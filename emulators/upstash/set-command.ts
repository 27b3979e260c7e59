// SET with its options. The mock reads options only in capitals, does not validate them, and lacks some.
// https://redis.io/docs/latest/commands/set/
import type { Redis } from "ioredis";
import { NOT_INTEGER, RedisError, type Reply, WRONG_TYPE } from "./redis-backend.ts";

interface SetOptions {
  readonly onlyIf: "missing" | "present" | undefined;
  readonly givesOld: boolean;
  readonly keepsTtl: boolean;
  /** Milliseconds since 1970. */
  readonly expiresAt: number | undefined;
}

/** Throws Redis's errors for options that are unknown, exclude each other, or have an invalid number. */
export function setOptions(words: readonly string[], now: number): SetOptions {
  const seen = new Set<string>();
  let expiresAt: number | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.toUpperCase() ?? "";
    const kind = /^(NX|XX)$/.test(word)
      ? "condition"
      : /^(EX|PX|EXAT|PXAT|KEEPTTL)$/.test(word)
        ? "expiry"
        : word;
    if (seen.has(kind) || !/^(condition|expiry|GET)$/.test(kind)) throw new RedisError("ERR syntax error");
    seen.add(kind).add(word);
    if (kind !== "expiry" || word === "KEEPTTL") continue;
    const number = words[++at];
    if (number === undefined) throw new RedisError("ERR syntax error");
    if (!/^-?\d{1,19}$/.test(number)) throw new RedisError(NOT_INTEGER);
    if (Number(number) <= 0) throw new RedisError("ERR invalid expire time in 'set' command");
    const ms = word.startsWith("E") ? Number(number) * 1000 : Number(number);
    expiresAt = word.endsWith("AT") ? ms : now + ms;
  }
  return {
    onlyIf: seen.has("NX") ? "missing" : seen.has("XX") ? "present" : undefined,
    givesOld: seen.has("GET"),
    keepsTtl: seen.has("KEEPTTL"),
    expiresAt,
  };
}

export async function setCommand(
  redis: Redis,
  [key = "", value = "", ...words]: readonly string[],
): Promise<Reply> {
  const { onlyIf, givesOld, keepsTtl, expiresAt } = setOptions(words, Date.now());
  const type = await redis.type(key);
  if (givesOld && type !== "none" && type !== "string") throw new RedisError(WRONG_TYPE);
  const old = givesOld ? await redis.get(key) : null;
  const isRefused = onlyIf !== undefined && (type === "none") !== (onlyIf === "missing");
  if (isRefused) return old;
  const left = keepsTtl ? await redis.pttl(key) : -1;
  await redis.set(key, value);
  if (expiresAt !== undefined) await redis.pexpireat(key, expiresAt);
  else if (left >= 0) await redis.pexpire(key, left);
  return givesOld ? old : "OK";
}
