// The rate-limit windows of hosted models for this deployment: in Redis if the environment names one, else one for each process.
import { memoryQuota, type Quota } from "../models/quota.ts";
import { readSetting } from "./config.ts";
import { logWarning } from "./log.ts";

/** Opened with the first request to a hosted model, so that other processes do not load Redis's client or log about it. */
export function modelQuota(): Quota {
  let opened: Promise<Quota> | undefined;
  const open = async () => {
    const url = readSetting("UPSTASH_REDIS_REST_URL");
    const token = readSetting("UPSTASH_REDIS_REST_TOKEN");
    if (url === undefined || token === undefined) {
      logWarning("without UPSTASH_REDIS_REST_URL, each process limits its own requests a minute to a model");
      return memoryQuota();
    }
    const [{ redisClient }, { redisQuota }] = await Promise.all([
      import("./redis-client.ts"),
      import("./redis-quota.ts"),
    ]);
    return redisQuota(redisClient({ url, token }), { say: logWarning });
  };
  const quota = () => {
    opened ??= open();
    return opened;
  };
  return {
    take: async (window, asker) => (await quota()).take(window, asker),
    expect: async (window, owner) => (await quota()).expect(window, owner),
    holdBack: async (window, waitMs) => (await quota()).holdBack(window, waitMs),
  };
}
