// Settings that every function needs, and the Redis client.
import { readSetting } from "../lib/cloud/config.ts";
import { redisClient } from "../lib/cloud/redis-client.ts";
import { once } from "./once.ts";

export const projectId = once(() => readSetting("GOOGLE_CLOUD_PROJECT"));

/** Undefined if Redis is not configured. */
export const redis = once(() => {
  const url = readSetting("UPSTASH_REDIS_REST_URL");
  const token = readSetting("UPSTASH_REDIS_REST_TOKEN");
  if (url === undefined || token === undefined) return undefined;
  return redisClient({ url, token });
});

/** Whether Google's official client is used for this purpose. */
export function isOfficial(use: "documents" | "messages" | "objects"): boolean {
  const official = readSetting("MEKURI_CLIENTS");
  return official.includes("official") || official.includes(use);
}
