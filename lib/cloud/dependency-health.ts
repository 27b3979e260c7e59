// Checks whether each store is reachable, with its cheapest request. Clients are loaded with the first check.
import type { Bucket } from "@google-cloud/storage";
import type { Redis } from "@upstash/redis";
import type { HealthParts } from "../api/health-app.ts";
import { phaseTopic } from "../topology.ts";
import type { Documents } from "./documents.ts";
import type { Topics } from "./topics.ts";

type Dependency = HealthParts["dependencies"][number];

export function firestoreHealth({ read }: Documents): Dependency {
  return { name: "firestore", isOptional: false, check: () => read(["health/probe"]) };
}

export function storageHealth(load: () => Promise<Bucket>): Dependency {
  return { name: "storage", isOptional: false, load, check: async () => (await load()).getMetadata() };
}

export function pubsubHealth(topics: Pick<Topics, "look">): Dependency {
  return { name: "pubsub", isOptional: false, check: () => topics.look(phaseTopic("concept")) };
}

/** Without Redis everything works, but slower. `redis`: undefined if none is configured. */
export function redisHealth(redis: Redis | undefined): Dependency {
  const dependency = { name: "redis", isOptional: true };
  if (redis === undefined) return dependency;
  return {
    ...dependency,
    async check() {
      const answer: unknown = await redis.ping();
      if (answer !== "PONG") throw new Error("the answering server is not Redis");
    },
  };
}
