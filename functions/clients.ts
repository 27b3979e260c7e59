// The clients that functions share, each made at its first use. Functions that need little load no more than this.
import { Firestore } from "@google-cloud/firestore";
import { Redis } from "@upstash/redis";
import { readSetting } from "../lib/cloud/config.ts";

/** Made at the first use; two first uses at the same time share one. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export const projectId = once(() => readSetting("GOOGLE_CLOUD_PROJECT"));

export const firestore = once(
  () => new Firestore({ projectId: projectId(), ignoreUndefinedProperties: true }),
);

/** Undefined where none is configured. It does not retry: whoever asks has something that stands in. */
export const redis = once(() => {
  const url = readSetting("UPSTASH_REDIS_REST_URL");
  const token = readSetting("UPSTASH_REDIS_REST_TOKEN");
  if (url === undefined || token === undefined) return undefined;
  return new Redis({ url, token, retry: false, enableTelemetry: false });
});
