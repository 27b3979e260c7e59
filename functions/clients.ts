// What even the smallest function is told, and the client of Redis.
import { readSetting } from "../lib/cloud/config.ts";
import { redisClient } from "../lib/cloud/redis-client.ts";
import { once } from "./once.ts";

export const projectId = once(() => readSetting("GOOGLE_CLOUD_PROJECT"));

/** Undefined where none is configured. */
export const redis = once(() => {
  const url = readSetting("UPSTASH_REDIS_REST_URL");
  const token = readSetting("UPSTASH_REDIS_REST_TOKEN");
  if (url === undefined || token === undefined) return undefined;
  return redisClient({ url, token });
});

/** Whether a use goes by Google's own client. */
export function isOfficial(use: "documents" | "messages" | "objects"): boolean {
  const official = readSetting("MEKURI_CLIENTS");
  return official.includes("official") || official.includes(use);
}
