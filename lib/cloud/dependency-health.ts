// Asks each store whether it is there, by the cheapest question that it answers.
import type { Firestore } from "@google-cloud/firestore";
import type { PubSub } from "@google-cloud/pubsub";
import type { Bucket } from "@google-cloud/storage";
import type { Redis } from "@upstash/redis";
import type { HealthParts } from "../api/health-app.ts";
import { phaseTopic } from "../topology.ts";

type Dependency = HealthParts["dependencies"][number];

export function firestoreHealth(db: Firestore): Dependency {
  return { name: "firestore", isOptional: false, check: () => db.doc("health/probe").get() };
}

export function storageHealth(bucket: Bucket): Dependency {
  return { name: "storage", isOptional: false, check: () => bucket.getMetadata() };
}

export function pubsubHealth(pubsub: PubSub): Dependency {
  return {
    name: "pubsub",
    isOptional: false,
    check: () => pubsub.topic(phaseTopic("concept")).getMetadata(),
  };
}

/** Without Redis everything works, slower. */
export function redisHealth(redis: Redis): Dependency {
  return { name: "redis", isOptional: true, check: () => redis.ping() };
}
